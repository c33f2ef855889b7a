//! Where each line of a letter stands: lines broken where Unicode allows it (UAX 14), turned where it says so (UAX 9), pages
//! begun when one is full.

use super::shape::{Face, Faces, Run};
use super::{Block, HEIGHT, PaperLetter, WIDTH, Words};
use std::ops::Range;
use unicode_bidi::{Level, ParagraphBidiInfo};

/// The white around a page.
pub(super) const MARGIN: f32 = 62.0;
/// The size of ordinary letters, and of the foot of a page.
const SIZE: f32 = 11.5;
pub(super) const SMALL: f32 = 9.0;
/// From one line to the next, in sizes of a letter.
const LEADING: f32 = 1.4;
/// A logo stands in the white above the name, so high at most: 12 mm.
const LOGO: f32 = 34.0;
/// The white above a logo: 7 mm, which printers reach.
const ABOVE_LOGO: f32 = 20.0;
/// The side of a code to scan: 28 mm.
const CODE: f32 = 79.0;
/// Where an address stands, so that it shows in the window of an envelope: 45 mm from the top.
const WINDOW: f32 = 127.6;

/// A number of few digits as a measure.
pub(super) fn float(number: usize) -> f32 {
    u16::try_from(number).map_or(f32::MAX, f32::from)
}

/// A number of dots as a measure.
fn dots(number: u32) -> f32 {
    usize::try_from(number).map_or(f32::MAX, float)
}

/// What stands on a page.
pub(super) enum Item<'l> {
    Rule { y: f32, from: f32, to: f32 },
    Line(Line<'l>),
    Logo { x: f32, y: f32, width: f32, height: f32, group: usize },
    Code { x: f32, y: f32, side: f32, modules: &'l [Vec<bool>], group: usize },
}

/// A line of words.
pub(super) struct Line<'l> {
    pub(super) x: f32,
    /// Where its letters stand on.
    pub(super) y: f32,
    pub(super) size: f32,
    pub(super) face: Face,
    pub(super) accent: bool,
    pub(super) runs: Vec<Run>,
    /// The words in the order in which they are read.
    pub(super) text: &'l str,
    pub(super) language: &'l str,
    /// Whether part of it runs from right to left.
    pub(super) turns: bool,
    pub(super) group: usize,
}

/// What a group of lines is.
pub(super) enum GroupKind {
    Heading(u16, String),
    Paragraph,
    Figure(String),
}

/// Lines that belong together.
pub(super) struct Group {
    pub(super) kind: GroupKind,
    pub(super) language: String,
}

/// A letter, placed.
pub(super) struct Placed<'l> {
    pub(super) pages: Vec<Vec<Item<'l>>>,
    pub(super) groups: Vec<Group>,
    /// Page, height and words of each heading.
    pub(super) headings: Vec<(usize, f32, String)>,
    /// «1 / 2» for each page.
    pub(super) numbers: Vec<Run>,
}

/// How a block of words looks.
#[derive(Clone, Copy)]
struct Look {
    size: f32,
    face: Face,
    accent: bool,
    /// White above and below.
    above: f32,
    below: f32,
    /// So many lines that must stand on the same page as the first.
    keep: f32,
}

const PLAIN: Look = Look { size: SIZE, face: Face::Regular, accent: false, above: 0.0, below: 7.0, keep: 1.0 };
const CLOSE: Look = Look { below: 0.0, ..PLAIN };
const SENDER: Look = Look { size: 17.0, face: Face::Bold, accent: true, above: 0.0, below: 5.0, keep: 1.0 };
const SUBJECT: Look = Look { size: 14.5, face: Face::Bold, accent: false, above: 10.0, below: 8.0, keep: 4.0 };
const PART: Look = Look { size: 12.0, face: Face::Bold, accent: false, above: 6.0, below: 2.0, keep: 4.0 };

/// The page that is being filled.
struct Setting<'l, 's, 'f> {
    faces: &'s Faces<'f>,
    placed: Placed<'l>,
    y: f32,
    language: &'l str,
    right_to_left: bool,
    addressed: bool,
    /// Width and height of the logo in its own dots.
    logo: Option<(u32, u32)>,
}

/// Places a letter, with a logo of so many dots wide and high when there is one.
pub(super) fn place<'l>(letter: &'l PaperLetter, faces: &Faces<'_>, logo: Option<(u32, u32)>) -> Placed<'l> {
    let placed = Placed { pages: vec![Vec::new()], groups: Vec::new(), headings: Vec::new(), numbers: Vec::new() };
    let mut setting =
        Setting { faces, placed, y: MARGIN, language: &letter.language, right_to_left: letter.right_to_left, addressed: false, logo };
    for block in &letter.blocks {
        setting.block(block);
    }
    let mut placed = setting.placed;
    let all = placed.pages.len();
    placed.numbers = (1..=all).map(|page| faces.run(&format!("{page} / {all}"), false, Face::Regular)).collect();
    placed
}

impl<'l> Setting<'l, '_, '_> {
    fn group(&mut self, kind: GroupKind, language: &str) -> usize {
        self.placed.groups.push(Group { kind, language: language.to_owned() });
        self.placed.groups.len() - 1
    }

    fn page(&mut self) -> &mut Vec<Item<'l>> {
        if self.placed.pages.is_empty() {
            self.placed.pages.push(Vec::new());
        }
        let last = self.placed.pages.len() - 1;
        &mut self.placed.pages[last]
    }

    /// Begins a page when so much does not fit any more.
    fn room(&mut self, height: f32) {
        if self.y + height > HEIGHT - MARGIN && self.y > MARGIN {
            self.placed.pages.push(Vec::new());
            self.y = MARGIN;
        }
    }

    fn block(&mut self, block: &'l Block) {
        match block {
            Block::Logo(says) => self.logo(says),
            Block::Sender(words) => {
                let group = self.group(GroupKind::Paragraph, &words.language);
                self.words(words, SENDER, group);
                let y = self.y;
                self.page().push(Item::Rule { y, from: MARGIN, to: WIDTH - MARGIN });
                self.y += 8.0;
            }
            Block::Lines(lines) => self.lines(lines),
            Block::Heading(level, words) => {
                let look = if *level == 1 { SUBJECT } else { PART };
                let group = self.group(GroupKind::Heading(*level, words.text.clone()), &words.language);
                self.room(look.above + look.size * LEADING * look.keep);
                let at = (self.placed.pages.len() - 1, self.y, words.text.clone());
                self.placed.headings.push(at);
                self.words(words, look, group);
            }
            Block::Paragraph(words) => {
                let group = self.group(GroupKind::Paragraph, &words.language);
                self.words(words, PLAIN, group);
            }
            Block::Code { modules, says } => {
                let group = self.group(GroupKind::Figure(says.clone()), self.language);
                self.room(CODE + 12.0);
                let x = if self.right_to_left { WIDTH - MARGIN - CODE } else { MARGIN };
                let y = self.y + 4.0;
                self.page().push(Item::Code { x, y, side: CODE, modules, group });
                self.y += CODE + 12.0;
            }
        }
    }

    /// The logo takes no room of the letter: an address that moved would not show in the window of an envelope.
    fn logo(&mut self, says: &Words) {
        let measured = self.logo.map(|(width, height)| (dots(width), dots(height))).filter(|(width, height)| *width > 0.0 && *height > 0.0);
        let Some((width, height)) = measured else { return };
        let scale = (LOGO / height).min((WIDTH - 2.0 * MARGIN) / width);
        let (width, height) = (width * scale, height * scale);
        let group = self.group(GroupKind::Figure(says.text.clone()), &says.language);
        let x = if self.right_to_left { WIDTH - MARGIN - width } else { MARGIN };
        self.page().push(Item::Logo { x, y: ABOVE_LOGO, width, height, group });
    }

    /// Lines that stand close; the second such block of a letter is the address, which stands in the window.
    fn lines(&mut self, lines: &'l [Words]) {
        let Some(first) = lines.first() else { return };
        if self.addressed && self.y < WINDOW {
            self.y = WINDOW;
        }
        self.addressed = true;
        let group = self.group(GroupKind::Paragraph, &first.language);
        for words in lines {
            self.words(words, CLOSE, group);
        }
        self.y += 14.0;
    }

    fn words(&mut self, words: &'l Words, look: Look, group: usize) {
        let level = if words.right_to_left { Level::rtl() } else { Level::ltr() };
        let bidi = ParagraphBidiInfo::new(&words.text, Some(level));
        let turns = words.right_to_left || bidi.has_rtl();
        self.y += look.above;
        let broken = break_lines(self.faces, &bidi, look.face, (WIDTH - 2.0 * MARGIN) / look.size);
        for (number, stretch) in broken.into_iter().enumerate() {
            let step = look.size * LEADING;
            self.room(if number == 0 { step * look.keep } else { step });
            let runs = self.faces.runs(&bidi, stretch.clone(), look.face);
            let width: f32 = runs.iter().map(|run| run.width * look.size).sum();
            let x = if words.right_to_left { (WIDTH - MARGIN - width).max(MARGIN) } else { MARGIN };
            let y = self.y + look.size;
            let line = Line {
                x,
                y,
                size: look.size,
                face: look.face,
                accent: look.accent,
                runs,
                text: &words.text[stretch],
                language: &words.language,
                turns,
                group,
            };
            self.page().push(Item::Line(line));
            self.y += step;
        }
        self.y += look.below;
    }
}

/// Where the lines of a paragraph begin and end, for lines so wide at letters of size 1. What cannot be broken and is too
/// long, such as an address of the web, is broken between signs.
fn break_lines(faces: &Faces<'_>, bidi: &ParagraphBidiInfo<'_>, face: Face, width: f32) -> Vec<Range<usize>> {
    let text = bidi.text;
    let measure = |stretch: Range<usize>| -> f32 {
        let trimmed = text[stretch.clone()].trim_end().len();
        faces.runs(bidi, stretch.start..stretch.start + trimmed, face).iter().map(|run| run.width).sum()
    };
    let ends = |stretch: Range<usize>| stretch.start..stretch.start + text[stretch.clone()].trim_end().len();
    let mut lines = Vec::new();
    let (mut start, mut end) = (0, 0);
    for (next, _) in unicode_linebreak::linebreaks(text) {
        // A number such as K7QM-3TPX stays whole.
        if next < text.len() && text[..next].ends_with('-') {
            continue;
        }
        if end > start && measure(start..next) > width {
            lines.push(ends(start..end));
            start = end;
        }
        // Alone on its line, and still too long.
        while measure(start..next) > width {
            let fits =
                text[start..next].char_indices().map(|(at, _)| start + at).skip(1).take_while(|at| measure(start..*at) <= width).last();
            let Some(cut) = fits else { break };
            lines.push(start..cut);
            start = cut;
        }
        end = next;
    }
    if end > start {
        lines.push(ends(start..end));
    }
    lines.retain(|line| !line.is_empty());
    lines
}
