//! The form of an idea: one thing per screen, everything else carried along unseen.

use super::fields;
use crate::model::contribution::{Answering, BODY_MOST, LINE_MOST, NewContribution, SentPhoto, TITLE_MOST};
use crate::model::photo::PHOTOS_MOST;
use crate::model::place::{Map, Place, Point};
use journey::{AnswerBy, Channel};
use kernel::{AreaId, ContributionId, Date, FollowCode, Language, Line, OrganisationId, ProcessId, Prose};
use people::vault::Identity;
use ui::Typed;

/// The screens of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// The idea in a line and in words.
    Idea,
    /// Where it is about.
    Where,
    /// Photos.
    Photo,
    /// How the answer may come.
    Answer,
    /// The address for that answer.
    Reach,
    /// Everything once more, and send.
    Check,
}

impl Step {
    /// All screens in their order.
    pub const ALL: [Self; 6] = [Self::Idea, Self::Where, Self::Photo, Self::Answer, Self::Reach, Self::Check];

    /// What the form sends.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Idea => "idea",
            Self::Where => "where",
            Self::Photo => "photo",
            Self::Answer => "answer",
            Self::Reach => "reach",
            Self::Check => "check",
        }
    }

    /// The screen with this code; the first one for anything else.
    pub fn from_code(code: &str) -> Self {
        Self::ALL.into_iter().find(|step| step.code() == code).unwrap_or(Self::Idea)
    }

    /// The key of its title.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Idea => "voice-step-idea",
            Self::Where => "voice-step-where",
            Self::Photo => "voice-step-photo",
            Self::Answer => "voice-step-answer",
            Self::Reach => "voice-step-reach",
            Self::Check => "voice-step-check",
        }
    }

    /// Which of the five steps it is for who counts.
    pub const fn number(self) -> i64 {
        match self {
            Self::Idea => 1,
            Self::Where => 2,
            Self::Photo => 3,
            Self::Answer | Self::Reach => 4,
            Self::Check => 5,
        }
    }

    /// The fields of the screen.
    pub const fn fields(self) -> &'static [&'static str] {
        match self {
            Self::Idea => &["title", "body", "idea-language"],
            Self::Where => &["area", "street", "place", "point"],
            Self::Photo => &["photo", "photo-words"],
            Self::Answer => &["answer-by"],
            Self::Reach => &["name", "mail", "phone", "address", "organisation", "pseudonym", "updates"],
            Self::Check => &["private"],
        }
    }

    /// The screen after this one.
    pub fn next(self, typed: &Typed) -> Self {
        match self {
            Self::Idea => Self::Where,
            Self::Where => Self::Photo,
            Self::Photo => Self::Answer,
            Self::Answer if needs_reach(typed) => Self::Reach,
            Self::Answer | Self::Reach | Self::Check => Self::Check,
        }
    }

    /// The screen before this one.
    pub fn previous(self, typed: &Typed) -> Self {
        match self {
            Self::Idea | Self::Where => Self::Idea,
            Self::Photo => Self::Where,
            Self::Answer => Self::Photo,
            Self::Reach => Self::Answer,
            Self::Check if needs_reach(typed) => Self::Reach,
            Self::Check => Self::Answer,
        }
    }

    /// The screen on which a field stands.
    pub fn of_field(name: &str) -> Self {
        Self::ALL.into_iter().find(|step| step.fields().contains(&name)).unwrap_or(Self::Check)
    }
}

fn needs_reach(typed: &Typed) -> bool {
    AnswerBy::from_code(typed.get("answer-by")).is_some_and(|by| by != AnswerBy::None)
}

/// What goes along on every screen.
pub const CARRIED: [&str; 3] = ["id", "code", "kiosk"];

/// What is offered in the form.
#[derive(Debug, Clone, Default)]
pub struct Offered {
    /// The areas of the municipality.
    pub areas: Vec<(AreaId, String)>,
    /// The organisations that can bring an answer.
    pub organisations: Vec<(OrganisationId, String)>,
    /// The map of the areas, when they have shapes.
    pub map: Option<Map>,
}

impl Offered {
    /// The area with this id.
    pub fn area(&self, text: &str) -> Option<AreaId> {
        let id: AreaId = fields::id(text)?;
        self.areas.iter().find(|(area, _)| *area == id).map(|(area, _)| *area)
    }
    /// The organisation with this id.
    pub fn organisation(&self, text: &str) -> Option<OrganisationId> {
        let id: OrganisationId = fields::id(text)?;
        self.organisations.iter().find(|(organisation, _)| *organisation == id).map(|(organisation, _)| *organisation)
    }
}

/// An idea that was sent: what comes in, and who the author is when that is to be kept.
#[derive(Debug, Clone)]
pub struct Sent {
    /// What comes in.
    pub new: NewContribution,
    /// For the vault.
    pub identity: Option<Identity>,
}

/// The first screen on which something is wrong.
pub fn first_wrong(typed: &Typed) -> Step {
    typed.errors().iter().map(|wrong| Step::of_field(&wrong.name)).min().unwrap_or(Step::Check)
}

/// Says what is wrong on one screen.
pub fn check(typed: &mut Typed, step: Step, offered: &Offered) {
    match step {
        Step::Idea => drop(idea(typed)),
        Step::Where => drop(place(typed, offered)),
        Step::Photo => drop(photos(typed)),
        Step::Answer => drop(answer_by(typed)),
        Step::Reach => drop(answering(typed, offered)),
        Step::Check => {}
    }
}

/// Reads the whole form; `None` when something is wrong, which then stands beside its field.
pub fn read(typed: &mut Typed, process: ProcessId, today: Date, offered: &Offered) -> Option<Sent> {
    let id: Option<ContributionId> = fields::id(typed.get("id"));
    let code: Option<FollowCode> = fields::id(typed.get("code"));
    let idea = idea(typed);
    let place = place(typed, offered);
    let photos = photos(typed);
    let answering = answering(typed, offered);
    let (title, body, language) = idea?;
    let (answering, identity) = answering?;
    // A shared computer stands at a digipunt or a counter, with help beside it (catalogue A150).
    let channel = if typed.has("kiosk", "1") { Channel::Digipunt } else { Channel::Online };
    let new = NewContribution {
        code,
        body: Some(body),
        place: place?,
        photos: photos?,
        answering,
        public: !typed.has("private", "yes"),
        ..NewContribution::idea(id?, process, title, language, channel, today)
    };
    Some(Sent { new, identity })
}

/// The idea in a line and in words, with its language.
pub fn idea(typed: &mut Typed) -> Option<(Line, Prose, Language)> {
    let title = fields::line(typed, "title", TITLE_MOST);
    let body = fields::prose(typed, "body", BODY_MOST);
    let language = fields::chosen(typed, "idea-language", |text| text.parse().ok());
    Some((title?, body?, language?))
}

/// Where it is about; nothing of it must be there.
pub fn place(typed: &mut Typed, offered: &Offered) -> Option<Place> {
    let area = fields::chosen_or_none(typed, "area", |text| offered.area(text));
    let street = fields::line_or_none(typed, "street", LINE_MOST);
    let words = fields::line_or_none(typed, "place", LINE_MOST);
    let point = Point::read(typed.get("point"));
    Some(Place { area: area.ok()?, street: street.ok()?, words: words.ok()?, point })
}

/// The photos that were kept before, with what is on them.
pub fn photos(typed: &mut Typed) -> Option<Vec<SentPhoto>> {
    let files: Vec<String> = typed.all("photo").into_iter().map(str::to_owned).collect();
    let words: Vec<String> = typed.all("photo-words").into_iter().map(str::to_owned).collect();
    let mut photos = Vec::new();
    for (place, file) in files.iter().take(PHOTOS_MOST).enumerate() {
        let Some(file) = fields::id(file) else { continue };
        let said = words.get(place).map_or("", String::as_str);
        let description = match Line::new(said, LINE_MOST * 2) {
            Ok(line) => Some(line),
            Err(kernel::TextError::Empty) => None,
            Err(kernel::TextError::TooLong { .. }) => {
                typed.wrong("photo-words", "voice-photo-words-long");
                return None;
            }
        };
        photos.push(SentPhoto { file, description });
    }
    Some(photos)
}

fn answer_by(typed: &mut Typed) -> Option<AnswerBy> {
    fields::chosen(typed, "answer-by", AnswerBy::from_code)
}

/// How the answer may come, and what is needed for that and no more.
pub fn answering(typed: &mut Typed, offered: &Offered) -> Option<(Answering, Option<Identity>)> {
    let by = answer_by(typed)?;
    let updates = typed.has("updates", "yes") && by == AnswerBy::Mail;
    let mut answering = Answering { by, identity: None, organisation: None, pseudonym: None, updates };
    if by == AnswerBy::None {
        return Some((answering, None));
    }
    if by == AnswerBy::Intermediary {
        let organisation = fields::chosen(typed, "organisation", |text| offered.organisation(text));
        let pseudonym = fields::line_or_none(typed, "pseudonym", LINE_MOST);
        answering.organisation = Some(organisation?);
        answering.pseudonym = pseudonym.ok()?;
        return Some((answering, None));
    }
    let name = if by == AnswerBy::Letter {
        fields::line(typed, "name", LINE_MOST)
    } else {
        fields::line_or_none(typed, "name", LINE_MOST).unwrap_or_default()
    };
    let mut identity = Identity { name: name.map(Line::into_string).unwrap_or_default(), ..Identity::default() };
    match by {
        AnswerBy::Mail => {
            let mail = fields::line(typed, "mail", 254)?.into_string();
            if !fields::is_mail(&mail) {
                typed.wrong("mail", "ui-not-a-mail-address");
            }
            identity.mail = mail;
        }
        AnswerBy::Phone => {
            let phone = fields::line(typed, "phone", 40)?.into_string();
            if !fields::is_phone(&phone) {
                typed.wrong("phone", "voice-phone-wrong");
            }
            identity.phone = phone;
        }
        _ => identity.address = fields::prose(typed, "address", 300)?.into_string(),
    }
    let wrong = Step::Reach.fields().iter().any(|name| typed.error_of(name).is_some());
    (!wrong).then_some((answering, Some(identity)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled() -> Typed {
        Typed::empty()
            .with("id", "0190163d-8694-739b-aea5-966c26f8ad91")
            .with("title", "Een bank in het park")
            .with("body", "Ik wil graag zitten.")
            .with("idea-language", "nl")
            .with("answer-by", "none")
    }

    fn process() -> ProcessId {
        ProcessId::from_uuid(uuid::Uuid::nil())
    }

    fn today() -> Date {
        Date::new(2026, 3, 2).expect("a day")
    }

    #[test]
    fn a_form_with_the_least_is_an_idea() {
        let mut typed = filled();
        let sent = read(&mut typed, process(), today(), &Offered::default()).expect("an idea");
        assert_eq!(sent.new.title.as_str(), "Een bank in het park");
        assert!(sent.new.public && sent.identity.is_none() && sent.new.place.is_empty());
    }

    #[test]
    fn each_way_to_answer_asks_for_what_it_needs_and_no_more() {
        for (by, field) in [("mail", "mail"), ("letter", "address"), ("phone", "phone"), ("intermediary", "organisation")] {
            let mut typed = filled().with("answer-by", by);
            assert!(read(&mut typed, process(), today(), &Offered::default()).is_none(), "{by}");
            assert!(typed.error_of(field).is_some(), "{by} asks for {field}");
            assert_eq!(first_wrong(&typed), Step::Reach);
        }
        let mut typed = filled().with("answer-by", "mail").with("mail", "an@voorbeeld.be").with("phone", "0470 12 34 56");
        let sent = read(&mut typed, process(), today(), &Offered::default()).expect("an idea");
        let identity = sent.identity.expect("an identity");
        assert_eq!((identity.mail.as_str(), identity.phone.as_str()), ("an@voorbeeld.be", ""), "what is not needed is not kept");
    }

    #[test]
    fn the_first_screen_with_a_mistake_is_shown() {
        let mut typed = filled().with("title", "").with("answer-by", "fax");
        assert!(read(&mut typed, process(), today(), &Offered::default()).is_none());
        assert_eq!(first_wrong(&typed), Step::Idea);
        assert_eq!(Step::of_field("nothing"), Step::Check);
    }

    #[test]
    fn every_screen_leads_to_the_next_and_back() {
        let typed = filled().with("answer-by", "mail");
        let mut step = Step::Idea;
        for expected in [Step::Where, Step::Photo, Step::Answer, Step::Reach, Step::Check] {
            let next = step.next(&typed);
            assert_eq!(next, expected);
            assert_eq!(next.previous(&typed), step);
            step = next;
        }
        assert_eq!(Step::Check.previous(&filled()), Step::Answer);
        assert_eq!(Step::Answer.next(&filled()), Step::Check);
    }
}
