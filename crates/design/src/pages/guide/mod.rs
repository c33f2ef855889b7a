//! The design guide: an overview, one page per moment, and a plan to print.

mod card;
pub(crate) mod moment;
pub(crate) mod overview;
pub(crate) mod plan;
pub(super) mod public;
pub(crate) mod regulation;
pub(crate) mod toetsen;
mod words;

pub(crate) use card::{Card, cards};
pub(crate) use words::{answer_words, effect_name, said, said_in};

use crate::acts::draft;
use crate::model::{Guide, Process, facts, open_for_contributions};
use crate::tables::charter::SavedDraft;
use evidence::{Facts, Knowledge, Rule};
use people::{Context, Fault};
use std::sync::Arc;

/// A process with its guide, and what follows from both.
pub(crate) struct Guided {
    pub(crate) process: Process,
    pub(crate) saved: SavedDraft,
    pub(crate) guide: Guide,
    pub(crate) facts: Facts,
    pub(crate) knowledge: Arc<Knowledge>,
}

impl Guided {
    /// Reads the charter that is being written, and the guide.
    pub(crate) async fn read(ctx: &Context, process: Process) -> Result<Self, Fault> {
        let mut s = ctx.read().await?;
        let saved = draft(&mut s, ctx.tenant_id(), process.id).await?.ok_or(Fault::NotFound)?;
        let guide = crate::tables::guide::guide(&mut s, ctx.tenant_id(), process.id).await?;
        let knowledge = knowledge::known(&mut s, ctx.tenant_id()).await?;
        Ok(Self::of(ctx, process, saved, guide, knowledge))
    }

    /// What follows from a charter and a guide, with what is known here.
    pub(crate) fn of(ctx: &Context, process: Process, saved: SavedDraft, guide: Guide, knowledge: Arc<Knowledge>) -> Self {
        let open = open_for_contributions(&process, ctx.today());
        let facts = facts(&saved.draft, process.state, open, &guide, &knowledge);
        Self { process, saved, guide, facts, knowledge }
    }

    /// The address of the guide of this process.
    pub(crate) fn href(&self) -> String {
        format!("/werk/processen/{}/gids", self.process.id)
    }

    /// The rules that apply.
    pub(crate) fn applying(&self) -> Vec<&Rule> {
        self.guide.applying(&self.knowledge, &self.facts)
    }
}
