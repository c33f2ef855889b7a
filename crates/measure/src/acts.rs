//! What can be done: planning, asking, answering, making answers hold, and destroying what links them. Each act writes its rows
//! and its line in the journal together.

use crate::forms::answers;
use crate::model::code::{AnswerCode, CodeKey};
use crate::model::indicator::Indicator;
use crate::model::plan::{MeasurementPlan, proposed};
use crate::model::sheet::{Linked, Sheet, Taken, Way};
use crate::model::statement::{MOST_ASKED, Statement};
use crate::model::wave::{CODE_DAYS, PAPER_DAYS, Round, Wave, WaveDays};
use crate::refusal::Refusal;
use crate::{jobs, tables};
use evidence::EffectKey;
use journey::Act;
use kernel::{Date, Instant, ProcessId, TenantId};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use store::jobs::NewJob;
use store::texts::LanguageSet;
use store::{Error, Session, Tx, journal};
use uuid::Uuid;

/// The stream of what is measured of a process, beside that of the process itself.
#[must_use]
pub(crate) fn stream(process: ProcessId) -> Uuid {
    Uuid::from_u128(process.uuid().as_u128() ^ 0x006d_6561_7375_7265_6d65_6173_7572_6500)
}

async fn note(tx: &mut Tx, act: &Act<'_>, process: ProcessId, kind: &str, at: Instant, body: Value) -> Result<(), Error> {
    let entry = journal::Entry {
        tenant: act.tenant,
        stream: stream(process),
        stream_kind: "measurement",
        kind,
        version: 1,
        actor: act.actor,
        at,
        body,
    };
    tx.journal(entry).await.map(drop)
}

/// The effects and values that a process aims at, the most important first.
///
/// # Errors
/// When the database cannot be read.
pub async fn aims(s: &mut Session, tenant: TenantId, process: ProcessId) -> Result<Vec<EffectKey>, Error> {
    Ok(design::guide(s, tenant, process).await?.aims.into_iter().map(|aim| aim.effect).collect())
}

/// Whether the measurement plan of a process is whole (A240): before that residents read of no process that was designed here.
///
/// # Errors
/// When the database cannot be read.
pub async fn planned(s: &mut Session, tenant: TenantId, process: ProcessId) -> Result<bool, Error> {
    let aims = aims(s, tenant, process).await?;
    Ok(tables::plan::plan(s, tenant, process).await?.is_whole(&aims))
}

/// The days of a wave as somebody filled them in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewDays {
    /// The first day.
    pub opens: Date,
    /// The last day.
    pub closes: Date,
    /// How many people are asked, as far as somebody knows.
    pub invited: Option<i64>,
}

/// Kept, or dropped with its motive.
type KeptOrDropped = (bool, Option<LanguageSet>);

/// A plan as somebody filled it in. What is not in it stays as it was.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct NewMeasurementPlan {
    /// Kept, or dropped with its motive; nothing makes it open again.
    pub choices: Vec<(&'static Indicator, Option<KeptOrDropped>)>,
    /// The days of waves; nothing takes a wave away.
    pub waves: Vec<(Wave, Option<NewDays>)>,
}

/// Whether the days of a wave can change from `old` to `new` on `today`: what began keeps its first day, and what is over or held
/// keeps both, so that nobody asks one person more and lays two outcomes beside each other.
#[must_use]
pub fn days_may_change(old: Option<&WaveDays>, new: Option<&NewDays>, today: Date) -> bool {
    let Some(old) = old else { return new.is_none_or(|new| new.opens <= new.closes && today <= new.closes) };
    let same = |new: &NewDays| new.opens == old.opens && new.closes == old.closes;
    if old.released {
        return new.is_some_and(|new| same(new) && new.invited == old.invited);
    }
    if old.closes < today {
        return new.is_some_and(same);
    }
    if old.opens <= today {
        return new.is_some_and(|new| new.opens == old.opens && today <= new.closes);
    }
    new.is_none_or(|new| new.opens <= new.closes && today <= new.closes)
}

/// Saves a plan. `seen` is the moment at which it was saved that the writer saw: when somebody else saved since, nothing is
/// overwritten. What did not change is not written again.
///
/// # Errors
/// When the process is unknown, somebody else saved meanwhile, what is proposed is dropped without a motive, or days that hold are
/// changed.
pub async fn save_plan(
    tx: &mut Tx,
    act: &Act<'_>,
    process: ProcessId,
    new: &NewMeasurementPlan,
    seen: Option<Instant>,
) -> Result<(), Refusal> {
    design::process(tx, act.tenant, process).await?.ok_or(Refusal::Missing)?;
    let before = tables::plan::plan(tx, act.tenant, process).await?;
    if before.saved != seen {
        return Err(Refusal::Overtaken);
    }
    let aims = aims(tx, act.tenant, process).await?;
    let proposals = proposed(&aims);
    let today = act.civil.today(act.at);
    let (mut kept, mut dropped, mut open, mut motives) = (Vec::new(), Vec::new(), Vec::new(), serde_json::Map::new());
    for (indicator, choice) in &new.choices {
        let old = before.choices.get(indicator.code).map(|old| (old.kept, old.motive.clone()));
        if old == *choice {
            continue;
        }
        let is_proposed = proposals.iter().any(|it| it.indicator == *indicator);
        if matches!(choice, Some((false, None))) && is_proposed {
            return Err(Refusal::NoMotive);
        }
        let words = choice.as_ref().map(|(kept, motive)| (*kept, motive.as_ref()));
        let place = tables::plan::keep_choice(tx, act.tenant, process, indicator, words, act.at).await?;
        if let (Some(place), Some((_, Some(motive)))) = (place, choice) {
            let digest = tx.digest(act.tenant, place.uuid(), &motive.original().text).await?;
            motives.insert(indicator.code.to_owned(), digest.into());
        }
        match choice {
            Some((true, _)) => kept.push(indicator.code),
            Some((false, _)) => dropped.push(indicator.code),
            None => open.push(indicator.code),
        }
    }
    let mut days = serde_json::Map::new();
    for (wave, new) in &new.waves {
        let old = before.waves.get(wave);
        if old.map(|old| NewDays { opens: old.opens, closes: old.closes, invited: old.invited }) == *new {
            continue;
        }
        if !days_may_change(old, new.as_ref(), today) {
            return Err(Refusal::DaysHold);
        }
        let released = old.is_some_and(|old| old.released);
        let kept = new.map(|new| WaveDays { opens: new.opens, closes: new.closes, invited: new.invited, released });
        tables::plan::keep_wave(tx, act.tenant, process, *wave, kept.as_ref()).await?;
        if let Some(kept) = kept {
            plan_jobs(tx, act, process, *wave, &kept).await?;
        }
        days.insert(wave.code().to_owned(), json!(new.map(|new| json!([new.opens, new.closes, new.invited]))));
    }
    tables::plan::mark_saved(tx, act.tenant, process, act.at, act.actor.account()).await?;
    let body = json!({ "kept": kept, "dropped": dropped, "open": open, "motives": motives, "days": days });
    note(tx, act, process, "measurement-planned", act.at, body).await?;
    Ok(())
}

/// What happens by itself when a wave is over: its answers hold, and later nobody needs the codes any more.
async fn plan_jobs(tx: &mut Tx, act: &Act<'_>, process: ProcessId, wave: Wave, days: &WaveDays) -> Result<(), Error> {
    let over = days.closes.plus_days(PAPER_DAYS + 1);
    let zone = &act.civil.zone;
    let job = |kind, payload, day| NewJob { tenant: act.tenant, kind, payload, due: zone.start_of(day) };
    tx.enqueue(job(jobs::RELEASE, json!({ "process": process, "wave": wave.code() }), over)).await?;
    tx.enqueue(job(jobs::FORGET, json!({ "process": process }), over.plus_days(CODE_DAYS))).await?;
    Ok(())
}

/// Keeps what is asked in a round. Questions hold from the first answer on.
///
/// # Errors
/// When there is no plan, a sentence cannot be asked then, there are too many, or somebody answered already.
pub async fn save_questions(
    tx: &mut Tx,
    act: &Act<'_>,
    process: ProcessId,
    round: Round,
    asked: &[&'static Statement],
) -> Result<(), Refusal> {
    let plan = tables::plan::plan(tx, act.tenant, process).await?;
    if plan.saved.is_none() {
        return Err(Refusal::Missing);
    }
    if plan.asked.get(&round).map_or(&[][..], Vec::as_slice) == asked {
        return Ok(());
    }
    if asked.iter().filter(|it| !it.staff_only).count() > MOST_ASKED {
        return Err(Refusal::TooMany);
    }
    let can = plan.can_ask(round);
    if !asked.iter().all(|it| can.contains(it)) {
        return Err(Refusal::Missing);
    }
    if tables::sheet::any(tx, act.tenant, process, round).await? {
        return Err(Refusal::QuestionsHold);
    }
    tables::plan::keep_asked(tx, act.tenant, process, round, asked).await?;
    let codes: Vec<&str> = asked.iter().map(|it| it.code).collect();
    note(tx, act, process, "questions-chosen", act.at, json!({ "round": round.code(), "statements": codes })).await?;
    Ok(())
}

/// Who brings a questionnaire.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Brought {
    /// The person, on the public page: before, the person gets a code to keep.
    ByThemselves,
    /// The desk, from paper on which a code was printed, or that somebody read from.
    ByTheDesk,
}

/// Takes a questionnaire. The same form sent twice counts once, as it was sent last: somebody may go back and correct it while the
/// wave is open. Of two forms with the same code in one wave the latest counts.
/// A code that nobody answered with before does not stop anything: the answers count by themselves. What the desk types in from paper
/// counts only once somebody else checked it ([`check`]).
///
/// # Errors
/// When nobody is asked in that wave now.
pub async fn answer(
    tx: &mut Tx,
    act: &Act<'_>,
    key: &CodeKey,
    process: ProcessId,
    sheet: &Sheet,
    brought: Brought,
) -> Result<Taken, Refusal> {
    let today = act.civil.today(act.at);
    let days = tables::plan::wave(tx, act.tenant, process, sheet.wave).await?.ok_or(Refusal::NotOpen)?;
    let open = match brought {
        Brought::ByThemselves => days.is_open(today),
        Brought::ByTheDesk => days.takes_paper(today),
    };
    if !open {
        return Err(Refusal::NotOpen);
    }
    let id = key.sheet(sheet.once);
    let again = tables::sheet::is_there(tx, act.tenant, id).await?;
    let before = sheet.wave == Wave::Before;
    let (linked, link) = match (&sheet.code, brought) {
        (Some(code), _) => {
            let digest = key.digest(code);
            match tables::sheet::link(tx, act.tenant, process, &digest).await? {
                Some(link) => (Linked::Yes, Some(link)),
                None if before && brought == Brought::ByTheDesk => (Linked::Yes, Some(fresh(tx, act, process, &digest).await?)),
                None => (Linked::Unknown, None),
            }
        }
        (None, Brought::ByThemselves) if before => give(tx, act, key, process, sheet.once, again).await?,
        (None, _) => (Linked::No, None),
    };
    if again {
        let corrected = correct(tx, act, process, id, sheet, link).await?;
        return Ok(Taken { linked, replaced: false, corrected });
    }
    // What nobody checked takes the place of nothing that counts.
    let on_paper = brought == Brought::ByTheDesk && sheet.way == Way::Paper;
    let typist = match act.actor.account() {
        Some(account) if on_paper => Some(account),
        // Nobody could be told apart from whoever checks it.
        None if on_paper => return Err(Refusal::OwnSheet),
        _ => None,
    };
    let replaced = match link {
        Some(link) => tables::sheet::drop_linked(tx, act.tenant, process, sheet.wave, link, None, on_paper).await?,
        None => false,
    };
    let sheet = sheet.fitting();
    let arrival = tables::sheet::Arrival { day: today, link, typed_by: typist };
    tables::sheet::keep(tx, act.tenant, process, id, &sheet, arrival).await?;
    // The day, not the moment: nobody who saw somebody answer finds those answers back by the clock.
    let body = json!({ "wave": sheet.wave.code(), "way": sheet.way.code() });
    note(tx, act, process, "answered", act.civil.zone.start_of(today), body).await?;
    Ok(Taken { linked, replaced, corrected: false })
}

/// Puts the answers of a form that was sent again in the place of those that were sent first. Whether they differ. A sheet of paper
/// that a second person checked stays as that person read it.
async fn correct(tx: &mut Tx, act: &Act<'_>, process: ProcessId, id: Uuid, sheet: &Sheet, link: Option<Uuid>) -> Result<bool, Refusal> {
    let sheet = sheet.fitting();
    let now = tables::sheet::rows(&sheet);
    let Some(before) = tables::sheet::sent(tx, act.tenant, process, id).await?.filter(|it| it.wave == sheet.wave) else { return Ok(false) };
    let mut kept = tables::sheet::typed(tx, act.tenant, id).await?;
    kept.sort();
    let same = before.took_part == sheet.took_part && before.link == link && kept == now;
    let on_paper = before.number.is_some();
    // Paper waits for a second person; until then only whoever typed it in may type it in better.
    let is_checked = on_paper && (before.typed_by.is_none() || before.typed_by != act.actor.account());
    if same || is_checked || on_paper != (sheet.way == Way::Paper) {
        return Ok(false);
    }
    if let Some(link) = link {
        tables::sheet::drop_linked(tx, act.tenant, process, sheet.wave, link, Some(id), on_paper).await?;
    }
    tables::sheet::correct(tx, act.tenant, id, sheet.took_part, link, &now).await?;
    let body = json!({ "wave": sheet.wave.code(), "way": sheet.way.code() });
    note(tx, act, process, "answers-corrected", act.civil.zone.start_of(act.civil.today(act.at)), body).await?;
    Ok(true)
}

/// What came of typing a sheet in for the second time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Checked {
    /// Both read the same: it counts.
    Same,
    /// They read something else, in these fields. Nothing counts yet: the second person looks at the paper once more.
    Differs(Vec<String>),
    /// The second person looked once more; it counts as that person read it. In so many fields the first had read something else.
    Corrected(usize),
}

/// A second person types a sheet of paper in as well, without seeing what the first typed. When both read the same it counts. When
/// not, the second person looks at the paper once more and then has the last word (`looked_again`).
///
/// # Errors
/// When no such sheet waits, its wave takes no paper any more, or whoever checks typed it in.
pub async fn check(
    tx: &mut Tx,
    act: &Act<'_>,
    key: &CodeKey,
    process: ProcessId,
    id: Uuid,
    second: &Sheet,
    looked_again: bool,
) -> Result<Checked, Refusal> {
    let first = tables::sheet::waiting(tx, act.tenant, process, id).await?.ok_or(Refusal::Missing)?;
    let days = tables::plan::wave(tx, act.tenant, process, first.wave).await?.ok_or(Refusal::Missing)?;
    let today = act.civil.today(act.at);
    if !days.takes_paper(today) || second.wave != first.wave {
        return Err(Refusal::NotOpen);
    }
    let me = act.actor.account().ok_or(Refusal::OwnSheet)?;
    if first.typed_by.is_none_or(|typist| typist == me) {
        return Err(Refusal::OwnSheet);
    }
    let second = second.fitting();
    let digest = second.code.as_ref().map(|code| key.digest(code));
    let known = match &digest {
        Some(digest) => tables::sheet::link(tx, act.tenant, process, digest).await?,
        None => None,
    };
    let before = tables::sheet::typed(tx, act.tenant, id).await?;
    let now = tables::sheet::rows(&second);
    // A code that nobody has is nothing to compare; before, it would be the person's own.
    let other_code = first.link != known || (digest.is_some() && known.is_none() && first.wave == Wave::Before);
    let mut differs = differences(&before, &now);
    differs.extend((first.took_part != second.took_part).then(|| answers::TOOK_PART.to_owned()));
    differs.extend(other_code.then(|| answers::CODE.to_owned()));
    if !differs.is_empty() && !looked_again {
        return Ok(Checked::Differs(differs));
    }
    let link = match (known, &digest) {
        (None, Some(digest)) if first.wave == Wave::Before => Some(fresh(tx, act, process, digest).await?),
        (known, _) => known,
    };
    if let Some(link) = link {
        tables::sheet::drop_linked(tx, act.tenant, process, first.wave, link, Some(id), false).await?;
    }
    tables::sheet::mark_checked(tx, act.tenant, id, second.took_part, link, &now).await?;
    let body = json!({ "wave": first.wave.code(), "corrected": differs.len() });
    note(tx, act, process, "paper-checked", act.civil.zone.start_of(today), body).await?;
    Ok(if differs.is_empty() { Checked::Same } else { Checked::Corrected(differs.len()) })
}

/// The fields of the questions of which two readings of a sheet differ.
fn differences(one: &[(String, i64)], other: &[(String, i64)]) -> Vec<String> {
    let only = |these: &[(String, i64)], those: &[(String, i64)]| -> Vec<String> {
        these.iter().filter(|it| !those.contains(it)).map(|(question, _)| question.clone()).collect()
    };
    let questions = only(one, other).into_iter().chain(only(other, one));
    // Each barrier that was named is kept under the code of the question, with a point behind it.
    let fields: BTreeSet<String> = questions.filter_map(|it| Statement::of_code(it.split('.').next()?).map(Statement::field)).collect();
    fields.into_iter().collect()
}

/// A link for a code that nobody has yet.
async fn fresh(tx: &mut Tx, act: &Act<'_>, process: ProcessId, digest: &str) -> Result<Uuid, Error> {
    let mut bytes = [0; 16];
    tx.random().fill(&mut bytes);
    let link = uuid::Builder::from_random_bytes(bytes).into_uuid();
    tables::sheet::keep_code(tx, act.tenant, process, digest, link).await?;
    Ok(link)
}

/// Gives a code to whoever sent this form; the same one when the form is sent again.
async fn give(
    tx: &mut Tx,
    act: &Act<'_>,
    key: &CodeKey,
    process: ProcessId,
    once: Uuid,
    again: bool,
) -> Result<(Linked, Option<Uuid>), Error> {
    for nth in 0..4 {
        let code: AnswerCode = key.code(once, nth);
        let digest = key.digest(&code);
        let taken = tables::sheet::link(tx, act.tenant, process, &digest).await?;
        if again && taken.is_some() {
            return Ok((Linked::Given(code), taken));
        }
        if !again && taken.is_none() {
            let link = fresh(tx, act, process, &digest).await?;
            return Ok((Linked::Given(code), Some(link)));
        }
    }
    Ok((Linked::No, None))
}

/// Makes the answers of a wave hold: nothing is added any more, and what may be shown is shown from now on. Paper that nobody checked
/// by then does not count.
///
/// # Errors
/// When there is no such wave, people can still answer, or paper waits for a second person while there are days left to check it.
pub async fn release(tx: &mut Tx, act: &Act<'_>, process: ProcessId, wave: Wave) -> Result<(), Refusal> {
    let days = tables::plan::wave(tx, act.tenant, process, wave).await?.ok_or(Refusal::Missing)?;
    if days.released {
        return Ok(());
    }
    if !days.may_be_released(act.civil.today(act.at)) {
        return Err(Refusal::StillOpen);
    }
    let unchecked = tables::sheet::many_unchecked(tx, act.tenant, process, wave, None).await?;
    if unchecked > 0 && !days.is_over(act.civil.today(act.at)) {
        return Err(Refusal::Unchecked(unchecked));
    }
    tables::sheet::forget_numbers(tx, act.tenant, process, wave).await?;
    tables::plan::keep_wave(tx, act.tenant, process, wave, Some(&WaveDays { released: true, ..days })).await?;
    let many = tables::sheet::many(tx, act.tenant, process, wave).await?;
    note(tx, act, process, "answers-held", act.at, json!({ "wave": wave.code(), "sheets": many, "unchecked": unchecked })).await?;
    Ok(())
}

/// Notes that somebody took separate answers along for research: of which waves, and how many sheets.
///
/// # Errors
/// When the database cannot be written.
pub(crate) async fn note_export(tx: &mut Tx, act: &Act<'_>, process: ProcessId, waves: &[Wave], sheets: usize) -> Result<(), Refusal> {
    let waves: Vec<&str> = waves.iter().map(|wave| wave.code()).collect();
    note(tx, act, process, "answers-exported", act.at, json!({ "waves": waves, "sheets": sheets })).await?;
    Ok(())
}

/// Destroys the digests of all codes when the last wave has been over for [`CODE_DAYS`]: what was linked stays linked, and no code
/// leads to it any more. How many there were.
///
/// # Errors
/// When the database cannot be written.
pub async fn forget_codes(tx: &mut Tx, act: &Act<'_>, process: ProcessId) -> Result<u64, Refusal> {
    let plan: MeasurementPlan = tables::plan::plan(tx, act.tenant, process).await?;
    let today = act.civil.today(act.at);
    let needed = plan.waves.values().any(|days| today <= days.closes.plus_days(PAPER_DAYS + CODE_DAYS));
    if needed {
        return Ok(0);
    }
    let gone = tables::sheet::forget_codes(tx, act.tenant, process).await?;
    if gone > 0 {
        note(tx, act, process, "codes-destroyed", act.at, json!({ "codes": gone })).await?;
    }
    Ok(gone)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().expect("a day")
    }

    #[test]
    fn two_readings_differ_where_one_has_what_the_other_has_not() {
        let rows = |all: &[(&str, i64)]| all.iter().map(|(question, answer)| ((*question).to_owned(), *answer)).collect::<Vec<_>>();
        let one = rows(&[("again", 4), ("barriers", 1), ("barriers.language", 1)]);
        assert_eq!(differences(&one, &one), Vec::<String>::new());
        let other = rows(&[("again", 5), ("barriers", 1), ("barriers.digital", 1), ("listens", 0)]);
        assert_eq!(differences(&one, &other), ["q-again", "q-barriers", "q-listens"]);
        assert_eq!(differences(&other, &one), differences(&one, &other));
    }

    #[test]
    fn days_that_began_or_are_over_hold() {
        let today = day("2026-03-05");
        let new = |opens, closes| NewDays { opens: day(opens), closes: day(closes), invited: None };
        let old = |opens, closes, released| WaveDays { opens: day(opens), closes: day(closes), invited: None, released };
        assert!(days_may_change(None, Some(&new("2026-03-05", "2026-03-05")), today));
        assert!(!days_may_change(None, Some(&new("2026-03-01", "2026-03-04")), today), "it would be over at once");
        let planned = old("2026-04-01", "2026-04-20", false);
        assert!(
            days_may_change(Some(&planned), None, today) && days_may_change(Some(&planned), Some(&new("2026-03-05", "2026-03-06")), today)
        );
        let begun = old("2026-03-01", "2026-03-20", false);
        assert!(!days_may_change(Some(&begun), None, today));
        assert!(!days_may_change(Some(&begun), Some(&new("2026-03-02", "2026-03-20")), today));
        assert!(days_may_change(Some(&begun), Some(&new("2026-03-01", "2026-03-05")), today), "it may end earlier");
        assert!(!days_may_change(Some(&begun), Some(&new("2026-03-01", "2026-03-04")), today), "not yesterday");
        let over = old("2026-02-01", "2026-03-04", false);
        assert!(!days_may_change(Some(&over), Some(&new("2026-02-01", "2026-03-09")), today), "nobody is added later");
        let invited = NewDays { invited: Some(40), ..new("2026-02-01", "2026-03-04") };
        assert!(days_may_change(Some(&over), Some(&invited), today), "how many were asked may become known");
        let held = old("2026-02-01", "2026-03-04", true);
        assert!(!days_may_change(Some(&held), Some(&invited), today));
    }
}
