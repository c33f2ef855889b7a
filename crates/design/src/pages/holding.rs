//! What later rooms ask before a step of a process, as its page tells it.

use people::Hold;
use ui::Page;

/// One thing that is asked first, with where it is done.
#[derive(Debug)]
pub(crate) struct Held {
    pub(crate) told: String,
    /// The address and the words of each way.
    pub(crate) ways: Vec<(String, String)>,
}

impl Held {
    /// In the words of the page.
    pub(crate) fn all(page: &Page, holds: Vec<Hold>) -> Vec<Self> {
        let one =
            |hold: Hold| Self { told: page.t(hold.key), ways: hold.ways.into_iter().map(|(href, key)| (href, page.t(key))).collect() };
        holds.into_iter().map(one).collect()
    }
}
