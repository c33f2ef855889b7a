//! Reading the whole journal again, to see whether it is what was written.
//!
//! Everything is read in one snapshot, page by page, so that a journal of any length needs the same memory (beside the
//! checkpoint that is given).

use super::chain::{Link, genesis};
use super::seal::{Checkpoint, Hash, Head, Root, Seal, hash, sealed_page, signer};
use crate::{Error, Row, Session, Store};
use kernel::{EventId, Instant, TenantId};
use std::fmt;
use uuid::Uuid;

/// Rows of a page.
const PAGE: i64 = 1_000;
/// How many findings are named; more are counted.
const MOST: usize = 1_000;

/// What is wrong at a place of the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Flaw {
    /// The entry is not the one that was written there: it was changed, moved or put in.
    Changed,
    /// The entry is gone.
    Removed,
    /// The end of the stream is gone, from this entry on.
    CutOff,
    /// Where the stream stands is not kept, or not as its last entry says.
    Head,
    /// The stream was made anew: this entry is not the one that was sealed.
    Rewritten,
    /// The seal with this number is missing, is not signed by this house, or does not follow from the one before.
    Seal,
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Changed => "changed or moved",
            Self::Removed => "removed",
            Self::CutOff => "cut off from here",
            Self::Head => "does not end as the list of streams says",
            Self::Rewritten => "not what was sealed: changed here or before",
            Self::Seal => "the checkpoint is missing or not signed by this house",
        })
    }
}

/// One thing that is wrong, and where. For a seal, tenant and stream are the nil id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Finding {
    /// Whose journal.
    pub tenant: TenantId,
    /// Which stream.
    pub stream: Uuid,
    /// Which entry of it (or which seal).
    pub number: i64,
    /// What is wrong with it.
    pub flaw: Flaw,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.flaw == Flaw::Seal {
            return write!(f, "checkpoint {}: {}", self.number, self.flaw);
        }
        write!(f, "tenant {} stream {} entry {}: {}", self.tenant, self.stream, self.number, self.flaw)
    }
}

/// What was read and what was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// How many entries were read.
    pub entries: u64,
    /// How many streams they form.
    pub streams: u64,
    /// How many seals were read.
    pub checkpoints: u64,
    /// What is wrong, in the order of the journal, at most a thousand.
    pub findings: Vec<Finding>,
    /// How much more is wrong.
    pub more: u64,
}

impl Report {
    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.findings.is_empty() && self.more == 0
    }

    fn add(&mut self, tenant: TenantId, stream: Uuid, number: i64, flaw: Flaw) {
        let finding = Finding { tenant, stream, number, flaw };
        if self.findings.contains(&finding) {
            return;
        }
        if self.findings.len() < MOST {
            self.findings.push(finding);
        } else {
            self.more += 1;
        }
    }
}

/// The stream that is being read.
struct Walk {
    tenant: TenantId,
    stream: Uuid,
    /// The number of the last entry read.
    last: i64,
    /// Its hash as it is stored.
    hash: Hash,
    head: Option<(i64, Hash)>,
    /// What the last seal in the database and the seal that was given say.
    sealed: [Option<(i64, Hash)>; 2],
}

/// Reads the journal of all tenants and names everything that was changed, removed, cut off or moved, and, with a
/// checkpoint that was kept elsewhere, also a chain that was made anew.
///
/// # Errors
/// What the database says. That something is wrong with the journal is no error but the answer.
pub async fn verify(store: &Store, checkpoint: Option<&Checkpoint>) -> Result<Report, Error> {
    let mut session = store.snapshot().await?;
    let mut report = Report { entries: 0, streams: 0, checkpoints: 0, findings: Vec::new(), more: 0 };
    check_seals(&mut session, signer(store), checkpoint, &mut report).await?;
    let mut given = checkpoint.map_or(&[][..], |checkpoint| &checkpoint.heads).iter().peekable();
    let mut walk: Option<Walk> = None;
    let mut after = (TenantId::from_uuid(Uuid::nil()), Uuid::nil(), i64::MIN);
    loop {
        // The bound on the joined tables says nothing new; without it PostgreSQL reads them from their beginning for each page.
        let sql = crate::sql!(
            "SELECT j.tenant, j.stream, j.number, j.id, j.stream_kind, j.kind, j.version, j.actor, j.at, j.body, j.hash, h.number AS head_number, h.hash AS head_hash, c.number AS sealed_number, c.hash AS sealed_hash FROM journal j LEFT JOIN journal_head h ON h.tenant = j.tenant AND h.stream = j.stream AND (h.tenant, h.stream) >= ($1, $2) LEFT JOIN checkpoint_head c ON c.tenant = j.tenant AND c.stream = j.stream AND (c.tenant, c.stream) >= ($1, $2) WHERE (j.tenant, j.stream, j.number) > ($1, $2, $3) ORDER BY j.tenant, j.stream, j.number LIMIT $4"
        );
        let rows = session.all(sql, &crate::values![after.0, after.1, after.2, PAGE]).await?;
        if rows.is_empty() {
            break;
        }
        for row in &rows {
            let (tenant, stream, number) = (row.get("tenant")?, row.get("stream")?, row.get("number")?);
            after = (tenant, stream, number);
            if walk.as_ref().is_none_or(|walk| (walk.tenant, walk.stream) != (tenant, stream)) {
                end(walk.take(), &mut report);
                while let Some(gone) = given.next_if(|head| (head.tenant, head.stream) < (tenant, stream)) {
                    report.add(gone.tenant, gone.stream, 1, Flaw::Removed);
                }
                let sealed = given.next_if(|head| (head.tenant, head.stream) == (tenant, stream));
                walk = Some(begin(row, sealed)?);
                report.streams += 1;
            }
            if let Some(walk) = &mut walk {
                step(walk, row, number, &mut report)?;
            }
            report.entries += 1;
        }
    }
    end(walk.take(), &mut report);
    for gone in given {
        report.add(gone.tenant, gone.stream, 1, Flaw::Removed);
    }
    check_streams_without_entries(&mut session, &mut report).await?;
    Ok(report)
}

fn begin(row: &Row, given: Option<&Head>) -> Result<Walk, Error> {
    let (tenant, stream) = (row.get("tenant")?, row.get("stream")?);
    let pair = |number: &str, at: &str| -> Result<Option<(i64, Hash)>, Error> {
        row.get::<Option<i64>>(number)?.map(|number| Ok((number, hash(row, at)?))).transpose()
    };
    Ok(Walk {
        tenant,
        stream,
        last: 0,
        hash: Hash(genesis(tenant, stream)),
        head: pair("head_number", "head_hash")?,
        sealed: [pair("sealed_number", "sealed_hash")?, given.map(|head| (head.number, head.hash))],
    })
}

fn step(walk: &mut Walk, row: &Row, number: i64, report: &mut Report) -> Result<(), Error> {
    let stored = hash(row, "hash")?;
    if number < 1 {
        report.add(walk.tenant, walk.stream, number, Flaw::Changed);
        return Ok(());
    }
    if number > walk.last + 1 {
        report.add(walk.tenant, walk.stream, walk.last + 1, Flaw::Removed);
    } else {
        let (stream_kind, kind) = (row.get::<String>("stream_kind")?, row.get::<String>("kind")?);
        let (actor, body) = (row.get::<String>("actor")?, row.get::<String>("body")?);
        let link = Link {
            tenant: walk.tenant,
            stream: walk.stream,
            number,
            id: row.get::<EventId>("id")?,
            stream_kind: &stream_kind,
            kind: &kind,
            version: row.get("version")?,
            actor: &actor,
            at: row.get::<Instant>("at")?,
            body: &body,
        };
        if link.hash(&walk.hash.0) != stored.0 {
            report.add(walk.tenant, walk.stream, number, Flaw::Changed);
        }
    }
    for (sealed, hash) in walk.sealed.iter().flatten() {
        if *sealed == number && *hash != stored {
            report.add(walk.tenant, walk.stream, number, Flaw::Rewritten);
        }
    }
    walk.last = number;
    walk.hash = stored;
    Ok(())
}

fn end(walk: Option<Walk>, report: &mut Report) {
    let Some(walk) = walk else { return };
    let sealed = walk.sealed.iter().flatten().map(|(number, _)| *number).max().unwrap_or(0);
    let head = walk.head.map_or(0, |(number, _)| number);
    if sealed.max(head) > walk.last {
        report.add(walk.tenant, walk.stream, walk.last + 1, Flaw::CutOff);
    } else if walk.head != Some((walk.last, walk.hash)) {
        report.add(walk.tenant, walk.stream, walk.last, Flaw::Head);
    }
}

/// Streams that are still listed but of which nothing is left.
async fn check_streams_without_entries(session: &mut Session, report: &mut Report) -> Result<(), Error> {
    let listed = crate::sql!(
        "SELECT h.tenant, h.stream FROM journal_head h WHERE NOT EXISTS (SELECT 1 FROM journal j WHERE j.tenant = h.tenant AND j.stream = h.stream) ORDER BY h.tenant, h.stream LIMIT 1000"
    );
    let sealed = crate::sql!(
        "SELECT c.tenant, c.stream FROM checkpoint_head c WHERE NOT EXISTS (SELECT 1 FROM journal j WHERE j.tenant = c.tenant AND j.stream = c.stream) ORDER BY c.tenant, c.stream LIMIT 1000"
    );
    for sql in [listed, sealed] {
        for row in session.all(sql, &[]).await? {
            report.add(row.get("tenant")?, row.get("stream")?, 1, Flaw::Removed);
        }
    }
    Ok(())
}

/// The seals: each signed by this house, each following from the one before, the last one over the heads that are kept
/// of it, and the given one among them.
async fn check_seals(session: &mut Session, signer: Hash, given: Option<&Checkpoint>, report: &mut Report) -> Result<(), Error> {
    let nobody = TenantId::from_uuid(Uuid::nil());
    let given = given.map(Checkpoint::seal);
    let mut given_is_here = given.is_none();
    let mut previous = Hash([0; 32]);
    let mut last: Option<Seal> = None;
    loop {
        let sql = crate::sql!(
            "SELECT number, day, at, previous, streams, root, signer, signature FROM checkpoint WHERE tenant = $1 AND number > $2 ORDER BY number LIMIT $3"
        );
        let after = last.as_ref().map_or(0, |last| last.number);
        let rows = session.all(sql, &crate::values![Uuid::nil(), after, PAGE]).await?;
        if rows.is_empty() {
            break;
        }
        for row in &rows {
            let seal = Seal::of(row)?;
            let follows = seal.number == last.as_ref().map_or(1, |last| last.number + 1) && seal.previous == previous;
            if !follows || seal.signer != signer || !seal.is_signed() {
                report.add(nobody, Uuid::nil(), seal.number, Flaw::Seal);
            }
            previous = seal.hash();
            given_is_here |= given.as_ref().is_some_and(|given| given.hash() == previous && given.is_signed());
            last = Some(seal);
            report.checkpoints += 1;
        }
    }
    if let Some(given) = given.filter(|_| !given_is_here) {
        report.add(nobody, Uuid::nil(), given.number, Flaw::Seal);
    }
    let mut root = Root::default();
    let mut after = (nobody, Uuid::nil());
    loop {
        let page = sealed_page(session, after).await?;
        let Some(end) = page.last() else { break };
        after = (end.tenant, end.stream);
        page.iter().for_each(|head| root.add(head));
    }
    let fits = match &last {
        None => root.streams() == 0,
        Some(last) => last.streams == root.streams() && last.root == root.end(),
    };
    if !fits {
        report.add(nobody, Uuid::nil(), last.map_or(1, |last| last.number), Flaw::Seal);
    }
    Ok(())
}
