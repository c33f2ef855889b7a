//! `/processen/{slug}/meten.csv`: what may be told, for a spreadsheet.

use super::public;
use super::view::statement;
use crate::model::outcome::Results;
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use people::{Context, Fault};
use statistics::{Estimate, Outcome};
use ui::Page;

/// The names of the columns, the same in every language so that a spreadsheet can be made once.
const COLUMNS: [&str; 21] = [
    "kind",
    "wave",
    "indicator",
    "statement",
    "words",
    "agreeing_is_bad",
    "took_part",
    "answered",
    "missing",
    "mean",
    "mean_low",
    "mean_high",
    "agree",
    "agree_low",
    "agree_high",
    "difference",
    "difference_low",
    "difference_high",
    "went_up",
    "stayed",
    "went_down",
];

fn broken(error: impl std::fmt::Display) -> Fault {
    Fault::Broken(error.to_string())
}

fn some(number: Option<i64>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

fn three(found: &Outcome<Estimate>) -> [String; 3] {
    match found {
        Ok(it) => [it.value.value, it.value.low, it.value.high].map(|number| format!("{number:.3}")),
        Err(_) => [const { String::new() }; 3],
    }
}

/// The rows of the sheet.
fn rows(page: &Page, results: &Results) -> Result<Vec<u8>, Fault> {
    let mut out = csv::Writer::from_writer(Vec::new());
    out.write_record(COLUMNS).map_err(broken)?;
    let none = || [const { String::new() }; 3];
    for it in &results.responses {
        for (took_part, many) in [(true, it.took_part), (false, it.did_not)] {
            let head = ["response", it.wave.code(), "", "", "", ""].map(str::to_owned);
            let counts = [took_part.to_string(), some(many), String::new()];
            out.write_record(head.iter().chain(&counts).chain(&none()).chain(&none()).chain(&none()).chain(&none())).map_err(broken)?;
        }
    }
    for it in results.answers.iter().chain(&results.staff) {
        let staff = it.statement.staff_only;
        let head = [
            if staff { "staff" } else { "answers" }.to_owned(),
            it.wave.code().to_owned(),
            it.indicator.to_owned(),
            it.statement.code.to_owned(),
            statement(page, it.statement),
            it.statement.agreeing_is_bad.to_string(),
        ];
        let missing = if it.answered.is_some() { it.missing.to_string() } else { String::new() };
        let took_part = if staff { String::new() } else { it.took_part.to_string() };
        let counts = [took_part, some(it.answered), missing];
        let numbers = [three(&it.mean), three(&it.agree), none(), none()];
        out.write_record(head.iter().chain(&counts).chain(numbers.iter().flatten())).map_err(broken)?;
    }
    for it in &results.barriers {
        for (key, many) in &it.named {
            let head = [
                "barrier".to_owned(),
                it.wave.code().to_owned(),
                "G013".to_owned(),
                (*key).to_owned(),
                page.t(format!("measure-barrier-{key}")),
                String::new(),
            ];
            let counts = [it.took_part.to_string(), some(*many), String::new()];
            out.write_record(head.iter().chain(&counts).chain(&none()).chain(&none()).chain(&none()).chain(&none())).map_err(broken)?;
        }
    }
    for it in &results.changes {
        let head = [
            "change".to_owned(),
            it.until.code().to_owned(),
            it.indicator.to_owned(),
            it.statement.code.to_owned(),
            statement(page, it.statement),
            it.statement.agreeing_is_bad.to_string(),
        ];
        let counts = [it.took_part.to_string(), some(it.pairs), String::new()];
        let moved = it.moved.map_or_else(none, |moved| moved.map(|many| many.to_string()));
        let numbers = [none(), none(), three(&it.difference), moved];
        out.write_record(head.iter().chain(&counts).chain(numbers.iter().flatten())).map_err(broken)?;
    }
    out.into_inner().map_err(broken)
}

pub(super) async fn show(ctx: Context, Path(slug): Path<String>) -> Result<Response, Fault> {
    let process = public(&ctx, &slug).await?;
    let results = crate::all_results(&mut ctx.read().await?, ctx.tenant_id(), process.id).await?;
    let page = ctx.page("measure-public-title");
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"meten-{}.csv\"", process.slug)),
    ];
    Ok((headers, rows(&page, &results)?).into_response())
}
