//! The words that facts may have. A test compares those that stand for a list of the catalogue with that list.

/// Rungs as far as rules compare them: the ladder of Pröpper & Steenbergen, with informing below it (C115).
pub const RUNGS: &[&str] = &["inform", "listen", "consult", "co-produce", "co-decide", "decide-alone"];
/// Stages of the policy cycle in order (B23).
pub const STAGES: &[&str] =
    &["agenda-setting", "problem-definition", "prioritisation", "policy-development", "decision", "implementation", "evaluation"];
/// What inclusion is to mean (C006).
pub const INCLUSION_MEANINGS: &[&str] = &["not-chosen", "mirror", "diversity", "both"];
/// Forms of taking part (A2), as far as a rule names them.
pub const FORMS: &[&str] = &[
    "mini-public",
    "citizens-panel",
    "participatory-budget",
    "neighbourhood-budget",
    "referendum",
    "citizen-initiative",
    "collaborative-governance",
    "digital-platform",
    "survey",
    "right-to-challenge",
    "plenary-meeting",
    "small-groups",
    "workshop",
    "home-visits",
    "street-talks",
    "square-talks",
    "co-production",
    "advisory-council",
    "ideas",
];
/// Modes of interaction (B13).
pub const INTERACTIONS: &[&str] =
    &["observe", "listen", "deliberate", "debate", "question-answer", "knowledge-sharing", "visual", "own-pace"];
/// Character of the process (B17).
pub const EMBEDDINGS: &[&str] = &["one-off", "recurring", "permanent"];
/// What the process is called.
pub const LABELS: &[&str] = &["informing", "participation", "co-production", "co-creation"];
/// Policy domains, as far as a rule names them (C065, C066).
pub const DOMAINS: &[&str] = &["care", "welfare", "health", "mobility", "spatial-planning", "other"];
/// Who takes the initiative.
pub const INITIATORS: &[&str] = &["government", "residents", "partners"];
/// Who sets reach and aim.
pub const SCOPE_SETTERS: &[&str] = &["government", "residents", "together"];
/// Moments of a process (B22).
pub const MOMENTS: &[&str] = &["before", "start", "during", "after"];
/// How a thing is explained.
pub const EXPLAINED: &[&str] = &["writing", "talk", "picture", "video"];
/// What is offered to people who take part.
pub const INCENTIVES: &[&str] = &["none", "cost-reimbursement", "points", "badges", "ranking", "prize", "payment"];
/// What politicians do in a process (C023, C024).
pub const POLITICIAN_PARTS: &[&str] = &["absent", "opens", "listens", "answers", "chairs", "steers"];
/// Modes of selection (B12).
pub const SELECTIONS: &[&str] = &[
    "self-selection",
    "sortition",
    "stratified-sample",
    "targeted",
    "associations",
    "over-sampling",
    "ambassadors",
    "social-media",
    "intermediaries",
    "home-visits",
    "street",
    "square-talks",
];
/// Ways to take part.
pub const CHANNELS: &[&str] = &["screen", "paper", "phone", "counter", "at-home", "street", "meeting", "digipoint"];
/// Groups that a process may want to reach (B29). Never a label on a person.
pub const GROUPS: &[&str] = &[
    "poverty",
    "migration",
    "low-literacy",
    "digitally-excluded",
    "other-language",
    "mobility-problems",
    "care-duties",
    "bad-housing",
    "ethnic-minorities",
    "youth",
    "unorganised",
    "remote-areas",
    "no-system-knowledge",
    "carers",
];
/// When there is support.
pub const SUPPORT_PHASES: &[&str] = &["entrance", "during", "after"];
/// The six dilemmas (B42).
pub const DILEMMAS: &[&str] = &[
    "rules-flexibility",
    "specialisation-integral",
    "performance-responsiveness",
    "expert-facilitator",
    "execute-co-create",
    "individual-shared",
];
/// The seven ways of coping with a dilemma (B43).
pub const STRATEGIES: &[&str] = &["navigate", "align", "prioritise", "switch", "case-by-case", "escalate", "silo"];
/// Whom an evaluation hears (B35).
pub const VOICES: &[&str] = &["residents", "non-participants", "officials", "politicians", "intermediaries", "experts", "partners"];
/// What success is measured in.
pub const SUCCESS_MEASURES: &[&str] = &["reach", "dialogue", "influence", "trust", "learning", "satisfaction", "costs"];
