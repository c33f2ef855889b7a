//! The public page and the public JSON of one contribution, compared value by value.

use axum::http::StatusCode;
use kernel::{Language, PublicNumber};
use people::testing::TestHouse;
use serde_json::Value;

/// The words of a piece of HTML as a reader sees them.
pub fn plain(html: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for sign in html.chars() {
        match sign {
            '<' => {
                inside = true;
                text.push(' ');
            }
            '>' if inside => inside = false,
            // Signs that keep the direction of a word apart are not seen.
            '\u{2066}'..='\u{2069}' => {}
            sign if !inside => text.push(sign),
            _ => {}
        }
    }
    for (entity, sign) in [
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&#34;", "\""),
        ("&quot;", "\""),
        ("&#60;", "<"),
        ("&#62;", ">"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&#38;", "&"),
        ("&amp;", "&"),
    ] {
        text = text.replace(entity, sign);
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What stands between two marks, without them; nothing when the first is not there.
fn between<'a>(html: &'a str, from: &str, to: &str) -> Option<&'a str> {
    let start = html.find(from)? + from.len();
    Some(&html[start..][..html[start..].find(to)?])
}

/// The section of the page under the heading with this id, without the heading.
fn section<'a>(body: &'a str, id: &str) -> Option<&'a str> {
    let whole = between(body, &format!("<section aria-labelledby=\"{id}\">"), "</section>")?;
    Some(whole.split_once("</h2>").expect("a section has a heading").1)
}

/// A day in Dutch, written here once more so that a mistake in the house is seen.
pub fn day(iso: &str) -> String {
    const MONTHS: [&str; 12] =
        ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];
    let parts: Vec<usize> = iso.split('-').map(|part| part.parse().unwrap()).collect();
    format!("{} {} {}", parts[2], MONTHS[parts[1] - 1], parts[0])
}

/// Whether these words stand in the text, and not as the end of a larger number: «21 maart» does not hold «1 maart».
fn holds(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(at, _)| !text[..at].ends_with(|sign: char| sign.is_ascii_digit()))
}

/// One step as it stands on the page.
#[derive(Debug, PartialEq, Eq)]
struct Step {
    kind: String,
    label: String,
    date: Option<String>,
    note: Option<String>,
    still: bool,
}

fn steps(body: &str) -> Vec<Step> {
    let line = between(body, "<ol class=\"mm-line\">", "</ol>").expect("the line of steps");
    let items = line.split("<li class=\"mm-line__step mm-line__step--").skip(1);
    items
        .map(|item| {
            let kind = item.split([' ', '"']).next().unwrap().to_owned();
            let label = between(item, "<p class=\"mm-line__label\">", "</p>").expect("a label");
            Step {
                kind,
                // Before the label stands, for who does not see the line, whether the step is past, present or future.
                label: plain(label.split_once("</span>").expect("the place on the line").1),
                date: between(item, "<p class=\"mm-line__date\">", "</p>").map(plain),
                note: between(item, "<p class=\"mm-line__note\">", "</p>").map(plain),
                still: item.contains("mm-line__still"),
            }
        })
        .collect()
}

/// The words of the house for a key.
struct Words<'a>(&'a TestHouse, Language);

impl Words<'_> {
    fn of(&self, key: &str) -> String {
        plain(&self.0.app.texts.plain(&self.1, key, &[]))
    }
    fn state(&self, code: &Value) -> String {
        self.of(journey::State::from_code(code.as_str().unwrap()).expect("a state").key())
    }
    fn outcome(&self, code: &Value) -> String {
        self.of(journey::Outcome::from_code(code.as_str().unwrap()).expect("an outcome").key())
    }
}

fn text(said: &Value) -> Option<&str> {
    said["text"].as_str()
}

/// The step as the page should show it, from what the JSON tells.
fn past(told: &Value, words: &Words<'_>) -> Step {
    let kind = match (told["kind"].as_str().unwrap(), told["state"].as_str().unwrap()) {
        ("screened", code) if code == journey::State::Referred.code() => "referred",
        ("screened", code) if code == journey::State::Parked.code() => "parked",
        (kind, _) => kind,
    };
    let mut note = Vec::new();
    if kind == "decided" {
        note.push(words.outcome(&told["outcome"]));
    }
    if kind == "reacted" {
        note.push(words.of("answer-review-asked"));
    }
    note.extend(told["department"].as_str().map(str::to_owned));
    note.extend(told["body"].as_str().filter(|_| kind != "screened").map(str::to_owned));
    note.extend(told["on"].as_str().filter(|_| ["scheduled", "tabled"].contains(&kind)).map(day));
    Step {
        kind: "past".to_owned(),
        label: words.of(&format!("journey-step-{kind}")),
        date: Some(day(told["date"].as_str().unwrap())),
        note: Some(note.join(" · ")).filter(|note| !note.is_empty()),
        still: false,
    }
}

fn line(body: &str, told: &Value, words: &Words<'_>) {
    let shown = steps(body);
    let all = told["steps"].as_array().unwrap();
    assert!(!all.is_empty());
    let (before, after) = shown.split_at(all.len());
    for (shown, told) in before.iter().zip(all) {
        assert_eq!(*shown, past(told, words), "{told}");
    }
    let asked = |list: &str, name: &str| -> Vec<Value> {
        let all = told[list].as_array().unwrap().iter();
        all.filter(|it| list == "reviews" || it["kind"] == "reacted").map(|it| it[name].clone()).collect()
    };
    assert_eq!(asked("steps", "date"), asked("reviews", "asked"), "that somebody asked for a review is told as a step");
    let (now, next) = after.split_first().expect("where it is now");
    let stranded = told["stranded"].as_array().unwrap();
    assert_eq!((now.kind.as_str(), now.label.as_str()), ("present", words.state(&told["state"]).as_str()));
    assert_eq!(now.date.as_deref(), Some(format!("sinds {}", day(told["since"].as_str().unwrap())).as_str()));
    assert_eq!(now.still, !stranded.is_empty());
    let note = now.note.clone().unwrap_or_default();
    // Once the answer is given, the page tells of the answer and no longer of who had the dossier.
    let answered = [journey::State::FedBack, journey::State::Reaction].iter().any(|state| told["state"] == state.code());
    for who in [&told["asked"], &told["department"]].into_iter().filter_map(Value::as_str).take(usize::from(!answered)) {
        assert!(holds(&note, who), "«{who}»: {note}");
    }
    if let Some(until) = told["until"].as_str() {
        assert!(holds(&note, &day(until)), "until {until}: {note}");
    }
    let next: Vec<(&str, &str)> = next.iter().map(|step| (step.kind.as_str(), step.label.as_str())).collect();
    let labels: Vec<String> = told["next"].as_array().unwrap().iter().map(|code| words.state(code)).collect();
    assert_eq!(next, labels.iter().map(|label| ("future", label.as_str())).collect::<Vec<_>>());

    let alerts: Vec<String> =
        body.split("utrecht-alert--warning mm-note\">").skip(1).map(|rest| plain(rest.split("</div>").next().unwrap())).collect();
    assert_eq!(alerts.len(), stranded.len(), "{alerts:?}");
    // What was brought to a level lies there (F1 S10).
    let raised = told["steps"].as_array().unwrap().iter().rev().find(|step| step["kind"] == "escalated" && told["state"] == "S10");
    let level = raised.and_then(|step| carry::Level::of(step["body"].as_str()?)).map(|level| words.of(level.key()));
    let department = [&told["asked"], &told["department"]].into_iter().find_map(Value::as_str).unwrap_or("het participatieteam");
    let place = level.as_deref().unwrap_or(department);
    for (alert, why) in alerts.iter().zip(stranded) {
        let code = journey::Stranding::from_code(why["code"].as_str().unwrap()).expect("a code");
        for part in [place, &day(why["since"].as_str().unwrap()), &words.of(code.key())] {
            assert!(holds(alert, part), "«{part}»: {alert}");
        }
    }
}

/// What was done on the way: where it was brought, what the frames say, what was advised.
fn done(body: &str, told: &Value, words: &Words<'_>) {
    let verdict = |it: &Value| words.of(journey::Verdict::from_code(it["verdict"].as_str().unwrap()).expect("a verdict").key());
    match section(body, "elsewhere") {
        Some(shown) => {
            let to = words.of(&format!("carry-elsewhere-{}", told["referral"]["to"].as_str().unwrap()));
            for part in [&to, told["referral"]["contact"].as_str().unwrap()] {
                assert!(holds(&plain(shown), part), "«{part}»: {shown}");
            }
        }
        None => assert!(told["referral"].is_null(), "{}", told["referral"]),
    }
    let frames = told["frames"].as_array().unwrap();
    let shown = section(body, "frames").unwrap_or_default();
    let facts: Vec<(String, String)> = shown
        .split("<dt>")
        .skip(1)
        .map(|it| {
            (plain(it.split("</dt>").next().unwrap()), plain(between(it, "<strong>", "</dd>").unwrap().split("<div").next().unwrap()))
        })
        .collect();
    let expected = frames.iter().map(|it| {
        let frame = words.of(&format!("carry-frame-{}", it["frame"].as_str().unwrap()));
        (frame, format!("{} , {}", verdict(it), day(it["checked"].as_str().unwrap())))
    });
    assert_eq!(facts, expected.collect::<Vec<_>>());
    assert_eq!(said(shown), frames.iter().filter_map(|it| text(&it["rule"])).collect::<Vec<_>>());
    for it in frames.iter().filter(|it| it["verdict"] != "fits" && !it["rule"].is_null()) {
        let firmness = words.of(&format!("carry-firmness-{}", it["firmness"].as_str().unwrap_or("unknown")));
        assert!(holds(&plain(shown), &firmness), "«{firmness}»: {shown}");
    }

    let across = told["across"].as_array().unwrap();
    let shown = section(body, "across").unwrap_or_default();
    let lines: Vec<String> = shown.split("<strong>").skip(1).map(|it| plain(it.split("</strong>").next().unwrap())).collect();
    assert_eq!(lines.len(), across.len(), "{lines:?}");
    for (line, it) in lines.iter().zip(across) {
        assert!(holds(line, &day(it["date"].as_str().unwrap())), "{line}");
        for party in it["departments"].as_array().unwrap() {
            assert!(holds(line, party["name"].as_str().unwrap()), "{line}");
        }
        for partner in it["partners"].as_array().unwrap() {
            assert!(holds(line, partner.as_str().unwrap()), "{line}");
        }
        for one in it["defended"].as_array().unwrap() {
            assert!(holds(line, one["department"].as_str().unwrap()) && holds(line, one["value"].as_str().unwrap()), "{line}");
        }
    }
    let parts = ["asked", "conflict", "options", "outcome", "reviewed"];
    let expected = across.iter().flat_map(|it| parts.into_iter().filter_map(|part| text(&it[part])));
    assert_eq!(said(shown), expected.collect::<Vec<_>>());

    let advices = told["advices"].as_array().unwrap();
    let shown = section(body, "advice").unwrap_or_default();
    let lines: Vec<String> = shown.split("<strong>").skip(1).map(|it| plain(it.split("</strong>").next().unwrap())).collect();
    assert_eq!(lines.len(), advices.len(), "{lines:?}");
    for (line, it) in lines.iter().zip(advices) {
        for part in [verdict(it), it["department"].as_str().unwrap().to_owned(), day(it["given"].as_str().unwrap())] {
            assert!(holds(line, &part), "«{part}»: {line}");
        }
        if let Some(change) = it["plan_change"].as_str() {
            assert!(holds(line, &words.of(&format!("carry-plan-change-{change}"))), "{line}");
        }
    }
    let expected = advices.iter().flat_map(|it| ["condition", "words", "motive", "reply"].into_iter().filter_map(|part| text(&it[part])));
    assert_eq!(said(shown), expected.collect::<Vec<_>>());
}

/// With whom it travels, what it says differently, and that its author asked to leave.
fn together(body: &str, told: &Value) {
    let (many, contests) = (told["together"].as_i64().unwrap(), told["contests"].as_array().unwrap());
    let Some(shown) = section(body, "together") else {
        assert!(many == 1 && contests.is_empty(), "the JSON tells a bundle and the page does not: {told}");
        return;
    };
    assert!(many > 1 || !contests.is_empty(), "the page tells a bundle and the JSON does not");
    let others: Vec<(String, String)> = shown
        .split("<li><a href=\"/bijdragen/")
        .skip(1)
        .map(|it| {
            let (number, rest) = it.split_once('"').unwrap();
            (number.to_owned(), plain(rest.split_once('>').unwrap().1.split("</a>").next().unwrap()))
        })
        .collect();
    let expected = told["others"].as_array().unwrap().iter();
    let expected = expected.map(|it| (it["number"].as_str().unwrap().to_owned(), text(&it["title"]).unwrap().to_owned()));
    assert_eq!(others, expected.collect::<Vec<_>>());
    let lines: Vec<String> = shown.split("<strong>").skip(1).map(|it| plain(it.split("</strong>").next().unwrap())).collect();
    assert_eq!(lines.len(), contests.len(), "{lines:?}");
    for (line, it) in lines.iter().zip(contests) {
        let second = if it["ended"].is_null() { &it["until"] } else { &it["settled"] };
        assert!(holds(line, &day(it["asked"].as_str().unwrap())) && holds(line, &day(second.as_str().unwrap())), "{line}");
    }
    let expected: Vec<&str> = text(&told["differs"]).into_iter().chain(contests.iter().filter_map(|it| text(&it["motive"]))).collect();
    assert_eq!(said(shown), expected);
}

fn decision(body: &str, told: &Value, words: &Words<'_>) {
    let Some(shown) = section(body, "decision") else {
        assert!(told.is_null(), "the JSON tells a decision and the page does not: {told}");
        return;
    };
    let strong = plain(between(shown, "<strong>", "</strong>").expect("the decision"));
    let decided = match told["response"].as_str() {
        Some(response) => words.of(&format!("carry-response-{response}")),
        None => words.outcome(&told["outcome"]),
    };
    for part in [decided, told["body"].as_str().unwrap().to_owned(), day(told["date"].as_str().unwrap())] {
        assert!(holds(&strong, &part), "«{part}»: {strong}");
    }
    let expected: Vec<&str> = [&told["response_motive"], &told["words"], &told["deviation"]].into_iter().filter_map(text).collect();
    assert_eq!(said(shown), expected);
    let linked = between(shown, "<a href=\"", "\"");
    assert_eq!(linked, told["published"].as_str(), "the published decision");
}

/// Every text of an author or official in a piece of the page, in its order.
fn said(html: &str) -> Vec<String> {
    html.split("<div class=\"mm-words\"")
        .skip(1)
        .map(|rest| plain(rest.split_once('>').unwrap().1.split("</div>").next().unwrap()))
        .collect()
}

fn answer(body: &str, told: &Value, words: &Words<'_>) {
    let Some(shown) = section(body, "answer") else {
        assert!(told.is_null(), "the JSON tells an answer and the page does not: {told}");
        return;
    };
    assert!(holds(&plain(shown), &day(told["published"].as_str().unwrap())), "{}", plain(shown));
    let expected: Vec<(String, String)> = ["own", "done", "criterion", "why_not", "coming"]
        .into_iter()
        .filter_map(|part| Some((words.of(&format!("answer-part-{}", part.replace('_', "-"))), text(&told[part])?.to_owned())))
        .collect();
    let headings = shown.split("<h3").skip(1).map(|rest| plain(between(rest, ">", "</h3>").unwrap()));
    assert_eq!(headings.zip(said(shown)).collect::<Vec<_>>(), expected);
}

/// Reads page and JSON, proves that they tell the same, and gives the JSON.
pub async fn same(house: &TestHouse, number: &PublicNumber) -> Value {
    let (path, api) = (format!("/bijdragen/{number}"), format!("/api/v1/contributions/{number}/journey"));
    let page = house.visitor().get(&path).await;
    let json = house.visitor().get(&api).await;
    assert_eq!((page.status, json.status), (StatusCode::OK, StatusCode::OK), "{}", page.body);
    let told: Value = serde_json::from_str(&json.body).unwrap();
    assert_eq!(told["number"], number.as_str());
    compare(house, &page.body, &told);
    elsewhere(house, &path, &api, &told).await;
    told
}

/// Fails when the page shows something else than the JSON tells.
fn compare(house: &TestHouse, body: &str, told: &Value) {
    let words = Words(house, Language::NL);
    assert!(!body.contains('⟦'), "a key without words: {body}");
    let number = told["number"].as_str().unwrap();
    let head = plain(between(body, "<p class=\"mm-quiet\">", "</p>").unwrap());
    let channel = words.of(journey::Channel::from_code(told["channel"].as_str().unwrap()).unwrap().key());
    for part in [number, &day(told["received"].as_str().unwrap()), &channel, told["area"].as_str().unwrap_or_default()] {
        assert!(holds(&head, part), "«{part}»: {head}");
    }
    let title = plain(between(body, "<h1", "</h1>").unwrap().split_once('>').unwrap().1);
    match text(&told["title"]) {
        Some(told) => assert_eq!(title, told.split_whitespace().collect::<Vec<_>>().join(" ")),
        None => assert!(title.contains(number), "{title}"),
    }
    assert_eq!(told["title"].is_string() || told["title"].is_object(), told["published"] == true);
    let process = plain(between(body, "<a class=\"mm-back\"", "</a>").unwrap().split_once('>').unwrap().1);
    assert_eq!(Some(process.as_str()), text(&told["process"]["title"]));
    assert!(body.contains(&format!("class=\"mm-back\" href=\"/processen/{}\"", told["process"]["slug"].as_str().unwrap())));
    if let Some(own) = text(&told["words"]) {
        assert!(said(section(body, "words").unwrap()).iter().any(|shown| shown == own), "«{own}»");
    }

    let translations = told["translations"].as_array().unwrap();
    let beside = section(body, "words").unwrap_or_default();
    assert_eq!(beside.matches("<details").count(), translations.len());
    for (shown, told) in beside.split("<details").skip(1).zip(translations) {
        let made = words.of(&format!("voice-translation-by-{}", told["origin"].as_str().unwrap()));
        for part in [told["title"].as_str().unwrap(), told["words"].as_str().unwrap_or_default(), &made] {
            assert!(plain(shown).contains(part), "«{part}»: {shown}");
        }
    }

    line(body, told, &words);
    let now = plain(section(body, "now").expect("where it is"));
    assert!(now.starts_with(&words.state(&told["state"])), "{now}");
    for partner in told["process"]["partners"].as_array().unwrap() {
        assert!(holds(&now, partner.as_str().unwrap()), "{now}");
    }
    assert_eq!(now.contains(&words.of("answer-initiative-text")), told["process"]["variant"] == "initiative", "{now}");
    let mut explained = told["steps"].as_array().unwrap().iter().rev().filter(|step| !step["text"].is_null());
    if let Some(explained) = explained.next() {
        let shown = section(body, "why").expect("the last explanation");
        assert_eq!(said(shown), [text(&explained["text"]).unwrap()]);
        assert!(holds(&plain(shown), &day(explained["date"].as_str().unwrap())));
    } else {
        assert!(section(body, "why").is_none());
    }
    let before = between(body, "<details class=\"mm-panel\" id=\"why-before\">", "</details>").unwrap_or_default();
    assert_eq!(said(before), explained.filter_map(|step| text(&step["text"])).collect::<Vec<_>>());
    together(body, told);
    done(body, told, &words);
    decision(body, &told["decision"], &words);
    answer(body, &told["answer"], &words);
    assert_eq!(told["earlier_answers"], serde_json::json!([]), "nobody was answered twice here");
    assert_eq!(body.contains(&format!("href=\"/bijdragen/{number}/oordeel\"")), told["can_react"] == true);
    assert_eq!(body.contains(&format!("href=\"/bijdragen/{number}/antwoord-op-vraag\"")), told["question_open"] == true);
}

/// The comparison itself can fail: each of these values, changed on one side only, is noticed. Answers those that are not.
pub async fn unnoticed(house: &TestHouse, number: &PublicNumber, changes: &[(&'static str, &str)]) -> Vec<&'static str> {
    let told = same(house, number).await;
    let page = house.visitor().get(&format!("/bijdragen/{number}")).await;
    let noticed = |place: &str, value: &str| {
        let mut told = told.clone();
        let old = told.pointer_mut(place).unwrap_or_else(|| panic!("{place} is there"));
        assert_ne!(old, value, "{place}");
        *old = value.into();
        std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| compare(house, &page.body, &told))).is_err()
    };
    changes.iter().filter(|(place, value)| !noticed(place, value)).map(|(place, _)| *place).collect()
}

/// The same in Arabic and English: other words, the same facts.
async fn elsewhere(house: &TestHouse, path: &str, api: &str, told: &Value) {
    let dutch = Words(house, Language::NL).state(&told["state"]);
    for (code, language) in [("ar", Language::AR), ("en", Language::EN)] {
        let browser = house.visitor().in_language(code);
        let page = browser.get(path).await;
        assert_eq!(page.status, StatusCode::OK, "{code}");
        assert!(!page.shows("⟦") && page.body.contains(&format!("<html lang=\"{code}\"")), "{code}: {}", page.body);
        let now = plain(section(&page.body, "now").expect("where it is"));
        let own = Words(house, language).state(&told["state"]);
        assert!(own != dutch && now.starts_with(&own) && !now.contains(&dutch), "{code}: {now}");
        assert_eq!(steps(&page.body).len(), steps(&house.visitor().get(path).await.body).len(), "{code}");
        let json: Value = serde_json::from_str(&browser.get(api).await.body).unwrap();
        assert_eq!(json, *told, "everything here was written in Dutch only, so programs read the same in {code}");
    }
}
