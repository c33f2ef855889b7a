//! Public texts: each a set of one or more languages, the original first.

use crate::{Engine, Error, Row, Session, Tx};
use kernel::{AccountId, Language, TenantId, TextId};
use std::collections::BTreeMap;

/// How a text came into its language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// It was written in this language.
    Written,
    /// A person translated it.
    Human,
    /// A machine translated it.
    Machine,
}

impl Origin {
    const fn code(self) -> &'static str {
        match self {
            Self::Written => "written",
            Self::Human => "human",
            Self::Machine => "machine",
        }
    }
    fn of(code: &str) -> Result<Self, Error> {
        [Self::Written, Self::Human, Self::Machine]
            .into_iter()
            .find(|origin| origin.code() == code)
            .ok_or_else(|| Error::Broken(format!("a text has no origin «{code}»")))
    }
}

/// A text in one language.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Version {
    /// The language.
    pub language: Language,
    /// The words.
    pub text: String,
    /// How it came into this language.
    pub origin: Origin,
    /// Who read a translation over and stands for it.
    pub reviewed_by: Option<AccountId>,
}

/// A text in all its languages; the first is the original. Never empty.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct LanguageSet(Vec<Version>);

/// What a reader gets to see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shown<'a> {
    /// The words.
    pub text: &'a str,
    /// Their language, for the `lang` attribute.
    pub language: &'a Language,
    /// Whether this is how it was written. When it is and the reader asked for another language, the page says so.
    pub is_original: bool,
    /// Whether a machine translated it and nobody read it over; the page says so.
    pub unreviewed: bool,
}

impl LanguageSet {
    /// A text as it was written.
    #[must_use]
    pub fn written(language: Language, text: impl Into<String>) -> Self {
        Self(vec![Version { language, text: text.into(), origin: Origin::Written, reviewed_by: None }])
    }

    /// The same text with a version more; it takes the place of one in the same language, except of the original.
    #[must_use]
    pub fn with(mut self, version: Version) -> Self {
        match self.0.iter().position(|held| held.language == version.language) {
            Some(0) => {}
            Some(at) => self.0[at] = version,
            None => self.0.push(version),
        }
        self
    }

    /// The version in the reader's language, or the original.
    #[must_use]
    pub fn best(&self, language: &Language) -> Shown<'_> {
        let at = self.0.iter().position(|version| version.language == *language).unwrap_or(0);
        let version = &self.0[at];
        Shown {
            text: &version.text,
            language: &version.language,
            is_original: at == 0,
            unreviewed: version.origin == Origin::Machine && version.reviewed_by.is_none(),
        }
    }

    /// How it was written.
    #[must_use]
    pub fn original(&self) -> &Version {
        &self.0[0]
    }

    /// All versions, the original first.
    #[must_use]
    pub fn versions(&self) -> &[Version] {
        &self.0
    }
}

impl Tx {
    /// Keeps a text in all its languages, in the place of what was kept under that id.
    ///
    /// # Errors
    /// What the database says.
    pub async fn save_text(&mut self, tenant: TenantId, id: TextId, set: &LanguageSet) -> Result<(), Error> {
        self.forget_text(tenant, id).await?;
        for (place, version) in (0_i64..).zip(set.versions()) {
            let sql = crate::sql!(
                "INSERT INTO language_text (tenant, id, place, language, text, origin, reviewed_by) VALUES ($1, $2, $3, $4, $5, $6, $7)"
            );
            let row = crate::values![tenant, id, place, version.language, version.text, version.origin.code(), version.reviewed_by];
            self.run(sql, &row).await?;
        }
        Ok(())
    }

    /// Removes a text in all its languages.
    ///
    /// # Errors
    /// What the database says; it is no error when there is no such text.
    pub async fn forget_text(&mut self, tenant: TenantId, id: TextId) -> Result<(), Error> {
        let sql = crate::sql!("DELETE FROM language_text WHERE tenant = $1 AND id = $2");
        self.run(sql, &crate::values![tenant, id]).await.map(drop)
    }
}

/// One text in all its languages.
///
/// # Errors
/// What the database says.
pub async fn text(session: &mut Session, tenant: TenantId, id: TextId) -> Result<Option<LanguageSet>, Error> {
    let sql = crate::sql!("SELECT id, language, text, origin, reviewed_by FROM language_text WHERE tenant = $1 AND id = $2 ORDER BY place");
    let rows = session.all(sql, &crate::values![tenant, id]).await?;
    let versions = rows.iter().map(version).collect::<Result<Vec<_>, _>>()?;
    Ok((!versions.is_empty()).then_some(LanguageSet(versions)))
}

const MANY_ON_SQLITE: &str = "SELECT id, language, text, origin, reviewed_by FROM language_text \
     WHERE tenant = $1 AND id IN (SELECT unhex(value) FROM json_each($2)) ORDER BY id, place";
const MANY_ON_POSTGRES: &str = "SELECT id, language, text, origin, reviewed_by FROM language_text \
     WHERE tenant = $1 AND id IN (SELECT CAST(value AS UUID) FROM jsonb_array_elements_text(CAST($2 AS jsonb)) AS wanted(value)) ORDER BY id, place";

/// Many texts in one question, in the order of `ids`; those that are not there are left out.
///
/// # Errors
/// What the database says.
pub async fn texts(session: &mut Session, tenant: TenantId, ids: &[TextId]) -> Result<Vec<(TextId, LanguageSet)>, Error> {
    let list: Vec<String> = ids.iter().map(|id| id.uuid().simple().to_string()).collect();
    let list = serde_json::to_string(&list).map_err(|error| Error::Broken(error.to_string()))?;
    let sql = match session.engine() {
        Engine::Sqlite => MANY_ON_SQLITE,
        Engine::Postgres => MANY_ON_POSTGRES,
    };
    let mut found: BTreeMap<TextId, Vec<Version>> = BTreeMap::new();
    for row in session.all(sql, &crate::values![tenant, list]).await? {
        found.entry(row.get("id")?).or_default().push(version(&row)?);
    }
    Ok(ids.iter().filter_map(|id| found.get(id).map(|versions| (*id, LanguageSet(versions.clone())))).collect())
}

fn version(row: &Row) -> Result<Version, Error> {
    Ok(Version {
        language: row.get("language")?,
        text: row.get("text")?,
        origin: Origin::of(&row.get::<String>("origin")?)?,
        reviewed_by: row.get("reviewed_by")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_gets_their_language_or_the_original_with_a_note() {
        let machine = Version { language: Language::AR, text: "درّاجة".to_owned(), origin: Origin::Machine, reviewed_by: None };
        let set = LanguageSet::written(Language::NL, "fiets").with(machine);
        assert_eq!(set.best(&Language::NL), Shown { text: "fiets", language: &Language::NL, is_original: true, unreviewed: false });
        assert!(set.best(&Language::AR).unreviewed && !set.best(&Language::AR).is_original);
        assert_eq!(set.best(&Language::FR).text, "fiets");
    }

    #[test]
    fn a_translation_never_takes_the_place_of_the_original() {
        let other = Version { language: Language::NL, text: "anders".to_owned(), origin: Origin::Machine, reviewed_by: None };
        assert_eq!(LanguageSet::written(Language::NL, "fiets").with(other).original().text, "fiets");
    }
}
