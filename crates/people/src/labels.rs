//! What the fields of a form are called on its own page: read from that page, so that a form which comes back speaks
//! with the words that its writer saw. No list has to be kept in step with the pages.
//!
//! Reads what our own templates write: attributes in double quotes, labels bound by `for`, choices in a `fieldset`.

use std::collections::HashMap;

/// The words for the fields of the forms of one page.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Labels {
    /// What each field is called.
    names: HashMap<String, Name>,
    /// What each choice says, by field and value.
    words: HashMap<(String, String), Word>,
}

/// What a field is called.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Name {
    /// By its label.
    Said(String),
    /// It is seen and has no label.
    Unsaid,
    /// Nobody sees it.
    Unseen,
}

/// What a value says.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Word {
    /// These words stand beside it.
    Said(String),
    /// The label of the field says it all: the box was ticked.
    Ticked,
}

/// One field of a form that came back, as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Shown {
    /// What it is called; nothing when the page does not say.
    pub(crate) label: Option<String>,
    /// The name under which it is sent.
    pub(crate) name: String,
    /// What was typed, or the words of what was chosen.
    pub(crate) value: String,
}

impl Labels {
    /// The words of the forms on `page` that are sent to `target`. A form without an address is sent to the page itself,
    /// whose path is `at`.
    pub(crate) fn read(page: &str, at: &str, target: &str) -> Self {
        Self::of_forms(page, |action| bare(action.unwrap_or(at)) == bare(target))
    }

    /// The fields of all forms on `page` that have no label.
    #[cfg(any(test, feature = "testing"))]
    pub(crate) fn unnamed(page: &str) -> Vec<String> {
        let all = Self::of_forms(page, |_| true).names;
        all.into_iter().filter(|(_, name)| *name == Name::Unsaid).map(|(field, _)| field).collect()
    }

    fn of_forms(page: &str, wanted: impl Fn(Option<&str>) -> bool) -> Self {
        let by_id = labels_by_id(page);
        let mut found = Self::default();
        let (mut inside, mut legend, mut select) = (false, None, String::new());
        let mut rest = page;
        while let Some(tag) = next_tag(&mut rest) {
            match tag.name {
                "form" => inside = wanted(tag.value("action").as_deref()),
                "/form" => inside = false,
                "fieldset" | "/fieldset" => legend = None,
                "legend" => legend = Some(words_until(rest, "</legend")),
                "input" | "textarea" | "select" | "button" | "option" if inside => {
                    if tag.name == "select" {
                        select = tag.value("name").unwrap_or_default();
                    }
                    found.take(&tag, rest, legend.as_ref(), &select, &by_id);
                }
                _ => {}
            }
        }
        found
    }

    fn take(&mut self, tag: &Tag<'_>, after: &str, legend: Option<&String>, select: &str, by_id: &HashMap<String, String>) {
        if tag.name == "option" {
            let value = tag.value("value").unwrap_or_default();
            self.words.insert((select.to_owned(), value), Word::Said(words_until(after, "</option")));
            return;
        }
        let Some(name) = tag.value("name").filter(|name| !name.is_empty()) else { return };
        let own = || tag.value("id").and_then(|id| by_id.get(&id).cloned()).or_else(|| tag.value("aria-label"));
        let kind = tag.value("type").unwrap_or_default();
        let choice = (name.clone(), tag.value("value").unwrap_or_default());
        let label = match (tag.name, kind.as_str()) {
            // Which button was pressed is no field either.
            ("input", "hidden" | "submit") | ("button", _) => {
                self.names.entry(name).or_insert(Name::Unseen);
                return;
            }
            ("input", "radio" | "checkbox") => {
                let own = own();
                let word = match (&own, legend) {
                    (Some(own), Some(_)) => Word::Said(own.clone()),
                    _ => Word::Ticked,
                };
                self.words.insert(choice, word);
                legend.cloned().or(own)
            }
            _ => own(),
        };
        self.names.insert(name, label.filter(|label| !label.is_empty()).map_or(Name::Unsaid, Name::Said));
    }

    /// What was typed, as it is shown: without what nobody saw and without what stayed empty. `ticked` are the words of a
    /// box that was ticked.
    pub(crate) fn shown(&self, pairs: &[(String, String)], ticked: &str) -> Vec<Shown> {
        let seen = pairs.iter().filter(|(name, value)| !value.trim().is_empty() && self.names.get(name) != Some(&Name::Unseen));
        seen.map(|(name, value)| {
            let value = match self.words.get(&(name.clone(), value.clone())) {
                Some(Word::Said(words)) => words.clone(),
                Some(Word::Ticked) => ticked.to_owned(),
                None => value.clone(),
            };
            let label = match self.names.get(name) {
                Some(Name::Said(label)) => Some(label.clone()),
                _ => None,
            };
            Shown { label, name: name.clone(), value }
        })
        .collect()
    }
}

/// A path without its question part.
fn bare(path: &str) -> &str {
    path.split(['?', '#']).next().unwrap_or_default()
}

/// A tag: its name, with a slash when it closes, and its attributes as they stand.
struct Tag<'h> {
    name: &'h str,
    attributes: &'h str,
}

impl Tag<'_> {
    fn value(&self, name: &str) -> Option<String> {
        let mark = format!("{name}=\"");
        let mut from = 0;
        while let Some(at) = self.attributes[from..].find(&mark) {
            let start = from + at;
            let value = &self.attributes[start + mark.len()..];
            if self.attributes[..start].ends_with(char::is_whitespace) {
                return value.split('"').next().map(plain);
            }
            from = start + mark.len();
        }
        None
    }
}

/// The next tag of `rest`, which then begins behind it.
fn next_tag<'h>(rest: &mut &'h str) -> Option<Tag<'h>> {
    let (_, after) = rest.split_once('<')?;
    let (inside, after) = after.split_once('>')?;
    *rest = after;
    let end = inside.find(char::is_whitespace).unwrap_or(inside.len());
    Some(Tag { name: &inside[..end], attributes: &inside[end..] })
}

/// What each label says, by the id of its field.
fn labels_by_id(page: &str) -> HashMap<String, String> {
    let mut found = HashMap::new();
    let mut rest = page;
    while let Some(tag) = next_tag(&mut rest) {
        if tag.name == "label"
            && let Some(id) = tag.value("for")
        {
            found.insert(id, words_until(rest, "</label"));
        }
    }
    found
}

/// The words up to a closing tag, without tags and without the remark that a field may stay empty.
fn words_until(html: &str, end: &str) -> String {
    let inside = html.split(end).next().unwrap_or_default();
    let inside = inside.split("<span class=\"mm-field__optional\"").next().unwrap_or_default();
    let mut words = String::new();
    for piece in inside.split('<') {
        // Before the first tag there is no «>».
        words.push_str(piece.split_once('>').map_or(piece, |(_, text)| text));
    }
    plain(words.trim())
}

/// A text as it reads: our templates escape five signs, by number.
fn plain(text: &str) -> String {
    [("&#60;", "<"), ("&#62;", ">"), ("&#34;", "\""), ("&#39;", "'"), ("&#38;", "&")]
        .iter()
        .fold(text.to_owned(), |text, (written, sign)| text.replace(written, sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<form method="post" action="/afmelden"><input type="hidden" name="csrf" value="x"></form>
<form method="post" class="mm-form"><input type="hidden" name="csrf" value="x"><input type="hidden" name="seen" value="3">
<label class="l" for="title">Titel <em>van</em> &#34;het&#34; idee <span class="mm-field__optional">(niet verplicht)</span></label><input type="text" id="title" name="title" data-name="no">
<label for="why">Waarom</label><textarea id="why" name="why" rows="6"></textarea>
<fieldset><legend>Rol</legend><input type="radio" id="role" name="role" value="head"><label for="role">Hoofd</label>
<input type="radio" id="role-2" name="role" value="clerk"><label for="role-2">Bediende</label></fieldset>
<label for="area">Gebied</label><select id="area" name="area"><option value="">–</option><option value="7" selected>Molenveld</option></select>
<select name="unit" aria-label="Eenheid"><option value="days">dagen</option></select>
<input type="checkbox" id="plain" name="plain" value="yes"><label for="plain">Het is eenvoudig</label>
<input type="text" name="bare"><button type="submit" name="go" value="send">Verstuur</button></form>
<form method="post" action="/elsewhere"><label for="other">Iets anders</label><input id="other" name="other"></form>"#;

    fn pairs(all: &[(&str, &str)]) -> Vec<(String, String)> {
        all.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn a_form_comes_back_in_the_words_of_its_page() {
        let labels = Labels::read(PAGE, "/werk/trial?x=1", "/werk/trial");
        let typed = [
            ("seen", "3"),
            ("title", "Een <bank>"),
            ("why", " "),
            ("role", "clerk"),
            ("area", "7"),
            ("unit", "days"),
            ("plain", "yes"),
            ("bare", "x"),
            ("other", "y"),
            ("go", "send"),
        ];
        let shown = labels.shown(&pairs(&typed), "ja");
        let shown: Vec<_> = shown.iter().map(|it| (it.label.as_deref().unwrap_or(&it.name), it.value.as_str())).collect();
        assert_eq!(
            shown,
            [
                ("Titel van \"het\" idee", "Een <bank>"),
                ("Rol", "Bediende"),
                ("Gebied", "Molenveld"),
                ("Eenheid", "dagen"),
                ("Het is eenvoudig", "ja"),
                ("bare", "x"),
                ("other", "y"),
            ]
        );
    }

    #[test]
    fn a_field_without_a_label_is_named_and_a_page_without_a_form_hides_nothing() {
        assert_eq!(Labels::unnamed(PAGE), ["bare"]);
        let shown = Labels::read("<p>weg</p>", "/a", "/a").shown(&pairs(&[("title", "x")]), "ja");
        assert_eq!(shown, [Shown { label: None, name: "title".to_owned(), value: "x".to_owned() }]);
    }

    proptest::proptest! {
        #[test]
        fn no_page_makes_the_reader_stumble(page in "[<>=\"/a-z &#;é]{0,200}") {
            let _ = Labels::read(&page, "/", "/");
        }
    }
}
