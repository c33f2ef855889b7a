//! `/processen/{slug}/evaluatie.pdf`: the report on paper, as a PDF that can be read aloud. What stands in tables on the page is told
//! in lines.

use super::report::{found, lessons};
use super::said;
use super::shown::{ReportShown, bare};
use crate::model::evaluation::EvaluationPart;
use answer::document::{Document, Piece, pdf};
use axum::extract::Path;
use axum::response::Response;
use kernel::Language;
use people::{Context, Fault};

/// The pieces of the document, in the order of the report.
struct Pieces {
    language: Language,
    all: Vec<Piece>,
}

impl Pieces {
    fn heading(&mut self, text: String) {
        self.all.push(Piece::Heading(2, text, self.language));
    }
    fn lines(&mut self, lines: impl IntoIterator<Item = String>) {
        let text: Vec<String> = lines.into_iter().map(|line| line.replace(['\r', '\n'], " ")).collect();
        self.all.push(Piece::Text(text.join("\n"), self.language));
    }
}

/// A name with what is told of it. A name that asks has its own sign at the end.
fn named(name: &str, told: &str) -> String {
    let colon = if name.ends_with(['?', '؟']) { "" } else { ":" };
    format!("{name}{colon} {told}")
}

pub(in crate::pages) async fn show(ctx: Context, Path(slug): Path<String>) -> Result<Response, Fault> {
    let (process, evaluation) = found(&ctx, &slug).await?;
    let evaluation = evaluation.ok_or(Fault::NotFound)?;
    let findings = evaluation.findings.as_ref().ok_or(Fault::NotFound)?;
    if ctx.app.settings.letter_fonts.is_none() {
        return Err(Fault::Conflict("learn-report-no-pdf"));
    }
    let page = ctx.page_titled(String::new());
    let knowledge = knowledge::known(&mut ctx.read().await?, ctx.tenant_id()).await?;
    let shown = ReportShown::of(&page, &knowledge, findings);
    let mut pieces = Pieces { language: page.language, all: Vec::new() };
    let told = |pieces: &mut Pieces, part: EvaluationPart| {
        if let Some(set) = evaluation.draft.texts.get(&part) {
            let text = said(&ctx, set);
            pieces.all.push(Piece::Text(text.text, text.language));
        }
    };
    let pair = |(name, value): &(String, String)| named(name, value);
    pieces.lines([page.t("learn-report-lead"), shown.day.clone(), shown.small.clone()]);
    told(&mut pieces, EvaluationPart::Summary);
    pieces.heading(page.t("learn-section-about"));
    pieces.lines(shown.about.iter().map(pair));
    pieces.heading(page.t("learn-section-balance"));
    pieces.lines([shown.counts.clone()].into_iter().chain(shown.withdrawn.iter().cloned()));
    pieces.lines(shown.effects.iter().map(|it| format!("{} ({}): {}", it.name, it.aimed, it.own)));
    told(&mut pieces, EvaluationPart::Balance);
    pieces.heading(page.t("learn-section-worse"));
    if shown.worse.is_empty() {
        pieces.lines([page.t("learn-worse-none-coded")]);
    }
    pieces.lines(shown.worse.iter().map(|it| {
        let whom = match (it.negative_hidden, it.negative_for.is_empty()) {
            (true, _) => page.t("learn-worse-few"),
            (false, true) => page.t("learn-worse-nobody-named"),
            (false, false) => it.negative_for.join(", "),
        };
        format!("{}: {whom}", it.name)
    }));
    told(&mut pieces, EvaluationPart::NegativeFound);
    told(&mut pieces, EvaluationPart::NegativeDone);
    if evaluation.draft.none_found {
        pieces.lines([page.t("learn-worse-looked")]);
        told(&mut pieces, EvaluationPart::NegativeWho);
        told(&mut pieces, EvaluationPart::NegativeHow);
    }
    pieces.heading(page.t("learn-section-literature"));
    pieces.lines([page.t("learn-literature-text")]);
    pieces.lines(shown.effects.iter().map(|it| {
        let research: Vec<String> = it.literature.iter().map(|(key, rules)| format!("{} {}", page.t(key), rules.join(", "))).collect();
        format!("{}: {}", it.name, if research.is_empty() { page.t("learn-literature-none") } else { research.join("; ") })
    }));
    pieces.heading(page.t("learn-section-influence"));
    pieces.lines(shown.influence.iter().map(pair));
    pieces.lines(shown.gaps.iter().cloned().chain([page.t("learn-influence-caveat")]));
    pieces.lines(shown.decided.iter().map(pair));
    told(&mut pieces, EvaluationPart::RungMotive);
    told(&mut pieces, EvaluationPart::Influence);
    pieces.heading(page.t("learn-section-asked"));
    if shown.asked.is_empty() {
        pieces.lines([page.t("learn-asked-none")]);
    }
    let [many, middle, agree] = ["many", "middle", "agree"].map(|column| page.t(format!("learn-asked-{column}")));
    pieces.lines(shown.asked.iter().map(|it| {
        let told = format!("{many}: {}; {middle}: {}; {agree}: {}", it.answered, it.mean, it.agree);
        format!("{} ({}, {}). {told}", bare(&it.name), it.when, it.who)
    }));
    if !shown.changes.is_empty() {
        pieces.all.push(Piece::Heading(3, page.t("learn-changes-title"), page.language));
        let [pairs, difference, between] = ["pairs", "difference", "between"].map(|column| page.t(format!("learn-changes-{column}")));
        let change = |[name, until, who, many, by, ends]: &[String; 6]| {
            format!("{} ({until}, {who}). {pairs}: {many}; {difference}: {by}; {between}: {ends}", bare(name))
        };
        pieces.lines([page.t("learn-changes-text")].into_iter().chain(shown.changes.iter().map(change)));
    }
    if !shown.observed.is_empty() {
        pieces.all.push(Piece::Heading(3, page.t("learn-observed-heading"), page.language));
        pieces.lines(shown.observed.iter().cloned());
    }
    pieces.heading(page.t("learn-section-reach"));
    pieces.lines(shown.dropped.clone());
    for it in &shown.reach {
        pieces.all.push(Piece::Heading(3, it.name.clone(), page.language));
        pieces.lines(it.lines.iter().cloned());
        let mut columns = vec!["population", "began", "ratio"];
        columns.extend(it.stayed.then_some(["stayed", "dropped"]).into_iter().flatten());
        let columns: Vec<String> = columns.iter().map(|column| page.t(format!("learn-reach-column-{column}"))).collect();
        pieces.lines(it.rows.iter().map(|row| {
            let cells: Vec<String> = columns.iter().zip(row.iter().skip(1)).map(|(name, cell)| format!("{name} {cell}")).collect();
            format!("{}: {}", row.first().map_or("", String::as_str), cells.join("; "))
        }));
    }
    pieces.lines((!shown.reach.is_empty()).then(|| page.t("learn-reach-caveat")));
    if !(shown.counted.is_empty() && shown.tables.is_empty()) {
        pieces.all.push(Piece::Heading(3, page.t("learn-count-heading"), page.language));
        pieces.lines([page.t("learn-count-self-reported")]);
        pieces.lines(shown.counted.iter().map(pair));
    }
    for it in &shown.tables {
        pieces.all.push(Piece::Heading(3, it.name.clone(), page.language));
        pieces.lines(it.lines.iter().cloned());
        pieces.lines(it.rows.iter().map(|row| {
            let cells: Vec<String> = row.iter().skip(1).map(|(name, cell)| format!("{name} {cell}")).collect();
            format!("{}: {}", row.first().map_or("", |(_, name)| name.as_str()), cells.join("; "))
        }));
    }
    pieces.lines(shown.unmeasured.iter().map(pair));
    told(&mut pieces, EvaluationPart::Reach);
    pieces.heading(page.t("learn-section-carried"));
    pieces.lines(shown.figures.iter().map(|it| named(&it.name, &it.headline)));
    told(&mut pieces, EvaluationPart::Carried);
    pieces.heading(page.t("learn-section-means"));
    pieces.lines(
        shown
            .means
            .iter()
            .map(|it| format!("{}: {} {}; {} {}", it.name, page.t("learn-means-planned"), it.planned, page.t("learn-means-used"), it.used)),
    );
    pieces.lines(shown.volunteers.clone());
    told(&mut pieces, EvaluationPart::Means);
    pieces.heading(page.t("learn-section-heard"));
    pieces.lines(shown.heard.iter().map(|(actor, many)| format!("{actor}: {}", page.t1("learn-heard-sources", "count", *many))));
    if !shown.unheard.is_empty() {
        pieces.lines([format!("{}: {}", page.t("learn-heard-not"), shown.unheard.join(", "))]);
    }
    if shown.one_voice {
        pieces.lines([page.t("learn-heard-one-voice")]);
    }
    told(&mut pieces, EvaluationPart::Heard);
    pieces.heading(page.t("learn-section-advice"));
    pieces.lines(shown.advice.iter().cloned().chain((!shown.met.is_empty()).then(|| shown.met.join(", "))));
    if !shown.planned.is_empty() {
        pieces.heading(page.t("learn-section-planned"));
        pieces.lines([page.t("learn-planned-text")].into_iter().chain(shown.planned.iter().map(pair)));
    }
    pieces.heading(page.t("learn-evaluation-part-limits"));
    told(&mut pieces, EvaluationPart::Limits);
    let kept = lessons(&ctx, &page, &process).await?;
    if !kept.is_empty() {
        pieces.heading(page.t("learn-section-lessons"));
    }
    for lesson in kept {
        pieces.lines([lesson.worked]);
        pieces.all.push(Piece::Text(lesson.text.text, lesson.text.language));
        pieces.all.push(Piece::Text(lesson.advice.text, lesson.advice.language));
    }
    let title = page.t1("learn-report-title", "title", process.title.best(&ctx.language).text);
    // A PDF needs no marks of direction around what was filled in.
    let title = title.replace(['\u{2068}', '\u{2069}'], "");
    let document = Document { title, language: page.language, pieces: pieces.all };
    match pdf(&ctx, &format!("evaluatie-{slug}"), &document).await {
        Err(Fault::Conflict(_)) => Err(Fault::Conflict("learn-report-no-pdf")),
        other => other,
    }
}
