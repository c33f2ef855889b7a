//! A document that everybody may read, as a PDF in the style of letters: another room writes its words, this one sets them.

use kernel::Language;

pub use crate::pages::document as pdf;

/// A document with its title, ready to be set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Its title: the first heading, and what a reader shows instead of the name of the file.
    pub title: String,
    /// The language of its own words.
    pub language: Language,
    /// Its pieces, in the order in which they are read.
    pub pieces: Vec<Piece>,
}

/// A piece of a document. What stands in a table on a page is told in lines here, so that it can be read aloud.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// A heading; 2 is a part of the document.
    Heading(u16, String, Language),
    /// Words, each line a paragraph.
    Text(String, Language),
}
