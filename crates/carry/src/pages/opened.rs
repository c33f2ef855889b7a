//! A dossier that somebody opened to look at it or to act: read once, permission checked once.

use crate::act::Refusal;
use crate::model::{Act, ConsultVerdict, ObjectionEnding, Standing, heard_for, speaks_for, waits_for};
use crate::pages::dossier;
use crate::pages::view::Words;
use crate::tables;
use axum::http::StatusCode;
use axum::response::Response;
use design::{Decider, Process, Variant};
use journey::{Dossier, Travelling};
use kernel::{ContributionId, DepartmentId, DossierId};
use people::{Context, Fault, Permission, Thing};
use store::Session;
use store::texts::LanguageSet;
use ui::{Page, Typed};

/// How many contributions of a bundle a page shows in full.
const SHOWN: usize = 50;

/// A dossier with its process and what residents said.
#[derive(Debug, Clone)]
pub(crate) struct Opened {
    pub(crate) dossier: Dossier,
    pub(crate) process: Process,
    pub(crate) decider: Decider,
    /// The department that was asked last, also after it gave the dossier back.
    pub(crate) last_asked: Option<DepartmentId>,
    pub(crate) words: Vec<voice::Words>,
    /// What was marked as different from most of the bundle.
    pub(crate) differs: Vec<(ContributionId, LanguageSet)>,
}

impl Opened {
    /// Reads a dossier that this municipality has. Whoever reads as staff may read every dossier: departments that do
    /// not see each other's work are what strands it (004 «Verkokeren»). No identity is shown.
    pub(crate) async fn read(ctx: &Context, id: &str) -> Result<Self, Fault> {
        if ctx.account.is_none() {
            return Err(Fault::SignIn);
        }
        if !ctx.may_somewhere(Permission::ReadStaff) {
            return Err(Fault::Forbidden);
        }
        let id: DossierId = id.parse().map_err(|_| Fault::NotFound)?;
        let tenant = ctx.tenant_id();
        let mut s = ctx.read().await?;
        let dossier = journey::dossier(&mut s, tenant, id).await?.ok_or(Fault::NotFound)?;
        let process = design::process(&mut s, tenant, dossier.process).await?.ok_or(Fault::NotFound)?;
        let last_asked = tables::askings(&mut s, tenant, id).await?.last().map(|asking| asking.department);
        let ids: Vec<ContributionId> = dossier.contributions.iter().take(SHOWN).map(|it| it.contribution).collect();
        let words = voice::words(&mut s, tenant, &ids).await?;
        let decider = process.charter.as_ref().map_or(Decider::Body, |charter| charter.decider);
        let differs = differs(&mut s, &dossier).await?;
        Ok(Self { dossier, process, decider, last_asked, words, differs })
    }

    /// Reads a dossier to do `act` with it.
    ///
    /// # Errors
    /// [`Fault::Forbidden`] when whoever asks may not do it to this dossier.
    pub(crate) async fn for_act(ctx: &Context, id: &str, act: Act) -> Result<Self, Fault> {
        let opened = Self::read(ctx, id).await?;
        if opened.may(ctx, act) { Ok(opened) } else { Err(Fault::Forbidden) }
    }

    /// Whose process it is (F5).
    pub(crate) fn variant(&self) -> Variant {
        self.process.charter.as_ref().map_or(Variant::Asked, |charter| charter.variant)
    }

    /// Whether whoever asks may do `act` to this dossier, whenever it is open.
    pub(crate) fn may(&self, ctx: &Context, act: Act) -> bool {
        if act == Act::AnswerMeans && !self.dossier.awaiting.is_empty() {
            // Of several departments that are asked each answers for itself.
            let thing = self.thing(act);
            return self.dossier.awaiting.iter().any(|it| ctx.may(Permission::CommitMeans, &thing.in_department(*it)));
        }
        if act == Act::Settle {
            // The level itself answers too.
            let standing = Standing::from(&self.dossier);
            return ctx.account.as_ref().is_some_and(|who| standing.may_settle(&who.grants, who.id, ctx.today()));
        }
        ctx.account.as_ref().is_some_and(|account| act.allowed(&account.grants, account.id, &self.thing(act), self.decider, ctx.today()))
    }

    /// The thing of the act. Whoever just gave a dossier back still owns that act: a form that is sent twice then hears
    /// that it was done, not that it is forbidden.
    fn thing(&self, act: Act) -> Thing {
        let thing = act.thing(&self.dossier);
        match act {
            Act::Accept | Act::HandBack if thing.department.is_none() => thing.in_department(self.last_asked),
            _ => thing,
        }
    }

    /// The departments for which whoever asks may object: not the one that has it or is asked, and none twice at a time.
    pub(crate) fn objectors(&self, ctx: &Context) -> Vec<DepartmentId> {
        let own = |id: &DepartmentId| self.dossier.department.or(self.dossier.asked) == Some(*id);
        let open = |id: &DepartmentId| self.dossier.objections.iter().any(|it| it.department == *id);
        self.speaks_for(ctx).into_iter().filter(|id| !own(id) && !open(id)).collect()
    }

    /// What whoever asks may say of which open objection: the department that objects whether it is withdrawn or met, and
    /// whoever can call a table that it is set aside.
    pub(crate) fn endings(&self, ctx: &Context) -> Vec<(i64, DepartmentId, ObjectionEnding)> {
        let (speaks_for, thing) = (self.speaks_for(ctx), self.thing(Act::EndObjection));
        let may = |department: DepartmentId, ending: ObjectionEnding| {
            if ending.is_of_the_objector() { speaks_for.contains(&department) } else { ctx.may(Permission::Assign, &thing) }
        };
        let all = self.dossier.objections.iter().flat_map(|open| ObjectionEnding::ALL.map(|ending| (open.number, open.department, ending)));
        all.filter(|(_, department, ending)| may(*department, *ending)).collect()
    }

    /// What whoever asks may say for which department that is waited for: what it finds itself, and whoever can call a table that
    /// it is passed over.
    pub(crate) fn verdicts(&self, ctx: &Context) -> Vec<(DepartmentId, ConsultVerdict)> {
        let own = ctx.account.as_ref().map(|who| heard_for(&who.grants, who.id, who.department, ctx.today())).unwrap_or_default();
        let thing = self.thing(Act::Consult);
        let may = |department: DepartmentId, verdict: ConsultVerdict| {
            if verdict.is_of_the_department() { own.contains(&department) } else { ctx.may(Permission::Assign, &thing) }
        };
        let all = self.dossier.touched.iter().flat_map(|open| ConsultVerdict::SAID.map(|verdict| (open.department, verdict)));
        all.filter(|(department, verdict)| may(*department, *verdict)).collect()
    }

    fn speaks_for(&self, ctx: &Context) -> Vec<DepartmentId> {
        ctx.account.as_ref().map(|who| speaks_for(&who.grants, who.id, who.department, ctx.today())).unwrap_or_default()
    }

    /// Whether the dossier waits for whoever asks.
    pub(crate) fn is_mine(&self, ctx: &Context) -> bool {
        let standing = Standing::from(&self.dossier);
        let waits = waits_for(&standing, self.decider);
        ctx.account.as_ref().is_some_and(|who| waits.is_for(&standing, self.decider, &who.grants, who.id, ctx.today()))
    }

    /// The acts that whoever asks may do now, in order.
    pub(crate) fn offered(&self, ctx: &Context) -> Vec<Act> {
        Act::ALL
            .into_iter()
            .filter(|act| act.is_open(&self.dossier, self.decider) && self.may(ctx, *act))
            .filter(|act| match act {
                Act::Ask => !self.askable().is_empty(),
                Act::Object => !self.objectors(ctx).is_empty(),
                Act::EndObjection => !self.endings(ctx).is_empty(),
                Act::Consult => !self.verdicts(ctx).is_empty(),
                _ => true,
            })
            .collect()
    }

    pub(crate) fn href(&self) -> String {
        format!("/werk/dossiers/{}", self.dossier.id)
    }

    /// The number under which the dossier is spoken of: that of its first contribution.
    pub(crate) fn number(&self) -> String {
        self.dossier.contributions.first().map(|it| it.number.to_string()).unwrap_or_default()
    }

    /// The contributions whose authors can be asked something: nobody withdrew them, and no question to them is open.
    pub(crate) fn askable(&self) -> Vec<&Travelling> {
        let open = |it: &Travelling| self.dossier.questions.iter().any(|question| question.contribution == it.contribution);
        self.dossier.live().filter(|it| !open(it)).collect()
    }

    /// The contributions that still travel in the dossier, as choices.
    pub(crate) fn contribution_choices(&self, page: &Page) -> Vec<ui::Choice> {
        let title =
            |it: &Travelling| self.words.iter().find(|words| words.id == it.contribution).map(|words| Words::of(page, &words.title).text);
        let label = |it: &Travelling| format!("{} {}", it.number, title(it).unwrap_or_default());
        self.dossier.live().map(|it| ui::Choice::new(it.contribution.to_string(), label(it).trim_end())).collect()
    }

    /// The department that acts: asked or holding.
    pub(crate) fn department(&self) -> Option<DepartmentId> {
        self.dossier.asked.or(self.dossier.department)
    }

    /// The name of the department that acts.
    pub(crate) async fn department_name(&self, ctx: &Context, page: &Page) -> Result<String, Fault> {
        let mut s = ctx.read().await?;
        let found = match self.department() {
            Some(id) => people::tables::department(&mut s, ctx.tenant_id(), id).await?,
            None => None,
        };
        Ok(found.map_or_else(|| page.t("carry-dossier-none"), |it| it.name))
    }

    /// What the pages of acts show of the dossier beside their form.
    pub(crate) fn head(&self, page: &Page) -> Head {
        let charter = self.process.charter.as_ref();
        Head {
            href: self.href(),
            said: self.said(page),
            more: self.dossier.contributions.len().saturating_sub(SHOWN),
            question: charter.map(|it| Words::of(page, &it.question)),
            can_change: charter.map(|it| Words::of(page, &it.can_change)),
            fixed: charter.map(|it| Words::of(page, &it.fixed)),
            outside: charter.map(|it| Words::of(page, &it.outside)),
            criteria: charter.map(|it| Words::of(page, &it.criteria)),
            mandate: charter.map(|it| {
                let mandate = &it.mandate;
                page.ta(
                    "carry-dossier-mandate",
                    &[
                        ("body", mandate.body.as_str().into()),
                        ("reference", mandate.reference.as_str().into()),
                        ("day", page.date(&mandate.date).into()),
                    ],
                )
            }),
            decides: charter.map(|it| Words::of(page, &it.decides)),
        }
    }

    /// What residents said, each with how it came in.
    pub(crate) fn said(&self, page: &Page) -> Vec<Said> {
        let find = |it: &Travelling| self.words.iter().find(|words| words.id == it.contribution);
        self.dossier
            .contributions
            .iter()
            .take(SHOWN)
            .map(|it| {
                let words = find(it);
                let withdrawn = words.is_none_or(|words| words.withdrawn);
                Said {
                    number: it.number.to_string(),
                    title: words.filter(|_| !withdrawn).map(|words| Words::of(page, &words.title)).filter(|words| !words.text.is_empty()),
                    body: words.filter(|_| !withdrawn).and_then(|words| words.body.as_ref()).map(|body| Words::of(page, body)),
                    channel: page.t2("carry-dossier-channel", "channel", page.t(it.channel.key()), "day", page.date(&it.captured)),
                    published: words.is_some_and(|words| words.published),
                    differs: self.differs.iter().find(|(id, _)| *id == it.contribution).map(|(_, set)| Words::of(page, set)),
                    withdrawn,
                    href: format!("/bijdragen/{}", it.number),
                }
            })
            .collect()
    }

    /// A form that was taken goes back to the dossier; a form that came too early, too late or twice gets a plain sentence
    /// with the dossier as it stands; a broken rule is said beside its field (then `None`, and the form is drawn again).
    pub(crate) async fn settle<T>(
        &self,
        ctx: &Context,
        done: Result<T, Refusal>,
        typed: &mut Typed,
        notice: &str,
    ) -> Result<Option<Response>, Fault> {
        match done {
            Ok(_) => Ok(Some(ctx.done(&self.href(), notice))),
            Err(Refusal::Rule(rule)) => {
                let (field, key) = rule.field();
                typed.wrong(field, key);
                Ok(None)
            }
            Err(Refusal::NotNow(_)) => self.not_now(ctx).await.map(Some),
            Err(Refusal::Guard(code)) => {
                dossier::draw(ctx, &self.href_id(), StatusCode::CONFLICT, dossier::Notice::Guard(code)).await.map(Some)
            }
            Err(refusal) => Err(refusal.into()),
        }
    }

    /// Where a toets that is obligatory for a draft decision of the process still waits for answers (A011); nothing when none does.
    pub(crate) async fn toetsen(&self, s: &mut Session) -> Result<Option<String>, store::Error> {
        let (tenant, process) = (self.dossier.tenant, self.dossier.process);
        let held = design::draft_decision_held(s, tenant, process).await?;
        Ok(held.then(|| format!("/werk/processen/{process}/gids/toetsen")))
    }

    /// The dossier as it stands, with the sentence that the act is not possible now and nothing was changed.
    pub(crate) async fn not_now(&self, ctx: &Context) -> Result<Response, Fault> {
        dossier::draw(ctx, &self.href_id(), StatusCode::CONFLICT, dossier::Notice::NotNow).await
    }

    fn href_id(&self) -> String {
        self.dossier.id.to_string()
    }
}

/// What was marked as different in a dossier whose contributions still travel together.
///
/// # Errors
/// When the database cannot be read.
pub async fn differs(s: &mut Session, dossier: &Dossier) -> Result<Vec<(ContributionId, LanguageSet)>, store::Error> {
    if dossier.live().count() < 2 {
        return Ok(Vec::new());
    }
    let mut marked = tables::minorities(s, dossier.tenant, dossier.id).await?;
    marked.retain(|it| dossier.live().any(|one| one.contribution == it.contribution));
    let ids: Vec<_> = marked.iter().map(|it| it.words).collect();
    let texts = store::texts::texts(s, dossier.tenant, &ids).await?;
    let words = |id| texts.iter().find(|(known, _)| *known == id).map(|(_, set)| set.clone());
    Ok(marked.into_iter().filter_map(|it| Some((it.contribution, words(it.words)?))).collect())
}

/// What one resident said.
#[derive(Debug, Clone)]
pub(crate) struct Said {
    pub(crate) number: String,
    pub(crate) title: Option<Words>,
    pub(crate) body: Option<Words>,
    pub(crate) channel: String,
    pub(crate) published: bool,
    pub(crate) withdrawn: bool,
    /// What it says differently from most of the bundle, when that was marked.
    pub(crate) differs: Option<Words>,
    pub(crate) href: String,
}

/// What the pages of acts show beside their form: what residents said, and what the charter promised.
#[derive(Debug, Clone)]
pub(crate) struct Head {
    pub(crate) href: String,
    pub(crate) said: Vec<Said>,
    pub(crate) more: usize,
    pub(crate) question: Option<Words>,
    pub(crate) can_change: Option<Words>,
    pub(crate) fixed: Option<Words>,
    pub(crate) outside: Option<Words>,
    pub(crate) criteria: Option<Words>,
    pub(crate) mandate: Option<String>,
    pub(crate) decides: Option<Words>,
}

impl Head {
    /// Whether anything was marked as different.
    pub(crate) fn differs(&self) -> bool {
        self.said.iter().any(|one| one.differs.is_some())
    }
}
