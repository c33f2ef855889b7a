//! What can be measured of a process: the indicators G001–G075 of the catalogue, how each is known, when, of whom, and which
//! effects and values it tells something of.
//!
//! Which indicator belongs to which effect is our reading: the sources name both apart. Those that are always proposed keep
//! an evaluation from telling only what went well (H3.9, A248): what people did not understand, whether they thought that all
//! was fixed already, who dropped out, whether the announced influence was real and felt (B52).

/// How an indicator is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Method {
    /// The program recorded it while the process went on.
    Recorded,
    /// People answer a questionnaire (A243).
    Questionnaire,
    /// Somebody observes a session.
    Observation,
    /// Somebody has a conversation (A244).
    Interview,
    /// Staff or the organisation counts it.
    Count,
    /// It follows from what the evaluation coded of effects.
    Coding,
}

impl Method {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Recorded, Self::Questionnaire, Self::Observation, Self::Interview, Self::Count, Self::Coding];

    /// The code that keys of words end with.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Recorded => "recorded",
            Self::Questionnaire => "questionnaire",
            Self::Observation => "observation",
            Self::Interview => "interview",
            Self::Count => "count",
            Self::Coding => "coding",
        }
    }
}

/// When an indicator is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Timing {
    /// Before people take part.
    Before,
    /// While it goes on (A242).
    During,
    /// After the answer.
    After,
    /// Long after (A251).
    Later,
}

impl Timing {
    /// The code that keys of words end with.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::During => "during",
            Self::After => "after",
            Self::Later => "later",
        }
    }
}

/// Of whom something is heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Whom {
    /// People who took part.
    TookPart,
    /// People who did not (A243, E1106).
    DidNot,
    /// Intermediaries.
    Intermediaries,
    /// Staff.
    Staff,
}

impl Whom {
    /// The code that keys of words end with.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::TookPart => "took-part",
            Self::DidNot => "did-not",
            Self::Intermediaries => "intermediaries",
            Self::Staff => "staff",
        }
    }
}

/// Something that can be measured of a process.
#[derive(Debug, PartialEq, Eq)]
pub struct Indicator {
    /// Its id in the catalogue: `G042`. `measure-indicator-g042` says in words what it measures.
    pub code: &'static str,
    /// How it is known.
    pub methods: &'static [Method],
    /// When.
    pub timings: &'static [Timing],
    /// Of whom; nobody when the program, a count or the evaluation tells it.
    pub whom: &'static [Whom],
    /// Whether it is proposed for every process.
    pub always: bool,
    /// The keys of the effects and values it tells something of: `effect.trust`.
    pub belongs: &'static [&'static str],
}

impl Indicator {
    /// The indicator with this id, in any case.
    #[must_use]
    pub fn of_code(code: &str) -> Option<&'static Self> {
        INDICATORS.iter().find(|it| it.code.eq_ignore_ascii_case(code))
    }
    /// Key of what it measures.
    #[must_use]
    pub fn key(&self) -> String {
        format!("measure-indicator-{}", self.code.to_ascii_lowercase())
    }
    /// The name of its field in a form.
    #[must_use]
    pub fn field(&self) -> String {
        self.code.to_ascii_lowercase()
    }
    /// In what it measures success, a word of [`evidence::SUCCESS_MEASURES`]; nothing when it is none of those, as how texts read or
    /// how long an answer took. Which word fits is our reading (C117).
    #[must_use]
    pub fn success(&self) -> Option<&'static str> {
        match self.code {
            "G001" | "G002" | "G003" | "G004" | "G005" | "G006" | "G007" | "G008" | "G009" | "G010" | "G011" | "G013" | "G019" | "G060" => {
                Some("reach")
            }
            "G012" | "G015" | "G017" | "G018" | "G065" => Some("dialogue"),
            "G020" | "G021" | "G022" | "G023" | "G024" | "G025" | "G037" | "G038" | "G039" | "G040" | "G041" => Some("influence"),
            "G042" | "G044" | "G048" | "G049" | "G050" => Some("trust"),
            "G043" | "G045" | "G067" => Some("learning"),
            "G053" => Some("satisfaction"),
            "G054" | "G055" | "G056" | "G057" | "G058" | "G059" => Some("costs"),
            _ => None,
        }
    }
    /// Whether people are asked a question for it.
    #[must_use]
    pub fn is_asked(&self) -> bool {
        self.methods.contains(&Method::Questionnaire)
    }
}

const fn it(
    code: &'static str,
    methods: &'static [Method],
    timings: &'static [Timing],
    whom: &'static [Whom],
    always: bool,
    belongs: &'static [&'static str],
) -> Indicator {
    Indicator { code, methods, timings, whom, always, belongs }
}

/// Every indicator of the catalogue, by id.
pub const INDICATORS: &[Indicator] = &[
    it(
        "G001",
        &[Method::Count],
        &[Timing::During],
        &[Whom::TookPart],
        false,
        &["effect.inclusion", "value.inclusion", "value.equality", "value.participation", "further.exclusion"],
    ),
    it(
        "G002",
        &[Method::Count],
        &[Timing::During],
        &[Whom::TookPart],
        false,
        &["effect.inclusion", "value.inclusion", "value.equality", "further.exclusion"],
    ),
    it("G003", &[Method::Count], &[Timing::During], &[Whom::TookPart], false, &["effect.inclusion", "value.inclusion"]),
    it(
        "G004",
        &[Method::Count],
        &[Timing::During],
        &[Whom::TookPart],
        false,
        &["effect.inclusion", "value.inclusion", "value.participation"],
    ),
    it("G005", &[Method::Count], &[Timing::During], &[Whom::TookPart], false, &["effect.inclusion", "value.participation"]),
    it("G006", &[Method::Count], &[Timing::During], &[], false, &["effect.inclusion"]),
    it("G007", &[Method::Count], &[Timing::During], &[], false, &["effect.inclusion", "value.equality"]),
    it("G008", &[Method::Count], &[Timing::During], &[Whom::Staff], false, &["effect.inclusion", "value.efficiency"]),
    it("G009", &[Method::Recorded], &[Timing::During], &[], false, &["effect.inclusion", "value.access", "value.equality"]),
    it(
        "G010",
        &[Method::Count],
        &[Timing::During, Timing::After],
        &[Whom::TookPart],
        true,
        &["effect.inclusion", "value.inclusion", "further.drop-out"],
    ),
    it(
        "G011",
        &[Method::Count, Method::Interview],
        &[Timing::During, Timing::After],
        &[Whom::TookPart, Whom::Intermediaries],
        false,
        &["value.inclusion", "value.regard-capacities", "further.drop-out"],
    ),
    it(
        "G012",
        &[Method::Recorded],
        &[Timing::During, Timing::After],
        &[],
        false,
        &["effect.deliberation", "value.diversity-innovation", "further.perspective-taking"],
    ),
    it(
        "G013",
        &[Method::Questionnaire],
        &[Timing::Before, Timing::After],
        &[Whom::TookPart, Whom::DidNot],
        false,
        &[
            "effect.inclusion",
            "value.inclusion",
            "value.access",
            "value.equality",
            "value.regard-needs",
            "value.regard-capacities",
            "further.exclusion",
        ],
    ),
    it(
        "G014",
        &[Method::Questionnaire],
        &[Timing::After],
        &[Whom::TookPart, Whom::DidNot],
        true,
        &["effect.transparency", "value.access", "value.transparency"],
    ),
    it(
        "G015",
        &[Method::Questionnaire],
        &[Timing::After],
        &[Whom::TookPart],
        true,
        &["effect.inclusion", "value.inclusion", "value.emancipation", "value.legitimacy"],
    ),
    it("G016", &[Method::Recorded], &[Timing::During], &[], false, &["effect.transparency", "value.access", "value.transparency"]),
    it(
        "G017",
        &[Method::Observation, Method::Questionnaire],
        &[Timing::During, Timing::After],
        &[Whom::TookPart],
        false,
        &["effect.deliberation", "further.shared-problem", "further.shared-solution", "further.perspective-taking"],
    ),
    it("G018", &[Method::Observation], &[Timing::During], &[Whom::TookPart], false, &["effect.deliberation", "value.power-relations"]),
    it(
        "G019",
        &[Method::Count],
        &[Timing::During, Timing::After],
        &[Whom::TookPart],
        false,
        &["effect.learning", "further.social-learning"],
    ),
    it("G020", &[Method::Recorded], &[Timing::Before], &[], true, &["effect.influence", "effect.transparency"]),
    it("G021", &[Method::Recorded], &[Timing::After], &[], true, &["effect.influence", "value.power-relations"]),
    it(
        "G022",
        &[Method::Questionnaire],
        &[Timing::Before, Timing::After],
        &[Whom::TookPart, Whom::DidNot],
        true,
        &["effect.influence", "further.perceived-influence"],
    ),
    it(
        "G023",
        &[Method::Recorded, Method::Questionnaire],
        &[Timing::After],
        &[Whom::TookPart, Whom::DidNot],
        true,
        &["effect.influence", "further.perceived-influence"],
    ),
    it("G024", &[Method::Recorded], &[Timing::After], &[], false, &["value.participation"]),
    it("G025", &[Method::Recorded], &[Timing::Before], &[], false, &["effect.influence", "further.goal-directedness"]),
    it(
        "G026",
        &[Method::Recorded],
        &[Timing::During, Timing::After],
        &[],
        false,
        &["effect.accountability", "value.accountability", "further.receptiveness", "further.responsive-service"],
    ),
    it(
        "G027",
        &[Method::Recorded],
        &[Timing::After],
        &[],
        true,
        &["effect.accountability", "effect.external-efficacy", "value.accountability"],
    ),
    it(
        "G028",
        &[Method::Recorded, Method::Questionnaire],
        &[Timing::After],
        &[Whom::TookPart, Whom::DidNot],
        true,
        &["effect.accountability", "effect.transparency", "value.transparency", "further.understanding"],
    ),
    it(
        "G029",
        &[Method::Recorded, Method::Questionnaire],
        &[Timing::After],
        &[Whom::TookPart, Whom::DidNot],
        false,
        &["value.legitimacy", "further.acceptance", "further.legitimacy"],
    ),
    it(
        "G030",
        &[Method::Recorded],
        &[Timing::During, Timing::After],
        &[],
        false,
        &["effect.accountability", "value.responsibility", "further.receptiveness"],
    ),
    it("G031", &[Method::Recorded], &[Timing::During, Timing::After], &[], false, &["value.quality", "further.responsive-service"]),
    it("G032", &[Method::Recorded], &[Timing::During, Timing::After], &[], false, &["value.responsibility"]),
    it("G033", &[Method::Recorded], &[Timing::During], &[], false, &["value.uncertainty", "further.disillusion"]),
    it("G034", &[Method::Recorded], &[Timing::After], &[], false, &["value.efficiency", "value.community-resources"]),
    it("G035", &[Method::Recorded], &[Timing::After], &[], false, &["value.responsibility"]),
    it("G036", &[Method::Recorded], &[Timing::After], &[], false, &["further.understanding"]),
    it("G037", &[Method::Recorded], &[Timing::After], &[], true, &["effect.influence", "further.perceived-influence"]),
    it("G038", &[Method::Recorded], &[Timing::After], &[], false, &["effect.influence", "further.receptiveness"]),
    it(
        "G039",
        &[Method::Recorded],
        &[Timing::After, Timing::Later],
        &[],
        false,
        &["effect.effectiveness", "effect.influence", "value.effectiveness"],
    ),
    it(
        "G040",
        &[Method::Recorded, Method::Count],
        &[Timing::Later],
        &[],
        false,
        &["effect.effectiveness", "value.durability", "value.effectiveness", "value.quality"],
    ),
    it("G041", &[Method::Recorded], &[Timing::After, Timing::Later], &[], false, &["effect.influence", "further.shared-solution"]),
    it(
        "G042",
        &[Method::Questionnaire],
        &[Timing::Before, Timing::After, Timing::Later],
        &[Whom::TookPart, Whom::DidNot],
        false,
        &[
            "effect.trust",
            "effect.social-capital",
            "value.trust",
            "further.political-trust",
            "further.distrust",
            "further.cohesion",
            "further.weakened-democracy",
        ],
    ),
    it(
        "G043",
        &[Method::Questionnaire],
        &[Timing::Before, Timing::After, Timing::Later],
        &[Whom::TookPart, Whom::DidNot],
        false,
        &[
            "effect.internal-efficacy",
            "value.emancipation",
            "value.regard-capacities",
            "value.citizen-education",
            "further.civic-skills",
            "further.empowerment",
        ],
    ),
    it(
        "G044",
        &[Method::Questionnaire],
        &[Timing::Before, Timing::After, Timing::Later],
        &[Whom::TookPart, Whom::DidNot],
        false,
        &["effect.external-efficacy", "value.regard-needs", "further.receptiveness", "further.responsive-service", "further.exclusion"],
    ),
    it(
        "G045",
        &[Method::Questionnaire, Method::Interview],
        &[Timing::Before, Timing::After],
        &[Whom::TookPart, Whom::Staff],
        false,
        &["effect.learning", "value.citizen-education", "further.social-learning", "further.civic-skills"],
    ),
    it(
        "G046",
        &[Method::Questionnaire],
        &[Timing::Before, Timing::After, Timing::Later],
        &[Whom::TookPart, Whom::DidNot],
        false,
        &[
            "effect.social-capital",
            "value.social-capital",
            "value.social-cohesion",
            "value.integration",
            "value.reciprocity",
            "further.cohesion",
        ],
    ),
    it(
        "G047",
        &[Method::Questionnaire],
        &[Timing::After, Timing::Later],
        &[Whom::TookPart],
        false,
        &["value.ownership", "value.responsibility", "further.ownership-innovation", "further.shared-solution"],
    ),
    it(
        "G048",
        &[Method::Questionnaire],
        &[Timing::After, Timing::Later],
        &[Whom::TookPart],
        true,
        &["further.disillusion", "further.motivation"],
    ),
    it(
        "G049",
        &[Method::Questionnaire],
        &[Timing::Before, Timing::After],
        &[Whom::TookPart, Whom::DidNot],
        true,
        &["value.legitimacy", "further.legitimacy", "further.distrust"],
    ),
    it(
        "G050",
        &[Method::Questionnaire],
        &[Timing::Before, Timing::After, Timing::Later],
        &[Whom::TookPart, Whom::DidNot],
        true,
        &["value.participation", "further.motivation"],
    ),
    it("G051", &[Method::Coding], &[Timing::After, Timing::Later], &[], true, &[]),
    it("G052", &[Method::Coding], &[Timing::After], &[Whom::TookPart, Whom::DidNot, Whom::Intermediaries], true, &["further.exclusion"]),
    it(
        "G053",
        &[Method::Questionnaire],
        &[Timing::Before, Timing::After, Timing::Later],
        &[Whom::TookPart, Whom::DidNot],
        false,
        &[
            "value.access",
            "value.effectiveness",
            "value.quality",
            "value.satisfaction",
            "further.responsive-service",
            "further.quality-of-life",
        ],
    ),
    it(
        "G054",
        &[Method::Count],
        &[Timing::After],
        &[Whom::Staff],
        false,
        &["effect.effectiveness", "value.efficiency", "value.community-resources"],
    ),
    it(
        "G055",
        &[Method::Count, Method::Interview],
        &[Timing::After],
        &[Whom::TookPart],
        false,
        &["value.community-resources", "value.individual-freedom", "value.regard-capacities"],
    ),
    it(
        "G056",
        &[Method::Questionnaire, Method::Interview],
        &[Timing::Before, Timing::After],
        &[Whom::Staff],
        false,
        &["value.working-conditions"],
    ),
    it("G057", &[Method::Count], &[Timing::During], &[Whom::Staff], false, &["value.quality"]),
    it("G058", &[Method::Count], &[Timing::After], &[Whom::Staff], false, &["value.efficiency"]),
    it("G059", &[Method::Count], &[Timing::Later], &[Whom::Staff], false, &["value.durability"]),
    it("G060", &[Method::Recorded], &[Timing::During, Timing::After], &[], false, &["effect.inclusion", "value.power-relations"]),
    it("G061", &[Method::Recorded], &[Timing::Before], &[], false, &["value.durability"]),
    it("G062", &[Method::Recorded], &[Timing::During], &[], false, &["effect.accountability", "further.weakened-democracy"]),
    it(
        "G063",
        &[Method::Recorded],
        &[Timing::During],
        &[],
        false,
        &["effect.trust", "effect.external-efficacy", "further.political-trust"],
    ),
    it("G064", &[Method::Count], &[Timing::During], &[], false, &["effect.transparency", "value.transparency", "value.legitimacy"]),
    it("G065", &[Method::Count], &[Timing::During], &[], false, &["effect.deliberation"]),
    it("G066", &[Method::Recorded], &[Timing::After], &[], true, &[]),
    it("G067", &[Method::Recorded], &[Timing::Before], &[], false, &["further.social-learning"]),
    it("G068", &[Method::Recorded], &[Timing::After], &[], false, &["further.goal-directedness"]),
    it(
        "G069",
        &[Method::Recorded, Method::Questionnaire],
        &[Timing::After],
        &[Whom::TookPart],
        false,
        &["further.perceived-influence", "further.distrust"],
    ),
    it("G070", &[Method::Count], &[Timing::Later], &[Whom::Staff], false, &["value.diversity-innovation", "further.ownership-innovation"]),
    it("G071", &[Method::Count], &[Timing::After, Timing::Later], &[Whom::Staff], false, &["value.community-resources"]),
    it("G072", &[Method::Interview], &[Timing::Before], &[Whom::Staff], false, &[]),
    it("G073", &[Method::Recorded], &[Timing::After], &[], false, &["effect.accountability", "value.accountability"]),
    it("G074", &[Method::Coding], &[Timing::After], &[Whom::TookPart, Whom::DidNot, Whom::Intermediaries, Whom::Staff], true, &[]),
    it("G075", &[Method::Coding], &[Timing::After], &[], false, &["further.weakened-democracy"]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use evidence::Knowledge;
    use std::collections::BTreeSet;

    #[test]
    fn all_indicators_of_the_catalogue_are_there_once_and_in_order() {
        let codes: Vec<&str> = INDICATORS.iter().map(|it| it.code).collect();
        let expected: Vec<String> = (1..=75).map(|number| format!("G{number:03}")).collect();
        assert_eq!(codes, expected);
        for it in INDICATORS {
            assert!(!it.methods.is_empty() && !it.timings.is_empty(), "{}", it.code);
            assert_eq!(Indicator::of_code(&it.field()), Some(it));
            assert!(it.success().is_none_or(|word| evidence::SUCCESS_MEASURES.contains(&word)), "{}", it.code);
            assert!(!it.is_asked() || it.whom.iter().any(|it| matches!(it, Whom::TookPart | Whom::Staff)), "{} asks nobody", it.code);
        }
    }

    #[test]
    fn every_effect_and_value_has_something_that_measures_it_and_no_other_is_named() {
        let knowledge = Knowledge::shipped().expect("the knowledge reads");
        let known: BTreeSet<String> = knowledge.effects().map(|(key, _)| key.as_str().to_owned()).collect();
        let named: BTreeSet<String> = INDICATORS.iter().flat_map(|it| it.belongs).map(|key| (*key).to_owned()).collect();
        assert_eq!(named.difference(&known).collect::<Vec<_>>(), Vec::<&String>::new(), "no such effect");
        assert_eq!(known.difference(&named).collect::<Vec<_>>(), Vec::<&String>::new(), "nothing measures it");
    }
}
