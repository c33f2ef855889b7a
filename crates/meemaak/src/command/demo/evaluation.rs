//! How the officer of Leyhoven evaluates a process, and says of another why it is not evaluated.

use super::town::Town;
use design::{Aim, GuideAnswers, GuideMoment, Rung};
use journey::Act;
use kernel::{Actor, Instant, Language, ProcessId, TextId};
use learn::{Characteristic, EffectiveRung, EvaluationDraft, EvaluationPart, GroupCounted, MeansKind, MeansUsed, Reach, ReachCounted};
use memory::{Lesson, Worked};
use people::App;
use serde_json::{Value, json};
use store::texts::{LanguageSet, Origin, Version};

/// What the officer wrote, in Dutch and in English.
const WORDS: &[(EvaluationPart, &str, &str)] = &[
    (
        EvaluationPart::Summary,
        "Bewoners deden voorstellen, en een deel daarvan is overgenomen. Een aantal mensen voelt zich beter gehoord, anderen merkten \
         geen verschil. Wie weinig Nederlands spreekt, kwam moeilijker aan het woord. Van een van onze doelen weten wij niets.",
        "Residents made proposals, and part of them was taken over. Some people feel better heard, others noticed no difference. Who \
         speaks little Dutch found it harder to get a word in. Of one of our aims we know nothing.",
    ),
    (
        EvaluationPart::Balance,
        "Wat wij vonden, gaat over wie meedeed. Over mensen die niet meededen zegt het weinig.",
        "What we found is about who took part. It says little of people who did not.",
    ),
    (
        EvaluationPart::NegativeFound,
        "De avonden duurden te lang voor wie kinderen heeft. Wie weinig Nederlands spreekt, kon moeilijk volgen en haakte eerder af.",
        "The evenings were too long for people with children. Who speaks little Dutch could hardly follow and left earlier.",
    ),
    (
        EvaluationPart::NegativeDone,
        "De volgende keer is er een moment overdag en een op zaterdag, met een tolk. De Kring helpt uitnodigen. De dienst Samenleven \
         regelt dit voor de volgende ronde begint.",
        "Next time there is one moment by day and one on Saturday, with an interpreter. De Kring helps to invite. The department of \
         living together arranges this before the next round begins.",
    ),
    (
        EvaluationPart::RungMotive,
        "Het college besliste zelf. Het nam een deel van de voorstellen over en gaf bij de andere een reden.",
        "The executive decided itself. It took over part of the proposals and gave a reason for the others.",
    ),
    (
        EvaluationPart::Influence,
        "Beloofd was samen beslissen. Dat is niet gelukt, en dat hadden wij eerder moeten zeggen.",
        "Deciding together was promised. That did not succeed, and we should have said so earlier.",
    ),
    (
        EvaluationPart::Means,
        "Er ging meer tijd naar het rekenwerk van diensten dan gepland. Ook bewoners gaven meer uren dan gevraagd was.",
        "More time went to the calculations of departments than planned. Residents gave more hours than were asked as well.",
    ),
    (
        EvaluationPart::Heard,
        "Mensen die niet meededen zijn niet gehoord. Zij kunnen er anders over denken.",
        "People who did not take part were not heard. They may think otherwise.",
    ),
    (
        EvaluationPart::Limits,
        "Er zijn weinig gesprekken gevoerd, vooral met mensen die tot het einde bleven. Het is te vroeg om te zien wat blijft.",
        "Few interviews were held, mostly with people who stayed to the end. It is too early to see what lasts.",
    ),
];

fn said(nl: &str, en: &str) -> LanguageSet {
    let english = Version { language: Language::EN, text: en.to_owned(), origin: Origin::Human, reviewed_by: None };
    LanguageSet::written(Language::NL, nl).with(english)
}

fn draft() -> EvaluationDraft {
    let used = |kind, planned, used| MeansUsed { kind, planned, used };
    EvaluationDraft {
        effective: Some(EffectiveRung::Rung(Rung::Consult)),
        none_found: false,
        texts: WORDS.iter().map(|(part, nl, en)| (*part, said(nl, en))).collect(),
        means: vec![
            used(MeansKind::MunicipalHours, Some(220), Some(268)),
            used(MeansKind::MunicipalMoney, Some(18_000_000), Some(4_150_000)),
            used(MeansKind::ResidentHours, Some(120), Some(160)),
            used(MeansKind::ResidentMoney, None, None),
            used(MeansKind::PartnerHours, Some(40), Some(52)),
            used(MeansKind::PartnerMoney, None, None),
        ],
        // Nobody kept count of who came back, so only who began is told.
        reach: Reach { characteristics: vec![by_age()], ..Reach::default() },
    }
}

/// Who began, by age: those between forty and sixty-five were many, the young few.
fn by_age() -> ReachCounted {
    let group = |name: &str, population, began| GroupCounted { name: name.to_owned(), population, began, stayed: None };
    ReachCounted {
        characteristic: Characteristic::Age,
        population_source: "Bevolkingsregister van Leyhoven, 1 januari".to_owned(),
        source: "Briefje zonder naam aan de ingang van de eerste avond".to_owned(),
        unsaid: Some(7),
        groups: vec![
            group("12 tot 25 jaar", 6_120, 6),
            group("26 tot 40 jaar", 8_340, 19),
            group("41 tot 65 jaar", 13_210, 41),
            group("Ouder dan 65 jaar", 7_450, 14),
        ],
    }
}

fn told(error: impl std::fmt::Display) -> String {
    error.to_string()
}

/// The process of which something was coded, or else the one that was decided longest ago.
async fn chosen(app: &App, town: &Town) -> Result<(ProcessId, String), String> {
    let mut session = app.store.read().await.map_err(told)?;
    for code in ["school", "budget", "plein"] {
        let Some(process) = town.processes.get(code) else { continue };
        let (found, _) = study::found(&mut session, town.tenant.id, process.id).await.map_err(told)?;
        if !found.is_empty() {
            return Ok((process.id, process.slug.clone()));
        }
    }
    let process = town.processes.get("school").ok_or("Leyhoven has no way to school")?;
    Ok((process.id, process.slug.clone()))
}

/// Writes, keeps a lesson, finishes; says of another process why it is not evaluated. Adds where to look to the samples.
pub(super) async fn play(app: &App, now: Instant, town: &Town, samples: &mut Value) -> Result<(), String> {
    let (process, slug) = chosen(app, town).await?;
    let actor = Actor::Account { account: town.account("participatie")? };
    let (tenant, civil) = (std::sync::Arc::clone(&town.tenant), town.tenant.civil.clone());
    let guide = design::guide(&mut app.store.read().await.map_err(told)?, tenant.id, process).await.map_err(told)?;
    let aim = |effect: &str| Ok(Aim { effect: effect.to_owned().try_into().map_err(told)?, level: None });
    let aims = ["effect.trust", "value.inclusion", "effect.influence"].into_iter().map(aim).collect::<Result<Vec<_>, String>>()?;
    let answers = guide.aims.is_empty().then(|| GuideAnswers {
        moment: GuideMoment::Aims,
        answers: vec![
            ("initiator".to_owned(), Some("government".to_owned())),
            ("forms".to_owned(), Some("ideas,workshop".to_owned())),
            ("target-groups".to_owned(), Some("other-language,youth".to_owned())),
            ("first-resident-stage".to_owned(), Some("problem-definition".to_owned())),
            ("funding-months-left".to_owned(), Some("14".to_owned())),
        ],
        aims: Some(aims),
        texts: Vec::new(),
        choices: Vec::new(),
        lessons: Vec::new(),
        organisation: Vec::new(),
    });
    let seen = guide.saved;
    let draft = draft();
    let lesson = Lesson {
        id: TextId::new(now, app.random.as_ref()).uuid(),
        process: Some(process),
        text: said(
            "Alle bijeenkomsten waren op een avond en in het Nederlands. Wie kinderen heeft of weinig Nederlands spreekt, bleef weg.",
            "All meetings were in the evening and in Dutch. Who has children or speaks little Dutch stayed away.",
        ),
        advice: said(
            "Plan ook een moment overdag, met opvang voor kinderen en een tolk. Vraag dat geld aan bij het begin.",
            "Plan a moment by day as well, with child care and an interpreter. Ask for that money at the beginning.",
        ),
        worked: Worked::No,
        area: town.areas.get("Molenveld").copied(),
        theme: None,
        effects: vec!["value.inclusion".to_owned()],
        at: now,
    };
    store::write!(app.store, [civil, tenant, actor, answers, draft, lesson], |tx| {
        let act = Act { tenant: tenant.id, actor: &actor, at: now, civil: &civil };
        if let Some(answers) = &answers {
            design::save_guide(tx, &act, process, answers, seen).await.map_err(|error| store::Error::Broken(error.to_string()))?;
        }
        learn::keep_lesson(tx, &act, process, &lesson).await?;
        learn::save_evaluation(tx, &act, process, &draft, None).await?;
        learn::finish_evaluation(tx, &act, &tenant, process, None).await
    })
    .await
    .map_err(told)?;
    let initiative = town.processes.get("initiatief").ok_or("Leyhoven has no initiatives")?;
    let (other, motive) = (
        initiative.id,
        said(
            "Dit is geen project met een einde: bewoners beginnen telkens iets anders. Wij bekijken elk initiatief apart.",
            "This is no project with an end: residents begin something else each time. We look at each initiative apart.",
        ),
    );
    store::write!(app.store, [civil, tenant, actor, motive], |tx| {
        let act = Act { tenant: tenant.id, actor: &actor, at: now, civil: &civil };
        learn::waive_evaluation(tx, &act, other, &motive).await
    })
    .await
    .map_err(told)?;
    let work = format!("/werk/processen/{process}");
    let public = format!("/processen/{slug}/evaluatie");
    samples["year"] = json!(town.tenant.civil.today(now).year().to_string());
    samples["/processen/{slug}/evaluatie"] = json!([public, format!("/processen/{}/evaluatie", initiative.slug)]);
    samples["/processen/{slug}/evaluatie.csv"] = json!(format!("{public}.csv"));
    samples["/processen/{slug}/evaluatie.json"] = json!(format!("{public}.json"));
    // Without a font on this machine there is no PDF to look at.
    let pdf: Vec<String> = app.settings.letter_fonts.iter().map(|_| format!("{public}.pdf")).collect();
    samples["/processen/{slug}/evaluatie.pdf"] = json!(pdf);
    samples["/vergelijken"] = json!(["/vergelijken".to_owned(), format!("/vergelijken?kies={slug}&kies={}", initiative.slug)]);
    samples["/werk/processen/{id}/evaluatie"] = json!(format!("{work}/evaluatie"));
    for page in ["les", "afronden", "zonder", "bereik"] {
        samples[format!("/werk/processen/{{id}}/evaluatie/{page}")] = json!(format!("{work}/evaluatie/{page}"));
    }
    samples["/werk/processen/{id}/overdracht"] = json!(format!("{work}/overdracht"));
    Ok(())
}
