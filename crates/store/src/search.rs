//! Finding words, alike on both engines.
//!
//! Words are folded (small letters, no accents) and stemmed here, when a text is indexed and when a question is asked;
//! the engines only keep the stems (FTS5 on SQLite, a `tsvector` with GIN on PostgreSQL). Every word of a question must
//! be found. A stem also finds the words that begin with it, since Dutch writes compounds as one word: «fiets» finds
//! «fietspad». The newest come first; nothing is ranked by popularity (catalogue H3).

use crate::session::Session;
use crate::{Engine, Error, Tx};
use kernel::{Language, TenantId};
use rust_stemmers::{Algorithm, Stemmer};
use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;
use uuid::Uuid;

/// Most words of a question that are looked for.
const MOST_ASKED: usize = 64;
/// Most different stems kept of one text.
const MOST_KEPT: usize = 4096;
/// Longest word kept, in letters.
const LONGEST: usize = 40;
/// A stem as long as this, in letters, also finds the words that begin with it.
const SHORTEST_BEGINNING: usize = 3;

/// What is to be found.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'a> {
    /// What kind of thing, for instance `contribution`.
    pub kind: &'static str,
    /// The thing.
    pub id: Uuid,
    /// Within what it is searched, for instance its process.
    pub scope: Uuid,
    /// The language of the words.
    pub language: &'a Language,
    /// All its words.
    pub words: &'a str,
    /// Whether anyone may find it, or staff only.
    pub public: bool,
}

/// Makes what is particular to the engine; called at the end of the migrations.
pub(crate) async fn prepare(session: &mut Session) -> Result<(), Error> {
    match session.engine() {
        Engine::Sqlite => {
            session
                .bare(
                    "CREATE VIRTUAL TABLE IF NOT EXISTS search_words USING fts5(words, content='', tokenize='ascii', \
                     detail='none', columnsize=0)",
                )
                .await?;
            // Words that are taken out leave the file at once, rather than when the index tidies up.
            session.bare("INSERT INTO search_words (search_words, rank) VALUES ('secure-delete', 1)").await
        }
        Engine::Postgres => {
            session
                .bare(
                    "ALTER TABLE search_entry ADD COLUMN IF NOT EXISTS stems tsvector \
                     GENERATED ALWAYS AS (array_to_tsvector(string_to_array(words, ' '))) STORED",
                )
                .await?;
            session.bare("CREATE INDEX IF NOT EXISTS search_entry_stems ON search_entry USING GIN (stems)").await
        }
    }
}

/// Fills the index of SQLite again from the rows, after a restore.
pub(crate) async fn rebuild(session: &mut Session) -> Result<(), Error> {
    if session.engine() == Engine::Sqlite {
        session.bare("INSERT INTO search_words (search_words) VALUES ('delete-all')").await?;
        session.bare("UPDATE search_entry SET entry = rowid").await?;
        session.bare("INSERT INTO search_words (rowid, words) SELECT entry, words FROM search_entry").await?;
    }
    Ok(())
}

/// The row and its words in the index, in one question: two statements that share their values.
const PUT_SQLITE: &str = "INSERT INTO search_entry (tenant, kind, id, scope, language, public, words, entry) \
     SELECT $1, $2, $3, $4, $5, $6, $7, coalesce(max(entry), 0) + 1 FROM search_entry; \
     INSERT INTO search_words (rowid, words) SELECT entry, words FROM search_entry WHERE tenant = $1 AND kind = $2 AND id = $3";
const PUT_POSTGRES: &str = "INSERT INTO search_entry (tenant, kind, id, scope, language, public, words, entry) VALUES ($1, $2, $3, $4, $5, $6, $7, 0) \
     ON CONFLICT (tenant, kind, id) DO UPDATE SET scope = excluded.scope, language = excluded.language, public = excluded.public, words = excluded.words";

impl Tx {
    /// Makes a thing findable, in the place of what was known of it.
    ///
    /// # Errors
    /// What the database says.
    pub async fn index(&mut self, tenant: TenantId, entry: Entry<'_>) -> Result<(), Error> {
        let words = kept(entry.words, entry.language);
        let row = crate::values![tenant, entry.kind, entry.id, entry.scope, entry.language, entry.public, words];
        match self.engine() {
            Engine::Postgres => self.add(PUT_POSTGRES, &row).await?,
            Engine::Sqlite => {
                self.unindex(tenant, entry.kind, entry.id).await?;
                self.run(PUT_SQLITE, &row).await?;
            }
        }
        Ok(())
    }

    /// Makes a thing no longer findable.
    ///
    /// # Errors
    /// What the database says; it is no error when it was not.
    pub async fn unindex(&mut self, tenant: TenantId, kind: &'static str, id: Uuid) -> Result<(), Error> {
        if self.engine() == Engine::Sqlite {
            let sql = "SELECT entry, words FROM search_entry WHERE tenant = $1 AND kind = $2 AND id = $3";
            let Some(row) = self.optional(sql, &crate::values![tenant, kind, id]).await? else { return Ok(()) };
            // The index keeps no texts of its own, so it must be told which words to take out.
            let (number, words) = (row.get::<i64>("entry")?, row.get::<String>("words")?);
            let sql = "INSERT INTO search_words (search_words, rowid, words) VALUES ('delete', $1, $2)";
            self.run(sql, &crate::values![number, words]).await?;
        }
        let sql = crate::sql!("DELETE FROM search_entry WHERE tenant = $1 AND kind = $2 AND id = $3");
        self.run(sql, &crate::values![tenant, kind, id]).await.map(drop)
    }
}

const ASK_SQLITE: &str = "SELECT e.id FROM search_words JOIN search_entry e ON e.entry = search_words.rowid \
     WHERE search_words MATCH $1 AND e.tenant = $2 AND e.kind = $3 AND (e.scope = $4 OR $5) AND (e.public OR $6) ORDER BY e.id DESC LIMIT $7";
const ASK_POSTGRES: &str = "SELECT e.id FROM search_entry e \
     WHERE e.stems @@ CAST($1 AS tsquery) AND e.tenant = $2 AND e.kind = $3 AND (e.scope = $4 OR $5) AND (e.public OR $6) ORDER BY e.id DESC LIMIT $7";

/// The things of a kind that hold every word of the question, newest first. A question without words finds nothing.
///
/// # Errors
/// What the database says; no question is an error.
#[allow(clippy::too_many_arguments, reason = "each narrows the question down and none belongs to another")]
pub async fn search(
    session: &mut Session,
    tenant: TenantId,
    kind: &str,
    scope: Option<Uuid>,
    public_only: bool,
    question: &str,
    language: &Language,
    limit: i64,
) -> Result<Vec<Uuid>, Error> {
    let asked = asked(question, language);
    if asked.is_empty() {
        return Ok(Vec::new());
    }
    let (sql, question) = match session.engine() {
        Engine::Sqlite => (ASK_SQLITE, written(&asked, "\"", "*", " OR ", " AND ")),
        Engine::Postgres => (ASK_POSTGRES, written(&asked, "'", ":*", " | ", " & ")),
    };
    let values = crate::values![question, tenant, kind, scope.unwrap_or_default(), scope.is_none(), !public_only, limit];
    session.all(sql, &values).await?.iter().map(|row| row.get("id")).collect()
}

/// The candidates of which those are chosen that share most words.
const CANDIDATES: i64 = 500;

const ALIKE_SQLITE: &str = "SELECT e.id, e.words FROM search_words JOIN search_entry e ON e.entry = search_words.rowid \
     WHERE search_words MATCH $1 AND e.tenant = $2 AND e.kind = $3 AND (e.scope = $4 OR $5) ORDER BY e.id DESC LIMIT $6";
const ALIKE_POSTGRES: &str = "SELECT e.id, e.words FROM search_entry e \
     WHERE e.stems @@ CAST($1 AS tsquery) AND e.tenant = $2 AND e.kind = $3 AND (e.scope = $4 OR $5) ORDER BY e.id DESC LIMIT $6";

/// The things of a kind whose words are most like those of a text, the most alike first: likely duplicates, for a person
/// to judge. Looks at the 500 newest that share a word; what shares less than a third of the words is left out.
///
/// # Errors
/// What the database says.
pub async fn alike(
    session: &mut Session,
    tenant: TenantId,
    kind: &str,
    scope: Option<Uuid>,
    text: &str,
    language: &Language,
    limit: usize,
) -> Result<Vec<Uuid>, Error> {
    let stems = Stems::of(language);
    let telling = folded(text).filter(|word| !says_nothing(word) && word.chars().count() >= SHORTEST_BEGINNING);
    let wanted: BTreeSet<String> = telling.map(|word| stems.stem(&word)).take(MOST_ASKED).collect();
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    let forms: Vec<BTreeSet<String>> = vec![wanted.clone()];
    let (sql, question) = match session.engine() {
        Engine::Sqlite => (ALIKE_SQLITE, written(&forms, "\"", "", " OR ", " AND ")),
        Engine::Postgres => (ALIKE_POSTGRES, written(&forms, "'", "", " | ", " & ")),
    };
    let values = crate::values![question, tenant, kind, scope.unwrap_or_default(), scope.is_none(), CANDIDATES];
    let mut found = Vec::new();
    for row in session.all(sql, &values).await? {
        let words: String = row.get("words")?;
        let shared = words.split(' ').filter(|word| wanted.contains(*word)).count();
        if shared * 3 >= wanted.len() {
            found.push((shared, row.get::<Uuid>("id")?));
        }
    }
    // The order of the answer, newest first, stays among those that share as much.
    found.sort_by_key(|(shared, _)| std::cmp::Reverse(*shared));
    Ok(found.into_iter().take(limit).map(|(_, id)| id).collect())
}

/// The question in the words of an engine: for each word its forms, one of which must be found.
fn written(asked: &[BTreeSet<String>], quote: &str, beginning: &str, or: &str, and: &str) -> String {
    let words = asked.iter().map(|forms| {
        let forms = forms.iter().map(|form| {
            let mark = if form.chars().count() >= SHORTEST_BEGINNING { beginning } else { "" };
            // A form holds letters and digits only, so the quotes cannot be broken out of.
            format!("{quote}{form}{quote}{mark}")
        });
        format!("({})", forms.collect::<Vec<_>>().join(or))
    });
    words.collect::<Vec<_>>().join(and)
}

/// The words of a question, each as it was written and as its stem. Words that say nothing are left out, unless the
/// question has no others.
fn asked(question: &str, language: &Language) -> Vec<BTreeSet<String>> {
    let stems = Stems::of(language);
    let words: Vec<String> = folded(question).take(MOST_ASKED).collect();
    let telling: Vec<&String> = words.iter().filter(|word| !says_nothing(word)).collect();
    let chosen = if telling.is_empty() { words.iter().collect() } else { telling };
    chosen.into_iter().map(|word| BTreeSet::from([stems.stem(word), word.clone()])).collect()
}

/// What is kept of a text: its words and their stems, each once, in order, with a space between.
fn kept(text: &str, language: &Language) -> String {
    let stems = Stems::of(language);
    let mut found = BTreeSet::new();
    for word in folded(text) {
        if found.len() >= MOST_KEPT {
            break;
        }
        found.insert(stems.stem(&word));
        found.insert(word);
    }
    found.into_iter().collect::<Vec<_>>().join(" ")
}

/// The words of a text in small letters without accents.
fn folded(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphanumeric() && !is_combining_mark(c)).filter_map(|word| {
        let bare: String = word
            .nfkd()
            .filter(|c| !is_combining_mark(*c))
            .flat_map(char::to_lowercase)
            .filter(|c| c.is_alphanumeric())
            .take(LONGEST)
            .collect();
        (!bare.is_empty()).then_some(bare)
    })
}

/// The stemmer of a language, or none.
struct Stems(Option<Stemmer>);

impl Stems {
    fn of(language: &Language) -> Self {
        let algorithm = match language.tag() {
            "nl" => Algorithm::Dutch,
            "fr" => Algorithm::French,
            "en" => Algorithm::English,
            "de" => Algorithm::German,
            _ => return Self(None),
        };
        Self(Some(Stemmer::create(algorithm)))
    }

    /// Stemmed until it changes no more: the Dutch stemmer takes one ending at a time and would leave «plats» of
    /// «plaatsen» but «plat» of «plaats».
    fn stem(&self, word: &str) -> String {
        let Some(stemmer) = &self.0 else { return word.to_owned() };
        let mut stem = word.to_owned();
        for _ in 0..4 {
            let shorter = stemmer.stem(&stem).into_owned();
            if shorter == stem || shorter.is_empty() {
                break;
            }
            stem = shorter;
        }
        // A stemmer may bring back an accent or a capital that marks a letter; the engines get neither.
        let bare = folded(&stem).next();
        bare.unwrap_or(stem)
    }
}

/// The small words of Dutch, French, English and German, of which a question has many and which every text holds.
fn says_nothing(word: &str) -> bool {
    const SMALL: &[&str] = &[
        "aan", "als", "and", "at", "au", "auf", "aux", "bij", "ce", "das", "dat", "de", "dem", "den", "der", "des", "det", "deze", "die",
        "dit", "door", "du", "een", "ein", "eine", "en", "er", "est", "et", "for", "fur", "het", "hun", "ik", "il", "in", "is", "ist",
        "je", "la", "le", "les", "maar", "meer", "met", "mijn", "mit", "mon", "naar", "niet", "nos", "nous", "of", "om", "on", "onder",
        "ons", "onze", "ook", "op", "or", "ou", "our", "over", "par", "pas", "pour", "que", "qui", "sie", "sur", "te", "that", "the",
        "they", "this", "to", "tot", "u", "un", "und", "une", "uw", "van", "vom", "von", "voor", "vous", "was", "we", "wij", "wil", "wir",
        "with", "ze", "zijn", "zu",
    ];
    SMALL.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_forms_of_a_dutch_word_have_one_stem() {
        let stems = Stems::of(&Language::NL);
        for (a, b) in [
            ("fiets", "fietsen"),
            ("bank", "banken"),
            ("speeltuin", "speeltuinen"),
            ("straat", "straten"),
            ("oversteekplaats", "oversteekplaatsen"),
            ("boom", "bomen"),
            ("park", "parken"),
        ] {
            assert_eq!(stems.stem(a), stems.stem(b), "{a} {b}");
        }
    }

    #[test]
    fn accents_and_capitals_make_no_difference() {
        assert_eq!(folded("Café, Ⅻ! ÉCOLE").collect::<Vec<_>>(), ["cafe", "xii", "ecole"]);
        assert_eq!(folded("مَدْرَسَة").collect::<Vec<_>>(), folded("مدرسة").collect::<Vec<_>>());
    }

    #[test]
    fn the_small_words_are_in_order_for_the_search() {
        assert!(says_nothing("aan") && says_nothing("zu") && says_nothing("het") && says_nothing("mijn") && !says_nothing("fiets"));
    }

    proptest! {
        #[test]
        fn whatever_is_asked_only_letters_and_digits_reach_the_engine(question in ".*") {
            for form in asked(&question, &Language::NL).iter().flatten() {
                prop_assert!(form.chars().all(char::is_alphanumeric), "{form}");
            }
            prop_assert!(!kept(&question, &Language::FR).contains("  "));
        }
    }
}
