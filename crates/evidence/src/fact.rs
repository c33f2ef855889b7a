//! The facts of the program that a rule may name.
//!
//! A rule is *computed* when its condition can be decided from facts that pages make: a date, a choice, a count. A
//! fact is never a flag that somebody sets for a rule. What nobody knows stays unknown, and an unknown fact never
//! makes a rule appear.

use crate::choices::*;
use crate::exact::{Exact, NumberError};
use crate::{EffectKey, effect};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// Where in the program a fact comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FactOrigin {
    /// A field of the charter.
    Charter,
    /// An answer in the design guide.
    Guide,
    /// The plan and the course of recruitment.
    Recruitment,
    /// The plan and the course of sessions.
    Sessions,
    /// Texts, as the language check reads them.
    Texts,
    /// The journal of dossiers.
    Journey,
    /// Records of weighing values (F6).
    Weighing,
    /// Decisions and answers.
    Decision,
    /// What was realised.
    Realisation,
    /// Answers of people to questionnaires.
    Questionnaires,
    /// The measurement plan and the evaluation.
    Evaluation,
    /// Lessons and promises of earlier processes.
    Memory,
    /// The organisation.
    Organisation,
}

/// In what a number is counted; numbers in different units are never compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Things or people.
    Things,
    /// Hours of work.
    Hours,
    /// Days of the calendar.
    Days,
    /// Months.
    Months,
    /// Euro.
    Euro,
    /// A share, difference of shares or ratio: 0.5 is 50%.
    Share,
}

/// What values a fact can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Yes or no.
    YesNo,
    /// A number.
    Number(Unit),
    /// One of these words.
    One(&'static [&'static str]),
    /// One of these words, which stand in order from low to high.
    Ordered(&'static [&'static str]),
    /// Any of these words together, or none of them.
    Any(&'static [&'static str]),
    /// Any effects and values together, or none of them.
    Effects,
}

impl Shape {
    /// The words the fact may have; none when its values are no words of a list.
    #[must_use]
    pub const fn words(self) -> Option<&'static [&'static str]> {
        match self {
            Self::One(words) | Self::Ordered(words) | Self::Any(words) => Some(words),
            Self::YesNo | Self::Number(_) | Self::Effects => None,
        }
    }
    /// Whether the fact is a set of words.
    #[must_use]
    pub const fn is_set(self) -> bool {
        matches!(self, Self::Any(_) | Self::Effects)
    }
    /// Whether `word` may be (one of) the fact's values.
    #[must_use]
    pub fn allows(self, word: &str) -> bool {
        match self {
            Self::Effects => EffectKey::try_from(word.to_owned()).is_ok(),
            shape => shape.words().is_some_and(|words| words.contains(&word)),
        }
    }
}

macro_rules! facts {
    ($($name:ident, $key:literal, $origin:ident, $shape:expr, $nl:literal, $en:literal;)*) => {
        /// A fact of the program that a rule may name.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum Fact {
            $(#[doc = $en] $name,)*
        }

        impl Fact {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// As it is written in a rule.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $(Self::$name => $key,)* }
            }
            /// The fact with this key.
            #[must_use]
            pub fn of_key(key: &str) -> Option<Self> {
                match key { $($key => Some(Self::$name),)* _ => None }
            }
            /// Where it comes from.
            #[must_use]
            pub const fn origin(self) -> FactOrigin {
                match self { $(Self::$name => FactOrigin::$origin,)* }
            }
            /// What values it can have.
            #[must_use]
            pub const fn shape(self) -> Shape {
                match self { $(Self::$name => $shape,)* }
            }
            /// What it is called, in Dutch and in English.
            #[must_use]
            pub const fn words(self) -> (&'static str, &'static str) {
                match self { $(Self::$name => ($nl, $en),)* }
            }
        }
    };
}

use Shape::{Any, Effects, Number, One, Ordered, YesNo};

facts! {
    AnnouncedRung, "announced-rung", Charter, Ordered(RUNGS), "beloofde trede", "promised rung";
    MandateRung, "mandate-rung", Charter, Ordered(RUNGS), "trede in het mandaat", "rung of the mandate";
    MandateWritten, "mandate-written", Charter, YesNo, "het mandaat staat er", "the mandate is written";
    CriteriaWritten, "criteria-written", Charter, YesNo, "de gronden van het besluit staan er", "the grounds of the decision are written";
    DeciderWritten, "decider-written", Charter, YesNo, "wie beslist staat er", "who decides is written";
    OutsideWritten, "outside-written", Charter, YesNo, "wat erbuiten valt staat er", "what falls outside is written";
    BudgetSet, "budget-set", Charter, YesNo, "er is een vast bedrag", "a fixed amount is there";
    DecisionDateSet, "decision-date-set", Charter, YesNo, "de dag van het besluit staat er", "the day of the decision is written";
    CharterPublished, "charter-published", Charter, YesNo, "de afspraken zijn gepubliceerd", "the charter is published";
    CopiedUnchanged, "copied-unchanged", Charter, YesNo, "overgenomen zonder wijziging", "taken over unchanged";
    DurationDays, "duration-days", Charter, Number(Unit::Days), "duur van het proces", "duration of the process";
    SlackDays, "slack-days", Charter, Number(Unit::Days), "speling in de planning", "slack in the planning";
    Aims, "aims", Guide, Effects, "beoogde effecten en waarden", "effects and values aimed at";
    AimsShare, "aims-share", Guide, Number(Unit::Share), "deel van de lijst dat is aangevinkt", "share of the list that is ticked";
    AimsWithoutLevel, "aims-without-level", Guide, Number(Unit::Things), "doelen zonder niveau", "aims without a level";
    OpenAims, "open-aims", Guide, Number(Unit::Things), "open doelen", "open aims";
    NotPursuedWritten, "not-pursued-written", Guide, YesNo, "wat niet beoogd is staat er", "what is not pursued is written";
    InclusionMeaning, "inclusion-meaning", Guide, One(INCLUSION_MEANINGS), "wat inclusie hier betekent", "what inclusion means here";
    FirstResidentStage, "first-resident-stage", Guide, Ordered(STAGES), "stap waarin bewoners eerst meedoen", "stage at which residents first take part";
    Forms, "forms", Guide, Any(FORMS), "vormen", "forms";
    InteractionModes, "interaction-modes", Guide, Any(INTERACTIONS), "manieren van interactie", "modes of interaction";
    Embedding, "embedding", Guide, One(EMBEDDINGS), "karakter van het proces", "character of the process";
    Label, "label", Guide, One(LABELS), "hoe het proces heet", "what the process is called";
    Domain, "domain", Guide, One(DOMAINS), "beleidsdomein", "policy domain";
    Initiator, "initiator", Guide, One(INITIATORS), "wie het initiatief neemt", "who takes the initiative";
    ScopeSetBy, "scope-set-by", Guide, One(SCOPE_SETTERS), "wie bereik en doel bepaalt", "who sets reach and aim";
    PolicyLinked, "policy-linked", Guide, YesNo, "verbonden met een beleidsplan", "linked to a policy plan";
    RegulationLinked, "regulation-linked", Guide, YesNo, "verbonden met het reglement", "linked to the regulation";
    ChallengeCriteria, "challenge-criteria", Guide, YesNo, "criteria van het uitdaagrecht staan er", "criteria of the right to challenge are written";
    FramesPublished, "frames-published", Guide, YesNo, "de kaders zijn vooraf gepubliceerd", "the frames are published beforehand";
    ReplanningMoments, "replanning-moments", Guide, Number(Unit::Things), "momenten om bij te sturen", "moments to adjust";
    TrustMoments, "trust-moments", Guide, Any(MOMENTS), "momenten waarop u aan vertrouwen werkt", "moments at which you work on trust";
    AfterContactPlanned, "after-contact-planned", Guide, YesNo, "contact na afloop is gepland", "contact afterwards is planned";
    ExplainedBy, "explained-by", Guide, Any(EXPLAINED), "hoe doel, grenzen en rollen uitgelegd worden", "how aim, limits and roles are explained";
    Incentives, "incentives", Guide, Any(INCENTIVES), "prikkels", "incentives";
    InformationPack, "information-pack", Guide, YesNo, "er is een informatiepakket", "there is an information pack";
    InformationTested, "information-tested", Guide, YesNo, "de informatie is getest op begrijpelijkheid", "the information is tested for clarity";
    WhoDoesWhat, "who-does-what", Guide, YesNo, "er is een uitleg wie wat doet", "there is an explanation of who does what";
    RolesMissing, "roles-missing", Guide, Number(Unit::Things), "rollen die niet beschreven zijn", "roles that are not described";
    PoliticianParts, "politician-parts", Guide, Any(POLITICIAN_PARTS), "wat politici doen", "what politicians do";
    CarrierNamed, "carrier-named", Guide, YesNo, "iemand draagt de inbreng verder", "somebody carries the input on";
    BridgeNamed, "bridge-named", Guide, YesNo, "iemand slaat de brug naar de raad", "somebody bridges to the council";
    CoordinatorNamed, "coordinator-named", Guide, YesNo, "er is een coördinator", "there is a coordinator";
    CoordinatorSubstitutes, "coordinator-substitutes", Guide, Number(Unit::Things), "vervangers van de coördinator", "substitutes of the coordinator";
    PartnerPhases, "partner-phases", Guide, Any(MOMENTS), "wanneer partners meedoen", "when partners take part";
    PlannedHours, "planned-hours", Guide, Number(Unit::Hours), "geplande uren", "planned hours";
    NeededHours, "needed-hours", Guide, Number(Unit::Hours), "uren die de vorm vraagt", "hours the form takes";
    PlannedMoney, "planned-money", Guide, Number(Unit::Euro), "gepland geld", "planned money";
    NeededMoney, "needed-money", Guide, Number(Unit::Euro), "geld dat de vorm vraagt", "money the form takes";
    GroundworkHours, "groundwork-hours", Guide, Number(Unit::Hours), "uren basiswerking", "hours of groundwork";
    FundingMonthsLeft, "funding-months-left", Guide, Number(Unit::Months), "maanden dat het geld nog loopt", "months the money still lasts";
    ContinuationPlan, "continuation-plan", Guide, YesNo, "er is een plan voor erna", "there is a plan for afterwards";
    ResidentsTraining, "residents-training", Guide, YesNo, "opleiding voor bewoners is voorzien", "training for residents is provided";
    ResidentsGatherInformation, "residents-gather-information", Guide, YesNo, "bewoners verzamelen informatie", "residents gather information";
    DataProtocol, "data-protocol", Guide, YesNo, "er zijn afspraken over gegevens", "there is a protocol for data";
    SelectionModes, "selection-modes", Recruitment, Any(SELECTIONS), "manieren van werven", "modes of selection";
    SelectionModeCount, "selection-mode-count", Recruitment, Number(Unit::Things), "aantal manieren van werven", "number of modes of selection";
    SelectionAccountPublished, "selection-account-published", Recruitment, YesNo, "hoe gekozen werd is gepubliceerd", "how people were chosen is published";
    Channels, "channels", Recruitment, Any(CHANNELS), "wegen om mee te doen", "ways to take part";
    AssistedEntry, "assisted-entry", Recruitment, YesNo, "hulp bij invoer", "help with entering";
    TargetGroups, "target-groups", Recruitment, Any(GROUPS), "groepen die het proces wil bereiken", "groups the process wants to reach";
    GroupsWithoutOutreach, "groups-without-outreach", Recruitment, Number(Unit::Things), "groepen zonder gepland contact", "groups without planned contact";
    OfficerNearGroup, "officer-near-group", Recruitment, YesNo, "een ambtenaar werkt al met de groep", "an officer works with the group already";
    SupportPhases, "support-phases", Recruitment, Any(SUPPORT_PHASES), "wanneer er steun is", "when there is support";
    UnequalSkillsPlan, "unequal-skills-plan", Recruitment, YesNo, "aanpak van verschil in vaardigheid", "plan for unequal skills";
    LargestIntermediaryShare, "largest-intermediary-share", Recruitment, Number(Unit::Share), "deel van de inbreng via één organisatie", "share of input through one organisation";
    IntermediariesWithoutMandate, "intermediaries-without-mandate", Recruitment, Number(Unit::Things), "brugfiguren zonder mandaat", "bridge persons without a mandate";
    YouthGap, "youth-gap", Recruitment, Number(Unit::Share), "aandeel jongeren min hun deel van de bevolking", "share of youth minus their share of the population";
    WorstGroupRatio, "worst-group-ratio", Recruitment, Number(Unit::Share), "kleinste verhouding tot de bevolking", "smallest ratio to the population";
    DropOut, "drop-out", Recruitment, Number(Unit::Share), "deel dat afhaakte", "share that dropped out";
    DropOutSkew, "drop-out-skew", Recruitment, Number(Unit::Share), "verschil in afhaken tussen groepen", "difference in drop-out between groups";
    SessionsPlanned, "sessions-planned", Sessions, Number(Unit::Things), "geplande bijeenkomsten", "planned sessions";
    FacilitatorsPlanned, "facilitators-planned", Sessions, Number(Unit::Things), "geplande begeleiders", "planned facilitators";
    ExternalModerator, "external-moderator", Sessions, YesNo, "gespreksleider van buiten", "moderator from outside";
    ExpertsPlanned, "experts-planned", Sessions, YesNo, "er doen experts mee", "experts take part";
    ExpertPositions, "expert-positions", Sessions, Number(Unit::Things), "standpunten van de experts", "positions of the experts";
    ExchangeMeetings, "exchange-meetings", Sessions, Number(Unit::Things), "ontmoetingen van initiatiefnemers", "meetings of initiators";
    EventsWithoutPracticalCheck, "events-without-practical-check", Sessions, Number(Unit::Things), "bijeenkomsten zonder praktische toets", "meetings without a practical check";
    ResidentsAboveCeiling, "residents-above-ceiling", Sessions, Number(Unit::Share), "deel bewoners boven het urenplafond", "share of residents above the ceiling of hours";
    JargonHits, "jargon-hits", Texts, Number(Unit::Things), "ambtelijke woorden in een tekst", "official words in a text";
    TextLanguages, "text-languages", Texts, Number(Unit::Things), "talen van een tekst", "languages of a text";
    DepartmentsTouched, "departments-touched", Journey, Number(Unit::Things), "diensten die de inbreng raakt", "departments the input touches";
    DepartmentObjections, "department-objections", Journey, Number(Unit::Things), "bezwaren van diensten", "objections of departments";
    DossiersWithoutLineOwner, "dossiers-without-line-owner", Journey, Number(Unit::Things), "dossiers zonder eigenaar in een vakdienst", "dossiers without an owner in a line department";
    SiloedDossiers, "siloed-dossiers", Journey, Number(Unit::Things), "dossiers die één dienst alleen afhandelde", "dossiers one department handled alone";
    FrameChecksAfterElaboration, "frame-checks-after-elaboration", Journey, Number(Unit::Things), "kaders getoetst na de uitwerking", "frames checked after elaboration";
    PlanConflicts, "plan-conflicts", Journey, Number(Unit::Things), "botsingen met een beleidsplan", "clashes with a policy plan";
    PromisesOfOthersMeans, "promises-of-others-means", Journey, Number(Unit::Things), "toezeggingen van middelen van een ander", "promises of another's means";
    OutsideBudgetCycle, "outside-budget-cycle", Journey, Number(Unit::Things), "voorstellen buiten het jaarplan", "proposals outside the yearly plan";
    AgendaSlotMissing, "agenda-slot-missing", Journey, Number(Unit::Things), "adviezen zonder plaats op de agenda", "advice without a place on the agenda";
    CouncilBriefings, "council-briefings", Journey, Number(Unit::Things), "keren dat de raad werd ingelicht", "times the council was briefed";
    DecisionPending, "decision-pending", Journey, YesNo, "het besluit moet nog vallen", "the decision is still to come";
    DaysSinceLastMessage, "days-since-last-message", Journey, Number(Unit::Days), "dagen sinds het laatste bericht", "days since the last message";
    DaysSinceDecision, "days-since-decision", Journey, Number(Unit::Days), "dagen sinds het besluit", "days since the decision";
    UnansweredPastTerm, "unanswered-past-term", Journey, Number(Unit::Things), "bijdragen zonder antwoord na de termijn", "contributions without an answer past the term";
    OwnersLeft, "owners-left", Journey, Number(Unit::Things), "dossiers waarvan de eigenaar vertrok", "dossiers whose owner left";
    DilemmasRecorded, "dilemmas-recorded", Weighing, Any(DILEMMAS), "opgetekende dilemma's", "dilemmas recorded";
    StrategiesUsed, "strategies-used", Weighing, Any(STRATEGIES), "gebruikte strategieën", "strategies used";
    PrecedentsCompared, "precedents-compared", Weighing, YesNo, "vergeleken met eerdere gevallen", "compared with earlier cases";
    LeadingPerspectiveShare, "leading-perspective-share", Weighing, Number(Unit::Share), "deel van de afwegingen waarin één perspectief voorging", "share of weighings in which one perspective prevailed";
    EffectiveRung, "effective-rung", Decision, Ordered(RUNGS), "trede zoals ze was", "rung as it was";
    DecidedCount, "decided-count", Decision, Number(Unit::Things), "besliste bijdragen", "decided contributions";
    AdoptedCount, "adopted-count", Decision, Number(Unit::Things), "aangenomen bijdragen", "adopted contributions";
    DecisionsWithoutLegalTest, "decisions-without-legal-test", Decision, Number(Unit::Things), "besluiten zonder juridische toets", "decisions without a legal test";
    RealisedCount, "realised-count", Realisation, Number(Unit::Things), "uitgevoerde voorstellen", "realised proposals";
    RealisedShownCount, "realised-shown-count", Realisation, Number(Unit::Things), "uitgevoerde voorstellen die zichtbaar zijn", "realised proposals that are visible";
    StalledRealisations, "stalled-realisations", Realisation, Number(Unit::Things), "uitvoeringen die stokken", "realisations that stall";
    ExpertClarity, "expert-clarity", Questionnaires, Number(Unit::Share), "deel dat de experts duidelijk vond", "share that found the experts clear";
    Comprehension, "comprehension", Questionnaires, Number(Unit::Share), "deel dat begreep waarover het ging", "share that understood what it was about";
    Recognition, "recognition", Questionnaires, Number(Unit::Share), "deel dat zich erkend voelde", "share that felt recognised";
    ContributionFeelsUseful, "contribution-feels-useful", Questionnaires, Number(Unit::Share), "deel dat de eigen inbreng nuttig vond", "share that found their input useful";
    UnderstoodAnswer, "understood-answer", Questionnaires, Number(Unit::Share), "deel dat het antwoord begreep", "share that understood the answer";
    EvaluationPlan, "evaluation-plan", Evaluation, YesNo, "er is een evaluatieplan", "there is an evaluation plan";
    EvaluationFormal, "evaluation-formal", Evaluation, YesNo, "de evaluatie is formeel", "the evaluation is formal";
    EvaluationVoices, "evaluation-voices", Evaluation, Any(VOICES), "wie de evaluatie hoort", "whom the evaluation hears";
    PerceptionQuestions, "perception-questions", Evaluation, YesNo, "er zijn vragen naar wat mensen ervaren", "there are questions on what people perceive";
    NonParticipantsAsked, "non-participants-asked", Evaluation, YesNo, "wie niet deelnam wordt ook bevraagd", "those who did not take part are asked too";
    SuccessMeasures, "success-measures", Evaluation, Any(SUCCESS_MEASURES), "maten van succes", "measures of success";
    ValuesUnmeasured, "values-unmeasured", Evaluation, Number(Unit::Things), "beoogde waarden die niet gemeten worden", "values aimed at that are not measured";
    EarlierOpenPromises, "earlier-open-promises", Memory, Number(Unit::Things), "open beloften van eerdere processen", "open promises of earlier processes";
    EarlierLessons, "earlier-lessons", Memory, Number(Unit::Things), "lessen van eerdere processen", "lessons of earlier processes";
    EarlierNegativeLessons, "earlier-negative-lessons", Memory, Number(Unit::Things), "nadelige effecten van eerdere processen, nog zonder antwoord", "negative effects of earlier processes, not answered yet";
    Inhabitants, "inhabitants", Organisation, Number(Unit::Things), "inwoners", "inhabitants";
    OrganisationStaff, "organisation-staff", Organisation, Number(Unit::Things), "mensen voor participatie, in voltijdse banen", "staff for participation, full-time equivalents";
    PerspectiveScan, "perspective-scan", Organisation, YesNo, "het team deed de scan", "the team did the scan";
    FlexibleBudget, "flexible-budget", Organisation, YesNo, "er is een vrij bedrag buiten het jaarplan", "there is a free amount outside the yearly plan";
}

impl fmt::Display for Fact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}

/// The value of a fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Value {
    /// Yes or no.
    YesNo(bool),
    /// A number, in the unit of the fact.
    Number(Exact),
    /// A word.
    Word(String),
    /// Words together; none of them is a value too: somebody looked and there was nothing.
    Words(BTreeSet<String>),
}

impl Value {
    /// A whole number: how many there are, or how many days.
    #[must_use]
    pub const fn whole(number: i64) -> Self {
        Self::Number(Exact::whole(number))
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::YesNo(true) => f.write_str("yes"),
            Self::YesNo(false) => f.write_str("no"),
            Self::Number(number) => write!(f, "{number}"),
            Self::Word(word) => f.write_str(word),
            Self::Words(words) => f.write_str(&words.iter().map(String::as_str).collect::<Vec<_>>().join(",")),
        }
    }
}

/// A value that a fact cannot have, or a text of facts that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FactError {
    /// No fact has this key.
    #[error("there is no fact «{0}»")]
    Unknown(String),
    /// The fact cannot have that value.
    #[error("«{fact}» cannot be «{value}»")]
    Value {
        /// Which fact.
        fact: &'static str,
        /// What it was to be.
        value: String,
    },
    /// The fact stands there twice.
    #[error("«{0}» stands there twice")]
    Twice(&'static str),
    /// A part without `=`.
    #[error("«{0}» has no «=»")]
    NoValue(String),
}

/// What is known of one process at one moment. What is not in it is unknown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts(BTreeMap<Fact, Value>);

impl Facts {
    /// Nothing is known.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Puts down what is known of `fact`, in place of what was known before.
    ///
    /// # Errors
    /// When the fact cannot have that value: a word that is not on its list, a negative count, a number for a word.
    pub fn put(&mut self, fact: Fact, value: Value) -> Result<(), FactError> {
        let wrong = |value: &Value| FactError::Value { fact: fact.key(), value: value.to_string().chars().take(60).collect() };
        let fits = match (&value, fact.shape()) {
            (Value::YesNo(_), YesNo) | (Value::Number(_), Number(Unit::Share)) => true,
            (Value::Number(number), Number(_)) => *number >= Exact::ZERO,
            (Value::Word(word), shape @ (One(_) | Ordered(_))) => shape.allows(word),
            (Value::Words(words), shape) if shape.is_set() => words.iter().all(|word| shape.allows(word)),
            _ => false,
        };
        if !fits {
            return Err(wrong(&value));
        }
        self.0.insert(fact, value);
        Ok(())
    }

    /// The same facts, with a yes or a no.
    ///
    /// # Errors
    /// When `fact` is no question of yes or no.
    pub fn with_yes_no(mut self, fact: Fact, yes: bool) -> Result<Self, FactError> {
        self.put(fact, Value::YesNo(yes)).map(|()| self)
    }

    /// The same facts, with a number.
    ///
    /// # Errors
    /// When `fact` is no number, or the number is negative while the fact counts something.
    pub fn with_number(mut self, fact: Fact, number: Exact) -> Result<Self, FactError> {
        self.put(fact, Value::Number(number)).map(|()| self)
    }

    /// The same facts, with a word.
    ///
    /// # Errors
    /// When the word is not on the fact's list.
    pub fn with_word(mut self, fact: Fact, word: &str) -> Result<Self, FactError> {
        self.put(fact, Value::Word(word.to_owned())).map(|()| self)
    }

    /// The same facts, with words together.
    ///
    /// # Errors
    /// When a word is not on the fact's list.
    pub fn with_words<'a>(mut self, fact: Fact, words: impl IntoIterator<Item = &'a str>) -> Result<Self, FactError> {
        self.put(fact, Value::Words(words.into_iter().map(str::to_owned).collect())).map(|()| self)
    }

    /// The same facts, `fact` unknown.
    #[must_use]
    pub fn without(mut self, fact: Fact) -> Self {
        self.0.remove(&fact);
        self
    }

    /// What is known of `fact`.
    #[must_use]
    pub fn get(&self, fact: Fact) -> Option<&Value> {
        self.0.get(&fact)
    }

    /// All that is known, in order.
    pub fn iter(&self) -> impl Iterator<Item = (Fact, &Value)> {
        self.0.iter().map(|(fact, value)| (*fact, value))
    }

    /// Reads `fact=value; fact=value`; the words of a set stand apart by commas, an empty set is nothing.
    ///
    /// ```
    /// use evidence::{Fact, Facts};
    /// let facts = Facts::read("channels=screen,paper; budget-set=no; drop-out=25%")?;
    /// assert_eq!(facts.get(Fact::BudgetSet).map(ToString::to_string).as_deref(), Some("no"));
    /// assert!(Facts::read("channels=carrier-pigeon").is_err());
    /// # Ok::<(), evidence::FactError>(())
    /// ```
    ///
    /// # Errors
    /// When a fact is unknown, stands there twice or cannot have its value.
    pub fn read(text: &str) -> Result<Self, FactError> {
        let short = |text: &str| text.chars().take(60).collect::<String>();
        let mut facts = Self::new();
        for part in text.split(';').map(str::trim).filter(|part| !part.is_empty()) {
            let (key, value) = part.split_once('=').ok_or_else(|| FactError::NoValue(short(part)))?;
            let fact = Fact::of_key(key.trim()).ok_or_else(|| FactError::Unknown(short(key.trim())))?;
            let value = value.trim();
            let wrong = || FactError::Value { fact: fact.key(), value: short(value) };
            let value = match fact.shape() {
                YesNo => Value::YesNo(match value {
                    "yes" => true,
                    "no" => false,
                    _ => return Err(wrong()),
                }),
                Number(_) => Value::Number(value.parse().map_err(|_: NumberError| wrong())?),
                One(_) | Ordered(_) => Value::Word(value.to_owned()),
                Any(_) | Effects => {
                    Value::Words(value.split(',').map(str::trim).filter(|word| !word.is_empty()).map(str::to_owned).collect())
                }
            };
            if facts.0.contains_key(&fact) {
                return Err(FactError::Twice(fact.key()));
            }
            facts.put(fact, value)?;
        }
        Ok(facts)
    }
}

impl fmt::Display for Facts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts: Vec<String> = self.0.iter().map(|(fact, value)| format!("{fact}={value}")).collect();
        f.write_str(&parts.join("; "))
    }
}

/// Whether `text` may be the key of a thing in the data.
pub(crate) fn is_key(text: &str) -> bool {
    effect::is_key(text)
}
