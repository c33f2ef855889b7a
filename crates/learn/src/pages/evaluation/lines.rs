//! Lists of lines in a form, each line a name and numbers: some are seen at once, the others unfold.

use ui::{Page, Typed};

/// So many lines of a list are seen at once.
const AT_FIRST: usize = 3;

/// What a line asks, and how many lines there are.
#[derive(Debug)]
pub(super) struct Asked<const N: usize> {
    /// The key of the legend of a line, which is given its number.
    pub(super) legend: &'static str,
    /// The fields, each with the key of its label: the name first, then numbers.
    pub(super) fields: [(&'static str, &'static str); N],
    pub(super) most: usize,
}

impl<const N: usize> Asked<N> {
    /// The names of the fields of the `nth` line, counted from one.
    pub(super) fn names(&self, nth: usize) -> [String; N] {
        self.fields.map(|(field, _)| format!("{field}-{nth}"))
    }

    /// The lines as they are drawn. What is not seen at once is unfolded when something stands or is missing there.
    pub(super) fn drawn(&self, page: &Page, typed: &Typed) -> Lines {
        let line = |nth| {
            let number = i64::try_from(nth).unwrap_or(i64::MAX);
            let mut fields = self.names(nth).into_iter().zip(self.fields).map(|(name, (_, label))| Field { name, label });
            Line { legend: page.t1(self.legend, "number", number), name: fields.next(), numbers: fields.collect() }
        };
        let stands = |name: &String| !typed.get(name).trim().is_empty() || typed.error_of(name).is_some();
        let at_first = AT_FIRST.min(self.most);
        Lines {
            seen: (1..=at_first).map(line).collect(),
            folded: (at_first + 1..=self.most).map(line).collect(),
            open: (at_first + 1..=self.most).any(|nth| self.names(nth).iter().any(stands)),
        }
    }
}

/// A field and the key of its label.
#[derive(Debug)]
pub(super) struct Field {
    pub(super) name: String,
    pub(super) label: &'static str,
}

/// A line, under its legend.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) legend: String,
    pub(super) name: Option<Field>,
    pub(super) numbers: Vec<Field>,
}

/// A list as it is drawn.
#[derive(Debug)]
pub(super) struct Lines {
    pub(super) seen: Vec<Line>,
    pub(super) folded: Vec<Line>,
    pub(super) open: bool,
}
