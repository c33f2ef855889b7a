//! The municipality's own review of literature.

use evidence::{Basis, Code, Coding, CodingSheet, Direction, Funnel, ReviewStep, Words};
use kernel::{AccountId, Instant, TenantId};
use store::{Error, Row, Session, Tx, sql, values};

/// How the search was set up (D010, D011).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SearchPlan {
    /// What is asked.
    pub question: String,
    /// Where was searched.
    pub searched: String,
    /// With which words.
    pub terms: String,
    /// What a study had to be.
    pub criteria: String,
    /// The first year.
    pub from: Option<i64>,
    /// The last year.
    pub until: Option<i64>,
}

/// A study that is in the review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Study {
    /// Its number.
    pub number: i64,
    /// Authors, title, place: as one cites it.
    pub title: String,
    /// In which year it appeared.
    pub year: i64,
    /// How it was found: by the search, or from the list of another (D035).
    pub via: String,
}

/// The code of a study, as in `s3`.
#[must_use]
pub fn study_key(number: i64) -> String {
    format!("s{number}")
}

/// The key of a step, as it is stored.
#[must_use]
pub const fn step_key(step: ReviewStep) -> &'static str {
    match step {
        ReviewStep::Found => "found",
        ReviewStep::Screened => "screened",
        ReviewStep::Read => "read",
        ReviewStep::Included => "included",
    }
}

/// The step with this key.
#[must_use]
pub fn step_of(key: &str) -> Option<ReviewStep> {
    ReviewStep::ALL.into_iter().find(|step| step_key(*step) == key)
}

/// The key of what a study rests on.
#[must_use]
pub const fn basis_key(basis: Basis) -> &'static str {
    match basis {
        Basis::Empirical => "empirical",
        Basis::Theoretical => "theoretical",
    }
}

/// The set-up of the search; an empty one when nobody wrote it.
///
/// # Errors
/// When the database does not answer.
pub async fn plan(s: &mut Session, tenant: TenantId) -> Result<SearchPlan, Error> {
    let Some(row) = s.optional(sql!("SELECT * FROM review_plan WHERE tenant = $1"), &values![tenant]).await? else {
        return Ok(SearchPlan::default());
    };
    Ok(SearchPlan {
        question: row.get("question")?,
        searched: row.get("searched")?,
        terms: row.get("terms")?,
        criteria: row.get("criteria")?,
        from: row.get("year_from")?,
        until: row.get("year_until")?,
    })
}

/// How many studies came how far, and why the others did not.
///
/// # Errors
/// When the database does not answer.
pub async fn funnel(s: &mut Session, tenant: TenantId) -> Result<Funnel, Error> {
    let mut funnel = Funnel::default();
    let whole = |number: i64| u64::try_from(number).unwrap_or_default();
    for row in s.all(sql!("SELECT step, reached FROM review_step WHERE tenant = $1"), &values![tenant]).await? {
        if let Some(step) = step_of(&row.get::<String>("step")?) {
            funnel.reached(step, whole(row.get("reached")?));
        }
    }
    for row in s.all(sql!("SELECT step, reason, gone FROM review_reason WHERE tenant = $1"), &values![tenant]).await? {
        if let Some(step) = step_of(&row.get::<String>("step")?) {
            funnel.left_out(step, &row.get::<String>("reason")?, whole(row.get("gone")?));
        }
    }
    Ok(funnel)
}

pub(crate) async fn save_plan(tx: &mut Tx, tenant: TenantId, plan: &SearchPlan, funnel: &Funnel, at: Instant) -> Result<(), Error> {
    tx.run(
        sql!(
            "INSERT INTO review_plan (tenant, question, searched, terms, criteria, year_from, year_until, saved)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
             ON CONFLICT (tenant) DO UPDATE SET question = excluded.question, searched = excluded.searched, terms = excluded.terms,
               criteria = excluded.criteria, year_from = excluded.year_from, year_until = excluded.year_until, saved = excluded.saved"
        ),
        &values![tenant, plan.question, plan.searched, plan.terms, plan.criteria, plan.from, plan.until, at],
    )
    .await?;
    tx.run(sql!("DELETE FROM review_step WHERE tenant = $1"), &values![tenant]).await?;
    tx.run(sql!("DELETE FROM review_reason WHERE tenant = $1"), &values![tenant]).await?;
    let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
    for step in ReviewStep::ALL {
        if let Some(count) = funnel.count(step) {
            tx.run(
                sql!("INSERT INTO review_step (tenant, step, reached) VALUES ($1, $2, $3)"),
                &values![tenant, step_key(step), number(count)],
            )
            .await?;
        }
    }
    for (step, reason, count) in funnel.reasons() {
        tx.run(
            sql!("INSERT INTO review_reason (tenant, step, reason, gone) VALUES ($1, $2, $3, $4)"),
            &values![tenant, step_key(step), reason, number(count)],
        )
        .await?;
    }
    Ok(())
}

fn read_study(row: &Row) -> Result<Study, Error> {
    Ok(Study { number: row.get("number")?, title: row.get("title")?, year: row.get("year")?, via: row.get("via")? })
}

/// The studies, in the order in which they were added, after the one with this number.
///
/// # Errors
/// When the database does not answer.
pub async fn studies(s: &mut Session, tenant: TenantId, after: i64, limit: i64) -> Result<Vec<Study>, Error> {
    s.all(sql!("SELECT * FROM review_study WHERE tenant = $1 AND number > $2 ORDER BY number LIMIT $3"), &values![tenant, after, limit])
        .await?
        .iter()
        .map(read_study)
        .collect()
}

/// One study.
///
/// # Errors
/// When the database does not answer.
pub async fn study(s: &mut Session, tenant: TenantId, number: i64) -> Result<Option<Study>, Error> {
    s.optional(sql!("SELECT * FROM review_study WHERE tenant = $1 AND number = $2"), &values![tenant, number])
        .await?
        .as_ref()
        .map(read_study)
        .transpose()
}

pub(crate) async fn insert_study(tx: &mut Tx, tenant: TenantId, study: &Study, at: Instant) -> Result<i64, Error> {
    let number: i64 = tx
        .one(sql!("SELECT COALESCE(max(number), 0) + 1 AS number FROM review_study WHERE tenant = $1"), &values![tenant])
        .await?
        .get("number")?;
    tx.run(
        sql!("INSERT INTO review_study (tenant, number, title, year, via, added) VALUES ($1, $2, $3, $4, $5, $6)"),
        &values![tenant, number, study.title, study.year, study.via, at],
    )
    .await?;
    Ok(number)
}

/// Who coded, in the order in which they appear: the first is `c1` in every table.
async fn coder_keys(s: &mut Session, tenant: TenantId) -> Result<Vec<AccountId>, Error> {
    let codings = s
        .all(sql!("SELECT coder, min(study) AS first FROM review_coding WHERE tenant = $1 GROUP BY coder ORDER BY 2, 1"), &values![tenant])
        .await?;
    let codes = s
        .all(sql!("SELECT coder, min(number) AS first FROM review_code WHERE tenant = $1 GROUP BY coder ORDER BY 2, 1"), &values![tenant])
        .await?;
    let mut known: Vec<AccountId> = Vec::new();
    for row in codings.iter().chain(&codes) {
        let coder = row.get("coder")?;
        if !known.contains(&coder) {
            known.push(coder);
        }
    }
    Ok(known)
}

fn coder_key(known: &[AccountId], coder: AccountId) -> String {
    known.iter().position(|it| *it == coder).map_or_else(|| "c".to_owned(), |at| format!("c{}", at + 1))
}

/// The code book: the frame that is shipped, and codes that were added while reading (D016).
///
/// # Errors
/// When the database does not answer.
pub async fn sheet(s: &mut Session, tenant: TenantId, frame: &evidence::Knowledge) -> Result<CodingSheet, Error> {
    let coders = coder_keys(s, tenant).await?;
    let mut codes: Vec<Code> = frame
        .effects()
        .map(|(key, item)| Code {
            key: key.as_str().to_owned(),
            name: item.name.clone(),
            category: item.category.clone().or_else(|| Some(key.vocabulary().to_owned())),
            since: String::new(),
            by: "frame".to_owned(),
            reason: "frame".to_owned(),
            same_as: None,
        })
        .collect();
    for row in s.all(sql!("SELECT * FROM review_code WHERE tenant = $1 ORDER BY number"), &values![tenant]).await? {
        let name: String = row.get("name")?;
        codes.push(Code {
            key: own_key(row.get("number")?),
            name: Words { nl: name.clone(), en: name, en_reviewed: false },
            category: Some("own".to_owned()),
            since: row.get("since")?,
            by: coder_key(&coders, row.get("coder")?),
            reason: row.get("reason")?,
            same_as: row.get("same_as")?,
        });
    }
    Ok(CodingSheet { codes })
}

/// The key of a code that was added while reading.
#[must_use]
pub fn own_key(number: i64) -> String {
    format!("own.{number}")
}

pub(crate) async fn insert_code(
    tx: &mut Tx,
    tenant: TenantId,
    name: &str,
    reason: &str,
    since: &str,
    coder: AccountId,
) -> Result<i64, Error> {
    let number: i64 = tx
        .one(sql!("SELECT COALESCE(max(number), 0) + 1 AS number FROM review_code WHERE tenant = $1"), &values![tenant])
        .await?
        .get("number")?;
    tx.run(
        sql!("INSERT INTO review_code (tenant, number, name, since, coder, reason, same_as) VALUES ($1, $2, $3, $4, $5, $6, NULL)"),
        &values![tenant, number, name, since, coder, reason],
    )
    .await?;
    Ok(number)
}

pub(crate) async fn merge_code(tx: &mut Tx, tenant: TenantId, number: i64, into: &str, reason: &str) -> Result<(), Error> {
    tx.run(
        sql!("UPDATE review_code SET same_as = $3, reason = reason || ' · ' || $4 WHERE tenant = $1 AND number = $2 AND same_as IS NULL"),
        &values![tenant, number, into, reason],
    )
    .await
    .map(drop)
}

fn read_coding(row: &Row, coders: &[AccountId]) -> Result<Coding, Error> {
    let (direction, basis): (String, String) = (row.get("direction")?, row.get("basis")?);
    let factors: String = row.get("factors")?;
    let broken = |what: &str| Error::Broken(format!("a coding has no {what} that we know"));
    Ok(Coding {
        study: study_key(row.get("study")?),
        code: row.get("code")?,
        direction: Direction::ALL.into_iter().find(|it| it.key() == direction).ok_or_else(|| broken("direction"))?,
        basis: [Basis::Empirical, Basis::Theoretical].into_iter().find(|it| basis_key(*it) == basis).ok_or_else(|| broken("basis"))?,
        observed: row.get("observed")?,
        factors: factors.split_whitespace().map(str::to_owned).collect(),
        passage: row.get("passage")?,
        coder: coder_key(coders, row.get("coder")?),
    })
}

/// Codings, by study and number, after the one that `after` names; with where the next begin.
///
/// # Errors
/// When the database does not answer.
pub async fn codings(s: &mut Session, tenant: TenantId, after: (i64, i64), limit: i64) -> Result<Vec<((i64, i64), Coding)>, Error> {
    let coders = coder_keys(s, tenant).await?;
    s.all(
        sql!("SELECT * FROM review_coding WHERE tenant = $1 AND (study, number) > ($2, $3) ORDER BY study, number LIMIT $4"),
        &values![tenant, after.0, after.1, limit],
    )
    .await?
    .iter()
    .map(|row| Ok(((row.get("study")?, row.get("number")?), read_coding(row, &coders)?)))
    .collect()
}

/// The codings of one study.
///
/// # Errors
/// When the database does not answer.
pub async fn codings_of(s: &mut Session, tenant: TenantId, study: i64) -> Result<Vec<Coding>, Error> {
    let coders = coder_keys(s, tenant).await?;
    s.all(sql!("SELECT * FROM review_coding WHERE tenant = $1 AND study = $2 ORDER BY number"), &values![tenant, study])
        .await?
        .iter()
        .map(|row| read_coding(row, &coders))
        .collect()
}

pub(crate) async fn insert_coding(tx: &mut Tx, tenant: TenantId, study: i64, it: &Coding, coder: AccountId) -> Result<i64, Error> {
    let number: i64 = tx
        .one(
            sql!("SELECT COALESCE(max(number), 0) + 1 AS number FROM review_coding WHERE tenant = $1 AND study = $2"),
            &values![tenant, study],
        )
        .await?
        .get("number")?;
    tx.run(
        sql!(
            "INSERT INTO review_coding (tenant, study, number, code, direction, basis, observed, factors, passage, coder)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
        ),
        &values![
            tenant,
            study,
            number,
            it.code,
            it.direction.key(),
            basis_key(it.basis),
            it.observed,
            it.factors.join(" "),
            it.passage,
            coder
        ],
    )
    .await?;
    Ok(number)
}
