//! `/beheer/woorden`: words of this office, and what most people say. Whoever writes an answer is reminded of them, and
//! the design guide counts them in a charter.

use super::fields;
use super::settings;
use crate::context::Context;
use crate::fault::Fault;
use crate::permit::{Permission, Thing};
use crate::posted::Posted;
use crate::tenant::{PlainWord, Tenant};
use askama::Template;
use axum::response::Response;
use ui::{Page, Typed};

/// The most words of one list.
const MOST: usize = 300;
/// The longest word or better word, in letters.
const LONGEST: usize = 60;

#[derive(Template)]
#[template(path = "beheer/words.html")]
struct WordsPage {
    page: Page,
    typed: Typed,
}

fn draw(ctx: &Context, typed: Typed) -> Response {
    let page = ctx.page("people-beheer-plain-title");
    ui::html(fields::status(&typed), &WordsPage { page, typed })
}

/// Shows the list, one word a line.
pub(super) async fn show(ctx: Context) -> Result<Response, Fault> {
    ctx.permit(Permission::ManageTenant, &Thing::tenant())?;
    let lines: Vec<String> = ctx.tenant.plain_words.iter().map(|it| format!("{} = {}", it.word, it.better)).collect();
    Ok(draw(&ctx, Typed::empty().with("words", lines.join("\n"))))
}

/// Reads a line: `word = what people say`.
fn read(line: &str) -> Option<PlainWord> {
    let (word, better) = line.split_once('=')?;
    let (word, better) = (word.trim().to_lowercase(), better.trim().to_owned());
    let fits = |text: &str| !text.is_empty() && text.chars().count() <= LONGEST && !text.chars().any(char::is_control);
    (fits(&word) && fits(&better)).then_some(PlainWord { word, better })
}

/// Reads the list; the line that does not read is named.
fn words(typed: &mut Typed) -> Vec<PlainWord> {
    let mut words: Vec<PlainWord> = Vec::new();
    let mut unreadable = None;
    for line in typed.get("words").lines().map(str::trim).filter(|line| !line.is_empty()) {
        match read(line) {
            Some(word) => {
                words.retain(|earlier| earlier.word != word.word);
                words.push(word);
                if words.len() > MOST {
                    break;
                }
            }
            None => {
                unreadable.get_or_insert_with(|| line.chars().take(40).collect::<String>());
            }
        }
    }
    if let Some(line) = unreadable {
        typed.wrong_with("words", "people-beheer-plain-unreadable", &[("line", line.into()), ("most", LONGEST.into())]);
    } else if words.len() > MOST {
        typed.wrong_with("words", "people-beheer-plain-too-many", &[("most", MOST.into())]);
    }
    words
}

/// Keeps the list.
pub(super) async fn save(mut form: Posted) -> Result<Response, Fault> {
    form.ctx.permit(Permission::ManageTenant, &Thing::tenant())?;
    let ctx = form.ctx.clone();
    let plain_words = words(&mut form.typed);
    if form.typed.is_wrong() {
        return Ok(draw(&ctx, form.typed));
    }
    settings::keep(&ctx, Tenant { plain_words, ..Tenant::clone(&ctx.tenant) }).await?;
    Ok(ctx.done("/beheer/woorden", "people-beheer-saved"))
}
