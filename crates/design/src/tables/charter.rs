//! The versions of a charter. A published row is never changed again; only the one draft of a process is replaced.

use crate::model::{Charter, Decider, Draft, Ladder, MandateDraft, Moment, Part, Rung, Variant};
use kernel::{CharterId, Date, Instant, OrganisationId, ProcessId, TenantId, Term, TextId};
use std::collections::BTreeMap;
use store::texts::{LanguageSet, text, texts};
use store::{Error, Row, Session, Tx, sql, values};

/// A row of the table with the places of its texts.
#[derive(Debug, Clone)]
pub struct Kept {
    /// Which charter.
    pub id: CharterId,
    /// Its version.
    pub version: i64,
    /// When it was last saved.
    pub saved: Instant,
    /// When it was published; a draft was not.
    pub published: Option<Instant>,
    /// Where its texts are.
    pub places: BTreeMap<Part, TextId>,
    /// Where the reason of its change is.
    pub reason_place: Option<TextId>,
    bare: Draft,
}

/// A draft as it is kept, with what a form must know to save it again.
#[derive(Debug, Clone)]
pub struct SavedDraft {
    /// What is written so far.
    pub draft: Draft,
    /// Which version it will become.
    pub version: i64,
    /// When it was saved; nothing when the published charter is the beginning of a new draft.
    pub saved: Option<Instant>,
    /// Why it changes what was published.
    pub reason: Option<LanguageSet>,
}

impl Kept {
    /// Whose process it is.
    #[must_use]
    pub const fn variant(&self) -> Variant {
        self.bare.variant
    }
}

const fn column(part: Part) -> &'static str {
    match part {
        Part::Title => "title",
        Part::Question => "question",
        Part::Reason => "reason",
        Part::CanChange => "can_change",
        Part::Fixed => "fixed",
        Part::Outside => "outside",
        Part::Decides => "decides",
        Part::Criteria => "criteria",
        Part::Means => "means",
        Part::Contact => "contact",
    }
}

fn term(count: Option<i64>, unit: Option<String>) -> Option<Term> {
    let count = u16::try_from(count?).ok()?;
    Some(if unit.as_deref() == Some("days") { Term::Days(count) } else { Term::Working(count) })
}

fn kept(row: &Row) -> Result<Kept, Error> {
    let mut places = BTreeMap::new();
    for part in Part::ALL {
        if let Some(place) = row.get::<Option<TextId>>(column(part))? {
            places.insert(part, place);
        }
    }
    let ladder: String = row.get("ladder")?;
    // Charters from before there were variants have none: the municipality asked.
    let variant = row.get::<Option<String>>("variant")?.as_deref().and_then(Variant::of_code).unwrap_or_default();
    let partners = row.get::<Option<String>>("partners")?.map(|list| serde_json::from_str::<Vec<OrganisationId>>(&list));
    let partners = partners.transpose().map_err(|error| Error::Broken(error.to_string()))?.unwrap_or_default();
    let rung = |column: &str| Ok::<_, Error>(row.get::<Option<i64>>(column)?.and_then(Rung::of_step));
    Ok(Kept {
        id: row.get("id")?,
        version: row.get("version")?,
        saved: row.get("saved")?,
        published: row.get("published")?,
        places,
        reason_place: row.get("change_reason")?,
        bare: Draft {
            texts: BTreeMap::new(),
            variant,
            plan: row.get("plan")?,
            partners,
            ladder: Ladder::of_code(&ladder).unwrap_or_default(),
            rung: rung("rung")?,
            mandate: MandateDraft {
                body: row.get("mandate_body")?,
                date: row.get("mandate_date")?,
                reference: row.get("mandate_reference")?,
                rung: rung("mandate_rung")?,
            },
            decider: row.get::<Option<String>>("decider")?.as_deref().and_then(Decider::of_role),
            budget: row.get("budget")?,
            planning: Vec::new(),
            opens: row.get("opens")?,
            closes: row.get("closes")?,
            decision_date: row.get("decision_date")?,
            answer_term: term(row.get("answer_count")?, row.get("answer_in")?),
        },
    })
}

/// A dated step as it is kept: charter, day and the place of its words.
type KeptMoment = (CharterId, Date, TextId);

fn kept_moment(row: &Row) -> Result<KeptMoment, Error> {
    Ok((row.get("charter")?, row.get("date")?, row.get("text")?))
}

/// The row of one charter.
///
/// # Errors
/// When the database cannot be read.
pub async fn row(s: &mut Session, tenant: TenantId, id: CharterId) -> Result<Option<Kept>, Error> {
    s.optional(sql!("SELECT * FROM charter WHERE tenant = $1 AND id = $2"), &values![tenant, id]).await?.as_ref().map(kept).transpose()
}

async fn moments(s: &mut Session, tenant: TenantId, id: CharterId) -> Result<Vec<KeptMoment>, Error> {
    s.all(sql!("SELECT charter, date, text FROM charter_moment WHERE tenant = $1 AND charter = $2 ORDER BY position"), &values![tenant, id])
        .await?
        .iter()
        .map(kept_moment)
        .collect()
}

/// Joins a row to its texts and moments; `reason` comes beside it.
fn joined(kept: &Kept, moments: &[KeptMoment], words: &BTreeMap<TextId, LanguageSet>) -> (Draft, Option<LanguageSet>) {
    let mut draft = kept.bare.clone();
    draft.texts = kept.places.iter().filter_map(|(part, place)| Some((*part, words.get(place)?.clone()))).collect();
    draft.planning = moments
        .iter()
        .filter(|(charter, ..)| *charter == kept.id)
        .filter_map(|(_, date, text)| Some(Moment { date: *date, text: words.get(text)?.clone() }))
        .collect();
    (draft, kept.reason_place.and_then(|place| words.get(&place).cloned()))
}

async fn words(s: &mut Session, tenant: TenantId, rows: &[Kept], moments: &[KeptMoment]) -> Result<BTreeMap<TextId, LanguageSet>, Error> {
    let places: Vec<TextId> = rows
        .iter()
        .flat_map(|row| row.places.values().copied().chain(row.reason_place))
        .chain(moments.iter().map(|(_, _, text)| *text))
        .collect();
    Ok(texts(s, tenant, &places).await?.into_iter().collect())
}

/// Published charters by their rows, whole.
async fn whole(s: &mut Session, tenant: TenantId, rows: Vec<Kept>, moments: &[KeptMoment]) -> Result<Vec<Charter>, Error> {
    let words = words(s, tenant, &rows, moments).await?;
    Ok(rows
        .into_iter()
        .filter_map(|row| {
            let (draft, reason) = joined(&row, moments, &words);
            Charter::of(draft, row.id, row.version, row.published?, reason)
        })
        .collect())
}

/// The charters that hold for the processes made from `first` to and with `last`.
///
/// # Errors
/// When the database cannot be read.
pub async fn holding(
    s: &mut Session,
    tenant: TenantId,
    first: (Instant, ProcessId),
    last: (Instant, ProcessId),
) -> Result<Vec<Charter>, Error> {
    let between = values![tenant, first.0, first.1, last.0, last.1];
    let rows = s
        .all(
            sql!(
                "SELECT c.* FROM process p JOIN charter c ON c.tenant = p.tenant AND c.id = p.charter
                 WHERE p.tenant = $1 AND (p.created, p.id) >= ($2, $3) AND (p.created, p.id) <= ($4, $5)"
            ),
            &between,
        )
        .await?
        .iter()
        .map(kept)
        .collect::<Result<Vec<_>, _>>()?;
    let moments = s
        .all(
            sql!(
                "SELECT m.charter, m.date, m.text FROM process p JOIN charter_moment m ON m.tenant = p.tenant AND m.charter = p.charter
                 WHERE p.tenant = $1 AND (p.created, p.id) >= ($2, $3) AND (p.created, p.id) <= ($4, $5)
                 ORDER BY m.charter, m.position"
            ),
            &between,
        )
        .await?
        .iter()
        .map(kept_moment)
        .collect::<Result<Vec<_>, _>>()?;
    whole(s, tenant, rows, &moments).await
}

/// All published versions of the charter of a process, newest first.
///
/// # Errors
/// When the database cannot be read.
pub async fn history(s: &mut Session, tenant: TenantId, process: ProcessId) -> Result<Vec<Charter>, Error> {
    let rows = s
        .all(
            sql!("SELECT * FROM charter WHERE tenant = $1 AND process = $2 AND published IS NOT NULL ORDER BY version DESC LIMIT 200"),
            &values![tenant, process],
        )
        .await?
        .iter()
        .map(kept)
        .collect::<Result<Vec<_>, _>>()?;
    let mut all = Vec::new();
    for row in &rows {
        all.extend(moments(s, tenant, row.id).await?);
    }
    whole(s, tenant, rows, &all).await
}

/// One published charter.
///
/// # Errors
/// When the database cannot be read.
pub async fn charter(s: &mut Session, tenant: TenantId, id: CharterId) -> Result<Option<Charter>, Error> {
    let Some(row) = row(s, tenant, id).await? else { return Ok(None) };
    let moments = moments(s, tenant, id).await?;
    Ok(whole(s, tenant, vec![row], &moments).await?.pop())
}

/// The draft kept under `id`.
///
/// # Errors
/// When the database cannot be read.
pub async fn draft(s: &mut Session, tenant: TenantId, id: CharterId) -> Result<Option<SavedDraft>, Error> {
    let Some(row) = row(s, tenant, id).await? else { return Ok(None) };
    let moments = moments(s, tenant, id).await?;
    let words = words(s, tenant, std::slice::from_ref(&row), &moments).await?;
    let (draft, reason) = joined(&row, &moments, &words);
    Ok(Some(SavedDraft { draft, version: row.version, saved: Some(row.saved), reason }))
}

/// The reason kept under `place`.
///
/// # Errors
/// When the database cannot be read.
pub async fn reason(s: &mut Session, tenant: TenantId, place: Option<TextId>) -> Result<Option<LanguageSet>, Error> {
    match place {
        Some(place) => text(s, tenant, place).await,
        None => Ok(None),
    }
}

/// What is to be kept as the draft of a process.
#[derive(Debug)]
pub struct NewDraft<'a> {
    /// Which charter; the same id as the draft it replaces.
    pub id: CharterId,
    /// Of which process.
    pub process: ProcessId,
    /// Which version it will become.
    pub version: i64,
    /// What is written.
    pub draft: &'a Draft,
    /// Why it changes what was published.
    pub reason: Option<&'a LanguageSet>,
}

/// Keeps a draft in place of `old`, and gives back where each text went.
///
/// # Errors
/// When the database cannot be written, or another draft took this version.
pub async fn replace(
    tx: &mut Tx,
    tenant: TenantId,
    at: Instant,
    new: &NewDraft<'_>,
    old: Option<&Kept>,
) -> Result<BTreeMap<Part, TextId>, Error> {
    let mut places = BTreeMap::new();
    for (part, set) in &new.draft.texts {
        let place = old.and_then(|old| old.places.get(part).copied()).unwrap_or_else(|| TextId::new(at, tx.random()));
        tx.save_text(tenant, place, set).await?;
        places.insert(*part, place);
    }
    let reason = match new.reason {
        Some(set) => {
            let place = old.and_then(|old| old.reason_place).unwrap_or_else(|| TextId::new(at, tx.random()));
            tx.save_text(tenant, place, set).await?;
            Some(place)
        }
        None => None,
    };
    if let Some(old) = old {
        for (_, _, text) in moments(tx, tenant, old.id).await? {
            tx.forget_text(tenant, text).await?;
        }
        for place in old.places.iter().filter(|(part, _)| !places.contains_key(part)).map(|(_, place)| *place) {
            tx.forget_text(tenant, place).await?;
        }
    }
    tx.run(sql!("DELETE FROM charter_moment WHERE tenant = $1 AND charter = $2"), &values![tenant, new.id]).await?;
    tx.run(sql!("DELETE FROM charter WHERE tenant = $1 AND id = $2 AND published IS NULL"), &values![tenant, new.id]).await?;
    let Draft { variant, plan, partners, ladder, rung, mandate, decider, budget, opens, closes, decision_date, answer_term, .. } =
        new.draft;
    let partners = if partners.is_empty() { None } else { serde_json::to_string(partners).ok() };
    let place = |part: Part| places.get(&part).copied();
    let step = |rung: &Option<Rung>| rung.map(|rung| i64::from(rung.step()));
    let (count, unit) = match answer_term {
        Some(Term::Working(days)) => (Some(i64::from(*days)), Some("working")),
        Some(Term::Days(days)) => (Some(i64::from(*days)), Some("days")),
        None => (None, None),
    };
    tx.run(
        sql!(
            "INSERT INTO charter (tenant, id, process, version, saved, change_reason,
               title, question, reason, can_change, fixed, outside, decides, criteria, means, contact,
               ladder, rung, mandate_body, mandate_date, mandate_reference, mandate_rung, decider, budget,
               opens, closes, decision_date, answer_count, answer_in, variant, plan, partners)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24,
               $25, $26, $27, $28, $29, $30, $31, $32)"
        ),
        &values![
            tenant,
            new.id,
            new.process,
            new.version,
            at,
            reason,
            place(Part::Title),
            place(Part::Question),
            place(Part::Reason),
            place(Part::CanChange),
            place(Part::Fixed),
            place(Part::Outside),
            place(Part::Decides),
            place(Part::Criteria),
            place(Part::Means),
            place(Part::Contact),
            ladder.code(),
            step(rung),
            mandate.body,
            mandate.date,
            mandate.reference,
            step(&mandate.rung),
            decider.map(Decider::role),
            *budget,
            *opens,
            *closes,
            *decision_date,
            count,
            unit,
            variant.code(),
            *plan,
            partners
        ],
    )
    .await?;
    for (position, moment) in (1_i64..).zip(&new.draft.planning) {
        let text = TextId::new(at, tx.random());
        tx.save_text(tenant, text, &moment.text).await?;
        tx.run(
            sql!("INSERT INTO charter_moment (tenant, charter, position, date, text) VALUES ($1, $2, $3, $4, $5)"),
            &values![tenant, new.id, position, moment.date, text],
        )
        .await?;
    }
    Ok(places)
}

/// Keeps why a draft changes what was published.
///
/// # Errors
/// When the database cannot be written.
pub async fn keep_reason(tx: &mut Tx, tenant: TenantId, kept: &Kept, at: Instant, reason: &LanguageSet) -> Result<TextId, Error> {
    let place = kept.reason_place.unwrap_or_else(|| TextId::new(at, tx.random()));
    tx.save_text(tenant, place, reason).await?;
    tx.run(
        sql!("UPDATE charter SET change_reason = $3 WHERE tenant = $1 AND id = $2 AND published IS NULL"),
        &values![tenant, kept.id, place],
    )
    .await?;
    Ok(place)
}

/// Makes a draft public; its row is never written again. Gives back whether it was a draft.
///
/// # Errors
/// When the database cannot be written.
pub async fn mark_published(tx: &mut Tx, tenant: TenantId, id: CharterId, at: Instant) -> Result<bool, Error> {
    let rows = tx
        .run(sql!("UPDATE charter SET published = $3 WHERE tenant = $1 AND id = $2 AND published IS NULL"), &values![tenant, id, at])
        .await?;
    Ok(rows == 1)
}
