//! What Leyhoven measures: the way to school was measured before and after the decision, on a screen and on paper; the
//! neighbourhood budget before; on the square people are asked now. The answers are made up by a formula, so that the demo is the same each time.

use super::town::Town;
use journey::Act;
use kernel::{Actor, Date, Instant, Language, ProcessId};
use measure::{
    Brought, Checked, CodeKey, INDICATORS, Linked, NewDays, NewMeasurementPlan, Round, STATEMENTS, Scale, Sheet, Statement, Wave, Way,
    proposed,
};
use people::App;
use store::texts::LanguageSet;
use uuid::Uuid;

/// A day of the clock, in seconds.
const DAY: i64 = 86_400;

/// Why something that was proposed is not measured, in the process with this code.
const DROPPED: [(&str, &str, &str); 2] = [
    ("school", "G010", "Niemand hield bij wie na de eerste avond niet meer kwam."),
    ("budget", "G007", "Wij nodigden iedereen uit en hielden niet bij wie welke uitnodiging kreeg."),
];
/// What the officer measures beside what is proposed: the way to school was designed without the guide, so without aims.
const BESIDE: [&str; 6] = ["G013", "G017", "G042", "G043", "G044", "G053"];

fn told(error: impl std::fmt::Display) -> String {
    error.to_string()
}

/// One process with the days of its waves, counted from today.
struct Measured {
    code: &'static str,
    process: ProcessId,
    waves: Vec<(Wave, i64, i64, Option<i64>)>,
}

struct Stage<'a> {
    app: &'a App,
    town: &'a Town,
    now: Instant,
}

/// Plans, asks and lets people answer.
pub(super) async fn play(app: &App, town: &Town, now: Instant) -> Result<(), String> {
    let stage = Stage { app, town, now };
    let of = |code: &str| town.processes.get(code).map(|it| it.id).ok_or_else(|| format!("Leyhoven has no {code}"));
    let school = Measured {
        code: "school",
        process: of("school")?,
        waves: vec![(Wave::Before, -170, -150, Some(180)), (Wave::After, -50, -30, Some(160)), (Wave::Year, 305, 333, None)],
    };
    let budget =
        Measured { code: "budget", process: of("budget")?, waves: vec![(Wave::Before, -80, -60, Some(240)), (Wave::After, 60, 88, None)] };
    let square =
        Measured { code: "plein", process: of("plein")?, waves: vec![(Wave::Before, -5, 16, None), (Wave::After, 125, 153, None)] };
    for it in [&school, &budget, &square] {
        stage.plan(it).await?;
    }
    stage.answer_before(&school, -160).await?;
    stage.answer_after(&school, -40).await?;
    stage.answer_before(&budget, -70).await?;
    for (process, wave, day) in
        [(school.process, Wave::Before, -149), (school.process, Wave::After, -29), (budget.process, Wave::Before, -59)]
    {
        stage.hold(process, wave, day).await?;
    }
    // On the square a few have answered by now: nothing is told of them. Two sheets of paper wait for a second person.
    for nth in 0..7 {
        stage.sheet(square.process, &stage.filled(Wave::Before, nth, true, Way::Screen), -2).await?;
    }
    for nth in 7..9 {
        stage.sheet(square.process, &stage.filled(Wave::Before, nth, true, Way::Paper), -1).await?;
    }
    Ok(())
}

impl Stage<'_> {
    fn at(&self, days: i64) -> Instant {
        self.now.plus_seconds(days * DAY)
    }

    fn day(&self, days: i64) -> Date {
        self.town.tenant.civil.zone.date(self.at(days))
    }

    /// The officer keeps what is proposed, except what is named, when the first wave begins.
    async fn plan(&self, of: &Measured) -> Result<(), String> {
        let (tenant, civil, id) = (self.town.tenant.id, self.town.tenant.civil.clone(), of.process);
        let actor = Actor::Account { account: self.town.account("participatie")? };
        let mut session = self.app.store.read().await.map_err(told)?;
        let aims = measure::aims(&mut session, tenant, id).await.map_err(told)?;
        drop(session);
        let proposals = proposed(&aims);
        let choice = |code: &str| match DROPPED.iter().find(|(process, known, _)| *process == of.code && *known == code) {
            Some((_, _, why)) => (false, Some(LanguageSet::written(Language::NL, *why))),
            None => (true, None),
        };
        let new = NewMeasurementPlan {
            choices: INDICATORS
                .iter()
                .filter(|it| {
                    proposals.iter().any(|proposal| proposal.indicator == *it) || (of.code == "school" && BESIDE.contains(&it.code))
                })
                .map(|it| (it, Some(choice(it.code))))
                .collect(),
            waves: of
                .waves
                .iter()
                .map(|(wave, from, to, invited)| {
                    (*wave, Some(NewDays { opens: self.day(*from), closes: self.day(*to), invited: *invited }))
                })
                .collect(),
        };
        let at = self.at(of.waves.first().map_or(0, |(_, from, _, _)| *from));
        store::write!(self.app.store, [civil, new, actor], |tx| {
            let act = Act { tenant, actor: &actor, at, civil: &civil };
            measure::save_plan(tx, &act, id, &new, None).await?;
            let plan = measure::plan(tx, tenant, id).await?;
            for round in Round::ALL {
                measure::save_questions(tx, &act, id, round, &plan.proposed_questions(round)).await?;
            }
            Ok::<_, measure::Refusal>(())
        })
        .await
        .map_err(told)
    }

    /// What person number `nth` answers in a wave. Afterwards most agree a little more, some less.
    fn filled(&self, wave: Wave, nth: i64, took_part: bool, way: Way) -> Sheet {
        let answer = |place: usize, it: &'static Statement| {
            let place = i64::try_from(place).unwrap_or(0);
            if (nth + place * 3) % 17 == 0 {
                return (it, None);
            }
            let first = 1 + (nth * 7 + place * 5) % 4;
            let change = if wave == Wave::Before { 0 } else { [1, 0, 1, -1, 1, 0, -1, 1][usize::try_from((nth + place) % 8).unwrap_or(0)] };
            let change = if it.agreeing_is_bad { -change } else { change };
            let rest = i64::from(took_part) - i64::from(it.agreeing_is_bad);
            (it, u8::try_from((first + change + rest).clamp(1, 5)).ok())
        };
        let all = STATEMENTS.iter().enumerate();
        let answers = all.filter(|(_, it)| it.scale == Scale::Agreement && it.suits(wave.round()));
        let barriers = match nth % 4 {
            0 => vec!["time-money"],
            1 => vec!["language", "jargon"],
            2 => Vec::new(),
            _ => vec!["feedback"],
        };
        Sheet {
            wave,
            took_part,
            staff: false,
            way,
            answers: answers.map(|(place, it)| answer(place, it)).collect(),
            barriers: Some(barriers),
            code: None,
            once: Uuid::from_u128(self.app.random.below(u64::MAX).into()),
            batch: None,
        }
    }

    /// A sheet without what is not asked there.
    async fn fitted(&self, process: ProcessId, sheet: &Sheet) -> Result<Sheet, String> {
        let mut session = self.app.store.read().await.map_err(told)?;
        let plan = measure::plan(&mut session, self.town.tenant.id, process).await.map_err(told)?;
        drop(session);
        let asked = plan.questions(sheet.wave);
        let barriers = sheet.barriers.clone().filter(|_| asked.iter().any(|it| it.scale == Scale::Barriers));
        let answers = sheet.answers.iter().filter(|(it, _)| asked.contains(it)).copied().collect();
        Ok(Sheet { answers, barriers, ..sheet.clone() })
    }

    /// Somebody else types a sheet of paper in as well, and reads the same.
    async fn check(&self, process: ProcessId, sheet: &Sheet, day: i64) -> Result<(), String> {
        let (tenant, civil, at) = (self.town.tenant.id, self.town.tenant.civil.clone(), self.at(day));
        let key = CodeKey::of(&self.app.secret, tenant, process);
        let (sheet, actor) = (self.fitted(process, sheet).await?, Actor::Account { account: self.town.account("participatie")? });
        let done = store::write!(self.app.store, [civil, key, sheet, actor], |tx| {
            let act = Act { tenant, actor: &actor, at, civil: &civil };
            measure::check(tx, &act, &key, process, key.sheet(sheet.once), &sheet, false).await
        })
        .await
        .map_err(told)?;
        if done == Checked::Same { Ok(()) } else { Err(format!("a sheet of Leyhoven was read twice and came out as {done:?}")) }
    }

    /// Takes a sheet; what is not asked there is not kept.
    async fn sheet(&self, process: ProcessId, sheet: &Sheet, day: i64) -> Result<Linked, String> {
        let (tenant, civil, at) = (self.town.tenant.id, self.town.tenant.civil.clone(), self.at(day));
        let key = CodeKey::of(&self.app.secret, tenant, process);
        let sheet = self.fitted(process, sheet).await?;
        let (actor, brought) = match sheet.way {
            Way::Screen => (Actor::Resident, Brought::ByThemselves),
            Way::Paper | Way::Read => (Actor::Account { account: self.town.account("wijk")? }, Brought::ByTheDesk),
        };
        let taken = store::write!(self.app.store, [civil, key, sheet, actor], |tx| {
            let act = Act { tenant, actor: &actor, at, civil: &civil };
            measure::answer(tx, &act, &key, process, &sheet, brought).await
        })
        .await
        .map_err(told)?;
        Ok(taken.linked)
    }

    /// Sixty people who mean to take part and sixteen who do not: most on a screen, fourteen on paper in one pile.
    async fn answer_before(&self, of: &Measured, day: i64) -> Result<(), String> {
        let pile = Uuid::from_u128(self.app.random.below(u64::MAX).into());
        for nth in 0..76 {
            let took_part = nth < 60;
            let on_paper = nth % 5 == 4 && took_part;
            let way = if on_paper { Way::Paper } else { Way::Screen };
            let mut sheet = Sheet { once: once(self.app, of.code, nth), ..self.filled(Wave::Before, nth, took_part, way) };
            if on_paper {
                sheet.code = Some(self.code(of, nth));
                sheet.batch = Some(pile);
            }
            self.sheet(of.process, &sheet, day).await?;
            if on_paper {
                self.check(of.process, &sheet, day).await?;
            }
        }
        Ok(())
    }

    /// Forty-eight of them come back with their code, twelve lost it: enough for nobody to be found by subtraction. Four others answer
    /// who took no part, too few to show.
    async fn answer_after(&self, of: &Measured, day: i64) -> Result<(), String> {
        for nth in 0..64 {
            let took_part = nth < 60;
            let mut sheet = self.filled(Wave::After, nth, took_part, Way::Screen);
            if nth < 48 {
                sheet.code = Some(self.code(of, nth));
            }
            self.sheet(of.process, &sheet, day).await?;
        }
        Ok(())
    }

    /// The code that person number `nth` got.
    fn code(&self, of: &Measured, nth: i64) -> measure::AnswerCode {
        CodeKey::of(&self.app.secret, self.town.tenant.id, of.process).code(once(self.app, of.code, nth), 0)
    }

    async fn hold(&self, process: ProcessId, wave: Wave, day: i64) -> Result<(), String> {
        let (tenant, civil, at) = (self.town.tenant.id, self.town.tenant.civil.clone(), self.at(day));
        let actor = Actor::Account { account: self.town.account("participatie")? };
        store::write!(self.app.store, [civil, actor], |tx| {
            let act = Act { tenant, actor: &actor, at, civil: &civil };
            measure::release(tx, &act, process, wave).await
        })
        .await
        .map_err(told)
    }
}

/// The form of person number `nth`, from which the code follows that the person got.
fn once(app: &App, code: &str, nth: i64) -> Uuid {
    let bytes = app.secret.derive(&format!("demo form {code} {nth}"));
    let mut first = [0; 16];
    first.copy_from_slice(&bytes[..16]);
    uuid::Builder::from_random_bytes(first).into_uuid()
}
