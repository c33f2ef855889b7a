//! Answers on their way to their authors.

use journey::{AnswerBy, DeliveryStatus, Journey, State};
use kernel::{
    AnswerId, AreaId, ContributionId, DeliveryId, DossierId, IdentityId, Instant, Language, NoticeId, OrganisationId, ProcessId,
    PublicNumber, TenantId,
};
use store::{Error, Row, Session, Tx, sql, values};

/// What a delivery brings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Brings {
    /// A motivated answer.
    Answer(AnswerId),
    /// A message beside it.
    Notice(NoticeId),
}

impl Brings {
    /// Whether it is the answer that holds for its author, who travels with `journey`; a notice holds until its author takes
    /// the contribution back.
    #[must_use]
    pub fn holds(self, journey: &Journey) -> bool {
        match self {
            Self::Answer(answer) => journey.answer == Some(answer),
            Self::Notice(_) => journey.state != State::Withdrawn,
        }
    }
}

/// One answer or notice on its way to one author.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    /// Its id.
    pub id: DeliveryId,
    /// What it brings.
    pub brings: Brings,
    /// The dossier.
    pub dossier: DossierId,
    /// The contribution of the author.
    pub contribution: ContributionId,
    /// Its public number.
    pub number: PublicNumber,
    /// The process.
    pub process: ProcessId,
    /// The area.
    pub area: Option<AreaId>,
    /// How the author wants it.
    pub channel: AnswerBy,
    /// The organisation that knows the author and brings it.
    pub organisation: Option<OrganisationId>,
    /// The author in the vault.
    pub identity: Option<IdentityId>,
    /// The language of the author's words.
    pub language: Language,
    /// How far it is.
    pub status: DeliveryStatus,
    /// Why it failed.
    pub reason: Option<String>,
    /// When the answer was published or the notice written.
    pub created: Instant,
    /// When its status changed last.
    pub changed: Instant,
}

fn read(row: &Row) -> Result<Delivery, Error> {
    let wrong = |text: &str| Error::Broken(format!("a delivery holds «{text}», which is no code of ours"));
    let (channel, status): (String, String) = (row.get("channel")?, row.get("status")?);
    let notice: Option<NoticeId> = row.get("notice")?;
    Ok(Delivery {
        id: row.get("id")?,
        brings: match notice {
            Some(notice) => Brings::Notice(notice),
            None => Brings::Answer(row.get("answer")?),
        },
        dossier: row.get("dossier")?,
        contribution: row.get("contribution")?,
        number: row.get("number")?,
        process: row.get("process")?,
        area: row.get("area")?,
        channel: AnswerBy::from_code(&channel).ok_or_else(|| wrong(&channel))?,
        organisation: row.get("organisation")?,
        identity: row.get("identity")?,
        language: row.get("language")?,
        status: DeliveryStatus::from_code(&status).ok_or_else(|| wrong(&status))?,
        reason: row.get("reason")?,
        created: row.get("created")?,
        changed: row.get("changed")?,
    })
}

/// One delivery.
///
/// # Errors
/// When the database does not answer.
pub async fn delivery(s: &mut Session, tenant: TenantId, id: DeliveryId) -> Result<Option<Delivery>, Error> {
    s.optional(sql!("SELECT * FROM delivery WHERE tenant = $1 AND id = $2"), &values![tenant, id]).await?.as_ref().map(read).transpose()
}

/// The deliveries to the author of one contribution, the oldest first.
///
/// # Errors
/// When the database does not answer.
pub async fn of_contribution(s: &mut Session, tenant: TenantId, contribution: ContributionId) -> Result<Vec<Delivery>, Error> {
    let rows = s
        .all(sql!("SELECT * FROM delivery WHERE tenant = $1 AND contribution = $2 ORDER BY created, id"), &values![tenant, contribution])
        .await?;
    rows.iter().map(read).collect()
}

/// The deliveries to one person, the oldest first.
pub(crate) async fn of_identity(s: &mut Session, tenant: TenantId, identity: IdentityId) -> Result<Vec<Delivery>, Error> {
    let rows =
        s.all(sql!("SELECT * FROM delivery WHERE tenant = $1 AND identity = $2 ORDER BY created, id"), &values![tenant, identity]).await?;
    rows.iter().map(read).collect()
}

/// Which deliveries a list shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Of {
    /// By this channel.
    pub channel: Option<AnswerBy>,
    /// Only what this organisation brings.
    pub organisation: Option<OrganisationId>,
    /// Those that are done, instead of those that are still to be done.
    pub settled: bool,
}

/// Deliveries, the longest waiting first, from `after` on.
///
/// # Errors
/// When the database does not answer.
pub async fn list(
    s: &mut Session,
    tenant: TenantId,
    of: Of,
    after: Option<(Instant, DeliveryId)>,
    limit: i64,
) -> Result<Vec<Delivery>, Error> {
    let nobody = tenant.uuid();
    let (at, id) = after.unwrap_or((Instant::from_micros(i64::MIN), DeliveryId::from_uuid(nobody)));
    let rows = s
        .all(
            sql!(
                "SELECT * FROM delivery WHERE tenant = $1 AND settled = $2 AND (created, id) > ($3, $4) AND (NOT $5 OR channel = $6)
                 AND (NOT $7 OR organisation = $8) ORDER BY created, id LIMIT $9"
            ),
            &values![
                tenant,
                of.settled,
                at,
                id,
                of.channel.is_some(),
                of.channel.map_or("", AnswerBy::code),
                of.organisation.is_some(),
                of.organisation.map_or(nobody, |organisation| organisation.uuid()),
                limit,
            ],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// Letters that wait for somebody to print them and that somebody can bring, the longest waiting first, from `after` on.
///
/// # Errors
/// When the database does not answer.
pub async fn to_print(
    s: &mut Session,
    tenant: TenantId,
    of: Of,
    after: Option<(Instant, DeliveryId)>,
    limit: i64,
) -> Result<Vec<Delivery>, Error> {
    let nobody = tenant.uuid();
    let (at, id) = after.unwrap_or((Instant::from_micros(i64::MIN), DeliveryId::from_uuid(nobody)));
    let rows = s
        .all(
            sql!(
                "SELECT * FROM delivery WHERE tenant = $1 AND settled = FALSE AND (created, id) > ($2, $3) AND status = 'pending'
                 AND channel IN ('letter', 'intermediary') AND (identity IS NOT NULL OR organisation IS NOT NULL)
                 AND (NOT $4 OR channel = $5) AND (NOT $6 OR organisation = $7) ORDER BY created, id LIMIT $8"
            ),
            &values![
                tenant,
                at,
                id,
                of.channel.is_some(),
                of.channel.map_or("", AnswerBy::code),
                of.organisation.is_some(),
                of.organisation.map_or(nobody, |organisation| organisation.uuid()),
                limit,
            ],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// Keeps a new delivery.
pub(crate) async fn insert(tx: &mut Tx, tenant: TenantId, d: &Delivery) -> Result<(), Error> {
    let (brought, notice) = match d.brings {
        Brings::Answer(answer) => (answer.uuid(), None),
        Brings::Notice(notice) => (notice.uuid(), Some(notice)),
    };
    tx.run(
        sql!(
            "INSERT INTO delivery (tenant, id, answer, dossier, contribution, number, process, area, channel, organisation, identity, language,
             status, settled, reason, created, changed, notice)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)"
        ),
        &values![
            tenant,
            d.id,
            brought,
            d.dossier,
            d.contribution,
            d.number,
            d.process,
            d.area,
            d.channel.code(),
            d.organisation,
            d.identity,
            d.language,
            d.status.code(),
            is_done(d.status),
            d.reason,
            d.created,
            d.changed,
            notice,
        ],
    )
    .await
    .map(drop)
}

/// A failed delivery stays on the list: somebody must try another way, or say that there is none.
pub(crate) const fn is_done(status: DeliveryStatus) -> bool {
    status.is_settled() && !matches!(status, DeliveryStatus::Failed)
}

/// Notes how far a delivery is.
pub(crate) async fn set_status(
    tx: &mut Tx,
    tenant: TenantId,
    id: DeliveryId,
    status: DeliveryStatus,
    reason: Option<&str>,
    at: Instant,
) -> Result<(), Error> {
    tx.run(
        sql!("UPDATE delivery SET status = $3, settled = $4, reason = $5, changed = $6 WHERE tenant = $1 AND id = $2"),
        &values![tenant, id, status.code(), is_done(status), reason, at],
    )
    .await
    .map(drop)
}

/// Takes a withdrawn or superseded delivery off the list of what is to be done.
pub(crate) async fn close_open(tx: &mut Tx, tenant: TenantId, contribution: ContributionId) -> Result<(), Error> {
    tx.run(sql!("UPDATE delivery SET settled = TRUE WHERE tenant = $1 AND contribution = $2"), &values![tenant, contribution])
        .await
        .map(drop)
}

/// Forgets who it goes to.
pub(crate) async fn forget_identity(tx: &mut Tx, tenant: TenantId, identity: IdentityId) -> Result<(), Error> {
    tx.run(
        sql!("UPDATE delivery SET identity = NULL, reason = NULL, settled = TRUE WHERE tenant = $1 AND identity = $2"),
        &values![tenant, identity],
    )
    .await
    .map(drop)
}
