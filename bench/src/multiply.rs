//! Many dossiers: those of the demo, which were played step by step, copied row by row. A copy has ids, numbers and days of its
//! own and is otherwise what the program wrote. What only the journal, the counters and the search hold is not copied: neither the
//! desk, nor the look at the terms, nor the export reads it.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};

use journey::State;
use kernel::{CommitmentId, ContributionId, Date, DossierId, Instant, PublicNumber, TenantId};
use people::App;
use store::{sql, values};

/// So many copies are written together.
const TOGETHER: usize = 100;
/// So many hands write.
const HANDS: usize = 4;
/// Terms end on days around today, one after the other: three tenths of them have passed.
const DAYS: (i64, i64) = (-18, 42);

/// Dossiers to copy.
#[derive(Clone, Debug)]
pub struct Patterns {
    pairs: Vec<(DossierId, ContributionId)>,
    /// The lists beside the way on which each stands, and whose those are.
    open: Arc<HashMap<DossierId, Vec<(String, uuid::Uuid)>>>,
}

impl Patterns {
    /// The dossiers of the demo that are open and hold one contribution; only those with public words when `public`.
    ///
    /// # Errors
    /// When there are none, or the database fails.
    pub async fn of(app: &App, tenant: TenantId, public: bool) -> Result<Self, store::Error> {
        let mut session = app.store.read().await?;
        let rows = session
            .all(
                sql!("SELECT id, lead, state, public FROM dossier WHERE tenant = $1 AND size = 1 AND merged IS NULL ORDER BY id LIMIT 500"),
                &values![tenant],
            )
            .await?;
        let mut pairs = Vec::new();
        for row in rows {
            let state = State::from_code(&row.get::<String>("state")?);
            // Of what was divided the parts are copied, each as a dossier of its own.
            if state.is_some_and(|state| carry::OPEN.contains(&state) && state != State::Divided) && (row.get::<bool>("public")? || !public)
            {
                pairs.push((row.get("id")?, row.get("lead")?));
            }
        }
        let mut open: HashMap<DossierId, Vec<(String, uuid::Uuid)>> = HashMap::new();
        for (dossier, _) in &pairs {
            let lists = sql!("SELECT list, whom FROM open_matter WHERE tenant = $1 AND dossier = $2 ORDER BY list, whom LIMIT 100");
            for row in session.all(lists, &values![tenant, dossier]).await? {
                open.entry(*dossier).or_default().push((row.get("list")?, row.get("whom")?));
            }
        }
        if pairs.is_empty() { Err(store::Error::Missing) } else { Ok(Self { pairs, open: Arc::new(open) }) }
    }
}

/// Numbers that were given out: each once.
#[derive(Clone, Debug, Default)]
pub struct Numbers(Arc<Mutex<HashSet<String>>>);

impl Numbers {
    fn fresh(&self, app: &App) -> PublicNumber {
        let mut given = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            let number = PublicNumber::draw(app.random.as_ref());
            if given.insert(number.to_string()) {
                return number;
            }
        }
    }
}

/// One copy.
#[derive(Clone, Debug)]
struct Copy {
    pattern: (DossierId, ContributionId),
    open: Vec<(String, uuid::Uuid)>,
    dossier: DossierId,
    contribution: ContributionId,
    number: PublicNumber,
    since: Instant,
    until: Date,
}

/// Writes `count` copies of the patterns, one after the other.
///
/// # Errors
/// When the database fails.
pub async fn multiply(
    app: &App,
    tenant: TenantId,
    patterns: &Patterns,
    numbers: &Numbers,
    today: Date,
    count: usize,
) -> Result<(), String> {
    let now = app.clock.now();
    let next = Arc::new(std::sync::atomic::AtomicUsize::new(0));
    let mut hands = Vec::new();
    for _ in 0..HANDS {
        let (app, patterns, numbers, next) = (App::clone(app), patterns.clone(), numbers.clone(), Arc::clone(&next));
        hands.push(tokio::spawn(async move {
            loop {
                let from = next.fetch_add(TOGETHER, std::sync::atomic::Ordering::Relaxed);
                if from >= count {
                    return Ok::<(), String>(());
                }
                let copies: Vec<Copy> = (from..count.min(from + TOGETHER))
                    .map(|nth| {
                        let at = now.plus_seconds(-(nth as i64));
                        let days = DAYS.0 + (nth as i64 * 7) % (DAYS.1 - DAYS.0);
                        let pattern = patterns.pairs[nth % patterns.pairs.len()];
                        Copy {
                            pattern,
                            open: patterns.open.get(&pattern.0).cloned().unwrap_or_default(),
                            dossier: DossierId::new(at, app.random.as_ref()),
                            contribution: ContributionId::new(at, app.random.as_ref()),
                            number: numbers.fresh(&app),
                            since: at.plus_seconds((days - 20) * 86_400),
                            until: today.plus_days(days),
                        }
                    })
                    .collect();
                write(&app, tenant, copies).await.map_err(|error| error.to_string())?;
            }
        }));
    }
    for hand in hands {
        hand.await.map_err(|error| error.to_string())??;
    }
    Ok(())
}

/// Writes `count` copies of what was promised in the demo and still waits for something; their next milestones lie on days around
/// today, as terms do.
///
/// # Errors
/// When the demo promised nothing, or the database fails.
pub async fn promises(app: &App, tenant: TenantId, today: Date, count: usize) -> Result<(), store::Error> {
    let rows = app
        .store
        .read()
        .await?
        .all(sql!("SELECT id FROM commitment WHERE tenant = $1 AND due IS NOT NULL ORDER BY id LIMIT 100"), &values![tenant])
        .await?;
    let patterns = rows.iter().map(|row| row.get("id")).collect::<Result<Vec<CommitmentId>, _>>()?;
    if patterns.is_empty() {
        return Err(store::Error::Missing);
    }
    let now = app.clock.now();
    for from in (0..count).step_by(TOGETHER) {
        let copies: Vec<(CommitmentId, CommitmentId, Date)> = (from..count.min(from + TOGETHER))
            .map(|nth| {
                let days = DAYS.0 + (nth as i64 * 7) % (DAYS.1 - DAYS.0);
                let id = CommitmentId::new(now.plus_seconds(-(nth as i64)), app.random.as_ref());
                (patterns[nth % patterns.len()], id, today.plus_days(days))
            })
            .collect();
        store::write!(app.store, [copies], |tx| {
            for (pattern, id, day) in copies {
                tx.run(
                    sql!(
                        "INSERT INTO commitment (tenant, id, dossier, process, area, department, doer, organisation, holder, what, until, promised,
                         source, money_ends, hours, ceiling, made, stage, milestones, next, spent, changed, claimed, realised, confirmed_by,
                         check_on, due, means_of)
                         SELECT tenant, $3, dossier, process, area, department, doer, organisation, holder, what, until, promised,
                         source, money_ends, hours, ceiling, made, stage, milestones, CASE WHEN next IS NULL THEN next ELSE $4 END, spent,
                         changed, claimed, realised, confirmed_by, check_on, CASE WHEN next IS NULL THEN due ELSE $4 END, means_of
                         FROM commitment WHERE tenant = $1 AND id = $2"
                    ),
                    &values![tenant, pattern, id, day],
                )
                .await?;
            }
            Ok::<_, store::Error>(())
        })
        .await?;
    }
    Ok(())
}

async fn write(app: &App, tenant: TenantId, copies: Vec<Copy>) -> Result<(), store::Error> {
    store::write!(app.store, [copies], |tx| {
        for it in copies {
            let (dossier, contribution) = it.pattern;
            // What lies still for a reason of its own keeps its days.
            tx.run(
                sql!(
                    "INSERT INTO dossier (tenant, id, process, area, state, department, asked, holder, since, until, outcome, bounces, bounced,
                     opened, events, merged, lead, lead_number, size, public, more, matters_until, due, called)
                     SELECT tenant, $3, process, area, state, department, asked, holder, $4,
                     CASE WHEN until IS NULL OR until <> due THEN until ELSE $5 END, outcome, bounces, bounced,
                     opened, events, merged, $6, $7, size, public, more, matters_until,
                     CASE WHEN until IS NULL OR until <> due THEN due WHEN matters_until < $5 THEN matters_until ELSE $5 END, called
                     FROM dossier WHERE tenant = $1 AND id = $2"
                ),
                &values![tenant, dossier, it.dossier, it.since, it.until, it.contribution, it.number],
            )
            .await?;
            for (list, whom) in it.open {
                tx.run(
                    sql!(
                        "INSERT INTO open_matter (tenant, list, whom, due, dossier)
                         SELECT tenant, $3, $4, due, id FROM dossier WHERE tenant = $1 AND id = $2"
                    ),
                    &values![tenant, it.dossier, list, whom],
                )
                .await?;
            }
            tx.run(
                sql!(
                    "INSERT INTO travelling (tenant, contribution, dossier, place, number, channel, answer_by, captured, received, checked, public,
                     track, answered, answer, delivery, delivery_id, react_until, review_asked, gone)
                     SELECT tenant, $3, $4, place, $5, channel, answer_by, captured, received, checked, public, track, answered, answer,
                     delivery, delivery_id, react_until, review_asked, gone
                     FROM travelling WHERE tenant = $1 AND contribution = $2 AND gone = FALSE"
                ),
                &values![tenant, contribution, it.contribution, it.dossier, it.number],
            )
            .await?;
            tx.run(
                sql!(
                    "INSERT INTO contribution (tenant, id, process, dossier, number, code_key, code_digest, title, body, shown_title, shown_body,
                     language, area, street, place, longitude, latitude, channel, captured, received, answer_by, organisation, pseudonym,
                     updates, recorder, batch, spoken, read_back, public, screening, screened, rule, reason, withdrawn, erased, cost, category,
                     source)
                     SELECT tenant, $3, process, $4, $5, code_key, code_digest, title, body, shown_title, shown_body, language, area, street,
                     place, longitude, latitude, channel, captured, $6, answer_by, organisation, pseudonym, updates, recorder, batch, spoken,
                     read_back, public, screening, screened, rule, reason, withdrawn, erased, cost, category, NULL
                     FROM contribution WHERE tenant = $1 AND id = $2"
                ),
                &values![tenant, contribution, it.contribution, it.dossier, it.number, it.since],
            )
            .await?;
        }
        Ok::<_, store::Error>(())
    })
    .await
}
