//! One contribution whose parts belong to different departments (F1 S3a, the mirror of a bundle; C150, «Verkokeren»). Each part
//! holds words of the author and goes to a department at once, in a dossier of its own; the whole keeps its number and its follow
//! code, and its author gets one answer, when every part has one.

use crate::act::{Refusal, Rule, ask_to_take, here};
use crate::contesting::follow;
use crate::model::{Act, ConsultVerdict};
use crate::tables;
use journey::{Act as Doing, Step, evidence};
use kernel::{ContributionId, DepartmentId, DossierId, Line, Prose};
use store::Tx;

/// A contribution is divided into so many parts at most.
pub const MOST_PARTS: usize = 4;
/// The title of a part has at most this many signs.
pub const TITLE_MOST: usize = 100;

/// A part that is taken out of a contribution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What it is about, in one line; `None` for the first words of the passage.
    pub title: Option<Line>,
    /// The words of the author that belong to it, one or more passages with an empty line between them.
    pub passage: Prose,
    /// The department that is asked to take it.
    pub department: DepartmentId,
}

/// Divides the contribution of a dossier over departments. Each is asked at once to take its part, so that no part is ever without
/// an owner or a term. Answers the dossiers of the parts.
///
/// # Errors
/// When it travels with others or is too far; when there are too few parts or they go to one department; when a passage is not in
/// the words of the author; when something beside the way is open that no part takes over.
pub async fn divide(tx: &mut Tx, doing: &Doing<'_>, dossier: DossierId, parts: &[Part]) -> Result<Vec<DossierId>, Refusal> {
    let before = here(tx, doing, dossier, Act::Divide).await?;
    if !(2..=MOST_PARTS).contains(&parts.len()) {
        return Err(Refusal::Rule(Rule::TooFewParts));
    }
    if parts.windows(2).all(|two| two[0].department == two[1].department) {
        return Err(Refusal::Rule(Rule::OneDepartment));
    }
    for part in parts {
        people::tables::department(tx, doing.tenant, part.department).await?.ok_or(Refusal::Missing)?;
    }
    let whole = before.live().next().ok_or(Refusal::NotNow(before.state))?.contribution;
    let whole = voice::contribution(tx, doing.tenant, whole).await?.ok_or(Refusal::Missing)?;
    let text = voice::whole_text(&whole);
    if parts.iter().any(|part| !voice::holds(&text, part.passage.as_str())) {
        return Err(Refusal::Rule(Rule::PassageElsewhere));
    }
    let taken_over = |department: DepartmentId| parts.iter().any(|part| part.department == department);
    if !before.objections.is_empty() || before.touched.iter().any(|open| !taken_over(open.department)) {
        return Err(Refusal::Rule(Rule::OpenBeside));
    }
    for open in &before.touched {
        let verdict = ConsultVerdict::TookOver;
        // A department that gave it back left behind whom it had named: no step tells of them where it lies now.
        if before.state.may_touch_others() {
            let proof = evidence::Consult::by_carry(open.department, verdict.code().to_owned());
            journey::record(tx, doing, dossier, Step::Consulted(proof)).await?;
        }
        tables::end_consult(tx, doing.tenant, dossier, (open.department, verdict, None), (doing.at, doing.actor.account())).await?;
    }
    if before.asked.is_some() {
        tables::close_asking(tx, doing.tenant, dossier, doing.at, doing.actor.account()).await?;
    }
    let mut begun = Vec::new();
    for part in parts {
        let title = match &part.title {
            Some(title) => title.clone(),
            None => Line::new(&voice::first_words(part.passage.as_str(), TITLE_MOST), TITLE_MOST)
                .map_err(|_| Refusal::Rule(Rule::PassageElsewhere))?,
        };
        let (id, own) = (ContributionId::new(doing.at, tx.random()), DossierId::new(doing.at, tx.random()));
        let new = voice::NewPart { id, dossier: own, title, body: part.passage.clone() };
        let number = voice::keep_part(tx, doing, &whole, &new).await.map_err(|error| refused(error, before.state))?;
        begun.push(evidence::NewPart { contribution: id, number, dossier: own });
    }
    let dossiers: Vec<DossierId> = begun.iter().map(|part| part.dossier).collect();
    journey::divide(tx, doing, dossier, begun).await?;
    for (own, part) in dossiers.iter().zip(parts) {
        ask_to_take(tx, doing, *own, part.department).await?;
    }
    Ok(dossiers)
}

fn refused(error: voice::Error, state: journey::State) -> Refusal {
    match error {
        voice::Error::Store(error) => Refusal::Store(error),
        voice::Error::Journey(refusal) => refusal.into(),
        voice::Error::Missing => Refusal::Rule(Rule::PassageElsewhere),
        _ => Refusal::NotNow(state),
    }
}

/// Makes the parts of a contribution one again, as long as none of them has an advice. The whole then waits for a department.
///
/// # Errors
/// When it was not divided, or a part is too far or waits for somebody outside its department.
pub async fn reunite(tx: &mut Tx, doing: &Doing<'_>, dossier: DossierId) -> Result<(), Refusal> {
    let before = here(tx, doing, dossier, Act::Reunite).await?;
    let mut left = vec![dossier];
    for part in &before.parts {
        let travels = journey::of_contribution(tx, doing.tenant, part.contribution).await?.ok_or(Refusal::Missing)?;
        if !Act::Part.is_open_for(&travels) {
            return Err(Refusal::Rule(Rule::PartTooFar));
        }
        if travels.live().count() == 1 && travels.asked.is_some() {
            tables::close_asking(tx, doing.tenant, travels.id, doing.at, doing.actor.account()).await?;
        }
        left.push(travels.id);
    }
    journey::reunite(tx, doing, dossier).await?;
    for part in &before.parts {
        voice::end_part(tx, doing, part.contribution).await.map_err(|error| refused(error, before.state))?;
    }
    follow(tx, doing, &left).await
}
