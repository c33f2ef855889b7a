//! The code lists of a journey (catalogue F1–F3), with the code that is stored and the key of their words.

use serde::{Deserialize, Serialize};
use std::fmt;

macro_rules! codes {
    ($(#[$doc:meta])* $name:ident, $stem:literal { $($(#[$vdoc:meta])* $variant:ident $code:literal $key:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $code)] $variant,)* }

        impl $name {
            /// All of them, in the order of the catalogue.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];
            /// The code that is stored and sent.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)* }
            }
            /// The key of its words in the translations.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant => concat!($stem, $key),)* }
            }
            /// The one with this code.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.code() == code)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.code())
            }
        }
    };
}

codes! {
    /// Where a dossier, or the own track of an author, stands (catalogue F1). S9, stranded, is no state: it is
    /// computed over the others (F3).
    State, "journey-state-" {
        /// Written down but not yet handed in; lives outside the database.
        Captured "S0" "captured",
        /// Received, with a public number and a follow code.
        Received "S1" "received",
        /// Screened: in scope, of a known kind.
        Screened "S2" "screened",
        /// Referred to another channel or government; waits for its answer to the author.
        Referred "S2a" "referred",
        /// Out of scope and kept for later policy; waits for its answer to the author.
        Parked "S2b" "parked",
        /// Travels together with others.
        Bundled "S3" "bundled",
        /// Divided over departments: travels in parts, and is answered when every part is (mirror of S3).
        Divided "S3a" "divided",
        /// A line department was asked to take it.
        Assigned "S4" "assigned",
        /// Do law, money and practice allow it?
        FrameCheck "S5" "frame-check",
        /// Being looked into.
        Assessed "S6" "assessed",
        /// A question to the author is open.
        Questioned "S6a" "questioned",
        /// Departments and partners sit together.
        Table "S7" "table",
        /// Waits for means of another budget holder.
        Means "S8" "means",
        /// Brought to a higher level.
        Escalated "S10" "escalated",
        /// The advice is ready and waits for the competent body.
        AdviceReady "S11" "advice-ready",
        /// On the agenda of the competent body.
        OnAgenda "S12" "on-agenda",
        /// Decided; the authors are still to be answered.
        Decided "S13" "decided",
        /// Answered in public; the answer is on its way to the author.
        FedBack "S14" "fed-back",
        /// The author may react.
        Reaction "S15" "reaction",
        /// Being carried out.
        Underway "S16" "underway",
        /// Carried out.
        Realised "S17" "realised",
        /// Still in use after the set time.
        Integrated "S18" "integrated",
        /// Evaluated.
        Evaluated "S19" "evaluated",
        /// Withdrawn by the author.
        Withdrawn "S20" "withdrawn",
    }
}

codes! {
    /// What was decided (catalogue F2).
    Outcome, "journey-outcome-" {
        /// Overgenomen.
        Adopted "adopted" "adopted",
        /// Gedeeltelijk of gewijzigd overgenomen.
        Partly "partly" "partly",
        /// Overwogen maar niet overgenomen.
        NotAdopted "not-adopted" "not-adopted",
        /// Uitgesteld met datum.
        Deferred "deferred" "deferred",
        /// Proefperiode.
        Trial "trial" "trial",
        /// Zelf te doen met steun.
        SelfWithSupport "self-with-support" "self-with-support",
        /// Taak overgedragen (Right to Challenge).
        Transferred "transferred" "transferred",
        /// Doorverwezen naar een ander bestuur.
        OtherAuthority "other-authority" "other-authority",
        /// Buiten bereik, bewaard voor later.
        OutOfScope "out-of-scope" "out-of-scope",
        /// Verwerkt in één resultaat voor iedereen, en er gebeurt iets mee (F5, presterend; the list of F2 has none for it).
        ResultActed "result-acted" "result-acted",
        /// Verwerkt in één resultaat voor iedereen; er verandert nu niets.
        ResultNoted "result-noted" "result-noted",
    }
}

codes! {
    /// Why a dossier lies still (catalogue F3).
    Stranding, "journey-stranding-" {
        /// The term of the current state is over.
        X1 "X1" "x1",
        /// No department accepts it: asked in vain, or handed back twice.
        X2 "X2" "x2",
        /// Another department objects, and nobody settled that in term.
        X3 "X3" "x3",
        /// Another department has not said whether it commits its means.
        X4 "X4" "x4",
        /// Values were found to conflict, and nobody chose between them in term.
        X5 "X5" "x5",
        /// The advice is ready, and no agenda has a place for it.
        X6 "X6" "x6",
        /// Decided, but the author has no answer in term.
        X7 "X7" "x7",
        /// To be carried out, but without a milestone or a commitment.
        X8 "X8" "x8",
        /// Another department is touched by it, and nobody heard what that department finds.
        X9 "X9" "x9",
        /// Whoever works on it or carries it out is absent or gone, and nobody stands in or took it over.
        X10 "X10" "x10",
        /// The money ends soon, and nobody said how it goes on.
        X11 "X11" "x11",
        /// A body decided before it was processed.
        X12 "X12" "x12",
    }
}

codes! {
    /// In which part somebody confirmed that a promise was kept (guard of S17).
    ConfirmedBy, "journey-confirmed-by-" {
        /// An author of the dossier.
        Author "author" "author",
        /// The manager of the neighbourhood.
        NeighbourhoodManager "neighbourhood-manager" "neighbourhood-manager",
    }
}

codes! {
    /// How a contribution came in.
    Channel, "journey-channel-" {
        /// The web form.
        Online "online" "online",
        /// A meeting.
        Meeting "meeting" "meeting",
        /// A house visit.
        HouseVisit "house-visit" "house-visit",
        /// A talk on the square or in the street.
        SquareTalk "square-talk" "square-talk",
        /// The telephone.
        Phone "phone" "phone",
        /// A paper form or letter.
        Paper "paper" "paper",
        /// A public computer with help.
        Digipunt "digipunt" "digipunt",
    }
}

codes! {
    /// How the author wants to hear the answer. It is always public as well.
    AnswerBy, "journey-answer-by-" {
        /// Not at all: the author will look for it.
        None "none" "none",
        /// By mail.
        Mail "mail" "mail",
        /// By letter.
        Letter "letter" "letter",
        /// By telephone.
        Phone "phone" "phone",
        /// Through the person who helped.
        Intermediary "intermediary" "intermediary",
    }
}

codes! {
    /// How far an answer is on its way to one author.
    DeliveryStatus, "journey-delivery-" {
        /// The author asked for no delivery.
        NotNeeded "not-needed" "not-needed",
        /// Still to be sent, printed, told or handed over.
        Pending "pending" "pending",
        /// The mail went out, or the telephone call was made.
        Sent "sent" "sent",
        /// The letter is printed.
        Printed "printed" "printed",
        /// The letter was posted, or given to the person who brings it.
        HandedOver "handed-over" "handed-over",
        /// It is certain that the author has it.
        Confirmed "confirmed" "confirmed",
        /// It did not arrive, with a reason.
        Failed "failed" "failed",
    }
}

impl DeliveryStatus {
    /// Whether everything that the municipality can do for this delivery is done and noted down (guard of S14: a
    /// delivery status per author). A letter that lies printed on a desk is not.
    #[must_use]
    pub const fn is_settled(self) -> bool {
        matches!(self, Self::NotNeeded | Self::Sent | Self::HandedOver | Self::Confirmed | Self::Failed)
    }

    /// Whether a delivery may go from this status to that one. A failed delivery can be tried again.
    #[must_use]
    pub const fn may_become(self, next: Self) -> bool {
        use DeliveryStatus::{Confirmed, Failed, HandedOver, NotNeeded, Pending, Printed, Sent};
        match self {
            NotNeeded => matches!(next, Sent | Printed | HandedOver | Confirmed),
            Pending => matches!(next, Sent | Printed | HandedOver | Confirmed | Failed),
            Printed => matches!(next, Printed | HandedOver | Confirmed | Failed),
            Sent | HandedOver => matches!(next, Confirmed | Failed),
            Failed => matches!(next, Pending | Sent | Printed | HandedOver | Confirmed),
            Confirmed => false,
        }
    }
}

codes! {
    /// What one frame says of an idea (F1 S5).
    Verdict, "journey-verdict-" {
        /// It fits.
        Fits "fits" "fits",
        /// It fits if something is arranged.
        FitsIf "fits-if" "fits-if",
        /// It does not fit.
        DoesNotFit "does-not-fit" "does-not-fit",
    }
}

codes! {
    /// The own track of one author beside the dossier: answer, delivery, reaction.
    Track, "journey-track-" {
        /// Goes along with the dossier.
        Along "along" "along",
        /// Answered; the answer is on its way.
        FedBack "fed-back" "fed-back",
        /// The author may react.
        Reaction "reaction" "reaction",
        /// Withdrawn by the author.
        Withdrawn "withdrawn" "withdrawn",
    }
}

codes! {
    /// What happened, as the journal names it.
    StepKind, "journey-step-" {
        /// The contribution came in.
        Received "received" "received",
        /// Somebody looked whether the words may be published.
        PrivacyChecked "privacy-checked" "privacy-checked",
        /// Screened.
        Screened "screened" "screened",
        /// Until a day, what comes in is gathered here for one result.
        Gathered "gathered" "gathered",
        /// A contribution came to travel along.
        Joined "joined" "joined",
        /// A contribution went to travel elsewhere.
        Left "left" "left",
        /// Divided over departments; each part goes its own way from here on.
        Divided "divided" "divided",
        /// The parts became one again.
        Reunited "reunited" "reunited",
        /// A part of a contribution begins its own way.
        PartBegun "part-begun" "part-begun",
        /// The author has the answer to one part.
        PartAnswered "part-answered" "part-answered",
        /// A part that was answered is looked at once more.
        PartReopened "part-reopened" "part-reopened",
        /// A department was asked.
        Assigned "assigned" "assigned",
        /// The department took it.
        Accepted "accepted" "accepted",
        /// Somebody else in the department holds it from now on.
        HandedOver "handed-over" "handed-over",
        /// Whoever holds it is absent or gone and nobody stands in; or somebody is there again.
        HolderAbsent "holder-absent" "holder-absent",
        /// The department gave it back.
        HandedBack "handed-back" "handed-back",
        /// Law, money and practice were checked.
        FramesChecked "frames-checked" "frames-checked",
        /// Taken back into assessment.
        Assessed "assessed" "assessed",
        /// A question went to the author.
        Questioned "questioned" "questioned",
        /// The author answered.
        QuestionAnswered "question-answered" "question-answered",
        /// The author did not answer in term; the work goes on.
        QuestionLapsed "question-lapsed" "question-lapsed",
        /// Departments sit together about it.
        Tabled "tabled" "tabled",
        /// Means of another budget holder are awaited.
        MeansAwaited "means-awaited" "means-awaited",
        /// That budget holder committed the means.
        MeansCommitted "means-committed" "means-committed",
        /// That budget holder refused the means, with a motive.
        MeansRefused "means-refused" "means-refused",
        /// Brought to a higher level.
        Escalated "escalated" "escalated",
        /// Another department objected.
        Objected "objected" "objected",
        /// An objection was withdrawn, met or set aside.
        ObjectionEnded "objection-ended" "objection-ended",
        /// Another department is touched by it too.
        Touched "touched" "touched",
        /// That department was heard.
        Consulted "consulted" "consulted",
        /// A body decided before it was processed.
        Overtaken "overtaken" "overtaken",
        /// That was looked at.
        OvertakingEnded "overtaking-ended" "overtaking-ended",
        /// Which values conflict was recorded, perhaps with a choice.
        ValuesWeighed "values-weighed" "values-weighed",
        /// The advice is ready.
        AdviceReady "advice-ready" "advice-ready",
        /// Put on an agenda, or moved to another date.
        Scheduled "scheduled" "scheduled",
        /// Decided.
        Decided "decided" "decided",
        /// The motivated answer was published.
        Answered "answered" "answered",
        /// The delivery of an answer went on.
        Delivered "delivered" "delivered",
        /// The author reacted.
        Reacted "reacted" "reacted",
        /// A review was granted.
        ReviewGranted "review-granted" "review-granted",
        /// What was put off or kept for later was taken up again.
        Resumed "resumed" "resumed",
        /// Work began.
        Started "started" "started",
        /// Carried out.
        Realised "realised" "realised",
        /// Found to be still in use.
        Integrated "integrated" "integrated",
        /// Evaluated.
        Evaluated "evaluated" "evaluated",
        /// Withdrawn by the author.
        Withdrawn "withdrawn" "withdrawn",
        /// A part of what its author withdrew.
        PartWithdrawn "part-withdrawn" "part-withdrawn",
    }
}

impl State {
    /// Which steps may be set in this state: the table of catalogue F4, before the guards. Everything may be withdrawn
    /// at any time, and a privacy check may be done again at any time.
    #[must_use]
    pub fn allows(self, step: StepKind) -> bool {
        use StepKind as K;
        if self == Self::Withdrawn || self == Self::Captured {
            return false;
        }
        if matches!(step, K::Withdrawn | K::PrivacyChecked) {
            return true;
        }
        // A part begins screened, and never comes to be referred or parked.
        if step == K::PartWithdrawn {
            return !matches!(self, Self::Received | Self::Referred | Self::Parked | Self::Divided);
        }
        // People come and go while a department has it; that moves nothing.
        if matches!(step, K::HandedOver | K::HolderAbsent) {
            return self.may_be_handed_over();
        }
        // What is gathered comes together until an advice is made of it, and so does a bundle.
        if step == K::Gathered {
            return matches!(self, Self::Screened | Self::Bundled | Self::Assigned | Self::FrameCheck | Self::Assessed);
        }
        // Beside the way: another department may object from when one is asked until the decision, and values are weighed from
        // the frame check on; neither moves a dossier or holds it up. Whom it touches is heard before the advice. A decision that
        // came too early is told wherever the dossier stands.
        match step {
            K::Objected => return self.may_be_objected_to(),
            K::ObjectionEnded => return self.may_be_objected_to(),
            K::ValuesWeighed => return self != Self::Assigned && self.may_be_objected_to(),
            K::Touched | K::Consulted => return self.may_touch_others(),
            K::Overtaken => return self.may_be_overtaken(),
            K::OvertakingEnded => return true,
            _ => {}
        }
        match self {
            Self::Received => matches!(step, K::Screened),
            // S2→{S3|S4}, and the fast lane S2→S13 by mandate. What was handed back twice is brought to a table (X2).
            Self::Screened | Self::Bundled => matches!(step, K::Assigned | K::Joined | K::Left | K::Divided | K::Decided | K::Tabled),
            // What it waits for happens to its parts; each tells when it is answered, and when it is looked at once more.
            Self::Divided => matches!(step, K::Reunited | K::PartAnswered | K::PartReopened),
            // Both end through a published motivation; S2b may come back on related policy.
            Self::Referred | Self::Parked => matches!(step, K::Answered | K::Delivered | K::Reacted | K::ReviewGranted),
            // X2 forces the table; nobody accepts → S10.
            Self::Assigned => {
                matches!(step, K::Assigned | K::Accepted | K::HandedBack | K::Tabled | K::Escalated | K::Joined | K::Left | K::Divided)
            }
            Self::FrameCheck => matches!(
                step,
                K::FramesChecked
                    | K::Assessed
                    | K::Questioned
                    | K::AdviceReady
                    | K::Decided
                    | K::HandedBack
                    | K::Joined
                    | K::Left
                    | K::Divided
            ),
            Self::Assessed => matches!(
                step,
                K::Questioned
                    | K::Tabled
                    | K::MeansAwaited
                    | K::AdviceReady
                    | K::HandedBack
                    | K::FramesChecked
                    | K::Joined
                    | K::Left
                    | K::Divided
            ),
            Self::Questioned => matches!(step, K::Questioned | K::QuestionAnswered | K::QuestionLapsed),
            Self::Table => matches!(step, K::Assessed | K::MeansAwaited | K::AdviceReady | K::Escalated | K::Assigned | K::Joined),
            Self::Means => {
                matches!(step, K::MeansAwaited | K::MeansCommitted | K::MeansRefused | K::AdviceReady | K::Escalated | K::Scheduled)
            }
            Self::Escalated => matches!(step, K::Assessed | K::Tabled | K::MeansAwaited | K::AdviceReady | K::Escalated | K::Assigned),
            // S13 from S11 only by mandate; otherwise through S12.
            Self::AdviceReady => matches!(step, K::Scheduled | K::Decided),
            Self::OnAgenda => matches!(step, K::Scheduled | K::Decided),
            Self::Decided | Self::FedBack | Self::Reaction | Self::Evaluated if matches!(step, K::PartAnswered | K::PartReopened) => true,
            Self::Decided => matches!(step, K::Answered | K::Delivered | K::Reacted | K::MeansAwaited | K::Started),
            Self::FedBack | Self::Reaction => matches!(
                step,
                K::Answered | K::Delivered | K::Reacted | K::ReviewGranted | K::Resumed | K::MeansAwaited | K::Started | K::Evaluated
            ),
            Self::Underway => matches!(step, K::Answered | K::Delivered | K::Reacted | K::Realised),
            Self::Realised => matches!(step, K::Answered | K::Delivered | K::Reacted | K::Integrated | K::Evaluated),
            Self::Integrated => matches!(step, K::Answered | K::Delivered | K::Reacted | K::Evaluated),
            // Reacting later is still possible, and so is asking to look once more.
            Self::Evaluated => matches!(step, K::Delivered | K::Reacted | K::ReviewGranted),
            Self::Captured | Self::Withdrawn => false,
        }
    }

    /// Whether a department works on it, so that another one may object (F3 X3).
    #[must_use]
    pub const fn may_be_objected_to(self) -> bool {
        matches!(
            self,
            Self::Assigned
                | Self::FrameCheck
                | Self::Assessed
                | Self::Questioned
                | Self::Table
                | Self::Means
                | Self::Escalated
                | Self::AdviceReady
                | Self::OnAgenda
        )
    }

    /// Whether somebody of a department holds it on its way to a decision, who may hand it over, and who is missed when absent (F3
    /// X10).
    #[must_use]
    pub const fn may_be_handed_over(self) -> bool {
        self.may_be_objected_to() && !matches!(self, Self::Assigned)
    }

    /// Whether a department works on it and has not given its advice yet, so that others whom it touches are heard (F3 X9).
    #[must_use]
    pub const fn may_touch_others(self) -> bool {
        self.may_be_objected_to() && !matches!(self, Self::AdviceReady | Self::OnAgenda)
    }

    /// Whether a decision about its process can come before it was processed (F3 X12): no advice is ready yet; or it is decided,
    /// and that decision turns out to be older than what it decides on.
    #[must_use]
    pub const fn may_be_overtaken(self) -> bool {
        matches!(self, Self::Received | Self::Screened | Self::Bundled | Self::Decided) || self.may_touch_others()
    }

    /// The states that come next on the main line, nearest first: what a resident may expect, not a promise.
    #[must_use]
    pub const fn next(self) -> &'static [State] {
        use State as S;
        match self {
            S::Captured => &[S::Received, S::Screened, S::Assigned, S::Assessed, S::AdviceReady, S::Decided, S::FedBack],
            S::Received => &[S::Screened, S::Assigned, S::Assessed, S::AdviceReady, S::Decided, S::FedBack],
            S::Screened | S::Bundled => &[S::Assigned, S::Assessed, S::AdviceReady, S::Decided, S::FedBack],
            S::Assigned => &[S::FrameCheck, S::Assessed, S::AdviceReady, S::Decided, S::FedBack],
            S::FrameCheck => &[S::Assessed, S::AdviceReady, S::Decided, S::FedBack],
            S::Questioned => &[S::Assessed, S::AdviceReady, S::Decided, S::FedBack],
            S::Assessed | S::Table | S::Means | S::Escalated => &[S::AdviceReady, S::Decided, S::FedBack],
            S::AdviceReady => &[S::OnAgenda, S::Decided, S::FedBack],
            S::OnAgenda => &[S::Decided, S::FedBack],
            S::Divided => &[S::Decided, S::FedBack],
            S::Referred | S::Parked | S::Decided => &[S::FedBack],
            S::FedBack => &[S::Reaction],
            S::Underway => &[S::Realised],
            S::Realised => &[S::Integrated],
            S::Integrated => &[S::Evaluated],
            S::Reaction | S::Evaluated | S::Withdrawn => &[],
        }
    }

    /// Whether somebody in the municipality must do something in this state, so that it can strand (overlay S9).
    /// The catalogue draws the overlay over S3–S8, S10–S14 and S16; S1 and S2 count too, since an unread contribution
    /// lies just as still. What was divided waits for its parts, and each of those has an owner and a term of its own. What was
    /// put off lies still by its own day, beside the state ([`crate::Dossier::put_off_until`]).
    #[must_use]
    pub const fn can_strand(self) -> bool {
        !matches!(
            self,
            Self::Captured | Self::Divided | Self::Reaction | Self::Realised | Self::Integrated | Self::Evaluated | Self::Withdrawn
        )
    }

    /// Whether a person must hold what stands here. While a department is asked for its means, that one has it in hand.
    #[must_use]
    pub const fn wants_holder(self, asked: bool) -> bool {
        match self {
            Self::FrameCheck | Self::Assessed | Self::Table | Self::Escalated => true,
            Self::Means => !asked,
            _ => false,
        }
    }

    /// Whether the outcome is known and every author is owed a motivated answer.
    #[must_use]
    pub const fn awaits_answer(self) -> bool {
        matches!(self, Self::Decided | Self::Referred | Self::Parked)
    }

    /// Whether what stands here came in, and nobody decided on it yet.
    #[must_use]
    pub const fn awaits_decision(self) -> bool {
        matches!(self, Self::Received | Self::Screened | Self::Bundled | Self::Divided) || self.may_be_objected_to()
    }
}

impl Outcome {
    /// What is told of a whole whose parts came out like this; `None` while there are none. Parts that agree tell it themselves.
    /// When each got its yes, in whatever form, it was adopted; when only some did, in part. When none did, what is put off weighs
    /// most, because something still comes; then what was considered.
    #[must_use]
    pub fn of_parts(parts: &[Self]) -> Option<Self> {
        let first = *parts.first()?;
        if parts.iter().all(|it| *it == first) {
            return Some(first);
        }
        if parts.iter().all(|it| !it.is_a_no()) {
            return Some(Self::Adopted);
        }
        if parts.iter().any(|it| it.is_carried_out()) {
            return Some(Self::Partly);
        }
        let nos = [Self::Deferred, Self::NotAdopted, Self::ResultNoted, Self::OtherAuthority, Self::OutOfScope];
        nos.into_iter().find(|it| parts.contains(it))
    }

    /// Whether the outcome says no, wholly or in part, so that the author is owed the reason why not.
    #[must_use]
    pub const fn is_a_no(self) -> bool {
        matches!(self, Self::Partly | Self::NotAdopted | Self::Deferred | Self::OtherAuthority | Self::OutOfScope | Self::ResultNoted)
    }

    /// Whether it is kept for a later day or for later policy, so that it can be taken up again (F4: S13 deferred, S2b).
    #[must_use]
    pub const fn comes_back(self) -> bool {
        matches!(self, Self::Deferred | Self::OutOfScope)
    }

    /// Whether something is to be carried out, by the municipality or with its support (S16).
    #[must_use]
    pub const fn is_carried_out(self) -> bool {
        matches!(self, Self::Adopted | Self::Partly | Self::Trial | Self::SelfWithSupport | Self::Transferred | Self::ResultActed)
    }

    /// Whether nothing was decided over one contribution: all of them were gathered into one result (F5).
    #[must_use]
    pub const fn is_a_result(self) -> bool {
        matches!(self, Self::ResultActed | Self::ResultNoted)
    }
}

impl Track {
    /// Where an author's contribution stands when its dossier stands in `dossier`.
    #[must_use]
    pub const fn state(self, dossier: State) -> State {
        match self {
            Self::Along => dossier,
            Self::FedBack => State::FedBack,
            Self::Reaction => State::Reaction,
            Self::Withdrawn => State::Withdrawn,
        }
    }
}
