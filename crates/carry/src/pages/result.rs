//! The one result of what was gathered (F5), as pages show it: what people said, how often, what is done with it, by whom, until
//! when, and why.

use crate::pages::view::{Names, Texts, Words};
use crate::tables::GatheredResult;
use kernel::TextId;
use ui::Page;

/// A result in the words of its reader.
#[derive(Debug, Clone)]
pub(crate) struct Told {
    /// How many took part, and when it was written.
    pub(crate) text: String,
    pub(crate) words: Option<Words>,
    pub(crate) motive: Option<Words>,
    /// What was said, and how many said it.
    pub(crate) counts: Vec<(Words, String)>,
    /// What is done with it, and by whom and until when in one line.
    pub(crate) deed: Option<(Words, String)>,
}

/// The texts of a result.
pub(crate) fn texts(it: &GatheredResult) -> Vec<TextId> {
    let deed = it.deed.map(|(words, _, _)| words);
    [Some(it.words), Some(it.motive), deed].into_iter().flatten().chain(it.counts.iter().map(|one| one.label)).collect()
}

/// A result as it may be told: what fewer people than `smallest` said is «fewer than», so that nobody is known by what they said.
pub(crate) fn told(page: &Page, names: &Names, texts: &Texts, it: &GatheredResult, smallest: i64) -> Told {
    let many = |many: i64| {
        if many < smallest { page.t1("carry-result-few", "most", smallest) } else { page.t1("carry-result-many", "count", many) }
    };
    Told {
        text: page.t2("carry-result-respondents", "count", it.respondents, "day", page.day(&it.at)),
        words: texts.words(page, it.words),
        motive: texts.words(page, it.motive),
        counts: it.counts.iter().filter_map(|one| Some((texts.words(page, one.label)?, many(one.many)))).collect(),
        deed: it.deed.and_then(|(words, department, until)| {
            let by = page.t2("carry-result-by", "department", names.department(page, Some(department)), "day", page.date(&until));
            Some((texts.words(page, words)?, by))
        }),
    }
}
