//! `/werk/processen/{id}/gids/{moment}`: what is asked at one moment, and beside each question the rules that apply.

use super::words::{unit_hint, word};
use super::{Card, Guided, LessonShown, answer_words, cards, effect_name, said};
use crate::forms::charter::seen_of;
use crate::forms::guide::{BARRIERS, DECISION_MODES, NONE, Offers, STRATEGIES, against, aim, aims_shown, asked, filled, parse, texts};
use crate::guide::save_guide;
use crate::model::{GuideMoment, GuideText, State, answer, contradictions_beside, told_by_others, words_of};
use crate::pages::charter::{Field, field, origins, setting};
use crate::pages::permitted;
use crate::pages::view::View;
use crate::refusal::Refusal;
use crate::tables::organisation::organisation_facts;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use evidence::{Contradiction, Fact, Known, Shape, VOCABULARIES};
use kernel::Instant;
use people::{Context, Fault, Permission, Posted};
use ui::{Choice, Page, Typed};
use uuid::Uuid;

/// How a question is answered.
#[derive(Debug)]
pub(crate) enum Kind {
    /// One of several.
    One(Vec<Choice>),
    /// Any of several.
    Any(Vec<Choice>),
    /// A number.
    Number,
    /// One line.
    Line,
    /// A text, with its translations where residents read it.
    Text(Field),
    /// The aims in order.
    Aims,
    /// One box.
    Box,
    /// What the charter says; it is changed there.
    Charter(Vec<(String, String)>),
    /// What the program knows by itself.
    Told(Vec<(String, String)>),
}

/// A question with the rules that apply beside it.
#[derive(Debug)]
pub(crate) struct Block {
    name: String,
    label: String,
    hint: String,
    kind: Kind,
    cards: Vec<Card>,
    clashes: Vec<Clash>,
}

/// What sources contradict each other in.
#[derive(Debug)]
pub(crate) struct Clash {
    pub(crate) name: String,
    pub(crate) sides: Vec<String>,
    pub(crate) note: String,
}

impl Clash {
    pub(crate) fn of(page: &Page, contradiction: &Contradiction) -> Self {
        Self {
            name: page.t1("design-guide-contradiction", "name", said(page, &contradiction.name)),
            sides: contradiction.sides.iter().map(|side| said(page, &side.says)).collect(),
            note: said(page, &contradiction.note),
        }
    }
}

/// The row of one aim.
#[derive(Debug)]
struct AimRow {
    nth: i64,
    effect: String,
    place: String,
    level: String,
}

#[derive(Debug, Template)]
#[template(path = "guide/moment.html")]
struct MomentPage {
    page: Page,
    typed: Typed,
    href: String,
    guide: String,
    charter: String,
    text: String,
    writable: bool,
    closed: bool,
    blocks: Vec<Block>,
    questions: Vec<Block>,
    reads: Vec<Card>,
    rows: Vec<AimRow>,
    groups: Vec<(String, Vec<Choice>)>,
    levels: Vec<Choice>,
    origins: Vec<Choice>,
    stances: Vec<Choice>,
    lessons: Vec<LessonShown>,
    uses: Vec<Choice>,
    /// When was last said what holds for all processes.
    for_all: Option<String>,
    next: Option<(String, String)>,
}

/// Builds the questions of one page.
struct Asking<'a> {
    page: &'a Page,
    ctx: &'a Context,
    guided: &'a Guided,
    typed: &'a Typed,
}

impl Asking<'_> {
    fn yes_no(&self) -> Vec<Choice> {
        vec![
            Choice::new("yes", self.page.t("design-guide-yes")),
            Choice::new("no", self.page.t("design-guide-no")),
            Choice::new("", self.page.t("design-guide-unknown")),
        ]
    }

    fn list(&self, list: &str) -> Vec<Choice> {
        let items = self.guided.knowledge.list(list).map(|list| list.items.as_slice()).unwrap_or_default();
        items.iter().map(|item| Choice::new(item.key.as_str(), said(self.page, &item.name))).collect()
    }

    fn with_none(&self, mut options: Vec<Choice>) -> Vec<Choice> {
        options.push(Choice::new(NONE, self.page.t("design-guide-none-of-these")));
        options
    }

    fn block(&self, name: &str, label: String, hint: &str, kind: Kind) -> Block {
        Block { name: name.to_owned(), label, hint: hint.to_owned(), kind, cards: Vec::new(), clashes: Vec::new() }
    }

    fn fact(&self, fact: Fact) -> Block {
        let words = |words: &[&str]| -> Vec<Choice> {
            words.iter().map(|one| Choice::new(*one, word(self.page, &self.guided.knowledge, fact, one))).collect()
        };
        let (kind, hint) = match fact.shape() {
            Shape::YesNo => (Kind::One(self.yes_no()), "design-guide-one-hint".to_owned()),
            Shape::One(all) | Shape::Ordered(all) => {
                let mut options = words(all);
                options.push(Choice::new("", self.page.t("design-guide-unknown")));
                (Kind::One(options), "design-guide-one-hint".to_owned())
            }
            Shape::Any(all) => {
                let options = if all.contains(&NONE) { words(all) } else { self.with_none(words(all)) };
                (Kind::Any(options), "design-guide-any-hint".to_owned())
            }
            Shape::Number(unit) => (Kind::Number, unit_hint(unit)),
            Shape::Effects => (Kind::Aims, "design-guide-aims-hint".to_owned()),
        };
        let mut block = self.block(fact.key(), self.page.t(format!("design-ask-{fact}")), &hint, kind);
        block.clashes = contradictions_beside(&self.guided.knowledge, fact).map(|clash| Clash::of(self.page, clash)).collect();
        block
    }

    fn text(&self, text: GuideText) -> Block {
        let mut setting = setting(self.ctx);
        if !text.is_public() {
            setting.others.clear();
        }
        let field = field(self.typed, &setting, text.code(), text.key(), false, true);
        self.block(text.code(), String::new(), "", Kind::Text(field))
    }

    fn texts(&self, moment: GuideMoment) -> impl Iterator<Item = Block> {
        texts(moment).iter().map(|text| self.text(*text))
    }

    /// The groups with planned contact, the barriers, and for each barrier that was saved what helps.
    fn barriers(&self) -> Vec<Block> {
        let key = |key: &str| self.page.t(key);
        let groups = self.with_none(self.list("group"));
        let mut blocks = vec![
            self.block(answer::OUTREACH, key("design-guide-outreach"), "design-guide-any-hint", Kind::Any(groups)),
            self.block(
                answer::BARRIERS,
                key("design-guide-barriers"),
                "design-guide-barriers-text",
                Kind::Any(self.with_none(self.list(BARRIERS))),
            ),
        ];
        let saved = self.guided.guide.answer(answer::BARRIERS).unwrap_or_default();
        let barriers = self.guided.knowledge.list(BARRIERS);
        let help = self.guided.knowledge.list(STRATEGIES).map(|list| list.items.as_slice()).unwrap_or_default();
        for barrier in words_of(saved).filter_map(|saved| barriers.and_then(|list| list.item(saved))) {
            let options = help
                .iter()
                .map(|item| {
                    let star = if item.helps.contains(&barrier.key) { " *" } else { "" };
                    Choice::new(item.key.as_str(), format!("{}{star}", said(self.page, &item.name)))
                })
                .collect();
            let label = self.page.t1("design-guide-against", "barrier", said(self.page, &barrier.name));
            blocks.push(self.block(&against(&barrier.key), label, "design-guide-against-hint", Kind::Any(self.with_none(options))));
        }
        blocks
    }

    /// What the charter says, as far as rules look at it.
    fn charter(&self) -> Block {
        let view = View::of_draft(self.page, &self.guided.saved.draft);
        let mut lines = Vec::new();
        let mut line = |key: &str, text: Option<String>| lines.extend(text.map(|text| (self.page.t(key), text)));
        line("design-rung", view.rung.map(|rung| rung.label));
        line("design-mandate", view.mandate);
        line("design-decider-label", view.decider);
        line("design-budget-label", view.budget);
        line("design-decision-date", self.guided.saved.draft.decision_date.map(|day| self.page.date(&day)));
        self.block("charter", self.page.t("design-guide-charter"), "", Kind::Charter(lines))
    }

    /// The name of a fact.
    fn name_of(&self, fact: Fact) -> String {
        let (nl, en) = fact.words();
        if self.page.language == kernel::Language::EN { en.to_owned() } else { nl.to_owned() }
    }

    /// Facts that nobody is asked, with the rules about them.
    fn told(&self, name: &str, key: &str, facts: &[Fact]) -> Block {
        let known = |fact: &Fact| Some((*fact, self.guided.facts.get(*fact)?));
        let line = |(fact, value)| (self.name_of(fact), answer_words(self.page, &self.guided.knowledge, fact, value));
        let lines = facts.iter().filter_map(known).map(line).collect();
        self.block(name, self.page.t(key), "", Kind::Told(lines))
    }

    fn blocks(&self, moment: GuideMoment) -> Vec<Block> {
        let mut blocks = Vec::new();
        let key = |key: &str| self.page.t(key);
        match moment {
            GuideMoment::Course => {
                let facts: Vec<Fact> = self.guided.told.iter().map(|(fact, _)| fact).collect();
                blocks.push(self.told("told", "design-guide-told", &facts));
            }
            GuideMoment::Aims => {
                let areas = self.guided.areas.iter().map(|(id, name)| Choice::new(id.to_string(), name.clone())).collect::<Vec<_>>();
                if !areas.is_empty() {
                    blocks.push(self.block(answer::AREAS, key("design-guide-areas"), "design-guide-areas-hint", Kind::Any(areas)));
                }
                blocks.push(self.block(answer::THEMES, key("design-guide-themes"), "design-guide-themes-hint", Kind::Line));
                blocks.push(self.told("lessons", "design-guide-lessons-told", &[Fact::EarlierLessons, Fact::EarlierNegativeLessons]));
                blocks.push(self.block("aims", key("design-guide-aims"), "design-guide-aims-hint", Kind::Aims));
                blocks.push(self.block(answer::NO_AIMS, key("design-guide-aims-none-label"), "", Kind::Box));
                blocks.extend(self.texts(moment));
            }
            GuideMoment::Roles => blocks.extend(self.texts(moment)),
            GuideMoment::Agreements => blocks.push(self.charter()),
            _ => {}
        }
        for fact in moment.asks() {
            blocks.push(self.fact(*fact));
            if *fact == Fact::TargetGroups {
                blocks.extend(self.barriers());
            }
            if *fact == Fact::InteractionModes {
                let modes = Kind::Any(self.with_none(self.list(DECISION_MODES)));
                blocks.push(self.block(answer::DECISION_MODES, key("design-guide-decision-modes"), "design-guide-any-hint", modes));
            }
            if *fact == Fact::TrustMoments {
                blocks.extend(self.texts(moment));
            }
        }
        let told = Fact::ALL.iter().filter(|fact| moment.tells() && told_by_others(**fact)).map(|fact| (*fact, "told"));
        let placed: Vec<(Fact, &str)> =
            moment.derives().iter().copied().chain(moment.asks().iter().map(|fact| (*fact, fact.key()))).chain(told).collect();
        // In the order of the page, so that a rule stands at the first question it is about.
        let mut places: Vec<(usize, (Fact, &str))> = placed
            .into_iter()
            .filter_map(|(fact, place)| Some((blocks.iter().position(|block| block.name == place)?, (fact, place))))
            .collect();
        places.sort_by_key(|(at, _)| *at);
        let places: Vec<(Fact, &str)> = places.into_iter().map(|(_, place)| place).collect();
        let mut cards = cards(self.page, self.guided, &places);
        for block in &mut blocks {
            block.cards = cards.remove(block.name.as_str()).unwrap_or_default();
        }
        blocks
    }

    /// The questions that no fact decides, each with its rule when it was answered with yes.
    fn questions(&self, moment: GuideMoment) -> Vec<Block> {
        let mut blocks = Vec::new();
        for rule in &self.guided.knowledge.rules {
            let Known::Asked { at, question } = &rule.known else { continue };
            if !moment.questions().contains(at) {
                continue;
            }
            let mut block = self.block(&asked(&rule.id), said(self.page, question), "", Kind::One(self.yes_no()));
            if self.guided.guide.said_yes(&rule.id) {
                block.cards.push(Card::of(self.page, self.guided, rule));
            }
            blocks.push(block);
        }
        blocks
    }

    /// All effects and values, by list and category.
    fn groups(&self) -> Vec<(String, Vec<Choice>)> {
        let mut groups = Vec::new();
        for vocabulary in VOCABULARIES {
            let Some(list) = self.guided.knowledge.list(vocabulary) else { continue };
            let choice = |item: &evidence::Item| Choice::new(format!("{vocabulary}.{}", item.key), said(self.page, &item.name));
            if list.categories.is_empty() {
                groups.push((said(self.page, &list.name), list.items.iter().map(choice).collect()));
            }
            for category in &list.categories {
                let label = format!("{}: {}", said(self.page, &list.name), said(self.page, &category.name));
                groups.push((label, list.of_category(&category.key).map(choice).collect()));
            }
        }
        groups
    }
}

impl MomentPage {
    fn new(ctx: &Context, guided: &Guided, moment: GuideMoment, typed: Typed, for_all: Option<Instant>) -> Self {
        let mut page = ctx.page_titled(String::new());
        let title = guided.process.title.best(&ctx.language).text.to_owned();
        page.title = format!("{}: {title}", page.t(moment.key()));
        let asking = Asking { page: &page, ctx, guided, typed: &typed };
        let (blocks, questions) = (asking.blocks(moment), asking.questions(moment));
        let (groups, levels) = (asking.groups(), asking.list("level"));
        let shown =
            guided.knowledge.rules.iter().filter(|rule| matches!(&rule.known, Known::Shown(stage) if moment.reads().contains(stage)));
        let reads = shown.map(|rule| Card::of(&page, guided, rule)).collect();
        let rows = (1..=aims_shown(&typed))
            .map(|nth| {
                let (effect, place, level) = aim(nth);
                AimRow { nth: i64::try_from(nth).unwrap_or(i64::MAX), effect, place, level }
            })
            .collect();
        let next = GuideMoment::ALL.iter().skip_while(|other| **other != moment).nth(1);
        let closed = guided.process.state == State::Closed;
        Self {
            href: format!("{}/{}", guided.href(), moment.code()),
            guide: guided.href(),
            charter: format!("/werk/processen/{}", guided.process.id),
            text: page.t(format!("{}-text", moment.key())),
            writable: !closed || moment == GuideMoment::Course,
            closed,
            blocks,
            questions,
            reads,
            rows,
            groups,
            levels,
            origins: origins(&page),
            stances: super::card::stances(&page),
            lessons: guided.lessons_at(moment).map(|row| LessonShown::of(&page, guided, row)).collect(),
            uses: super::lesson::choices(&page),
            for_all: (moment == GuideMoment::Organisation).then(|| match for_all {
                Some(at) => page.t1("design-guide-for-all-since", "date", page.day(&at)),
                None => page.t("design-guide-for-all"),
            }),
            next: next.map(|next| (format!("{}/{}", guided.href(), next.code()), page.t1("design-guide-next", "name", page.t(next.key())))),
            page,
            typed,
        }
    }
}

/// The tensions and what else is worth knowing about the aims, as lines to read.
pub(crate) fn tension_lines(page: &Page, guided: &Guided) -> Vec<(String, String)> {
    let name = |effect: &evidence::EffectKey| effect_name(page, &guided.knowledge, effect);
    crate::model::tensions(&guided.knowledge, &guided.guide.aims)
        .into_iter()
        .map(|tension| {
            let what = if tension.gains == tension.loses {
                page.t1("design-guide-tension-one", "effect", name(&tension.gains))
            } else {
                page.t2("design-guide-tension", "gains", name(&tension.gains), "loses", name(&tension.loses))
            };
            let rule = |rule: &evidence::Rule| format!("{}: {} {}", rule.id, said(page, &rule.when), said(page, &rule.effect));
            let why = if tension.by.id == tension.against.id {
                rule(tension.by)
            } else {
                format!("{} {}", rule(tension.by), rule(tension.against))
            };
            (what, why)
        })
        .collect()
}

/// When was last said what holds for all processes; only the page that asks it wants to know.
async fn said_for_all(ctx: &Context, moment: GuideMoment) -> Result<Option<Instant>, Fault> {
    if moment != GuideMoment::Organisation {
        return Ok(None);
    }
    let said = organisation_facts(&mut ctx.read().await?, ctx.tenant_id()).await?;
    Ok(said.values().map(|it| it.at).max())
}

async fn guided(ctx: &Context, id: &str, moment: &str) -> Result<(Guided, GuideMoment), Fault> {
    let process = permitted(ctx, id, Permission::DesignProcess).await?;
    let moment = GuideMoment::of_code(moment).ok_or(Fault::NotFound)?;
    Ok((Guided::read(ctx, process).await?, moment))
}

pub(in crate::pages) async fn show(ctx: Context, Path((id, moment)): Path<(String, String)>) -> Result<Response, Fault> {
    let (guided, moment) = guided(&ctx, &id, &moment).await?;
    let typed = filled(&guided.guide, moment, &guided.knowledge);
    let for_all = said_for_all(&ctx, moment).await?;
    Ok(ui::html(StatusCode::OK, &MomentPage::new(&ctx, &guided, moment, typed, for_all)))
}

pub(in crate::pages) async fn take(Path((id, moment)): Path<(String, String)>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let (guided, moment) = guided(&ctx, &id, &moment).await?;
    let lessons: Vec<Uuid> = guided.lessons_at(moment).map(|row| row.lesson.id).collect();
    let areas: Vec<String> = guided.areas.iter().map(|(id, _)| id.to_string()).collect();
    let offers = Offers { lessons: &lessons, areas: &areas };
    if let Some(new) = parse(&mut typed, &setting(&ctx), moment, &guided.guide, offers, &guided.knowledge) {
        let (store, id, seen) = (ctx.store().clone(), guided.process.id, seen_of(&typed));
        let written = store::write!(store, [ctx, new], |tx| { save_guide(tx, &ctx.act(), id, &new, seen).await }).await;
        match written {
            Ok(()) => return Ok(ctx.done(&format!("{}/{}", guided.href(), moment.code()), "design-guide-saved")),
            // What was typed stays; who sends it again has seen the warning and overwrites the other's words.
            Err(Refusal::Overtaken) => {
                let now = Guided::read(&ctx, guided.process.clone()).await?;
                typed.set("seen", crate::forms::charter::seen(now.guide.saved));
                typed.wrong(first_field(moment), "design-guide-overtaken");
            }
            Err(refusal) => return Err(refusal.into()),
        }
    }
    let for_all = said_for_all(&ctx, moment).await?;
    Ok(ui::html(StatusCode::UNPROCESSABLE_ENTITY, &MomentPage::new(&ctx, &guided, moment, typed, for_all)))
}

/// The field to which the summary leads when the whole page is meant.
fn first_field(moment: GuideMoment) -> String {
    match moment {
        GuideMoment::Aims => aim(1).0,
        GuideMoment::Roles => GuideText::Politicians.code().to_owned(),
        _ => moment.asks().first().map(|fact| fact.key().to_owned()).unwrap_or_default(),
    }
}
