//! A contribution that is divided over departments (F1 S3a): whatever happens to its parts, it is answered when they all are, and
//! none of them is ever without an owner or a term.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

mod common;

use common::{Attempt, account, attempts, brussels, department, new_dossier, process, start};
use journey::evidence::{self, NewPart, Screening};
use journey::{Act, AnswerBy, Civil, Counts, DeliveryStatus, Dossier, MIGRATIONS, Outcome, Refusal, State, Step, StepKind, Track, Verdict};
use kernel::{Actor, AdviceId, AnswerId, ContributionId, DecisionId, DossierId, Instant, PublicNumber, SeededRandom, TenantId, TextId};
use proptest::strategy::{Strategy as _, ValueTree as _};
use store::testing::{TestStore, engines};

const DAY: i64 = 86_400;

struct Place {
    test: TestStore,
    tenant: TenantId,
    civil: Civil,
    random: SeededRandom,
}

impl Place {
    async fn at(engine: store::Engine) -> Self {
        let test = store::testing::open(engine, MIGRATIONS).await;
        let random = SeededRandom::new(41);
        Self { test, tenant: TenantId::new(start(), &random), civil: brussels(), random }
    }

    async fn screened(&self, answer_by: AnswerBy) -> Dossier {
        let (tenant, civil, new) = (self.tenant, self.civil.clone(), new_dossier(&self.random, answer_by));
        let d = store::write!(self.test.store, [new, civil], |tx| {
            let act = Act { tenant, actor: &Actor::Resident, at: start(), civil: &civil };
            journey::open(tx, &act, new).await
        })
        .await
        .unwrap();
        let first = d.contributions[0].contribution;
        self.record(d.id, Step::PrivacyChecked(evidence::Privacy::by_voice(first, false)), start()).await.unwrap();
        self.record(d.id, Step::Screened(Screening::in_scope_by_carry("idea", None)), start()).await.unwrap()
    }

    async fn record(&self, id: DossierId, step: Step, at: Instant) -> Result<Dossier, Refusal> {
        let (tenant, civil) = (self.tenant, self.civil.clone());
        let actor = Actor::Account { account: account(1) };
        store::write!(self.test.store, [step, civil], |tx| {
            let act = Act { tenant, actor: &actor, at, civil: &civil };
            journey::record(tx, &act, id, step).await
        })
        .await
    }

    async fn divide(&self, id: DossierId, many: usize, at: Instant) -> Result<Dossier, Refusal> {
        let part = |_| NewPart {
            contribution: ContributionId::new(at, &self.random),
            number: PublicNumber::draw(&self.random),
            dossier: DossierId::new(at, &self.random),
        };
        let parts: Vec<NewPart> = (0..many).map(part).collect();
        let (tenant, civil) = (self.tenant, self.civil.clone());
        let whole = store::write!(self.test.store, [civil, parts], |tx| {
            let act = Act { tenant, actor: &Actor::System, at, civil: &civil };
            journey::divide(tx, &act, id, parts).await
        })
        .await?;
        Ok(whole)
    }

    async fn reunite(&self, id: DossierId, at: Instant) -> Result<Dossier, Refusal> {
        let (tenant, civil) = (self.tenant, self.civil.clone());
        store::write!(self.test.store, [civil], |tx| {
            let act = Act { tenant, actor: &Actor::System, at, civil: &civil };
            journey::reunite(tx, &act, id).await
        })
        .await
    }

    async fn bundle(&self, from: DossierId, into: DossierId, it: ContributionId, at: Instant) -> Result<Dossier, Refusal> {
        let (tenant, civil) = (self.tenant, self.civil.clone());
        store::write!(self.test.store, [civil], |tx| {
            let act = Act { tenant, actor: &Actor::System, at, civil: &civil };
            journey::bundle(tx, &act, from, into, it).await
        })
        .await
    }

    async fn row(&self, id: DossierId) -> Dossier {
        journey::dossier(&mut self.test.store.read().await.unwrap(), self.tenant, id).await.unwrap().unwrap()
    }

    async fn of(&self, it: ContributionId) -> Option<Dossier> {
        journey::of_contribution(&mut self.test.store.read().await.unwrap(), self.tenant, it).await.unwrap()
    }

    async fn replayed(&self, id: DossierId) -> Dossier {
        journey::replay(&mut self.test.store.read().await.unwrap(), self.tenant, id).await.unwrap()
    }

    async fn counts(&self, at: Instant) -> Counts {
        let today = self.civil.today(at);
        journey::counts(&mut self.test.store.read().await.unwrap(), self.tenant, process(), today).await.unwrap()
    }

    /// From screened to answered, by the main line.
    async fn answered(&self, id: DossierId, outcome: Outcome, at: Instant) -> Dossier {
        let today = self.civil.today(at);
        let steps = [
            Step::Assigned(evidence::Assignment::by_carry(department(1))),
            Step::Accepted(evidence::Acceptance::by_carry(department(1), account(7))),
            Step::FramesChecked(evidence::Frames::by_carry(Verdict::Fits, Verdict::Fits, Verdict::FitsIf)),
            Step::AdviceReady(evidence::Advice::by_carry(AdviceId::new(at, &self.random))),
            Step::Scheduled(evidence::Agenda::by_carry("college".to_owned(), today)),
            Step::Decided(evidence::Decision::by_carry(DecisionId::new(at, &self.random), outcome, "college", today, None)),
        ];
        for step in steps {
            self.record(id, step, at).await.unwrap();
        }
        self.answer(id, at).await
    }

    /// From wherever it stands to answered, as far as that goes.
    async fn hurried(&self, id: DossierId, outcome: Outcome, at: Instant) {
        let today = self.civil.today(at);
        for _ in 0..12 {
            let d = self.row(id).await;
            if let Some(open) = d.touched.first() {
                drop(self.record(id, Step::Consulted(evidence::Consult::by_carry(open.department, "agrees".to_owned())), at).await);
            }
            let holds = d.department.unwrap_or_else(|| department(1));
            let step = match d.state {
                State::Screened | State::Bundled => Step::Assigned(evidence::Assignment::by_carry(department(1))),
                State::Assigned => Step::Accepted(evidence::Acceptance::by_carry(d.asked.unwrap_or(holds), account(7))),
                State::FrameCheck => Step::FramesChecked(evidence::Frames::by_carry(Verdict::Fits, Verdict::Fits, Verdict::Fits)),
                State::Table | State::Escalated if d.department.is_some() => Step::Assessed(evidence::Assessment::by_carry(holds)),
                State::Table | State::Escalated => Step::Assigned(evidence::Assignment::by_carry(department(1))),
                State::Assessed => Step::AdviceReady(evidence::Advice::by_carry(AdviceId::new(at, &self.random))),
                State::AdviceReady | State::OnAgenda => {
                    let id = DecisionId::new(at, &self.random);
                    Step::Decided(evidence::Decision::by_carry(id, outcome, "college", today, None).mandated())
                }
                State::Decided => return drop(self.answer(id, at).await),
                _ => return,
            };
            if self.record(id, step, at).await.is_err() {
                return;
            }
        }
    }

    async fn answer(&self, id: DossierId, at: Instant) -> Dossier {
        let d = self.row(id).await;
        let mut after = d.clone();
        for it in d.live().filter(|it| it.track == Track::Along) {
            let step = evidence::Motivation::by_answer(AnswerId::new(at, &self.random), it.contribution);
            after = self.record(id, Step::Answered(step), at).await.unwrap();
        }
        after
    }

    /// What must always be so of a contribution and its parts.
    async fn holds(&self, whole: DossierId, ever: &[DossierId], now: Instant) {
        let whole = self.row(whole).await;
        for id in ever.iter().chain([&whole.id]) {
            let row = self.row(*id).await;
            assert_eq!(row, self.replayed(*id).await, "the journal tells the row");
        }
        let counts = self.counts(now).await;
        assert!(counts.received + counts.withdrawn <= 2, "a part is no contribution more: {counts:?}");
        if whole.state == State::Withdrawn {
            return;
        }
        let open = whole.parts.iter().filter(|part| part.outcome.is_none()).count();
        match (whole.parts.len(), open) {
            (0, _) => assert_ne!(whole.state, State::Divided, "nothing is divided into nothing"),
            (_, 0) => {
                let told = [State::Decided, State::FedBack, State::Reaction, State::Evaluated];
                assert!(told.contains(&whole.state), "every part is answered: {}", whole.state);
                let outcomes: Vec<Outcome> = whole.parts.iter().filter_map(|part| part.outcome).collect();
                assert_eq!(whole.outcome, Outcome::of_parts(&outcomes));
            }
            (_, open) => {
                assert_eq!((whole.state, whole.outcome), (State::Divided, None), "{open} parts wait");
                assert!(whole.contributions.iter().all(|it| it.answer.is_none()), "no answer holds while a part has none");
            }
        }
        for part in &whole.parts {
            let travels = self.of(part.contribution).await.expect("a part travels somewhere");
            let own = travels.travelling(part.contribution).unwrap();
            assert_eq!(own.part_of, Some(whole.contributions[0].contribution), "it never forgets of what it is a part");
            assert_eq!(part.outcome.is_some(), own.answer.is_some(), "the whole knows which parts are answered");
            assert_eq!(own.answer_by, AnswerBy::None, "its author hears of all parts at once");
            if travels.state.can_strand() && travels.state != State::FedBack {
                assert!(travels.until.is_some() || travels.state == State::Underway, "{} has no term", travels.state);
            }
        }
    }
}

fn run(test: impl AsyncFn(Place)) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    for engine in engines() {
        runtime.block_on(async { test(Place::at(engine).await).await });
    }
}

#[test]
fn a_divided_contribution_is_answered_when_every_part_is() {
    run(async |place| {
        let at = start().plus_seconds(DAY);
        let whole = place.screened(AnswerBy::Letter).await;
        let first = whole.contributions[0].contribution;
        let whole = place.divide(whole.id, 2, at).await.unwrap();
        assert_eq!((whole.state, whole.until, whole.department), (State::Divided, None, None));
        let parts: Vec<Dossier> = {
            let mut found = Vec::new();
            for part in &whole.parts {
                found.push(place.of(part.contribution).await.unwrap());
            }
            found
        };
        for part in &parts {
            assert_eq!((part.state, part.live().count()), (State::Screened, 1));
            assert!(part.until.is_some(), "a part has a term from its first moment on");
        }
        assert_eq!((place.counts(at).await.received, place.counts(at).await.parts), (1, 2));

        place.answered(parts[0].id, Outcome::Adopted, at).await;
        let now = place.row(whole.id).await;
        assert_eq!((now.state, now.outcome), (State::Divided, None), "one part still waits");
        place.answered(parts[1].id, Outcome::NotAdopted, at).await;
        let now = place.row(whole.id).await;
        assert_eq!((now.state, now.outcome), (State::Decided, Some(Outcome::Partly)));
        assert!(now.until.is_some() && now.contributions[0].track == Track::Along, "the author waits for one answer, in term");
        let now = place.answer(whole.id, at).await;
        assert_eq!((now.state, now.contributions[0].delivery), (State::FedBack, DeliveryStatus::Pending), "by the way that was chosen");
        let counts = place.counts(at).await;
        assert_eq!((counts.received, counts.decided, counts.answered), (1, 1, 1), "counted once");

        // The guardian has one part looked at once more: the whole waits again.
        let part = parts[1].contributions[0].contribution;
        let asked = Step::Reacted(evidence::Reaction::by_answer(part, None, Some(false), true));
        place.record(parts[1].id, asked, at).await.unwrap();
        let granted = Step::ReviewGranted(evidence::Review::by_answer(TextId::new(at, &place.random)));
        place.record(parts[1].id, granted, at).await.unwrap();
        let now = place.row(whole.id).await;
        assert_eq!((now.state, now.contributions[0].answer, now.contributions[0].track), (State::Divided, None, Track::Along));
        for kind in ["started", "review"] {
            let step = match kind {
                "started" => Step::Started(evidence::Start::by_deliver(department(1))),
                _ => Step::ReviewGranted(evidence::Review::by_answer(TextId::new(at, &place.random))),
            };
            assert!(place.record(whole.id, step, at).await.is_err(), "what was divided goes on in its parts");
        }
        let steps = journey::steps(&mut place.test.store.read().await.unwrap(), place.tenant, first).await.unwrap();
        let kinds: Vec<_> = steps.iter().map(|step| step.kind).collect();
        assert_eq!(kinds, ["received", "screened", "divided", "part-answered", "part-answered", "answered", "part-reopened"]);
        place.holds(whole.id, &[parts[0].id, parts[1].id], at).await;
    });
}

#[test]
fn parts_become_one_again_until_one_is_too_far_and_a_withdrawn_whole_takes_them_along() {
    run(async |place| {
        let at = start().plus_seconds(DAY);
        let whole = place.screened(AnswerBy::None).await;
        assert_eq!(place.divide(whole.id, 1, at).await, Err(Refusal::Guard("divide")), "one part is no division");
        let divided = place.divide(whole.id, 3, at).await.unwrap();
        let part = place.of(divided.parts[0].contribution).await.unwrap();
        assert_eq!(place.divide(part.id, 2, at).await, Err(Refusal::Guard("divide")), "a part is not divided again");
        let one = place.reunite(whole.id, at).await.unwrap();
        assert_eq!((one.state, one.parts.len()), (State::Screened, 0));
        assert!(one.until.is_some());
        assert_eq!(place.of(divided.parts[0].contribution).await, None, "it travels nowhere any more");
        assert_eq!(place.row(part.id).await.merged, Some(whole.id), "its dossier says where it went");
        assert_eq!((place.counts(at).await.received, place.counts(at).await.parts), (1, 0));

        let again = place.divide(whole.id, 2, at).await.unwrap();
        let part = place.of(again.parts[1].contribution).await.unwrap();
        place.answered(part.id, Outcome::Adopted, at).await;
        assert_eq!(place.reunite(whole.id, at).await, Err(Refusal::Guard("parts")), "an answer cannot be taken back");
        let first = whole.contributions[0].contribution;
        let withdrawal = evidence::Withdrawal::by_voice;
        assert_eq!(place.record(part.id, Step::Withdrawn(withdrawal(again.parts[1].contribution)), at).await, Err(Refusal::Guard("part")));
        place.record(whole.id, Step::Withdrawn(withdrawal(first)), at).await.unwrap();
        for part in &again.parts {
            let travels = place.of(part.contribution).await.unwrap();
            place.record(travels.id, Step::PartWithdrawn(withdrawal(part.contribution)), at).await.unwrap();
        }
        let counts = place.counts(at).await;
        assert_eq!((counts.received, counts.withdrawn, counts.parts), (0, 1, 0), "who withdrew is counted once");
    });
}

#[test]
fn whatever_happens_to_its_parts_the_whole_follows_and_the_journal_tells_it() {
    run(async |place| {
        let mut runner = proptest::test_runner::TestRunner::deterministic();
        let mut answered = 0;
        for round in 0..8_usize {
            // Another tenant for each round, so that everything that is counted is of this one.
            let place = Place { tenant: TenantId::new(start(), &place.random), ..Place::at(place.test.store.engine()).await };
            let whole = place.screened(AnswerBy::ALL[round % AnswerBy::ALL.len()]).await.id;
            let beside = place.screened(AnswerBy::Mail).await.id;
            let mut ever = vec![beside];
            let mut now = start().plus_seconds(DAY);
            let begun = place.divide(whole, 2 + round % 2, now).await.unwrap();
            for part in &begun.parts {
                ever.push(place.of(part.contribution).await.unwrap().id);
            }
            let steps: Vec<Attempt> = attempts(60).new_tree(&mut runner).unwrap().current();
            for attempt in &steps {
                now = now.plus_seconds(attempt.days * DAY + 1);
                match attempt.pick % 37 {
                    0 => drop(place.reunite(whole, now).await),
                    1 => {
                        if let Ok(divided) = place.divide(whole, 2, now).await {
                            for part in &divided.parts {
                                ever.push(place.of(part.contribution).await.unwrap().id);
                            }
                        }
                    }
                    2 => {
                        let parts = place.row(whole).await.parts;
                        if let Some(part) = parts.first()
                            && let Some(travels) = place.of(part.contribution).await
                        {
                            let (from, into) = if travels.id == beside { (beside, ever[1]) } else { (travels.id, beside) };
                            drop(place.bundle(from, into, part.contribution, now).await);
                        }
                    }
                    // A part goes the whole way, so that some wholes come to be answered and are walked on from there.
                    3..=6 => {
                        let waits = place.row(whole).await.parts.into_iter().find(|part| part.outcome.is_none());
                        if let Some(part) = waits
                            && let Some(travels) = place.of(part.contribution).await
                        {
                            place.hurried(travels.id, Outcome::ALL[attempt.pick % 3], now).await;
                        }
                    }
                    7 if place.row(whole).await.state == State::Decided => drop(place.answer(whole, now).await),
                    _ => {}
                }
                let id = ever[attempt.pick % ever.len()];
                let d = if attempt.pick % 11 == 0 { place.row(whole).await } else { place.row(id).await };
                let Some(step) = attempt.step(&d, place.civil.today(now)) else { continue };
                // These come through calls of their own, which know the dossiers of all parts.
                let own = [StepKind::Divided, StepKind::Reunited, StepKind::PartAnswered, StepKind::PartReopened];
                let moves = [StepKind::Joined, StepKind::Left, StepKind::PartWithdrawn];
                let gone = step.kind() == StepKind::Withdrawn && d.id == whole;
                if own.contains(&step.kind()) || moves.contains(&step.kind()) || gone {
                    continue;
                }
                drop(place.record(d.id, step, now).await);
                place.holds(whole, &ever, now).await;
                answered += i32::from(place.row(whole).await.outcome.is_some());
            }
        }
        assert!(answered > 0, "some were answered in the end");
    });
}

#[test]
fn what_parts_come_to_together_is_never_better_or_worse_than_all_of_them() {
    for one in Outcome::ALL {
        assert_eq!(Outcome::of_parts(&[*one, *one]), Some(*one));
        for other in Outcome::ALL {
            let together = Outcome::of_parts(&[*one, *other]).unwrap();
            assert_eq!(Some(together), Outcome::of_parts(&[*other, *one]), "the order makes no difference");
            assert_eq!(together.is_carried_out(), one.is_carried_out() || other.is_carried_out(), "{one} and {other}: {together}");
            assert_eq!(together.is_a_no(), one.is_a_no() || other.is_a_no(), "{one} and {other}: {together}");
        }
    }
    assert_eq!(Outcome::of_parts(&[]), None);
}
