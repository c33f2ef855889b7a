//! Everything as tables: CSV for a spreadsheet, JSON for a program, each row with its citation.

use crate::{Citation, EvidenceError, EvidenceKind, Fact, Knowledge, Known, Shape, Words};
use serde_json::{Map, Value as Json};

/// A table of the knowledge base.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Its name, for instance `rules`.
    pub name: &'static str,
    /// The names of its columns.
    pub columns: Vec<&'static str>,
    /// Its rows; each has a cell for each column.
    pub rows: Vec<Vec<String>>,
}

/// A cell that a spreadsheet would take for a formula gets a quote before it.
pub(crate) fn cell(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) && text.parse::<crate::Exact>().is_err() {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

impl Table {
    /// As CSV, first line the names of the columns, lines ending in CRLF (RFC 4180). A text that a spreadsheet would
    /// take for a formula gets a quote before it.
    ///
    /// # Errors
    /// Never for tables of this crate: writing to memory does not fail.
    pub fn csv(&self) -> Result<String, EvidenceError> {
        let unreadable = |reason: String| EvidenceError::Unreadable { file: self.name.to_owned(), reason };
        let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
        writer.write_record(&self.columns).map_err(|error| unreadable(error.to_string()))?;
        for row in &self.rows {
            writer.write_record(row.iter().map(|text| cell(text))).map_err(|error| unreadable(error.to_string()))?;
        }
        let bytes = writer.into_inner().map_err(|error| unreadable(error.to_string()))?;
        String::from_utf8(bytes).map_err(|error| unreadable(error.to_string()))
    }

    /// As JSON: a list of objects, one per row.
    #[must_use]
    pub fn json(&self) -> Json {
        let row = |row: &Vec<String>| {
            self.columns.iter().zip(row).map(|(column, text)| ((*column).to_owned(), Json::String(text.clone()))).collect::<Map<_, _>>()
        };
        Json::Array(self.rows.iter().map(|cells| Json::Object(row(cells))).collect())
    }
}

/// The word under which a value is written in the data files.
fn written(value: &impl serde::Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(Json::String(text)) => text,
        Ok(other) => other.to_string(),
        Err(_) => String::new(),
    }
}

fn both(words: &Words) -> [String; 2] {
    [words.nl.clone(), words.en.clone()]
}

fn either(words: Option<&Words>) -> [String; 2] {
    words.map_or_else(Default::default, both)
}

impl Knowledge {
    /// How a citation is written out in full: the place, the quote, the title of the source.
    ///
    /// ```
    /// use evidence::Knowledge;
    /// let knowledge = Knowledge::shipped()?;
    /// let rule = knowledge.rule("C079").ok_or("no rule")?;
    /// assert!(knowledge.cited(&rule.cite).contains("«Hier is tijd een essentiële factor»"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn cited(&self, cite: &Citation) -> String {
        let title = self.source(&cite.source).map_or(cite.source.as_str(), |source| source.title.nl.as_str());
        let place = if cite.place.is_empty() { String::new() } else { format!(", {}", cite.place) };
        let quote = cite.quote.as_ref().map_or_else(String::new, |quote| format!("«{quote}» – "));
        format!("{quote}{title}{place} [{}]", cite.source)
    }

    fn all_cited(&self, cites: &[Citation]) -> String {
        cites.iter().map(|cite| self.cited(cite)).collect::<Vec<_>>().join(" | ")
    }

    /// Every table, in order.
    #[must_use]
    pub fn tables(&self) -> Vec<Table> {
        vec![
            self.sources_table(),
            self.lists_table(),
            self.items_table(),
            self.correspondences_table(),
            self.rules_table(),
            self.facts_table(),
            self.numbers_table(),
            self.checks_table(),
            self.traps_table(),
            self.respondents_table(),
            self.ladders_table(),
            self.rungs_table(),
            self.perspectives_table(),
            self.perspective_words_table(),
            self.dilemmas_table(),
            self.strategies_table(),
            self.reviews_table(),
            self.contradictions_table(),
            self.lost_table(),
            self.toetsen_table(),
        ]
    }

    /// Everything as one JSON object: per table its rows.
    #[must_use]
    pub fn json(&self) -> Json {
        Json::Object(self.tables().into_iter().map(|table| (table.name.to_owned(), table.json())).collect())
    }

    fn sources_table(&self) -> Table {
        let kind = |kind: EvidenceKind| written(&kind);
        let rows = self
            .sources
            .iter()
            .map(|source| {
                let ([title_nl, title_en], [note_nl, note_en]) = (both(&source.title), both(&source.note));
                vec![source.key.clone(), kind(source.kind), title_nl, title_en, note_nl, note_en]
            })
            .collect();
        Table { name: "sources", columns: vec!["key", "kind", "title_nl", "title_en", "note_nl", "note_en"], rows }
    }

    fn lists_table(&self) -> Table {
        let rows = self
            .lists
            .iter()
            .map(|list| {
                let ([nl, en], [note_nl, note_en]) = (both(&list.name), either(list.note.as_ref()));
                let verbatim = if list.verbatim { "yes" } else { "no" }.to_owned();
                vec![
                    list.id.clone(),
                    list.key.clone(),
                    nl,
                    en,
                    note_nl,
                    note_en,
                    verbatim,
                    list.items.len().to_string(),
                    self.all_cited(&list.cites),
                ]
            })
            .collect();
        Table { name: "lists", columns: vec!["list", "key", "nl", "en", "note_nl", "note_en", "labels_verbatim", "items", "cited"], rows }
    }

    fn correspondences_table(&self) -> Table {
        let rows = self
            .correspondences
            .iter()
            .map(|its| {
                let [note_nl, note_en] = both(&its.note);
                let cites: Vec<Citation> = [&its.effect, &its.value]
                    .into_iter()
                    .filter_map(|key| self.list(key.vocabulary()))
                    .flat_map(|list| list.cites.clone())
                    .collect();
                vec![its.effect.to_string(), its.value.to_string(), note_nl, note_en, self.all_cited(&cites)]
            })
            .collect();
        Table { name: "correspondences", columns: vec!["effect", "value", "note_nl", "note_en", "citation"], rows }
    }

    /// Facts are of the program, not of a source: they have no citation.
    fn facts_table(&self) -> Table {
        let rows = Fact::ALL
            .iter()
            .map(|fact| {
                let (nl, en) = fact.words();
                let values = match fact.shape() {
                    Shape::YesNo => "yes, no".to_owned(),
                    Shape::Number(unit) => format!("number of {}", written(&unit)),
                    Shape::One(words) => format!("one of: {}", words.join(", ")),
                    Shape::Ordered(words) => format!("one of, from low to high: {}", words.join(", ")),
                    Shape::Any(words) => format!("any of: {}", words.join(", ")),
                    Shape::Effects => "any effects and values".to_owned(),
                };
                let used = |rule: &&crate::Rule| rule.condition().is_some_and(|condition| condition.facts().contains(fact));
                let rules = self.rules.iter().filter(used).map(|rule| rule.id.as_str()).collect::<Vec<_>>().join(", ");
                vec![fact.key().to_owned(), nl.to_owned(), en.to_owned(), written(&fact.origin()), values, rules]
            })
            .collect();
        Table { name: "facts", columns: vec!["fact", "nl", "en", "origin", "values", "rules"], rows }
    }

    fn traps_table(&self) -> Table {
        let rows = self
            .traps
            .iter()
            .map(|its| {
                let [note_nl, note_en] = both(&its.note);
                let cites: Vec<Citation> =
                    its.keys.iter().filter_map(|key| self.quantity(key)).flat_map(|quantity| quantity.cites.clone()).collect();
                vec![its.looks.clone(), its.keys.join(", "), note_nl, note_en, self.all_cited(&cites)]
            })
            .collect();
        Table { name: "lookalikes", columns: vec!["looks", "numbers", "note_nl", "note_en", "cited"], rows }
    }

    fn respondents_table(&self) -> Table {
        let rows = self
            .respondents
            .iter()
            .map(|its| {
                let [note_nl, note_en] = either(its.note.as_ref());
                vec![
                    its.code.clone(),
                    its.actor.clone(),
                    its.municipality.clone(),
                    its.hours.to_string(),
                    note_nl,
                    note_en,
                    self.cited(&its.cite),
                ]
            })
            .collect();
        Table { name: "respondents", columns: vec!["code", "actor", "municipality", "hours", "note_nl", "note_en", "citation"], rows }
    }

    fn ladders_table(&self) -> Table {
        let rows = self
            .ladders
            .iter()
            .map(|its| {
                let ([nl, en], [note_nl, note_en]) = (both(&its.name), either(its.note.as_ref()));
                let local = if its.local { "yes" } else { "no" }.to_owned();
                vec![its.key.clone(), nl, en, its.rungs.len().to_string(), note_nl, note_en, local, self.all_cited(&its.cites)]
            })
            .collect();
        Table { name: "ladders", columns: vec!["ladder", "nl", "en", "rungs", "note_nl", "note_en", "local", "citation"], rows }
    }

    fn perspectives_table(&self) -> Table {
        let rows = self
            .perspectives
            .iter()
            .map(|its| {
                let mut row = vec![its.key.clone()];
                for words in [&its.name, &its.resident, &its.seen_as, &its.instruments, &its.wants] {
                    row.extend(both(words));
                }
                row.extend(either(its.budget.as_ref()));
                row.push(if its.results_first { "results" } else { "conditions" }.to_owned());
                row.push(if its.society_takes_part { "takes part" } else { "receives" }.to_owned());
                row.push(self.all_cited(&its.cites));
                row
            })
            .collect();
        let columns = vec![
            "perspective",
            "nl",
            "en",
            "resident_nl",
            "resident_en",
            "seen_as_nl",
            "seen_as_en",
            "instruments_nl",
            "instruments_en",
            "wants_nl",
            "wants_en",
            "budget_nl",
            "budget_en",
            "first",
            "society",
            "citation",
        ];
        Table { name: "perspectives", columns, rows }
    }

    fn items_table(&self) -> Table {
        let mut rows = Vec::new();
        for list in &self.lists {
            for item in &list.items {
                let ([nl, en], [means_nl, means_en]) = (both(&item.name), either(item.means.as_ref()));
                let category = list.categories.iter().find(|category| item.category.as_deref() == Some(category.key.as_str()));
                let [category_nl, category_en] = either(category.map(|category| &category.name));
                let columns = item.columns.iter().map(|(key, words)| format!("{key}: {}", words.nl)).collect::<Vec<_>>().join(" | ");
                let citation = self.all_cited(if item.cites.is_empty() { &list.cites } else { &item.cites });
                rows.push(vec![
                    list.id.clone(),
                    list.key.clone(),
                    list.name.nl.clone(),
                    item.key.clone(),
                    nl,
                    en,
                    category_nl,
                    category_en,
                    means_nl,
                    means_en,
                    item.direction.clone().unwrap_or_default(),
                    columns,
                    item.helps.join(", "),
                    if item.local { "yes" } else { "no" }.to_owned(),
                    citation,
                ]);
            }
        }
        let columns = vec![
            "list",
            "list_key",
            "list_nl",
            "key",
            "nl",
            "en",
            "category_nl",
            "category_en",
            "means_nl",
            "means_en",
            "direction",
            "columns",
            "helps",
            "local",
            "citation",
        ];
        Table { name: "items", columns, rows }
    }

    fn rules_table(&self) -> Table {
        let rows = self
            .rules
            .iter()
            .map(|rule| {
                let (how, detail, question) = match &rule.known {
                    Known::Computed(condition) => ("computed", condition.to_string(), Default::default()),
                    Known::Asked { at, question } => ("asked", written(at), both(question)),
                    Known::Shown(phase) => ("shown", written(phase), Default::default()),
                };
                let [question_nl, question_en] = question;
                let ([when_nl, when_en], [effect_nl, effect_en], [advice_nl, advice_en]) =
                    (both(&rule.when), both(&rule.effect), both(&rule.advice));
                let [note_nl, note_en] = either(rule.note.as_ref());
                let joined = |words: Vec<String>| words.join(", ");
                vec![
                    rule.id.clone(),
                    joined(rule.phases.iter().map(written).collect()),
                    joined(rule.kinds.iter().map(written).collect()),
                    how.to_owned(),
                    detail,
                    question_nl,
                    question_en,
                    joined(rule.touches.iter().map(|touch| format!("{} {}", touch.sign.word(), touch.effect)).collect()),
                    when_nl,
                    when_en,
                    effect_nl,
                    effect_en,
                    advice_nl,
                    advice_en,
                    note_nl,
                    note_en,
                    written(&rule.strength),
                    rule.beside.join(", "),
                    self.cited(&rule.cite),
                ]
            })
            .collect();
        let columns = vec![
            "id",
            "phases",
            "kinds",
            "known",
            "known_by",
            "question_nl",
            "question_en",
            "touches",
            "when_nl",
            "when_en",
            "effect_nl",
            "effect_en",
            "advice_nl",
            "advice_en",
            "note_nl",
            "note_en",
            "strength",
            "beside",
            "citation",
        ];
        Table { name: "rules", columns, rows }
    }

    fn numbers_table(&self) -> Table {
        let stated = self.quantities.iter().map(|quantity| {
            let ([nl, en], [about_nl, about_en]) = (both(&quantity.name), either(quantity.about.as_ref()));
            let [alone_nl, alone_en] = either(quantity.alone.as_ref());
            vec![
                quantity.key.clone(),
                quantity.ids.join(", "),
                nl,
                en,
                "stated".to_owned(),
                quantity.text(),
                about_nl,
                about_en,
                String::new(),
                String::new(),
                alone_nl,
                alone_en,
                self.all_cited(&quantity.cites),
            ]
        });
        let derived = crate::DERIVATIONS.iter().map(|derivation| {
            let from = derivation.formula.from();
            let cites: Vec<Citation> =
                from.iter().filter_map(|key| self.quantity(key)).flat_map(|quantity| quantity.cites.clone()).collect();
            let [about_nl, about_en] = match derivation.figure(self) {
                Some(crate::Figure::OneOf(_)) => ["een van deze".to_owned(), "one of these".to_owned()],
                _ => Default::default(),
            };
            vec![
                derivation.key.to_owned(),
                derivation.ids.join(", "),
                derivation.nl.to_owned(),
                derivation.en.to_owned(),
                "derived".to_owned(),
                derivation.text(self).unwrap_or_default(),
                about_nl,
                about_en,
                from.join(", "),
                derivation.formula.to_string(),
                String::new(),
                String::new(),
                self.all_cited(&cites),
            ]
        });
        let columns = vec![
            "key",
            "ids",
            "nl",
            "en",
            "stated_or_derived",
            "value",
            "about_nl",
            "about_en",
            "derived_from",
            "formula",
            "stands_alone_nl",
            "stands_alone_en",
            "citation",
        ];
        Table { name: "numbers", columns, rows: stated.chain(derived).collect() }
    }

    /// What sources state beside what follows from their other numbers.
    fn checks_table(&self) -> Table {
        let rows = crate::CROSS_CHECKS
            .iter()
            .map(|check| {
                let stated = self.quantity(check.stated);
                let derived = crate::derivation(check.derived);
                let should = match check.should {
                    crate::Relation::Same => "same",
                    crate::Relation::AtMost => "at most",
                    crate::Relation::LessThan => "less than",
                    crate::Relation::About => "about",
                };
                let holds = match check.holds(self) {
                    Some(true) => "yes",
                    Some(false) => "no",
                    None => "not decided",
                };
                vec![
                    check.stated.to_owned(),
                    stated.map(crate::Quantity::text).unwrap_or_default(),
                    check.derived.to_owned(),
                    derived.and_then(|its| its.text(self)).unwrap_or_default(),
                    should.to_owned(),
                    holds.to_owned(),
                    check.contradiction.unwrap_or_default().to_owned(),
                    self.all_cited(stated.map(|its| its.cites.as_slice()).unwrap_or_default()),
                ]
            })
            .collect();
        let columns = vec!["stated", "stated_value", "derived", "derived_value", "derived_should_be", "holds", "contradiction", "citation"];
        Table { name: "checks", columns, rows }
    }

    fn rungs_table(&self) -> Table {
        let mut rows = Vec::new();
        for ladder in &self.ladders {
            for (index, rung) in ladder.rungs.iter().enumerate() {
                let ([nl, en], [promise_nl, promise_en]) = (both(&rung.name), either(rung.promise.as_ref()));
                rows.push(vec![
                    ladder.key.clone(),
                    ladder.name.nl.clone(),
                    (index + 1).to_string(),
                    rung.key.clone(),
                    nl,
                    en,
                    promise_nl,
                    promise_en,
                    rung.stands_for.clone().unwrap_or_default(),
                    self.all_cited(&ladder.cites),
                ]);
            }
        }
        let columns = vec!["ladder", "ladder_nl", "place", "rung", "nl", "en", "promise_nl", "promise_en", "stands_for", "citation"];
        Table { name: "rungs", columns, rows }
    }

    fn perspective_words_table(&self) -> Table {
        let mut rows = Vec::new();
        for perspective in &self.perspectives {
            for (what, named) in
                [("value", &perspective.values), ("competence", &perspective.competences), ("in-text", &perspective.in_text)]
            {
                for its in named {
                    rows.push(vec![
                        perspective.key.clone(),
                        perspective.name.nl.clone(),
                        perspective.name.en.clone(),
                        what.to_owned(),
                        its.key.clone(),
                        its.nl.clone(),
                        its.en.clone(),
                        self.all_cited(&perspective.cites),
                    ]);
                }
            }
        }
        Table {
            name: "perspective_words",
            columns: vec!["perspective", "perspective_nl", "perspective_en", "what", "key", "nl", "en", "citation"],
            rows,
        }
    }

    fn dilemmas_table(&self) -> Table {
        let rows = self
            .dilemmas
            .iter()
            .map(|its| {
                let ([nl, en], [means_nl, means_en]) = (both(&its.name), both(&its.means));
                let added = if its.added { "yes" } else { "no" }.to_owned();
                vec![
                    its.key.clone(),
                    nl,
                    en,
                    means_nl,
                    means_en,
                    its.from.join(", "),
                    its.to.join(", "),
                    its.to_by_logic.join(", "),
                    added,
                    self.all_cited(&its.cites),
                ]
            })
            .collect();
        Table {
            name: "dilemmas",
            columns: vec!["key", "nl", "en", "means_nl", "means_en", "from", "to", "to_by_logic", "added", "citation"],
            rows,
        }
    }

    fn strategies_table(&self) -> Table {
        let rows = self
            .strategies
            .iter()
            .map(|its| {
                let ([nl, en], [means_nl, means_en]) = (both(&its.name), both(&its.means));
                vec![
                    its.key.clone(),
                    its.heading.clone(),
                    nl,
                    en,
                    means_nl,
                    means_en,
                    its.dilemma.clone().unwrap_or_default(),
                    self.all_cited(&its.cites),
                ]
            })
            .collect();
        Table { name: "strategies", columns: vec!["key", "heading", "nl", "en", "means_nl", "means_en", "dilemma", "citation"], rows }
    }

    fn reviews_table(&self) -> Table {
        let rows = self
            .reviews
            .iter()
            .map(|its| {
                let ([nl, en], [note_nl, note_en]) = (both(&its.name), both(&its.note));
                let funnel = its.funnel(self).unwrap_or_default();
                let count = |step| funnel.count(step).map(|count| count.to_string()).unwrap_or_default();
                let mut row = vec![its.key.clone(), nl, en, its.databases.join(", ")];
                row.push(its.criteria.iter().map(|its| its.name.nl.as_str()).collect::<Vec<_>>().join(" | "));
                row.push(its.criteria.iter().map(|its| its.name.en.as_str()).collect::<Vec<_>>().join(" | "));
                row.extend(crate::ReviewStep::ALL.map(count));
                row.push(funnel.included_share().map(|share| format!("{}%", share.percent(1))).unwrap_or_default());
                row.extend([note_nl, note_en, self.all_cited(&its.cites)]);
                row
            })
            .collect();
        let columns = vec![
            "review",
            "nl",
            "en",
            "databases",
            "criteria_nl",
            "criteria_en",
            "found",
            "screened",
            "read",
            "included",
            "included_share",
            "note_nl",
            "note_en",
            "citation",
        ];
        Table { name: "reviews", columns, rows }
    }

    fn contradictions_table(&self) -> Table {
        let mut rows = Vec::new();
        for its in &self.contradictions {
            for side in &its.sides {
                let ([nl, en], [says_nl, says_en], [note_nl, note_en]) = (both(&its.name), both(&side.says), both(&its.note));
                rows.push(vec![its.id.clone(), nl, en, says_nl, says_en, note_nl, note_en, self.all_cited(&side.cites)]);
            }
        }
        Table { name: "contradictions", columns: vec!["id", "nl", "en", "says_nl", "says_en", "note_nl", "note_en", "citation"], rows }
    }

    fn lost_table(&self) -> Table {
        let mut rows = Vec::new();
        for its in &self.placeholders {
            let [nl, en] = both(&its.name);
            let count = its.count.map(|count| count.to_string()).unwrap_or_default();
            let (empty_nl, empty_en) = crate::Placeholder::EMPTY;
            let row = |says: [String; 2], citation: String| {
                let [says_nl, says_en] = says;
                vec![its.key.clone(), nl.clone(), en.clone(), count.clone(), says_nl, says_en, citation]
            };
            if its.filled.is_empty() {
                rows.push(row([empty_nl.to_owned(), empty_en.to_owned()], self.all_cited(&its.cites)));
            }
            rows.extend(its.filled.iter().map(|filled| row(both(&filled.says), self.cited(&filled.cite))));
        }
        Table { name: "lost", columns: vec!["key", "nl", "en", "count", "says_nl", "says_en", "citation"], rows }
    }

    fn toetsen_table(&self) -> Table {
        let mut rows = Vec::new();
        for its in &self.toetsen {
            let ([nl, en], [purpose_nl, purpose_en]) = (both(&its.name), both(&its.purpose));
            let row = |key: String, asks: [String; 2], citation: String| {
                let [asks_nl, asks_en] = asks;
                let obligatory = if its.obligatory { "yes" } else { "no" }.to_owned();
                let (nl, en, purpose_nl, purpose_en) = (nl.clone(), en.clone(), purpose_nl.clone(), purpose_en.clone());
                vec![its.key.clone(), nl, en, purpose_nl, purpose_en, obligatory, key, asks_nl, asks_en, citation]
            };
            if its.is_template() {
                rows.push(row(String::new(), Default::default(), self.all_cited(&its.cites)));
            }
            rows.extend(its.questions.iter().map(|question| row(question.key.clone(), both(&question.asks), self.cited(&question.cite))));
        }
        let columns = vec!["toets", "nl", "en", "purpose_nl", "purpose_en", "obligatory", "question", "asks_nl", "asks_en", "citation"];
        Table { name: "toetsen", columns, rows }
    }
}
