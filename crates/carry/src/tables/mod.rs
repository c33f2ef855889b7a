//! The tables of this room; nobody else writes them. One file per aggregate.

mod across;
mod advice;
mod agenda;
mod assignment;
mod briefing;
mod budget;
mod bundles;
mod consult;
mod contest;
mod decision;
mod frames;
mod minority;
mod note;
mod objection;
mod overtaking;
mod question;
mod reminder;
mod results;
mod screening;
mod weighing;

pub use across::{EscalationRow, MeansRequest, Meeting, escalations, means_requests, meetings};
pub(crate) use across::{
    add_escalation, add_means_request, add_meeting, conclude_meeting, concluded_since, queue_means_request, settle_escalation,
    settle_means_request,
};
pub(crate) use advice::add_advice;
pub use advice::{Advice, advice, advices};
pub use agenda::{AgendaItem, Slot, agenda, slot, slots};
pub(crate) use agenda::{add_slot, off_agenda};
pub use assignment::{Asking, Settled, askings};
pub(crate) use assignment::{accept_asking, add_asking, close_asking, hand_back_asking};
pub use briefing::{
    Briefing, BriefingQuestion, Presence, briefing, briefings, briefings_of_dossier, briefings_of_process, first_advice, presences,
};
pub(crate) use briefing::{add_briefing, add_briefing_question, add_presence, answer_briefing_question, note_advised};
pub(crate) use budget::{MOST as MOST_BUDGETS, ask_no_longer, asked_of_share, commit_share, drop_share, release, save_budget};
pub use budget::{asked_of_budget, budget, budgets, waiting_of_budget};
pub(crate) use bundles::{Found, add_numbered, aside, begin_search, end_search, recount, set_aside, take_out, tell_search};
pub use bundles::{ProposalRow, ProposalStatus, SearchRow, bundle_members, bundle_proposal, bundle_proposals, bundle_search};
pub use consult::{Consult, consults};
pub(crate) use consult::{add_consult, end_consult};
pub use contest::{Contest, ContestEnd, contests, open_contests};
pub(crate) use contest::{
    add_contest, contests_of_identity, forget_contest, move_contest, settle_contest, waiting_contests, worded_contests,
};
pub(crate) use decision::add_decision;
pub use decision::{DecidedBy, Decision, decided_by, decision, decisions};
pub(crate) use frames::put_frame;
pub use frames::{FrameChecked, frames};
pub use minority::{Minority, minorities};
pub(crate) use minority::{forget_minority, mark, unmark};
pub use note::{Note, notes};
pub(crate) use note::{add_note, has_note};
pub use objection::{Objection, objections};
pub(crate) use objection::{add_objection, end_objection, next_objection};
pub use overtaking::{Overtaking, overtakings};
pub(crate) use overtaking::{add_overtaking, end_overtaking};
pub use question::{Question, QuestionStatus, open_question, question, questions};
pub(crate) use question::{
    add_question, answer_question, answered_questions, carry_question, forget_answer, forget_identity, lapse_question, of_identity,
    overdue_questions, questions_of,
};
pub(crate) use reminder::{first_run_of, first_time, sent_reminders};
pub use results::{GatheredResult, ResultCount, results, results_of_process};
pub(crate) use results::{add_result, begin_gathering, gathering};
pub(crate) use screening::put_screening;
pub use screening::{Screened, Verdict as ScreeningVerdict, screening};
pub use weighing::{Reviewed, Weighing, weighings};
pub(crate) use weighing::{
    add_weighing, chosen_before, chosen_in_area, chosen_lately, chosen_of_theme, due_reviews, end_review, open_review,
};

use kernel::{DossierId, TenantId};
use store::{Error, Migration, Tx, values};

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = &[
    Migration { room: "carry", number: 1, name: "main line", sql: MAIN_LINE },
    Migration { room: "carry", number: 2, name: "across departments", sql: ACROSS },
    Migration { room: "carry", number: 3, name: "weighing of values", sql: WEIGHING },
    Migration { room: "carry", number: 4, name: "proposals to bundle", sql: include_str!("bundles.sql") },
    Migration { room: "carry", number: 5, name: "what differs in a bundle", sql: include_str!("apart.sql") },
    Migration { room: "carry", number: 6, name: "objections", sql: OBJECTIONS },
    Migration { room: "carry", number: 7, name: "hearing others and deciding too early", sql: HEARING },
    Migration { room: "carry", number: 8, name: "contested divisions", sql: include_str!("divided.sql") },
    Migration { room: "carry", number: 9, name: "responses, formal replies and partners at the table", sql: VARIANTS },
    Migration { room: "carry", number: 10, name: "budgets and their shares", sql: include_str!("budgets.sql") },
    Migration { room: "carry", number: 11, name: "briefings of the council", sql: include_str!("briefings.sql") },
    Migration { room: "carry", number: 12, name: "results of what was gathered", sql: include_str!("results.sql") },
    Migration { room: "carry", number: 13, name: "of which process, and what was put first", sql: include_str!("process.sql") },
    Migration { room: "carry", number: 14, name: "what stands on agendas", sql: include_str!("agenda.sql") },
    Migration { room: "carry", number: 15, name: "essential or adjustable rules", sql: include_str!("firmness.sql") },
    Migration { room: "carry", number: 16, name: "who defends what, and looking again", sql: include_str!("values.sql") },
];

const ACROSS: &str = "\
CREATE TABLE meeting (
  tenant UUID NOT NULL, dossier UUID NOT NULL, number BIGINT NOT NULL, day TEXT NOT NULL, subject UUID NOT NULL,
  convened_at BIGINT NOT NULL, convened_by UUID, agreement UUID, concluded_at BIGINT, concluded_by UUID,
  PRIMARY KEY (tenant, dossier, number));
CREATE TABLE meeting_party (
  tenant UUID NOT NULL, dossier UUID NOT NULL, meeting BIGINT NOT NULL, department UUID NOT NULL, present BOOLEAN,
  PRIMARY KEY (tenant, dossier, meeting, department));
CREATE TABLE means_request (
  tenant UUID NOT NULL, dossier UUID NOT NULL, number BIGINT NOT NULL, department UUID NOT NULL, euros BIGINT, purpose UUID NOT NULL,
  asked_at BIGINT NOT NULL, asked_by UUID, committed BOOLEAN, motive UUID, settled_at BIGINT, settled_by UUID,
  PRIMARY KEY (tenant, dossier, number));
CREATE TABLE escalation (
  tenant UUID NOT NULL, dossier UUID NOT NULL, number BIGINT NOT NULL, level TEXT NOT NULL, question UUID NOT NULL,
  conflict UUID NOT NULL, options UUID NOT NULL, raised_at BIGINT NOT NULL, raised_by UUID,
  answer UUID, settled_at BIGINT, settled_by UUID,
  PRIMARY KEY (tenant, dossier, number));";

const WEIGHING: &str = "\
CREATE TABLE weighing (
  tenant UUID NOT NULL, dossier UUID NOT NULL, number BIGINT NOT NULL, department UUID, conflicting TEXT NOT NULL,
  dilemma TEXT NOT NULL, options UUID NOT NULL, strategy TEXT, motive UUID, review_day TEXT,
  recorded_at BIGINT NOT NULL, recorded_by UUID,
  PRIMARY KEY (tenant, dossier, number));
CREATE INDEX weighing_of_dilemma ON weighing (tenant, dilemma, recorded_at);";

const OBJECTIONS: &str = "\
CREATE TABLE objection (
  tenant UUID NOT NULL, dossier UUID NOT NULL, number BIGINT NOT NULL, department UUID NOT NULL, nature TEXT NOT NULL, euros BIGINT,
  words UUID NOT NULL, raised_at BIGINT NOT NULL, raised_by UUID, ended TEXT, motive UUID, ended_at BIGINT, ended_by UUID,
  PRIMARY KEY (tenant, dossier, number));";

const HEARING: &str = "\
CREATE TABLE consult (
  tenant UUID NOT NULL, dossier UUID NOT NULL, number BIGINT NOT NULL, department UUID NOT NULL, why UUID NOT NULL,
  touched_at BIGINT NOT NULL, touched_by UUID, verdict TEXT, words UUID, ended_at BIGINT, ended_by UUID,
  PRIMARY KEY (tenant, dossier, number));
CREATE TABLE overtaking (
  tenant UUID NOT NULL, dossier UUID NOT NULL, number BIGINT NOT NULL, day TEXT NOT NULL, found_at BIGINT NOT NULL,
  ended TEXT, motive UUID, ended_at BIGINT, ended_by UUID,
  PRIMARY KEY (tenant, dossier, number));
ALTER TABLE decision ADD COLUMN published TEXT;";

const VARIANTS: &str = "\
ALTER TABLE decision ADD COLUMN response TEXT;
ALTER TABLE decision ADD COLUMN response_motive UUID;
ALTER TABLE advice ADD COLUMN plan_change TEXT;
ALTER TABLE advice ADD COLUMN reply UUID;
CREATE TABLE meeting_partner (
  tenant UUID NOT NULL, dossier UUID NOT NULL, meeting BIGINT NOT NULL, organisation UUID NOT NULL,
  PRIMARY KEY (tenant, dossier, meeting, organisation));";

const MAIN_LINE: &str = "\
CREATE TABLE screening (
  tenant UUID NOT NULL, dossier UUID NOT NULL, verdict TEXT NOT NULL, kind TEXT, referred_to TEXT, place TEXT,
  theme UUID, motive UUID, screened_at BIGINT NOT NULL, screened_by UUID,
  PRIMARY KEY (tenant, dossier));
CREATE TABLE assignment (
  tenant UUID NOT NULL, dossier UUID NOT NULL, number BIGINT NOT NULL, department UUID NOT NULL,
  asked_at BIGINT NOT NULL, asked_by UUID, settled TEXT, holder UUID, reason TEXT, settled_at BIGINT, settled_by UUID,
  PRIMARY KEY (tenant, dossier, number));
CREATE TABLE author_question (
  tenant UUID NOT NULL, id UUID NOT NULL, dossier UUID NOT NULL, contribution UUID NOT NULL, question UUID NOT NULL,
  asked_at BIGINT NOT NULL, asked_by UUID, until_day TEXT NOT NULL, channel TEXT NOT NULL, identity UUID, carried_at BIGINT,
  status TEXT NOT NULL, answer UUID, answered_at BIGINT, heard_by UUID,
  PRIMARY KEY (tenant, id));
CREATE INDEX author_question_of_dossier ON author_question (tenant, dossier, asked_at);
CREATE INDEX author_question_of_contribution ON author_question (tenant, contribution, status);
CREATE INDEX author_question_of_identity ON author_question (tenant, identity);
CREATE INDEX author_question_open ON author_question (tenant, status, until_day, id);
CREATE TABLE frame_verdict (
  tenant UUID NOT NULL, dossier UUID NOT NULL, frame TEXT NOT NULL, fit TEXT NOT NULL, rule UUID,
  checked_at BIGINT NOT NULL, checked_by UUID,
  PRIMARY KEY (tenant, dossier, frame));
CREATE TABLE advice (
  tenant UUID NOT NULL, id UUID NOT NULL, dossier UUID NOT NULL, department UUID, fit TEXT NOT NULL, condition_text UUID,
  words UUID NOT NULL, motive UUID NOT NULL, given_at BIGINT NOT NULL, given_by UUID,
  PRIMARY KEY (tenant, id));
CREATE INDEX advice_of_dossier ON advice (tenant, dossier, given_at);
CREATE TABLE agenda_slot (
  tenant UUID NOT NULL, dossier UUID NOT NULL, number BIGINT NOT NULL, body TEXT NOT NULL, day TEXT NOT NULL, motive UUID,
  set_at BIGINT NOT NULL, set_by UUID,
  PRIMARY KEY (tenant, dossier, number));
CREATE TABLE decision (
  tenant UUID NOT NULL, id UUID NOT NULL, dossier UUID NOT NULL, outcome TEXT NOT NULL, body TEXT NOT NULL, day TEXT NOT NULL,
  until_day TEXT, vote TEXT, words UUID NOT NULL, deviation UUID, advice UUID, decided_at BIGINT NOT NULL, decided_by UUID,
  PRIMARY KEY (tenant, id));
CREATE INDEX decision_of_dossier ON decision (tenant, dossier, decided_at);
CREATE TABLE dossier_note (
  tenant UUID NOT NULL, id UUID NOT NULL, dossier UUID NOT NULL, words TEXT NOT NULL, written_at BIGINT NOT NULL, written_by UUID,
  PRIMARY KEY (tenant, id));
CREATE INDEX dossier_note_of_dossier ON dossier_note (tenant, dossier, written_at, id);
CREATE TABLE stranding_reminder (
  tenant UUID NOT NULL, dossier UUID NOT NULL, code TEXT NOT NULL, since_day TEXT NOT NULL, rung TEXT NOT NULL, sent_at BIGINT NOT NULL,
  PRIMARY KEY (tenant, dossier, code, since_day, rung));
CREATE TABLE terms_run (
  tenant UUID NOT NULL, day TEXT NOT NULL,
  PRIMARY KEY (tenant, day))";

/// The number after the last one of a dossier, which `sql` tells as `last`.
async fn next(tx: &mut Tx, sql: &'static str, tenant: TenantId, dossier: DossierId) -> Result<i64, Error> {
    Ok(tx.one(sql, &values![tenant, dossier]).await?.get::<i64>("last")? + 1)
}
