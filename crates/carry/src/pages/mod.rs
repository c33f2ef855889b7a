//! The pages of this room.

mod accept;
mod agenda;
mod agendas;
mod apart;
mod assign;
mod at_once;
pub(crate) mod briefings;
mod budgets;
mod bundles;
mod conclude;
mod consult;
mod contest;
mod contested;
mod convene;
mod decision;
pub(crate) mod desk;
mod divide;
mod dossier;
mod escalate;
mod explain;
mod hand_back;
mod hear;
mod judging;
mod look_again;
mod means;
mod means_answer;
mod minority;
mod moments;
mod notes;
mod object;
mod objection_end;
mod opened;
pub(crate) mod plans_here;
mod proposal;
mod question;
mod reply;
pub(crate) mod result;
mod resume;
mod screening;
mod settle;
mod together;
mod touch;
pub(crate) mod view;
mod weigh;

pub use opened::differs as differing;
use people::{Access, Permission, Routes};
pub use view::firmness_choices;

/// A name as it stands in an address.
fn in_address(name: &str) -> String {
    use std::fmt::Write as _;
    let mut found = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() {
            found.push(char::from(byte));
        } else {
            let _ = write!(found, "%{byte:02X}");
        }
    }
    found
}

/// The addresses of this room.
#[must_use]
pub fn routes() -> Routes {
    let read = Access::Staff(Permission::ReadStaff);
    let staff = Access::Staff;
    // Who decides, who brings a question higher and who answers it there, who takes up again, who ends an objection and who may leave a
    // note follows from more than one permission: the handler looks.
    Routes::new("carry")
        .get("/werk", Access::SignedIn, desk::show)
        .post("/werk/lijsten", read, desk::save)
        .post("/werk/lijsten/weg", read, desk::forget)
        .get("/werk/samen", read, at_once::show)
        .post("/werk/samen", read, at_once::take)
        .get("/werk/dossiers/{id}", read, dossier::show)
        .get("/werk/dossiers/{id}/screening", staff(Permission::Screen), screening::show)
        .post("/werk/dossiers/{id}/screening", staff(Permission::Screen), screening::take)
        .get("/werk/bundelen", staff(Permission::Assign), bundles::list)
        .get("/werk/processen/{id}/bundelen", staff(Permission::Assign), bundles::show)
        .post("/werk/processen/{id}/bundelen", staff(Permission::Assign), bundles::take)
        .get("/werk/processen/{id}/bundelen/{proposal}", staff(Permission::Assign), proposal::show)
        .post("/werk/processen/{id}/bundelen/{proposal}", staff(Permission::Assign), proposal::take)
        .get("/werk/dossiers/{id}/samenvoegen", staff(Permission::Assign), together::show)
        .post("/werk/dossiers/{id}/samenvoegen", staff(Permission::Assign), together::take)
        .get("/werk/dossiers/{id}/splitsen", staff(Permission::Assign), apart::show)
        .post("/werk/dossiers/{id}/splitsen", staff(Permission::Assign), apart::take)
        .get("/werk/dossiers/{id}/opdelen", staff(Permission::Assign), divide::show)
        .post("/werk/dossiers/{id}/opdelen", staff(Permission::Assign), divide::take)
        .get("/werk/dossiers/{id}/opdelen/ongedaan", staff(Permission::Assign), divide::show_reunite)
        .post("/werk/dossiers/{id}/opdelen/ongedaan", staff(Permission::Assign), divide::take_reunite)
        .get("/werk/dossiers/{id}/minderheid", staff(Permission::Assign), minority::show)
        .post("/werk/dossiers/{id}/minderheid", staff(Permission::Assign), minority::take)
        .get("/werk/dossiers/{id}/betwisting", staff(Permission::Assign), contested::show)
        .post("/werk/dossiers/{id}/betwisting", staff(Permission::Assign), contested::take)
        .get("/werk/dossiers/{id}/toewijzen", staff(Permission::Assign), assign::show)
        .post("/werk/dossiers/{id}/toewijzen", staff(Permission::Assign), assign::take)
        .get("/werk/dossiers/{id}/aanvaarden", staff(Permission::Accept), accept::show)
        .post("/werk/dossiers/{id}/aanvaarden", staff(Permission::Accept), accept::take)
        .get("/werk/dossiers/{id}/teruggeven", staff(Permission::Accept), hand_back::show)
        .post("/werk/dossiers/{id}/teruggeven", staff(Permission::Accept), hand_back::take)
        .get("/werk/dossiers/{id}/kadertoets", staff(Permission::CheckFrames), judging::show_frames)
        .post("/werk/dossiers/{id}/kadertoets", staff(Permission::CheckFrames), judging::take_frames)
        .get("/werk/dossiers/{id}/vraag", staff(Permission::Ask), question::show)
        .post("/werk/dossiers/{id}/vraag", staff(Permission::Ask), question::take)
        .post("/werk/dossiers/{id}/vraag/overgebracht", staff(Permission::Ask), question::carried)
        .get("/werk/dossiers/{id}/antwoord-op-vraag", staff(Permission::Ask), hear::show)
        .post("/werk/dossiers/{id}/antwoord-op-vraag", staff(Permission::Ask), hear::take)
        .get("/werk/dossiers/{id}/waarden", staff(Permission::Advise), weigh::show)
        .post("/werk/dossiers/{id}/waarden", staff(Permission::Advise), weigh::take)
        .get("/werk/dossiers/{id}/waarden/opnieuw", staff(Permission::Advise), look_again::show)
        .post("/werk/dossiers/{id}/waarden/opnieuw", staff(Permission::Advise), look_again::take)
        .get("/werk/dossiers/{id}/tafel", staff(Permission::Assign), convene::show)
        .post("/werk/dossiers/{id}/tafel", staff(Permission::Assign), convene::take)
        .get("/werk/dossiers/{id}/tafel/afspraken", staff(Permission::Assign), conclude::show)
        .post("/werk/dossiers/{id}/tafel/afspraken", staff(Permission::Assign), conclude::take)
        .get("/werk/dossiers/{id}/middelen", staff(Permission::Advise), means::show)
        .post("/werk/dossiers/{id}/middelen", staff(Permission::Advise), means::take)
        .get("/werk/dossiers/{id}/middelen/antwoord", staff(Permission::CommitMeans), means_answer::show)
        .post("/werk/dossiers/{id}/middelen/antwoord", staff(Permission::CommitMeans), means_answer::take)
        .get("/werk/budgetten", read, budgets::list)
        .get("/werk/budgetten/nieuw", staff(Permission::ManageBudgets), budgets::blank)
        .post("/werk/budgetten/nieuw", staff(Permission::ManageBudgets), budgets::make)
        .get("/werk/budgetten/{id}", read, budgets::show)
        .get("/werk/budgetten/{id}/wijzigen", staff(Permission::ManageBudgets), budgets::edit)
        .post("/werk/budgetten/{id}/wijzigen", staff(Permission::ManageBudgets), budgets::change)
        .get("/werk/agenda", read, agendas::show)
        .get("/werk/briefings", read, briefings::list)
        .get("/werk/briefings/{id}", read, briefings::show)
        .post("/werk/briefings/{id}/vraag", staff(Permission::Schedule), briefings::ask)
        .post("/werk/briefings/{id}/antwoord", staff(Permission::Schedule), briefings::answer)
        .get("/werk/processen/{id}/briefing", staff(Permission::Schedule), briefings::blank)
        .post("/werk/processen/{id}/briefing", staff(Permission::Schedule), briefings::tell)
        .get("/werk/processen/{id}/momenten", staff(Permission::DesignProcess), moments::show)
        .post("/werk/processen/{id}/momenten", staff(Permission::DesignProcess), moments::take)
        .get("/werk/dossiers/{id}/bezwaar", staff(Permission::Advise), object::show)
        .post("/werk/dossiers/{id}/bezwaar", staff(Permission::Advise), object::take)
        .get("/werk/dossiers/{id}/bezwaar/einde", read, objection_end::show)
        .post("/werk/dossiers/{id}/bezwaar/einde", read, objection_end::take)
        .get("/werk/dossiers/{id}/raakt-ook", read, touch::show)
        .post("/werk/dossiers/{id}/raakt-ook", read, touch::take)
        .get("/werk/dossiers/{id}/raakt-ook/gehoord", read, consult::show)
        .post("/werk/dossiers/{id}/raakt-ook/gehoord", read, consult::take)
        .get("/werk/dossiers/{id}/te-vroeg", staff(Permission::Review), explain::show)
        .post("/werk/dossiers/{id}/te-vroeg", staff(Permission::Review), explain::take)
        .get("/werk/dossiers/{id}/weer-oppakken", read, resume::show)
        .post("/werk/dossiers/{id}/weer-oppakken", read, resume::take)
        .get("/werk/dossiers/{id}/hoger", read, escalate::show)
        .post("/werk/dossiers/{id}/hoger", read, escalate::take)
        .get("/werk/dossiers/{id}/hoger/antwoord", read, settle::show)
        .post("/werk/dossiers/{id}/hoger/antwoord", read, settle::take)
        .get("/werk/dossiers/{id}/advies", staff(Permission::Advise), judging::show_advice)
        .post("/werk/dossiers/{id}/advies", staff(Permission::Advise), judging::take_advice)
        .get("/werk/dossiers/{id}/agenda", staff(Permission::Schedule), agenda::show)
        .post("/werk/dossiers/{id}/agenda", staff(Permission::Schedule), agenda::take)
        .get("/werk/dossiers/{id}/besluit", read, decision::show)
        .post("/werk/dossiers/{id}/besluit", read, decision::take)
        .get("/werk/dossiers/{id}/notities", read, notes::show)
        .post("/werk/dossiers/{id}/notities", read, notes::take)
        .get("/bijdragen/{number}/bundeling", Access::Public, contest::show)
        .post("/bijdragen/{number}/bundeling", Access::Public, contest::take)
        .get("/bijdragen/{number}/antwoord-op-vraag", Access::Public, reply::show)
        .post("/bijdragen/{number}/antwoord-op-vraag", Access::Public, reply::take)
}
