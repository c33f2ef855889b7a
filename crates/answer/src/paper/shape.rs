//! Words into glyphs, and lines into runs of one direction.

use krilla::text::{GlyphId, KrillaGlyph};
use people::LetterFonts;
use rustybuzz::{Direction, UnicodeBuffer};
use std::ops::Range;
use unicode_bidi::ParagraphBidiInfo;

/// Which of the two fonts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Face {
    Regular,
    Bold,
}

/// Both fonts, ready to shape.
pub(super) struct Faces<'f> {
    regular: rustybuzz::Face<'f>,
    bold: rustybuzz::Face<'f>,
}

/// Glyphs of one direction in the order in which they are drawn.
#[derive(Debug, Clone)]
pub(super) struct Run {
    /// The words, without the signs that only steer their direction.
    pub(super) text: String,
    pub(super) glyphs: Vec<KrillaGlyph>,
    /// For letters of size 1.
    pub(super) width: f32,
}

impl<'f> Faces<'f> {
    pub(super) fn of(fonts: &'f LetterFonts) -> Option<Self> {
        Some(Self { regular: rustybuzz::Face::from_slice(&fonts.regular, 0)?, bold: rustybuzz::Face::from_slice(&fonts.bold, 0)? })
    }

    fn face(&self, face: Face) -> &rustybuzz::Face<'f> {
        match face {
            Face::Regular => &self.regular,
            Face::Bold => &self.bold,
        }
    }

    /// The runs of a stretch of a paragraph, from left to right as they stand on paper.
    pub(super) fn runs(&self, bidi: &ParagraphBidiInfo<'_>, stretch: Range<usize>, face: Face) -> Vec<Run> {
        if stretch.is_empty() {
            return Vec::new();
        }
        let (levels, runs) = bidi.visual_runs(stretch);
        runs.into_iter()
            .map(|run| {
                let right_to_left = levels.get(run.start).is_some_and(unicode_bidi::Level::is_rtl);
                self.run(&bidi.text[run], right_to_left, face)
            })
            .collect()
    }

    /// Words of one direction as glyphs.
    pub(super) fn run(&self, text: &str, right_to_left: bool, face: Face) -> Run {
        let text: String = text.chars().filter(|sign| !steers(*sign)).collect();
        let font = self.face(face);
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(&text);
        buffer.guess_segment_properties();
        buffer.set_direction(if right_to_left { Direction::RightToLeft } else { Direction::LeftToRight });
        let shaped = rustybuzz::shape(font, &[], buffer);
        #[allow(clippy::cast_precision_loss, reason = "units of a font are below 2^24")]
        let units = |amount: i32| amount as f32 / font.units_per_em() as f32;
        // A glyph stands for the signs from where its cluster begins to where the next one does, in whatever order they are drawn.
        let mut starts: Vec<usize> = shaped.glyph_infos().iter().map(|info| info.cluster as usize).collect();
        starts.sort_unstable();
        starts.dedup();
        let glyphs: Vec<KrillaGlyph> = shaped
            .glyph_infos()
            .iter()
            .zip(shaped.glyph_positions())
            .map(|(info, position)| {
                let start = info.cluster as usize;
                let end = starts.iter().find(|other| **other > start).copied().unwrap_or(text.len());
                KrillaGlyph::new(
                    GlyphId::new(info.glyph_id),
                    units(position.x_advance),
                    units(position.x_offset),
                    units(position.y_offset),
                    units(position.y_advance),
                    start..end,
                    None,
                )
            })
            .collect();
        let width = glyphs.iter().map(|glyph| glyph.x_advance).sum();
        Run { text, glyphs, width }
    }
}

/// Signs that say nothing and only steer the direction of others (UAX 9), and the mark of the byte order.
fn steers(sign: char) -> bool {
    matches!(sign, '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
        || sign.is_control()
}
