//! Forms are parsed into what the model knows; what is wrong is said beside its field, and nothing typed is lost.

mod words;

use crate::model::deed::{Attestation, Changing, Deed, MeansWord, Promise};
use crate::model::volunteering::{HoursGiven, minutes_typed};
use crate::model::{Doer, Lasting, Moment};
use journey::ConfirmedBy;
use kernel::{AccountId, DepartmentId, Language, Money, OrganisationId};
use store::texts::LanguageSet;
use ui::Typed;
use words::{count, date, line, money, required_date, required_text};

/// A text of a commitment has at most this many signs.
const TEXT_MOST: usize = 2_000;
/// A line has at most this many signs.
const LINE_MOST: usize = 160;
/// A changed plan says why in at least so many signs, as a no does.
const MOTIVE_LEAST: usize = 50;
/// So many people help on one day at most.
const PEOPLE_MOST: i64 = 500;
/// No more hours a month than a month of work has.
const HOURS_MOST: i64 = 200;

/// Whom and what a form may choose.
#[derive(Debug, Clone, Default)]
pub(crate) struct Offered {
    pub(crate) departments: Vec<DepartmentId>,
    pub(crate) organisations: Vec<OrganisationId>,
    pub(crate) accounts: Vec<AccountId>,
}

/// What is promised.
pub(crate) fn promising(typed: &mut Typed, offered: &Offered, language: Language) -> Option<Promise> {
    let what = required_text(typed, "what", TEXT_MOST, "deliver-promise-what-missing", language);
    let doer = Doer::of(typed.get("doer"));
    if doer.is_none() {
        typed.wrong("doer", "ui-choose");
    }
    let organisation = typed.get("organisation").parse().ok().filter(|id| offered.organisations.contains(id));
    if doer == Some(Doer::Partner) && organisation.is_none() {
        typed.wrong("organisation", "deliver-rule-partner");
    }
    let department = typed.get("department").parse().ok().filter(|id| offered.departments.contains(id));
    if department.is_none() {
        typed.wrong("department", "ui-choose");
    }
    let holder = typed.get("holder").parse().ok().filter(|id| offered.accounts.contains(id));
    if holder.is_none() && !typed.get("holder").is_empty() {
        typed.wrong("holder", "ui-choose");
    }
    let until = required_date(typed, "until");
    let promised = if typed.get("promised").trim().is_empty() { Some(Money::from_cents(0)) } else { money(typed, "promised") };
    let source = line(typed, "source", LINE_MOST);
    let sought = typed.has("sought", "yes");
    if promised.is_some_and(|it| it.cents() > 0) && source.is_none() && !sought && typed.error_of("source").is_none() {
        typed.wrong("source", "deliver-rule-source");
    }
    let means_of = typed.get("means-of").parse().ok().filter(|id| offered.departments.contains(id));
    if means_of.is_none() && !typed.get("means-of").is_empty() {
        typed.wrong("means-of", "ui-choose");
    }
    let money_ends = date(typed, "money-ends");
    let hours = count(typed, "hours", HOURS_MOST);
    let ceiling = count(typed, "ceiling", HOURS_MOST);
    if typed.is_wrong() {
        return None;
    }
    Some(Promise {
        what: what?,
        doer: doer?,
        organisation,
        department: department?,
        holder,
        until: until?,
        promised: promised?,
        source,
        means_of,
        sought,
        money_ends,
        hours,
        ceiling,
    })
}

/// What the department does, by the hidden field `doen`.
pub(crate) fn deed(typed: &mut Typed, offered: &Offered, language: Language) -> Option<Deed> {
    let deed = match typed.get("doen") {
        "plan" => {
            let text = required_text(typed, "plan-text", TEXT_MOST, "deliver-plan-text-missing", language);
            let on = required_date(typed, "plan-on");
            Deed::Plan { text: text?, on: on? }
        }
        "reach" => {
            let milestone = typed.get("reach-milestone").parse().ok();
            if milestone.is_none() {
                typed.wrong("reach-milestone", "ui-choose");
            }
            let on = required_date(typed, "reach-on");
            Deed::Reach { milestone: milestone?, on: on? }
        }
        "move" => {
            let milestone = typed.get("move-milestone").parse().ok();
            if milestone.is_none() {
                typed.wrong("move-milestone", "ui-choose");
            }
            let to = required_date(typed, "move-to");
            let motive = required_text(typed, "move-motive", TEXT_MOST, "deliver-move-motive-missing", language);
            Deed::Move { milestone: milestone?, to: to?, motive: motive? }
        }
        "note" => Deed::Note(required_text(typed, "note-words", TEXT_MOST, "deliver-note-missing", language)?),
        "spend" => {
            let amount = money(typed, "spend-amount");
            let on = required_text(typed, "spend-on", LINE_MOST, "deliver-spend-on-missing", language);
            Deed::Spend { amount: amount?, on: on? }
        }
        "fund" => {
            let amount = money(typed, "fund-amount");
            let source = line(typed, "fund-source", LINE_MOST);
            let means_of = typed.get("fund-of").parse().ok().filter(|id| offered.departments.contains(id));
            if means_of.is_none() && !typed.get("fund-of").is_empty() {
                typed.wrong("fund-of", "ui-choose");
            }
            if amount.is_some_and(|it| it.cents() > 0) && source.is_none() && typed.error_of("fund-source").is_none() {
                typed.wrong("fund-source", "deliver-rule-source");
            }
            Deed::Fund { amount: amount?, source, means_of }
        }
        "change" => {
            let proposed = required_text(typed, "change-proposed", TEXT_MOST, "deliver-change-missing", language);
            let instead = required_text(typed, "change-instead", TEXT_MOST, "deliver-change-missing", language);
            let motive = required_text(typed, "change-motive", TEXT_MOST, "deliver-change-missing", language);
            let criterion = required_text(typed, "change-criterion", TEXT_MOST, "deliver-change-missing", language);
            if motive.as_ref().is_some_and(|it| it.original().text.chars().count() < MOTIVE_LEAST) {
                let least = i64::try_from(MOTIVE_LEAST).unwrap_or(50);
                typed.wrong_with("change-motive", "deliver-change-motive-short", &[("least", least.into())]);
                return None;
            }
            Deed::Change(Box::new(Changing { proposed: proposed?, instead: instead?, motive: motive?, criterion: criterion? }))
        }
        "hand-over" => {
            let account = typed.get("holder").parse().ok().filter(|id| offered.accounts.contains(id));
            if account.is_none() {
                typed.wrong("holder", "ui-choose");
            }
            Deed::HandOver(account?)
        }
        "go-on" => {
            let words = required_text(typed, "go-on-words", TEXT_MOST, "deliver-go-on-missing", language);
            let money_ends = date(typed, "go-on-until");
            Deed::GoOn { words: words?, money_ends }
        }
        "claim" => Deed::Claim,
        "take-down" => {
            let photo = typed.get("gone-photo").parse().ok();
            if photo.is_none() {
                typed.wrong("gone-photo", "ui-choose");
            }
            let motive = required_text(typed, "gone-motive", TEXT_MOST, "deliver-gone-motive-missing", language);
            Deed::TakeDown { photo: photo?, motive: motive? }
        }
        _ => {
            typed.wrong("doen", "ui-choose");
            return None;
        }
    };
    (!typed.is_wrong()).then_some(deed)
}

/// What the holder of another department's money says, by the field `means`.
pub(crate) fn means_word(typed: &mut Typed, language: Language) -> Option<MeansWord> {
    match typed.get("means") {
        "yes" => Some(MeansWord::Give),
        "no" => required_text(typed, "means-motive", TEXT_MOST, "deliver-means-motive-missing", language).map(MeansWord::Refuse),
        _ => {
            typed.wrong("means", "ui-choose");
            None
        }
    }
}

/// The time that volunteers gave on one day.
pub(crate) fn hours(typed: &mut Typed) -> Option<HoursGiven> {
    let day = required_date(typed, "hours-on");
    let people = count(typed, "hours-people", PEOPLE_MOST).filter(|many| *many > 0);
    if people.is_none() && typed.error_of("hours-people").is_none() {
        typed.wrong("hours-people", "deliver-hours-people-missing");
    }
    // A day has so many hours for each of them.
    let most = people.unwrap_or(1).saturating_mul(24);
    let minutes = minutes_typed(typed.get("hours-many")).filter(|minutes| (1..=most.saturating_mul(60)).contains(minutes));
    if minutes.is_none() {
        typed.wrong_with("hours-many", "deliver-hours-many-wrong", &[("most", most.into())]);
    }
    let private = typed.has("hours-private", "yes");
    Some(HoursGiven { day: day?, minutes: minutes?, people: people?, private })
}

/// What is said of a photo that is put with it: what it shows, in words too, and that nobody is on it who minds.
pub(crate) fn picture(typed: &mut Typed, language: Language) -> Option<(Moment, LanguageSet)> {
    let moment = Moment::of(typed.get("photo-moment"));
    if moment.is_none() {
        typed.wrong("photo-moment", "ui-choose");
    }
    let words = required_text(typed, "photo-words", LINE_MOST * 2, "deliver-photo-words-missing", language);
    if !typed.has("photo-nobody", "yes") {
        typed.wrong("photo-nobody", "deliver-photo-nobody-missing");
    }
    if typed.is_wrong() {
        return None;
    }
    moment.zip(words)
}

/// What somebody says of it, by the field `said`; `check` by its own fields.
pub(crate) fn attestation(typed: &mut Typed, by: ConfirmedBy, language: Language) -> Option<Attestation> {
    if typed.get("doen") == "check" {
        let words = required_text(typed, "check-words", TEXT_MOST, "deliver-check-missing", language);
        let lasting = Lasting::ALL.iter().copied().filter(|one| typed.has("check-lasting", one.code())).collect();
        return Some(Attestation::Check { lasting, words: words? });
    }
    match typed.get("said") {
        "confirm" => Some(Attestation::Confirm(by)),
        "not-ready" => Some(Attestation::NotReady(by)),
        "different" => Some(Attestation::Different(by)),
        _ => {
            typed.wrong("said", "ui-choose");
            None
        }
    }
}

/// Whether it still works for an author: what holds is ticked, or that nothing does.
pub(crate) fn experience(typed: &mut Typed) -> Option<Attestation> {
    let lasting: Vec<Lasting> = Lasting::ALL.iter().copied().filter(|one| typed.has("lasting", one.code())).collect();
    let none = typed.has("lasting", NOTHING_HOLDS);
    if lasting.is_empty() != none {
        typed.wrong("lasting", if none { "deliver-still-works-both" } else { "deliver-still-works-missing" });
        return None;
    }
    Some(Attestation::Experience { lasting })
}

/// What is ticked when nothing holds any more.
pub(crate) const NOTHING_HOLDS: &str = "nothing";

/// Words in one language.
pub(crate) fn written(language: Language, text: String) -> LanguageSet {
    LanguageSet::written(language, text)
}
