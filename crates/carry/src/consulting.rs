//! Other departments that a dossier touches are heard before its advice (F3 X9; 004 «Verkokeren»: one department handles
//! alone what touches others too). Plain calls inside a transaction, like [`crate::act`].

use crate::across::{known, spoken_of_since};
use crate::act::{Refusal, Rule, here, keep, tell};
use crate::model::{Act, ConsultVerdict};
use crate::tables;
use journey::{Act as Doing, Step, evidence};
use kernel::{DepartmentId, DossierId};
use serde_json::json;
use store::Tx;
use store::texts::LanguageSet;

/// Which other departments a dossier touches, and why. The words are public.
#[derive(Debug, Clone)]
pub struct Touching {
    /// The departments.
    pub departments: Vec<DepartmentId>,
    /// What of their field it touches.
    pub why: LanguageSet,
}

/// Writes down which other departments a dossier touches. Their heads hear of it; until each of them was heard there is no
/// advice, and it lies still (X9) when that takes longer than its term.
///
/// # Errors
/// When no department works on the dossier, or one of them has it, was asked for it, or is waited for already.
pub async fn touch(tx: &mut Tx, doing: &Doing<'_>, dossier: DossierId, touching: &Touching) -> Result<(), Refusal> {
    let before = here(tx, doing, dossier, Act::Touch).await?;
    known(tx, doing, &touching.departments).await?;
    let asked = before.asked.filter(|_| before.department.is_none());
    let own = |id: &DepartmentId| before.department.or(asked) == Some(*id);
    let open = |id: &DepartmentId| before.touched.iter().any(|it| it.department == *id);
    if touching.departments.is_empty() || touching.departments.iter().any(|id| own(id) || open(id)) {
        return Err(Refusal::Rule(Rule::TouchedAlready));
    }
    for department in &touching.departments {
        // A text of its own for each, so that one can go without the other.
        let why = keep(tx, doing, dossier, &touching.why).await?;
        journey::record(tx, doing, dossier, Step::Touched(evidence::ConsultRequest::by_carry(*department))).await?;
        tables::add_consult(tx, doing.tenant, dossier, (*department, why), (doing.at, doing.actor.account())).await?;
        let told = json!({ "dossier": dossier, "department": department, "touched": true, "by": doing.actor.account() });
        tell(tx, doing, told).await?;
    }
    Ok(())
}

/// Writes down what a department finds, or that somebody above both went on without it. Whoever calls looks whether the one
/// who says so may: see [`ConsultVerdict::is_of_the_department`].
///
/// # Errors
/// When that department is not waited for, or it is passed over though no table agreed and no higher level answered since.
pub async fn consult(
    tx: &mut Tx,
    doing: &Doing<'_>,
    dossier: DossierId,
    (department, verdict): (DepartmentId, ConsultVerdict),
    words: &LanguageSet,
) -> Result<(), Refusal> {
    let before = here(tx, doing, dossier, Act::Consult).await?;
    if !before.touched.iter().any(|open| open.department == department) {
        return Err(Refusal::NotNow(before.state));
    }
    if verdict == ConsultVerdict::PassedOver {
        let rows = tables::consults(tx, doing.tenant, dossier).await?;
        let open = rows.iter().find(|row| row.department == department && row.ended_at.is_none()).ok_or(Refusal::Missing)?;
        if !spoken_of_since(tx, doing, dossier, open.at).await? {
            return Err(Refusal::Rule(Rule::PassedOverAlone));
        }
    }
    let words = keep(tx, doing, dossier, words).await?;
    let proof = evidence::Consult::by_carry(department, verdict.code().to_owned());
    journey::record(tx, doing, dossier, Step::Consulted(proof)).await?;
    tables::end_consult(tx, doing.tenant, dossier, (department, verdict, Some(words)), (doing.at, doing.actor.account())).await?;
    Ok(())
}
