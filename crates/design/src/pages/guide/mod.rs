//! The design guide: an overview, one page per moment, and a plan to print.

mod card;
mod lesson;
pub(crate) mod moment;
pub(crate) mod overview;
pub(crate) mod plan;
pub(super) mod public;
pub(crate) mod regulation;
pub(crate) mod toetsen;
mod words;

pub(crate) use card::{Card, cards};
pub(crate) use lesson::LessonShown;
pub(crate) use words::{answer_words, effect_name, said, said_in};

use crate::acts::draft;
use crate::guide::{Design, FactsNow, Origin, facts_now};
use crate::model::{Guide, GuideMoment, Process, made_facts, moments_of};
use crate::pages::permitted;
use crate::standing::Standing;
use crate::tables::charter::SavedDraft;
use evidence::{Fact, Facts, Knowledge, Rule};
use kernel::{AreaId, ProcessId};
use memory::LessonRow;
use people::{Context, Fault, Permission};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use store::texts::LanguageSet;
use uuid::Uuid;

/// A process with its guide, and what follows from both.
pub(crate) struct Guided {
    pub(crate) process: Process,
    pub(crate) saved: SavedDraft,
    pub(crate) guide: Guide,
    pub(crate) facts: Facts,
    pub(crate) knowledge: Arc<Knowledge>,
    /// Lessons that fit, and those of which something was said; what did not work first.
    pub(crate) lessons: Vec<LessonRow>,
    /// The names of the processes that those are of.
    pub(crate) titles: BTreeMap<ProcessId, LanguageSet>,
    /// The areas of the municipality.
    pub(crate) areas: Vec<(AreaId, String)>,
    /// What other rooms told of this process.
    pub(crate) told: Facts,
    /// From what it was begun, and whether a regulation holds for it.
    origin: Origin,
}

/// The facts that this house can make: those of the guide, and those that other rooms tell.
pub(crate) fn made(ctx: &Context) -> BTreeSet<Fact> {
    let told = ctx.app.facts.iter().flat_map(|room| room.makes().iter().copied());
    made_facts().into_iter().chain(told).collect()
}

/// A design that this person may work on, with how it stands to the regulation and to the toetsen.
async fn guided_with_standing(ctx: &Context, id: &str) -> Result<(Guided, Standing), Fault> {
    let process = permitted(ctx, id, Permission::DesignProcess).await?;
    let guided = Guided::read(ctx, process).await?;
    let standing = Standing::read(&mut ctx.read().await?, ctx.tenant_id(), guided.process.id, ctx.today()).await?;
    Ok((guided, standing))
}

impl Guided {
    /// Reads the charter that is being written, and the guide.
    pub(crate) async fn read(ctx: &Context, process: Process) -> Result<Self, Fault> {
        let mut s = ctx.read().await?;
        let saved = draft(&mut s, ctx.tenant_id(), process.id).await?.ok_or(Fault::NotFound)?;
        let guide = crate::tables::guide::guide(&mut s, ctx.tenant_id(), process.id).await?;
        let knowledge = knowledge::known(&mut s, ctx.tenant_id()).await?;
        drop(s);
        Self::of(ctx, process, saved, guide, knowledge).await
    }

    /// What follows from a charter and a guide, with what is known here.
    pub(crate) async fn of(
        ctx: &Context,
        process: Process,
        saved: SavedDraft,
        guide: Guide,
        knowledge: Arc<Knowledge>,
    ) -> Result<Self, Fault> {
        let tenant = ctx.tenant_id();
        let mut s = ctx.read().await?;
        let act = ctx.act();
        let asked = people::ProcessAsked { act: &act, process: process.id, areas: guide.areas() };
        let charter = process.charter.as_ref().map(|charter| charter.id);
        let design = Design { draft: &saved.draft, state: process.state, charter, guide: &guide, knowledge: &knowledge };
        let FactsNow { facts, told, origin, mut lessons } = facts_now(&mut s, &asked, &ctx.app.facts, design).await?;
        // What was said of a lesson stays, also when the design changed and it no longer fits.
        let others: Vec<Uuid> = guide.lessons.keys().filter(|id| !lessons.iter().any(|row| row.lesson.id == **id)).copied().collect();
        lessons.extend(memory::kept(&mut s, tenant, &others).await?);
        lessons.sort_by_key(|row| row.lesson.worked);
        let of: BTreeSet<ProcessId> = lessons.iter().filter_map(|row| row.lesson.process).collect();
        let of: Vec<ProcessId> = of.into_iter().collect();
        let titles = crate::tables::process::named(&mut s, tenant, &of).await?.into_iter().map(|(id, title, _)| (id, title)).collect();
        let areas = people::tables::areas(&mut s, tenant).await?.into_iter().map(|area| (area.id, area.name)).collect();
        drop(s);
        Ok(Self { process, saved, guide, facts, knowledge, lessons, titles, areas, told, origin })
    }

    /// The lessons that stand on the page of a moment.
    pub(crate) fn lessons_at(&self, moment: GuideMoment) -> impl Iterator<Item = &LessonRow> {
        self.lessons.iter().filter(move |row| moments_of(row, &self.knowledge).contains(&moment))
    }

    /// The ids of the gates that keep the draft from being published. What residents read already, they may read the next version of
    /// although nobody ever opened the guide.
    pub(crate) fn shut(&self) -> Vec<String> {
        if self.guide.saved.is_none() && self.process.is_public() {
            return Vec::new();
        }
        crate::guide::shut(&self.saved, &self.guide, &self.knowledge, self.origin)
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
