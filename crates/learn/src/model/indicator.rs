//! The flow indicators of catalogue part G, each with what it is counted of. Their words stand in the locales under
//! `learn-<key>-name`, `-what`, `-formula` and `-missing`; those that are not measured have `-why`.

use super::fact::Measure;

/// Where the facts come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Source {
    /// The journal of every dossier.
    Journal,
    /// What departments wrote beside it: tables, means, objections, advices, weighed values.
    Departments,
    /// The published answers and their deliveries.
    Answers,
    /// What authors said of their answer.
    Reactions,
    /// What was promised after decisions.
    Commitments,
    /// Which roles people hold on the day of counting.
    Roles,
    /// Through which organisation each contribution came.
    Contributions,
    /// What organisations that helped people counted of them, in groups.
    Groups,
}

impl Source {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Journal,
        Self::Departments,
        Self::Answers,
        Self::Reactions,
        Self::Commitments,
        Self::Roles,
        Self::Contributions,
        Self::Groups,
    ];
    /// The code that is sent, and that the key of its words ends with.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Journal => "journal",
            Self::Departments => "departments",
            Self::Answers => "answers",
            Self::Reactions => "reactions",
            Self::Commitments => "commitments",
            Self::Roles => "roles",
            Self::Contributions => "contributions",
            Self::Groups => "groups",
        }
    }
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// What one person put in.
    Contribution,
    /// What one person said of an answer.
    Reaction,
    /// What travels through the organisation.
    Dossier,
    /// A request for means.
    Request,
    /// One time that a question was brought to a higher level.
    Escalation,
    /// A record of values in conflict.
    Weighing,
    /// What was promised after a decision.
    Commitment,
    /// A participation process.
    Process,
    /// A moment of the planning of a process.
    Moment,
    /// Somebody who was at such a moment.
    Participant,
}

impl Unit {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Contribution,
        Self::Reaction,
        Self::Dossier,
        Self::Request,
        Self::Escalation,
        Self::Weighing,
        Self::Commitment,
        Self::Process,
        Self::Moment,
        Self::Participant,
    ];
    /// The code that is sent, and that the key of its words ends with.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Contribution => "contribution",
            Self::Reaction => "reaction",
            Self::Dossier => "dossier",
            Self::Request => "request",
            Self::Escalation => "escalation",
            Self::Weighing => "weighing",
            Self::Commitment => "commitment",
            Self::Process => "process",
            Self::Moment => "moment",
            Self::Participant => "participant",
        }
    }
    /// Whether it is a person or what a person said, so that a small group is not shown at all. Of what the government did
    /// everything is public one by one; there only a share of a handful is withheld.
    #[must_use]
    pub const fn is_of_people(self) -> bool {
        matches!(self, Self::Contribution | Self::Reaction | Self::Participant)
    }
}

/// By what a figure can be split.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum By {
    /// The department that has or was asked for it.
    Department,
    /// The area it is about.
    Area,
    /// How it came in.
    Channel,
    /// The process.
    Process,
}

impl By {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 4] = [Self::Department, Self::Area, Self::Channel, Self::Process];
    /// The code that is sent, and that the key of its words ends with.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Department => "department",
            Self::Area => "area",
            Self::Channel => "channel",
            Self::Process => "process",
        }
    }
    /// The name of its field in an address.
    #[must_use]
    pub const fn field(self) -> &'static str {
        match self {
            Self::Department => "dienst",
            Self::Area => "wijk",
            Self::Channel => "kanaal",
            Self::Process => "project",
        }
    }
}

/// What a part of a figure says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tone {
    /// As it should be.
    Good,
    /// Not as it should be.
    Bad,
    /// Neither.
    Plain,
    /// Not known, or not yet.
    Unknown,
}

impl Tone {
    /// In the order of the page: good, neither, bad, unknown.
    pub const ALL: [Self; 4] = [Self::Good, Self::Plain, Self::Bad, Self::Unknown];
    /// The code that is sent, and that the key of its words ends with.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Bad => "bad",
            Self::Plain => "plain",
            Self::Unknown => "unknown",
        }
    }
}

/// What the main figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// A share of a whole.
    Share,
    /// How many working days it took: the middle one and nine of ten.
    Days,
    /// A share, and how long it took where it did.
    ShareAndDays,
    /// How it is spread over several ways; none of them is the right one.
    Spread,
}

/// One indicator.
#[derive(Debug, PartialEq, Eq)]
pub struct Definition {
    /// Its id in the catalogue; a letter behind it when the catalogue asks several things in one.
    pub code: &'static str,
    /// The stem of the keys of its words, and its place in addresses.
    pub key: &'static str,
    /// Of which facts it is counted; `None` when nothing of it is recorded.
    pub measure: Option<Measure>,
    /// The parts that are the numerator.
    pub numerator: &'static [&'static str],
    /// The parts that are known, with what they say; in the order of the page. Others are plain.
    pub parts: &'static [(&'static str, Tone)],
    /// What the main figure is.
    pub form: Form,
    /// What is counted.
    pub unit: Unit,
    /// Where the facts come from.
    pub sources: &'static [Source],
    /// By what it can be split.
    pub by: &'static [By],
    /// Whether what is not known yet counts in the whole: of everything that was asked, not of everything that was answered.
    pub waiting_counts: bool,
    /// Whether it was said in confidence: then it is counted in whole quarters that are over, so that nobody can find what
    /// one person said by asking for two periods that differ by a day.
    pub in_confidence: bool,
    /// Whether the figure is how much came through the one organisation that brought most (G060): the parts are then
    /// `largest` and `other`, found when it is counted, and every second code is an organisation.
    pub of_largest: bool,
    /// Whether it is counted as things stand on the day of counting, whatever period is asked.
    pub as_of_today: bool,
}

impl Definition {
    /// What a part says.
    #[must_use]
    pub fn tone(&self, part: &str) -> Tone {
        self.parts.iter().find(|(code, _)| *code == part).map_or(Tone::Plain, |(_, tone)| *tone)
    }
    /// The one of this code or key.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        DEFINITIONS.iter().find(|it| it.key == name || it.code.eq_ignore_ascii_case(name))
    }
}

use By::{Area, Channel, Department, Process};
use Form::{Days, Share, ShareAndDays, Spread};
use Measure as M;
use Source::{Answers, Commitments, Contributions, Departments, Groups, Journal, Reactions, Roles};
use Tone::{Bad, Good, Plain, Unknown};

const EVERYTHING: &[By] = &[Department, Area, Channel, Process];
const OF_DOSSIERS: &[By] = &[Department, Area, Process];

const BARE: Definition = Definition {
    code: "",
    key: "",
    measure: None,
    numerator: &[],
    parts: &[],
    form: Share,
    unit: Unit::Contribution,
    sources: &[],
    by: &[],
    waiting_counts: false,
    in_confidence: false,
    of_largest: false,
    as_of_today: false,
};

/// Through one organisation: a contribution that came through none, or a person who said nothing, is told beside it. How
/// people came here says something of them, so it is counted as what is said in confidence.
const LEANING: Definition =
    Definition { numerator: &["largest"], form: Share, unit: Unit::Contribution, in_confidence: true, of_largest: true, ..BARE };

const RESPONSE: Definition = Definition {
    numerator: &["reached"],
    parts: &[("reached", Good), ("waiting", Unknown)],
    form: Days,
    sources: &[Journal],
    by: EVERYTHING,
    waiting_counts: true,
    ..BARE
};

/// All of them, in the order of the catalogue.
pub const DEFINITIONS: &[Definition] = &[
    Definition { code: "G026a", key: "response-receipt", measure: Some(M::Receipt), ..RESPONSE },
    Definition { code: "G026b", key: "response-first", measure: Some(M::First), ..RESPONSE },
    Definition { code: "G026c", key: "response-decision", measure: Some(M::Decision), ..RESPONSE },
    Definition { code: "G026d", key: "response-feedback", measure: Some(M::Feedback), ..RESPONSE },
    Definition {
        code: "G027",
        key: "answered",
        measure: Some(M::Answered),
        numerator: &["delivered"],
        parts: &[("delivered", Good), ("underway", Plain), ("failed", Bad), ("late", Bad), ("in-term", Unknown)],
        sources: &[Journal, Answers],
        by: EVERYTHING,
        ..BARE
    },
    Definition {
        code: "G028a",
        key: "motivated",
        measure: Some(M::Motivated),
        numerator: &["whole"],
        parts: &[("whole", Good), ("partly", Bad), ("late", Bad), ("in-term", Unknown)],
        sources: &[Journal, Answers],
        by: EVERYTHING,
        ..BARE
    },
    Definition {
        code: "G028b",
        key: "understood",
        measure: Some(M::Understood),
        numerator: &["yes"],
        parts: &[("yes", Good), ("no", Bad), ("silent", Unknown)],
        unit: Unit::Reaction,
        sources: &[Reactions],
        by: EVERYTHING,
        in_confidence: true,
        ..BARE
    },
    Definition {
        code: "G029",
        key: "refusal-accepted",
        measure: Some(M::Accepted),
        numerator: &["yes"],
        parts: &[("yes", Good), ("no", Bad), ("silent", Unknown)],
        unit: Unit::Reaction,
        sources: &[Reactions],
        by: EVERYTHING,
        in_confidence: true,
        ..BARE
    },
    Definition {
        code: "G030",
        key: "stranded",
        measure: Some(M::Still),
        numerator: &["ever"],
        parts: &[("never", Good), ("ever", Bad)],
        form: ShareAndDays,
        sources: &[Journal, Commitments],
        by: EVERYTHING,
        ..BARE
    },
    Definition {
        code: "G031",
        key: "spanning",
        measure: Some(M::Spanning),
        numerator: &["several"],
        parts: &[("several", Good), ("one", Bad), ("untold", Unknown)],
        unit: Unit::Dossier,
        sources: &[Journal, Departments],
        by: OF_DOSSIERS,
        ..BARE
    },
    Definition {
        code: "G031b",
        key: "alone",
        measure: Some(M::Alone),
        numerator: &["alone"],
        parts: &[("together", Good), ("alone", Bad)],
        unit: Unit::Dossier,
        sources: &[Journal, Departments],
        by: OF_DOSSIERS,
        ..BARE
    },
    Definition {
        code: "G032",
        key: "owner",
        measure: Some(M::Owner),
        numerator: &["in-term"],
        parts: &[("in-term", Good), ("without", Plain), ("late", Bad), ("nobody", Bad), ("open", Unknown)],
        unit: Unit::Dossier,
        sources: &[Journal],
        by: OF_DOSSIERS,
        ..BARE
    },
    Definition {
        code: "G033",
        key: "frames",
        measure: Some(M::Frames),
        numerator: &["before"],
        parts: &[("before", Good), ("after", Bad)],
        unit: Unit::Dossier,
        sources: &[Journal],
        by: OF_DOSSIERS,
        ..BARE
    },
    Definition {
        code: "G034",
        key: "means",
        measure: Some(M::Means),
        numerator: &["granted"],
        parts: &[("granted", Good), ("dropped", Plain), ("refused", Bad), ("waiting", Unknown)],
        form: ShareAndDays,
        unit: Unit::Request,
        sources: &[Departments],
        by: OF_DOSSIERS,
        waiting_counts: true,
        ..BARE
    },
    Definition {
        code: "G035",
        key: "escalations",
        measure: Some(M::Escalation),
        numerator: &["in-term"],
        parts: &[("in-term", Good), ("higher", Plain), ("late", Bad), ("overdue", Bad), ("open", Unknown)],
        unit: Unit::Escalation,
        sources: &[Journal],
        by: OF_DOSSIERS,
        ..BARE
    },
    Definition {
        code: "G036a",
        key: "strategies",
        measure: Some(M::Strategy),
        parts: &[("unchosen", Unknown)],
        form: Spread,
        unit: Unit::Weighing,
        sources: &[Departments],
        by: OF_DOSSIERS,
        ..BARE
    },
    Definition {
        code: "G036b",
        key: "perspectives",
        measure: Some(M::Prioritised),
        parts: &[("lawful", Plain), ("performing", Plain), ("networking", Plain), ("responsive", Plain), ("untold", Unknown)],
        form: Spread,
        unit: Unit::Weighing,
        sources: &[Departments],
        by: OF_DOSSIERS,
        ..BARE
    },
    Definition {
        code: "G037",
        key: "uptake",
        measure: Some(M::Uptake),
        numerator: &["adopted", "partly"],
        parts: &[
            ("adopted", Good),
            ("partly", Good),
            ("trial", Plain),
            ("self-with-support", Plain),
            ("transferred", Plain),
            ("deferred", Plain),
            ("not-adopted", Bad),
            ("other-authority", Plain),
            ("out-of-scope", Plain),
        ],
        sources: &[Journal],
        by: EVERYTHING,
        ..BARE
    },
    Definition {
        code: "G038",
        key: "considered",
        measure: Some(M::Considered),
        numerator: &["taken-up", "refused-with-motive"],
        parts: &[("taken-up", Good), ("refused-with-motive", Good), ("refused-without-motive", Bad), ("elsewhere", Plain)],
        sources: &[Journal, Answers],
        by: EVERYTHING,
        ..BARE
    },
    Definition {
        code: "G039",
        key: "realised",
        measure: Some(M::Realised),
        numerator: &["realised"],
        parts: &[("realised", Good), ("late", Bad), ("unplanned", Bad), ("ahead", Unknown)],
        unit: Unit::Dossier,
        sources: &[Journal, Commitments],
        by: OF_DOSSIERS,
        ..BARE
    },
    Definition {
        code: "G040",
        key: "lasting",
        measure: Some(M::Lasting),
        numerator: &["lasting"],
        parts: &[("lasting", Good), ("not-lasting", Bad), ("unchecked", Bad), ("ahead", Unknown)],
        unit: Unit::Commitment,
        sources: &[Commitments],
        by: OF_DOSSIERS,
        ..BARE
    },
    Definition {
        code: "G041a",
        key: "changed",
        measure: Some(M::Changed),
        numerator: &["told", "untold"],
        parts: &[("same", Plain), ("told", Plain), ("untold", Bad)],
        unit: Unit::Commitment,
        sources: &[Commitments, Answers],
        by: OF_DOSSIERS,
        ..BARE
    },
    Definition {
        code: "G041b",
        key: "change-told",
        measure: Some(M::Changed),
        numerator: &["told"],
        parts: &[("told", Good), ("untold", Bad), ("same", Unknown)],
        unit: Unit::Commitment,
        sources: &[Commitments, Answers],
        by: OF_DOSSIERS,
        ..BARE
    },
    Definition {
        code: "G060a",
        key: "intermediary",
        measure: Some(M::Through),
        parts: &[("other", Plain), ("largest", Bad), ("direct", Unknown)],
        sources: &[Contributions],
        ..LEANING
    },
    Definition {
        code: "G060b",
        key: "harder",
        measure: Some(M::Harder),
        parts: &[("other", Plain), ("largest", Bad), ("silent", Unknown)],
        sources: &[Groups],
        ..LEANING
    },
    Definition {
        code: "G061",
        key: "carrier",
        measure: Some(M::Carrier),
        numerator: &["alone", "nobody"],
        parts: &[("shared", Good), ("alone", Bad), ("nobody", Bad)],
        unit: Unit::Process,
        sources: &[Roles],
        by: &[Process],
        as_of_today: true,
        ..BARE
    },
    Definition {
        code: "G062",
        key: "council",
        measure: Some(M::Council),
        numerator: &["before"],
        parts: &[("before", Good), ("after", Bad), ("none", Bad)],
        unit: Unit::Process,
        sources: &[Departments],
        by: &[Process],
        ..BARE
    },
    Definition {
        code: "G063a",
        key: "politicians",
        measure: Some(M::Presence),
        numerator: &["with"],
        parts: &[("with", Plain), ("without", Plain), ("unrecorded", Unknown)],
        unit: Unit::Moment,
        sources: &[Departments],
        by: &[Process],
        ..BARE
    },
    Definition {
        code: "G063b",
        key: "steering",
        measure: Some(M::Steering),
        numerator: &["helpful"],
        parts: &[("helpful", Good), ("neither", Plain), ("steering", Bad)],
        unit: Unit::Participant,
        sources: &[Departments],
        by: &[Process],
        in_confidence: true,
        ..BARE
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_issue_asks_for_these_and_each_is_here_once() {
        let mut asked: BTreeSet<String> = (26..=41).chain(60..=63).map(|number| format!("G{number:03}")).collect();
        let mut codes = BTreeSet::new();
        for definition in DEFINITIONS {
            assert!(codes.insert(definition.code), "{} stands here twice", definition.code);
            asked.remove(&definition.code[..4]);
        }
        assert!(asked.is_empty(), "nobody defined {asked:?}");
    }

    #[test]
    fn whatever_is_measured_names_its_source_and_a_numerator_that_is_known() {
        for it in DEFINITIONS {
            assert_eq!(it.measure.is_some(), !it.sources.is_empty(), "{}", it.code);
            assert!(it.numerator.iter().all(|part| it.parts.iter().any(|(known, tone)| known == part && *tone != Unknown)), "{}", it.code);
            assert!(it.measure.is_none() || it.form == Spread || !it.numerator.is_empty(), "{}", it.code);
            assert!(!it.in_confidence || it.unit.is_of_people(), "{}", it.code);
        }
    }

    #[test]
    fn no_figure_stands_without_a_bad_or_an_unknown_part() {
        for it in DEFINITIONS.iter().filter(|it| it.measure.is_some()) {
            assert!(it.parts.iter().any(|(_, tone)| matches!(tone, Bad | Unknown)), "{} shows only success (H3.9)", it.code);
        }
    }

    #[test]
    fn a_definition_is_found_by_its_code_and_its_key() {
        assert_eq!(Definition::named("g030").map(|it| it.key), Some("stranded"));
        assert_eq!(Definition::named("stranded").map(|it| it.code), Some("G030"));
        assert!(Definition::named("G999").is_none());
    }
}
