//! Letters as one PDF that everybody can read: tagged (PDF/UA-1), with its language and title, its words as text that can be
//! searched, copied and read aloud, from left to right and from right to left.
//!
//! Words become glyphs with `rustybuzz`, lines turn as Unicode says (UAX 9 and 14), `krilla` writes the file and refuses one
//! that breaks the standard as far as a program can tell. Letters of the alphabet come from fonts of the machine: none is
//! shipped.

mod place;
mod shape;

use krilla::color::rgb;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect, Size, Transform};
use krilla::image::Image;
use krilla::metadata::Metadata;
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, SpanTag, Tag, TagGroup, TagTree};
use krilla::text::Font;
use krilla::{Document, SerializeSettings};
use people::LetterFonts;
use place::{Item, Placed};
use shape::{Face, Faces};
use std::num::NonZeroU16;
use std::sync::Arc;

/// A4, in points.
pub(crate) const WIDTH: f32 = 595.28;
pub(crate) const HEIGHT: f32 = 841.89;

/// Why no PDF could be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum PaperError {
    /// A font cannot be read.
    #[error("a font for letters cannot be read")]
    Font,
    /// The standard would be broken: mostly a sign that the fonts do not have.
    #[error("the letter cannot be written so that everybody can read it: {0}")]
    Refused(String),
}

/// Words in their language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Words {
    /// The words, without line ends.
    pub text: String,
    /// The tag of their language.
    pub language: String,
    /// Whether they run from right to left.
    pub right_to_left: bool,
}

/// A piece of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Block {
    /// The logo of whoever writes, in the white above the name, with what it is for whoever does not see it. Nothing when
    /// there is none.
    Logo(Words),
    /// The name of whoever writes, at the top.
    Sender(Words),
    /// Lines that stand close: an address. The first may be a name.
    Lines(Vec<Words>),
    /// A heading; 1 is the subject.
    Heading(u16, Words),
    /// A paragraph.
    Paragraph(Words),
    /// A square of dark and light modules, with what it says for whoever does not see it.
    Code {
        /// Rows of modules; true is dark.
        modules: Vec<Vec<bool>>,
        /// What it says.
        says: String,
    },
}

/// One letter. It begins on a page of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PaperLetter {
    /// The language of its own words.
    pub language: String,
    /// Whether it runs from right to left.
    pub right_to_left: bool,
    /// Its pieces, in the order in which they are read.
    pub blocks: Vec<Block>,
}

/// What the file is called and how it looks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cover {
    /// The title, which a reader shows instead of the name of the file.
    pub title: String,
    /// The language of the title.
    pub language: String,
    /// Who writes.
    pub author: String,
    /// The colour of the name and the line under it: red, green, blue.
    pub accent: (u8, u8, u8),
    /// The logo, as a PNG file.
    pub logo: Option<Vec<u8>>,
}

/// Writes letters into one PDF.
///
/// # Errors
/// When a font cannot be read, or the letters hold signs that the fonts do not have.
pub(crate) fn write(cover: &Cover, letters: &[PaperLetter], fonts: &LetterFonts) -> Result<Vec<u8>, PaperError> {
    let faces = Faces::of(fonts).ok_or(PaperError::Font)?;
    // A logo that cannot be read keeps no letter back.
    let logo = cover.logo.clone().and_then(|png| Image::from_png(png.into(), true).ok());
    let shape = logo.as_ref().map(Image::size);
    let placed: Vec<Placed<'_>> = letters.iter().map(|letter| place::place(letter, &faces, shape)).collect();
    let configuration = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish();
    let configuration = configuration.map_err(|error| PaperError::Refused(format!("{error:?}")))?;
    let mut document = Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    let pen = Pen {
        regular: Font::new(Arc::clone(&fonts.regular).into(), 0).ok_or(PaperError::Font)?,
        bold: Font::new(Arc::clone(&fonts.bold).into(), 0).ok_or(PaperError::Font)?,
        accent: cover.accent,
        logo,
    };
    let mut tree = TagTree::new().with_lang(Some(cover.language.clone()));
    let mut outline = Outline::new();
    let mut first_page = 0;
    for (letter, placed) in letters.iter().zip(&placed) {
        let drawn = pen.draw(&mut document, placed);
        let mut part = TagGroup::new(Tag::Part.with_lang(Some(letter.language.clone())));
        for (group, ids) in placed.groups.iter().zip(drawn).filter(|(_, ids)| !ids.is_empty()) {
            part.push(tagged(group, ids));
        }
        for (page, y, heading) in &placed.headings {
            outline.push_child(OutlineNode::new(heading.clone(), XyzDestination::new(first_page + page, Point::from_xy(0.0, *y))));
        }
        tree.push(part);
        first_page += placed.pages.len();
    }
    document.set_outline(outline);
    document.set_tag_tree(tree);
    document.set_metadata(
        Metadata::new()
            .title(cover.title.clone())
            .language(cover.language.clone())
            .authors(vec![cover.author.clone()])
            .creator("Meemaak".to_owned()),
    );
    document.finish().map_err(|error| PaperError::Refused(format!("{error:?}").chars().take(300).collect()))
}

/// A piece of a letter as the structure tree tells it.
fn tagged(group: &place::Group, ids: Vec<Identifier>) -> TagGroup {
    let language = Some(group.language.clone());
    let mut tagged = match &group.kind {
        place::GroupKind::Heading(level, title) => {
            let level = NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN);
            TagGroup::new(Tag::Hn(level, Some(title.clone())).with_lang(language))
        }
        place::GroupKind::Paragraph => TagGroup::new(Tag::P.with_lang(language)),
        place::GroupKind::Figure(says) => TagGroup::new(Tag::Figure(Some(says.clone())).with_lang(language)),
    };
    for id in ids {
        tagged.push(id);
    }
    tagged
}

/// What draws.
struct Pen {
    regular: Font,
    bold: Font,
    accent: (u8, u8, u8),
    logo: Option<Image>,
}

impl Pen {
    /// Draws the pages of a letter; for each of its groups the marks under which it was drawn.
    fn draw(&self, document: &mut Document, placed: &Placed<'_>) -> Vec<Vec<Identifier>> {
        let mut drawn: Vec<Vec<Identifier>> = placed.groups.iter().map(|_| Vec::new()).collect();
        let pages = placed.pages.len();
        for (number, items) in placed.pages.iter().enumerate() {
            let settings = PageSettings::from_wh(WIDTH, HEIGHT).unwrap_or_default();
            let mut page = document.start_page_with(settings);
            let mut surface = page.surface();
            for item in items {
                match item {
                    Item::Rule { y, from, to } => {
                        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
                        self.fill(&mut surface, self.accent);
                        rectangle(&mut surface, *from, *y, to - from, 1.5);
                        surface.end_tagged();
                    }
                    Item::Line(line) => {
                        // What turns in a line is copied and read in the order of its words, not of its glyphs.
                        let actual = line.turns.then_some(line.text);
                        let span = SpanTag::empty().with_lang(Some(line.language)).with_actual_text(actual);
                        drawn[line.group].push(surface.start_tagged(ContentTag::Span(span)));
                        self.fill(&mut surface, if line.accent { self.accent } else { (0, 0, 0) });
                        let mut x = line.x;
                        for run in &line.runs {
                            let font = if line.face == Face::Bold { self.bold.clone() } else { self.regular.clone() };
                            surface.draw_glyphs(Point::from_xy(x, line.y), &run.glyphs, font, &run.text, line.size, false);
                            x += run.width * line.size;
                        }
                        surface.end_tagged();
                    }
                    Item::Logo { x, y, width, height, group } => {
                        let (Some(logo), Some(size)) = (self.logo.clone(), Size::from_wh(*width, *height)) else { continue };
                        drawn[*group].push(surface.start_tagged(ContentTag::Other));
                        surface.push_transform(&Transform::from_translate(*x, *y));
                        surface.draw_image(logo, size);
                        surface.pop();
                        surface.end_tagged();
                    }
                    Item::Code { x, y, side, modules, group } => {
                        drawn[*group].push(surface.start_tagged(ContentTag::Other));
                        self.fill(&mut surface, (0, 0, 0));
                        squares(&mut surface, *x, *y, *side, modules);
                        surface.end_tagged();
                    }
                }
            }
            if pages > 1 {
                self.number(&mut surface, placed, number);
            }
            surface.finish();
            page.finish();
        }
        drawn
    }

    /// «2 / 3» at the foot: not read aloud, since pages are an accident of paper.
    fn number(&self, surface: &mut Surface<'_>, placed: &Placed<'_>, number: usize) {
        let Some(run) = placed.numbers.get(number) else { return };
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer)));
        self.fill(surface, (80, 80, 80));
        let x = (WIDTH - run.width * place::SMALL) / 2.0;
        let at = Point::from_xy(x, HEIGHT - place::MARGIN / 2.0);
        surface.draw_glyphs(at, &run.glyphs, self.regular.clone(), &run.text, place::SMALL, false);
        surface.end_tagged();
    }

    fn fill(&self, surface: &mut Surface<'_>, (red, green, blue): (u8, u8, u8)) {
        let paint = rgb::Color::new(red, green, blue).into();
        surface.set_fill(Some(Fill { paint, opacity: NormalizedF32::ONE, rule: krilla::paint::FillRule::default() }));
    }
}

fn rectangle(surface: &mut Surface<'_>, x: f32, y: f32, width: f32, height: f32) {
    let mut path = PathBuilder::new();
    if let Some(rectangle) = Rect::from_xywh(x, y, width, height) {
        path.push_rect(rectangle);
    }
    if let Some(path) = path.finish() {
        surface.draw_path(&path);
    }
}

/// All dark modules as one path, so that no hair of light stands between them.
fn squares(surface: &mut Surface<'_>, x: f32, y: f32, side: f32, modules: &[Vec<bool>]) {
    let step = side / place::float(modules.len().max(1));
    let mut path = PathBuilder::new();
    for (row, line) in modules.iter().enumerate() {
        for (column, _) in line.iter().enumerate().filter(|(_, dark)| **dark) {
            if let Some(square) = Rect::from_xywh(x + place::float(column) * step, y + place::float(row) * step, step, step) {
                path.push_rect(square);
            }
        }
    }
    if let Some(path) = path.finish() {
        surface.draw_path(&path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nl(text: &str) -> Words {
        Words { text: text.to_owned(), language: "nl".to_owned(), right_to_left: false }
    }

    fn ar(text: &str) -> Words {
        Words { text: text.to_owned(), language: "ar".to_owned(), right_to_left: true }
    }

    fn cover() -> Cover {
        Cover {
            title: "Antwoord op uw bijdrage".to_owned(),
            language: "nl".to_owned(),
            author: "Stad Leyhoven".to_owned(),
            accent: (21, 66, 115),
            logo: None,
        }
    }

    /// A red square of eight by eight, half of it see-through.
    const SQUARE: &[u8] = include_bytes!("square.png");

    fn letter(paragraphs: usize) -> PaperLetter {
        let mut blocks = vec![
            Block::Sender(nl("Stad Leyhoven")),
            Block::Lines(vec![nl("Kerkplein 1"), nl("9999 Leyhoven")]),
            Block::Lines(vec![nl("Noor Peeters"), nl("Molenstraat 4")]),
            Block::Heading(1, nl("Antwoord op uw bijdrage K7QM-3TPX")),
        ];
        blocks.extend(
            (0..paragraphs).map(|_| {
                Block::Paragraph(nl("Wij tekenen drie banken op het plein, en in mei staan ze er. Eén ervan staat bij de halte."))
            }),
        );
        blocks.push(Block::Heading(2, nl("Waarom niet")));
        blocks.push(Block::Paragraph(nl("Zie https://leyhoven.example/bijdragen/K7QM-3TPX/een-heel-lang-adres-dat-nergens-breekt-en-toch-niet-over-de-rand-mag-lopen-ook-al-is-er-geen-spatie")));
        blocks.push(Block::Code { modules: vec![vec![true, false], vec![false, true]], says: "Code om te scannen".to_owned() });
        PaperLetter { language: "nl".to_owned(), right_to_left: false, blocks }
    }

    fn arabic() -> PaperLetter {
        let blocks = vec![
            Block::Sender(ar("Stad Leyhoven")),
            Block::Heading(1, ar("الرد على مساهمتك K7QM-3TPX")),
            Block::Paragraph(ar("قدّمت لنا هذه المساهمة: «Banken op het plein» (الرقم 12). هذا ردّنا عليها.")),
        ];
        PaperLetter { language: "ar".to_owned(), right_to_left: true, blocks }
    }

    /// The fonts of this machine; without them there is nothing to prove here.
    #[allow(clippy::print_stderr, reason = "a run that left the letters out must say so")]
    fn fonts() -> Option<LetterFonts> {
        let fonts = LetterFonts::usual();
        if fonts.is_none() {
            eprintln!("letters as PDF are left out: this machine has no DejaVu Sans");
        }
        fonts
    }

    fn holds(bytes: &[u8], words: &str) -> bool {
        bytes.windows(words.len()).any(|window| window == words.as_bytes())
    }

    #[test]
    fn a_letter_is_tagged_titled_and_says_its_language() {
        let Some(fonts) = fonts() else { return };
        let bytes = write(&cover(), &[letter(2), arabic()], &fonts).expect("a PDF");
        assert!(bytes.starts_with(b"%PDF-1.7"));
        for part in ["/StructTreeRoot", "/MarkInfo", "/Lang", "pdfuaid", "/DisplayDocTitle true", "/Outlines"] {
            assert!(holds(&bytes, part), "{part} is missing");
        }
    }

    #[test]
    fn a_long_letter_goes_on_on_the_next_page_and_no_line_leaves_the_paper() {
        let Some(fonts) = fonts() else { return };
        let faces = Faces::of(&fonts).expect("fonts");
        let long = letter(40);
        for letter in [&letter(1), &long, &arabic()] {
            let placed = place::place(letter, &faces, None);
            let mut told = String::new();
            for item in placed.pages.iter().flatten() {
                let Item::Line(line) = item else { continue };
                let width: f32 = line.runs.iter().map(|run| run.width * line.size).sum();
                assert!(
                    line.x >= place::MARGIN - 0.5 && line.x + width <= WIDTH - place::MARGIN + 0.5,
                    "{}: {} + {width}",
                    line.text,
                    line.x
                );
                assert!(line.y > 0.0 && line.y <= HEIGHT - place::MARGIN + 0.5, "{} at {}", line.text, line.y);
                told.push_str(line.text);
            }
            // Every word is there, in the order in which it was written.
            let wanted: String = letter.blocks.iter().flat_map(spoken).collect();
            let squeezed = |text: &str| text.split_whitespace().collect::<String>();
            assert_eq!(squeezed(&told), squeezed(&wanted));
        }
        let long_line = letter_of("Uw bijdrage met een titel die net zo lang is dat de regel hier bijna vol is K7QM-3TPX");
        let numbers = place::place(&long_line, &faces, None).pages.into_iter().flatten();
        assert!(
            numbers
                .filter_map(|item| if let Item::Line(line) = item { Some(line.text) } else { None })
                .any(|line| line.contains("K7QM-3TPX"))
        );
        assert_eq!(place::place(&letter(1), &faces, None).pages.len(), 1);
        let placed = place::place(&long, &faces, None);
        assert!(placed.pages.len() > 1 && placed.numbers.len() == placed.pages.len());
    }

    fn letter_of(text: &str) -> PaperLetter {
        PaperLetter { language: "nl".to_owned(), right_to_left: false, blocks: vec![Block::Paragraph(nl(text))] }
    }

    fn spoken(block: &Block) -> Vec<String> {
        match block {
            Block::Logo(_) | Block::Code { .. } => Vec::new(),
            Block::Sender(words) | Block::Heading(_, words) | Block::Paragraph(words) => vec![words.text.clone()],
            Block::Lines(lines) => lines.iter().map(|words| words.text.clone()).collect(),
        }
    }

    #[test]
    fn a_logo_stands_above_the_name_with_its_words_and_takes_no_room_of_the_letter() {
        let Some(fonts) = fonts() else { return };
        let faces = Faces::of(&fonts).expect("fonts");
        let with_logo = |says: Words, mut letter: PaperLetter| {
            letter.blocks.insert(0, Block::Logo(says));
            letter
        };
        let (plain, marked) = (letter(2), with_logo(nl("Logo van Stad Leyhoven"), letter(2)));
        let lines = |placed: &Placed<'_>| -> Vec<f32> {
            placed.pages.iter().flatten().filter_map(|item| if let Item::Line(line) = item { Some(line.y) } else { None }).collect()
        };
        let drawn = |placed: &Placed<'_>| {
            placed
                .pages
                .iter()
                .flatten()
                .find_map(|item| if let Item::Logo { x, y, width, height, .. } = item { Some((*x, *y, *width, *height)) } else { None })
        };
        let placed = place::place(&marked, &faces, Some((300, 60)));
        assert_eq!(lines(&placed), lines(&place::place(&plain, &faces, None)), "the address stays in the window of the envelope");
        let (x, y, width, height) = drawn(&placed).expect("a logo");
        assert!((x - place::MARGIN).abs() < 0.01 && y > 0.0 && y + height < place::MARGIN, "{x} {y} {height}");
        assert!((width / height - 5.0).abs() < 0.01, "not stretched");
        let (x, _, wide, low) = drawn(&place::place(&marked, &faces, Some((2_000, 20)))).expect("a logo");
        assert!(x + wide <= WIDTH - place::MARGIN + 0.1 && (wide / low - 100.0).abs() < 0.1, "a very wide one stays on the paper");
        let turned = with_logo(ar("شعار Stad Leyhoven"), arabic());
        let (x, _, width, _) = drawn(&place::place(&turned, &faces, Some((60, 60)))).expect("a logo");
        assert!((x + width - (WIDTH - place::MARGIN)).abs() < 0.01, "at the side where the lines begin");
        assert_eq!(drawn(&place::place(&marked, &faces, None)), None, "without a logo as before");

        let cover = Cover { logo: Some(SQUARE.to_vec()), ..cover() };
        let bytes = write(&cover, &[marked.clone(), turned], &fonts).expect("a PDF");
        assert!(holds(&bytes, "/Subtype /Image") || holds(&bytes, "/Subtype/Image"), "the picture is in it");
        let broken = Cover { logo: Some(b"no picture".to_vec()), ..cover };
        assert!(write(&broken, &[marked], &fonts).is_ok(), "a logo that cannot be read keeps no letter back");
    }

    #[test]
    fn arabic_joins_and_stands_at_the_right_and_latin_words_in_it_stay_whole() {
        let Some(fonts) = fonts() else { return };
        let faces = Faces::of(&fonts).expect("fonts");
        let arabic = arabic();
        let placed = place::place(&arabic, &faces, None);
        let lines: Vec<_> =
            placed.pages.iter().flatten().filter_map(|item| if let Item::Line(line) = item { Some(line) } else { None }).collect();
        let last = lines.last().expect("a line");
        assert!(last.turns && last.x > place::MARGIN, "a short line stands at the right: {}", last.x);
        assert!(lines.iter().flat_map(|line| &line.runs).any(|run| run.text.contains("Banken op het plein")));
        // Joined letters are other glyphs than the same letters alone.
        let joined = faces.run("مساهمة", true, Face::Regular);
        let alone: f32 = "مساهمة".chars().map(|sign| faces.run(&sign.to_string(), true, Face::Regular).width).sum();
        assert!((joined.width - alone).abs() > 0.01, "{} and {alone}", joined.width);
    }

    #[test]
    fn signs_that_the_font_does_not_have_are_refused_and_not_left_blank() {
        let Some(fonts) = fonts() else { return };
        let mut odd = letter(1);
        odd.blocks.push(Block::Paragraph(nl("漢字")));
        assert!(matches!(write(&cover(), &[odd], &fonts), Err(PaperError::Refused(_))));
        let nothing = LetterFonts { regular: Arc::new(b"no font".to_vec()), bold: Arc::new(Vec::new()) };
        assert_eq!(write(&cover(), &[letter(1)], &nothing), Err(PaperError::Font));
    }
}
