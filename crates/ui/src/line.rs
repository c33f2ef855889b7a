//! The line of steps that a contribution goes, the ladder, and the way from page to page.

/// Where a step lies on the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepKind {
    /// Done.
    Past,
    /// Where it is now.
    Present,
    /// What may come.
    Future,
}

impl StepKind {
    /// The last part of the class name in the style sheet.
    #[must_use]
    pub const fn class(self) -> &'static str {
        match self {
            Self::Past => "past",
            Self::Present => "present",
            Self::Future => "future",
        }
    }
    /// The key of the word that a screen reader says before the step.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Past => "ui-step-past",
            Self::Present => "ui-step-present",
            Self::Future => "ui-step-future",
        }
    }
}

/// One step of the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineStep {
    /// What the step is called, in the reader's language.
    pub label: String,
    /// When, already written out («12 maart 2026», «vóór 30 maart»).
    pub date: Option<String>,
    /// A sentence beside it: who has it, until when, what was decided.
    pub note: Option<String>,
    /// Past, present or future.
    pub kind: StepKind,
    /// Whether it lies still here (catalogue F3).
    pub stranded: bool,
}

impl LineStep {
    /// A step with only its name.
    #[must_use]
    pub fn new(kind: StepKind, label: impl Into<String>) -> Self {
        Self { label: label.into(), date: None, note: None, kind, stranded: false }
    }
    /// The same step with its date.
    #[must_use]
    pub fn on(mut self, date: impl Into<String>) -> Self {
        self.date = Some(date.into());
        self
    }
    /// The same step with a sentence beside it.
    #[must_use]
    pub fn saying(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }
    /// The same step, lying still.
    #[must_use]
    pub fn lying_still(mut self) -> Self {
        self.stranded = true;
        self
    }
}

/// The way of a contribution: past filled, present ringed, future outlined.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StepLine {
    /// The steps in the order they are gone.
    pub steps: Vec<LineStep>,
}

impl StepLine {
    /// A line of these steps.
    #[must_use]
    pub fn of(steps: Vec<LineStep>) -> Self {
        Self { steps }
    }
    /// The step that the small form names: the present one, or else the last that was gone.
    #[must_use]
    pub fn now(&self) -> Option<&LineStep> {
        self.steps
            .iter()
            .find(|step| step.kind == StepKind::Present)
            .or_else(|| self.steps.iter().rev().find(|step| step.kind == StepKind::Past))
            .or_else(|| self.steps.first())
    }
    /// Which step [`StepLine::now`] is, counted from 1; 0 without steps.
    #[must_use]
    pub fn position(&self) -> usize {
        self.now().and_then(|now| self.steps.iter().position(|step| std::ptr::eq(step, now))).map_or(0, |at| at + 1)
    }
}

/// A rung of the ladder, drawn as five steps from listening to deciding alone (Pröpper & Steenbergen, catalogue B24).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rung {
    /// Which step, 1–5.
    pub step: u8,
    /// One sentence: «U adviseert. De gemeenteraad beslist op 12 maart.»
    pub label: String,
}

/// The way to the next and the previous page of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pager {
    /// Where the next page is.
    pub next: Option<String>,
    /// Where the previous page is.
    pub previous: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_small_form_names_where_it_is_now() {
        let mut line = StepLine::of(vec![
            LineStep::new(StepKind::Past, "a"),
            LineStep::new(StepKind::Present, "b").lying_still(),
            LineStep::new(StepKind::Future, "c"),
        ]);
        assert_eq!((line.now().map(|step| step.label.as_str()), line.position()), (Some("b"), 2));
        line.steps[1].kind = StepKind::Past;
        assert_eq!(line.position(), 2);
        assert_eq!(StepLine::default().position(), 0);
    }
}
