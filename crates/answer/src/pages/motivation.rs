//! `/werk/dossiers/{id}/antwoord`: the motivated answer is written, kept as a draft, and published (F1 S14).

use crate::act::{self, Refusal, owed};
use crate::model::motivation::{Gap, Lack, Motivation, Part, TEXT_MOST, gaps};
use crate::model::plain::Hints;
use crate::model::template;
use crate::shown::Said;
use crate::tables::beginnings::{self, Beginning};
use crate::tables::drafts;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use design::Process;
use journey::{Dossier, Outcome};
use kernel::{ContributionId, DossierId, Language, Prose, TextError, TextId};
use people::{Context, Fault, Permission, Posted, Thing};
use store::Session;
use store::texts::{LanguageSet, Origin, Version};
use ui::{Arg, Choice, Page, Typed};

/// The words of so many authors stand beside the answer with one result for all of them.
const SHOWN: usize = 20;

#[derive(Debug, Template)]
#[template(path = "motivation.html")]
struct Form {
    page: Page,
    typed: Typed,
    dossier: String,
    outcome: String,
    decision: Option<Said>,
    criteria: Option<Said>,
    /// How many authors get it.
    count: usize,
    authors: Vec<Author>,
    shared: Vec<Field>,
    own: Vec<Field>,
    translations: Vec<Translation>,
    hints: Hints,
    saved: Option<String>,
    /// Whether the fields that were empty have just been filled with the example.
    begun: bool,
    /// Whether a field is empty that could begin with words.
    begins: bool,
}

/// What was done before the form is shown.
enum Before {
    /// Nothing to tell.
    Nothing,
    /// A draft was kept, in these words.
    Saved(String),
    /// Empty fields were filled with the example.
    Begun,
}

/// What the page shows instead of a form when there is nothing to write.
#[derive(Debug, Template)]
#[template(path = "motivation_none.html")]
struct Nothing {
    page: Page,
    dossier: String,
    why: &'static str,
    answered: Vec<String>,
}

/// The words of one author beside the form.
#[derive(Debug)]
struct Author {
    number: String,
    channel: String,
    title: Option<Said>,
    body: Option<Said>,
    /// What it says differently from most of the bundle.
    differs: Option<Said>,
}

/// A field of many lines.
#[derive(Debug)]
pub(super) struct Field {
    pub(super) name: String,
    pub(super) label: String,
    pub(super) hint: String,
    pub(super) rows: u8,
    pub(super) language: Language,
    pub(super) optional: bool,
}

/// The fields of one language more.
#[derive(Debug)]
struct Translation {
    title: String,
    origin: String,
    origins: Vec<Choice>,
    fields: Vec<Field>,
}

/// A field that is empty and can begin with words.
struct Empty {
    name: String,
    language: Language,
    /// The key of the shipped words.
    key: String,
    /// The words of the municipality, which go before the shipped ones.
    own: Option<String>,
}

/// A dossier whose answer somebody opened.
pub(super) struct Opened {
    pub(super) dossier: Dossier,
    pub(super) process: Process,
    pub(super) contributions: Vec<voice::Contribution>,
    pub(super) decision: Option<LanguageSet>,
    pub(super) differs: Vec<(ContributionId, LanguageSet)>,
    /// The result that is told to everybody who took part, where answers were gathered (F5).
    pub(super) result: Option<carry::GatheredResult>,
    /// The municipality's own words with which an answer to this outcome begins.
    pub(super) beginnings: Vec<Beginning>,
    pub(super) main: Language,
    pub(super) others: Vec<Language>,
}

impl Opened {
    async fn read(ctx: &Context, id: &str) -> Result<Self, Fault> {
        let id: DossierId = id.parse().map_err(|_| Fault::NotFound)?;
        let tenant = ctx.tenant_id();
        let mut s = ctx.read().await?;
        let dossier = journey::dossier(&mut s, tenant, id).await?.ok_or(Fault::NotFound)?;
        ctx.permit(Permission::Answer, &Thing::process(dossier.process).in_department(dossier.department).in_area(dossier.area))?;
        let process = design::process(&mut s, tenant, dossier.process).await?.ok_or(Fault::NotFound)?;
        let authors: Vec<ContributionId> = owed(&dossier).iter().map(|it| it.contribution).collect();
        let contributions = voice::contributions(&mut s, tenant, &authors).await?;
        let decision = match &dossier.decided {
            Some(_) => carry::decision(&mut s, tenant, id).await?.map(|it| it.words),
            None => None,
        };
        let decision = match decision {
            Some(text) => store::texts::text(&mut s, tenant, text).await?,
            None => None,
        };
        let differs = carry::differing(&mut s, &dossier).await?;
        let result = match dossier.outcome {
            Some(outcome) if outcome.is_a_result() => carry::results(&mut s, tenant, id).await?.into_iter().next(),
            _ => None,
        };
        let beginnings = match dossier.outcome {
            Some(outcome) => beginnings::of_outcome(&mut s, tenant, outcome).await?,
            None => Vec::new(),
        };
        let main = ctx.tenant.language;
        let mut others: Vec<Language> = contributions.iter().map(|it| it.language).filter(|it| *it != main).collect();
        others.sort_unstable();
        others.dedup();
        Ok(Self { dossier, process, contributions, decision, differs, result, beginnings, main, others })
    }

    pub(super) fn href(&self) -> String {
        format!("/werk/dossiers/{}", self.dossier.id)
    }

    pub(super) fn authors(&self) -> Vec<ContributionId> {
        self.contributions.iter().map(|it| it.id).collect()
    }

    fn number(&self, contribution: ContributionId) -> String {
        self.contributions.iter().find(|it| it.id == contribution).map(|it| it.number.to_string()).unwrap_or_default()
    }

    /// The name of the field of a part, for one author, in one language.
    fn name(&self, part: Part, contribution: Option<ContributionId>, language: Language) -> String {
        let mut name = part.code().to_owned();
        if let Some(contribution) = contribution {
            name = format!("{name}-{}", self.number(contribution));
        }
        if language == self.main { name } else { format!("{name}-{language}") }
    }

    /// The languages that an own part can have: the main one and that of its author.
    fn languages_of(&self, contribution: &voice::Contribution) -> Vec<Language> {
        if contribution.language == self.main { vec![self.main] } else { vec![self.main, contribution.language] }
    }

    /// Reads the form. What is too long is said beside its field; what is missing is for [`gaps`].
    pub(super) fn motivation(&self, typed: &mut Typed) -> Motivation {
        let all: Vec<Language> = std::iter::once(self.main).chain(self.others.iter().copied()).collect();
        let mut motivation = Motivation {
            done: self.part(typed, Part::Done, None, &all),
            criterion: self.part(typed, Part::Criterion, None, &all),
            why_not: self.part(typed, Part::WhyNot, None, &all),
            coming: self.part(typed, Part::Coming, None, &all),
            own: Vec::new(),
        };
        for contribution in self.contributions.iter().filter(|_| self.result.is_none()) {
            if let Some(words) = self.part(typed, Part::Own, Some(contribution.id), &self.languages_of(contribution)) {
                motivation = motivation.own(contribution.id, words);
            }
        }
        motivation
    }

    fn part(&self, typed: &mut Typed, part: Part, contribution: Option<ContributionId>, languages: &[Language]) -> Option<LanguageSet> {
        let mut set: Option<LanguageSet> = None;
        for language in languages {
            let name = self.name(part, contribution, *language);
            let text = match Prose::new(typed.get(&name), TEXT_MOST) {
                Ok(text) => text.into_string(),
                Err(TextError::TooLong { length, most }) => {
                    let numbers: [(&str, Arg); 2] = [("most", count(most)), ("length", count(length))];
                    typed.wrong_with(name, "ui-too-long", &numbers);
                    continue;
                }
                Err(_) => continue,
            };
            set = Some(match set {
                // A translation alone is the original then; the missing main language is a gap of its own.
                None => LanguageSet::written(*language, text),
                Some(set) => {
                    let origin = if typed.get(&format!("origin-{language}")) == "machine" { Origin::Machine } else { Origin::Human };
                    set.with(Version { language: *language, text, origin, reviewed_by: None })
                }
            });
        }
        set.filter(|set| set.original().language == self.main)
    }

    /// The fields that are empty and can begin with words.
    fn empty(&self, typed: &Typed) -> Vec<Empty> {
        let Some(outcome) = self.dossier.outcome.filter(|_| self.result.is_none()) else { return Vec::new() };
        let all = std::iter::once(self.main).chain(self.others.iter().copied()).filter(|language| template::speaks(*language));
        let parts = move |language: Language| {
            let own = self.beginnings.iter().find(|it| it.language == language);
            let empty = move |part: Part| {
                let key = template::key(outcome, part)?;
                Some(Empty { name: self.name(part, None, language), language, key, own: own.and_then(|it| it.words.get(&part).cloned()) })
            };
            Part::SHARED.into_iter().filter_map(empty)
        };
        all.flat_map(parts).filter(|it| typed.get(&it.name).trim().is_empty()).collect()
    }

    /// Says beside each field what is missing.
    pub(super) fn show_gaps(&self, typed: &mut Typed, found: &[Gap]) {
        for gap in found {
            let name = self.name(gap.part, gap.contribution, gap.language.unwrap_or(self.main));
            if typed.error_of(&name).is_some() {
                continue;
            }
            match &gap.lack {
                Lack::Missing => typed.wrong(name, format!("answer-form-{}-missing", gap.part.code())),
                Lack::Short { least } => typed.wrong_with(name, "answer-form-short", &[("least", count(*least))]),
                Lack::Long { most } => typed.wrong_with(name, "answer-form-long", &[("most", count(*most))]),
                Lack::LeftOpen { left } => typed.wrong_with(name, "answer-form-left-open", &[("left", left.as_str().into())]),
                Lack::Sentence { words, begins } => {
                    typed.wrong_with(name, "answer-form-sentence", &[("words", count(*words)), ("begins", begins.as_str().into())]);
                }
            }
        }
    }
}

fn count(number: usize) -> Arg {
    i64::try_from(number).unwrap_or(i64::MAX).into()
}

pub(super) fn field(
    page: &Page,
    opened: &Opened,
    part: Part,
    of: Option<&voice::Contribution>,
    language: Language,
    optional: bool,
) -> Field {
    let code = part.code();
    let mut label = match of {
        Some(contribution) => page.t1("answer-form-own-label", "number", contribution.number.as_str()),
        None => page.t(format!("answer-form-{code}-label")),
    };
    if language != opened.main {
        label = page.t2("answer-form-in-language", "label", label, "language", ui::own_name(&language));
    }
    Field {
        name: opened.name(part, of.map(|it| it.id), language),
        label,
        hint: page.t(format!("answer-form-{code}-hint")),
        rows: match part {
            Part::Criterion => 3,
            Part::Coming => 5,
            _ => 6,
        },
        language,
        optional,
    }
}

fn translation(page: &Page, opened: &Opened, language: Language) -> Translation {
    let mut fields: Vec<Field> = Part::SHARED
        .into_iter()
        .filter(|part| *part != Part::WhyNot || opened.dossier.outcome.is_some_and(Outcome::is_a_no))
        .map(|part| field(page, opened, part, None, language, true))
        .collect();
    let theirs = opened.contributions.iter().filter(|it| it.language == language && opened.result.is_none());
    fields.extend(theirs.map(|it| field(page, opened, Part::Own, Some(it), language, true)));
    let origins =
        vec![Choice::new("human", page.t("answer-form-origin-human")), Choice::new("machine", page.t("answer-form-origin-machine"))];
    Translation {
        title: page.t1("answer-form-translation", "language", ui::own_name(&language)),
        origin: format!("origin-{language}"),
        origins,
        fields,
    }
}

async fn draw(ctx: &Context, opened: &Opened, mut typed: Typed, before: Before, status: StatusCode) -> Result<Response, Fault> {
    let page = ctx.page("answer-form-title");
    let several = opened.contributions.len() > 1;
    let a_no = opened.dossier.outcome.is_some_and(Outcome::is_a_no);
    let shared: Vec<Field> = Part::SHARED
        .into_iter()
        .filter(|part| *part != Part::WhyNot || a_no)
        .map(|part| field(&page, opened, part, None, opened.main, part == Part::Coming))
        .collect();
    // One result holds the words of all; who needs an answer of its own was taken out before.
    let each = opened.contributions.iter().filter(|_| opened.result.is_none());
    let own: Vec<Field> = each.map(|it| field(&page, opened, Part::Own, Some(it), opened.main, !several)).collect();
    for language in &opened.others {
        let name = format!("origin-{language}");
        if typed.get(&name).is_empty() {
            typed.set(name, "human");
        }
    }
    let hints = Hints::of(&written(&typed, [&shared, &own]), opened.main, &ctx.tenant.plain_words);
    let shown = if opened.result.is_some() { SHOWN } else { usize::MAX };
    let authors = opened.contributions.iter().take(shown).map(|it| Author {
        number: it.number.to_string(),
        channel: page.t(it.channel.key()),
        title: Some(Said::of(&it.title, &page.language)).filter(|title| !title.text.is_empty()),
        body: it.body.as_ref().map(|body| Said::of(body, &page.language)),
        differs: opened.differs.iter().find(|(id, _)| *id == it.id).map(|(_, set)| Said::of(set, &page.language)),
    });
    let form = Form {
        dossier: opened.href(),
        outcome: opened.dossier.outcome.map(|outcome| page.t(outcome.key())).unwrap_or_default(),
        decision: opened.decision.as_ref().map(|set| Said::of(set, &page.language)),
        criteria: opened.process.charter.as_ref().map(|charter| Said::of(&charter.criteria, &page.language)),
        count: opened.contributions.len(),
        authors: authors.collect(),
        shared,
        own,
        translations: opened.others.iter().map(|language| translation(&page, opened, *language)).collect(),
        begins: !opened.empty(&typed).is_empty(),
        hints,
        begun: matches!(before, Before::Begun),
        saved: if let Before::Saved(words) = before { Some(words) } else { None },
        typed,
        page,
    };
    Ok(ui::html(status, &form))
}

/// What stands in these fields, a paragraph each.
fn written(typed: &Typed, fields: [&Vec<Field>; 2]) -> String {
    let texts = fields.into_iter().flatten().map(|field| typed.get(&field.name).trim()).filter(|text| !text.is_empty());
    texts.collect::<Vec<_>>().join("\n\n")
}

/// The page when no author is owed an answer now: too early, or all done.
fn nothing(ctx: &Context, opened: &Opened, status: StatusCode) -> Response {
    let answered: Vec<String> = opened.dossier.live().filter(|it| it.answered.is_some()).map(|it| it.number.to_string()).collect();
    let why = if answered.is_empty() { "answer-form-too-early" } else { "answer-form-all-answered" };
    ui::html(status, &Nothing { page: ctx.page("answer-form-title"), dossier: opened.href(), why, answered })
}

/// The answer as the result tells it: it was written once, and whoever answers only reads it over.
async fn of_result(ctx: &Context, s: &mut Session, opened: &Opened, it: &carry::GatheredResult) -> Result<Typed, Fault> {
    let tenant = ctx.tenant_id();
    let ids: Vec<TextId> =
        it.counts.iter().map(|one| one.label).chain([it.words, it.motive]).chain(it.deed.map(|(words, _, _)| words)).collect();
    let texts = store::texts::texts(s, tenant, &ids).await?;
    let text = |id: TextId| texts.iter().find(|(known, _)| *known == id).map(|(_, set)| set.best(&opened.main).text.to_owned());
    let page = ctx.page("answer-form-title");
    let t = |key: &str, args: &[(&str, Arg)]| page.texts.plain(&opened.main, key, args);
    let small = people::tables::tenants::smallest(s, tenant).await?;
    let many = |many: i64| {
        if many < small { t("carry-result-few", &[("most", small.into())]) } else { t("carry-result-many", &[("count", many.into())]) }
    };
    let mut done = vec![text(it.words).unwrap_or_default()];
    let counted: Vec<String> = it.counts.iter().filter_map(|one| Some(format!("{}: {}.", text(one.label)?, many(one.many)))).collect();
    if !counted.is_empty() {
        done.push(counted.join("\n"));
    }
    let mut typed = Typed::empty();
    typed.set("criterion", text(it.motive).unwrap_or_default());
    if let Some((words, department, until)) = it.deed {
        let department = people::tables::department(s, tenant, department).await?.map(|it| it.name).unwrap_or_default();
        let by = t("carry-result-by", &[("department", department.into()), ("day", page.date(&until).into())]);
        typed.set("coming", format!("{} {by}.", text(words).unwrap_or_default()));
    } else {
        typed.set("why-not", text(it.motive).unwrap_or_default());
        done.push(format!("{}.", t("carry-result-nothing", &[])));
    }
    typed.set("done", done.join("\n\n"));
    Ok(typed)
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let opened = Opened::read(&ctx, &id).await?;
    if opened.contributions.is_empty() {
        return Ok(nothing(&ctx, &opened, StatusCode::OK));
    }
    let mut s = ctx.read().await?;
    let draft = drafts::draft(&mut s, ctx.tenant_id(), opened.dossier.id).await?;
    let saved = draft.as_ref().map(|draft| draft.saved);
    let typed = match (draft, &opened.result) {
        (Some(draft), _) => Typed::from_pairs(draft.fields),
        (None, Some(result)) => of_result(&ctx, &mut s, &opened, result).await?,
        (None, None) => Typed::empty(),
    };
    drop(s);
    let page = ctx.page("answer-form-title");
    let before = saved.map_or(Before::Nothing, |at| Before::Saved(page.t1("answer-form-saved", "time", page.time(&at))));
    draw(&ctx, &opened, typed, before, StatusCode::OK).await
}

pub(super) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let opened = Opened::read(&ctx, &id).await?;
    if opened.contributions.is_empty() {
        return Ok(nothing(&ctx, &opened, StatusCode::CONFLICT));
    }
    let motivation = opened.motivation(&mut typed);
    let mut before = Before::Nothing;
    if typed.get("action") == "begin" {
        let page = ctx.page("answer-form-title");
        for it in opened.empty(&typed) {
            typed.set(it.name, it.own.unwrap_or_else(|| page.texts.plain(&it.language, &it.key, &[])));
            before = Before::Begun;
        }
    }
    if matches!(typed.get("action"), "check" | "begin") {
        let status = if typed.is_wrong() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
        return draw(&ctx, &opened, typed, before, status).await;
    }
    let (store, dossier) = (ctx.store().clone(), opened.dossier.id);
    if typed.get("action") == "save" {
        if typed.is_wrong() {
            return draw(&ctx, &opened, typed, Before::Nothing, StatusCode::UNPROCESSABLE_ENTITY).await;
        }
        let fields: Vec<(String, String)> = typed.pairs().iter().filter(|(name, _)| name != "action" && name != "plain").cloned().collect();
        let account = ctx.actor.account();
        store::write!(store, [ctx, fields], |tx| act::save_draft(tx, &ctx.act(), dossier, fields, account).await).await?;
        return Ok(ctx.done(&format!("{}/antwoord", opened.href()), "answer-form-draft-saved"));
    }
    opened.show_gaps(&mut typed, &gaps(&motivation, opened.dossier.outcome, &opened.authors()));
    if !typed.has("plain", "yes") {
        typed.wrong("plain", "answer-form-plain-missing");
    }
    if typed.is_wrong() {
        return draw(&ctx, &opened, typed, Before::Nothing, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let published = store::write!(store, [ctx, motivation], |tx| act::publish(tx, &ctx.act(), dossier, &motivation).await).await;
    match published {
        Ok(_) => Ok(ctx.done(&opened.href(), "answer-form-published")),
        Err(Refusal::Incomplete(found)) => {
            opened.show_gaps(&mut typed, &found);
            draw(&ctx, &opened, typed, Before::Nothing, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(refusal) => Err(refusal.into()),
    }
}
