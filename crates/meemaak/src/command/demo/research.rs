//! What was heard and seen of one process of Leyhoven, coded by two, and a small review of literature beside it.

use super::town::Town;
use evidence::{Basis, Coding, Direction as Way, EffectKey, Funnel, ReviewStep};
use journey::Act;
use kernel::{AccountId, Actor, Instant, Language, ProcessId};
use people::App;
use serde::Deserialize;
use serde_json::{Value, json};
use std::sync::Arc;
use study::{
    DialogueQuality, Direction, Ground, Item, NewInterview, NewMarked, NewSession, Resolution, SearchPlan, SourceCode, SpeakingUnit, Study,
};

const DAY: i64 = 86_400;
const LANGUAGE: Language = Language::NL;

#[derive(Debug, Clone, Deserialize)]
struct File {
    interview: Vec<Words>,
}

#[derive(Debug, Clone, Deserialize)]
struct Words {
    actor: String,
    days: i64,
    minutes: i64,
    quote: bool,
    words: String,
    #[serde(default)]
    mark: Vec<MarkWords>,
    #[serde(default)]
    settle: Vec<SettleWords>,
}

#[derive(Debug, Clone, Deserialize)]
struct MarkWords {
    coders: String,
    passage: i64,
    effect: Option<String>,
    direction: Option<String>,
    ground: Option<String>,
    level: Option<String>,
    actor: Option<String>,
    whom: Option<String>,
    helped: Option<String>,
    hindered: Option<String>,
    #[serde(default)]
    codes: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
struct SettleWords {
    passage: i64,
    item: String,
    outcome: String,
    motive: String,
}

fn told(error: impl std::fmt::Display) -> String {
    error.to_string()
}

fn marked(it: &MarkWords) -> Result<NewMarked, String> {
    let effect = it.effect.clone().map(EffectKey::try_from).transpose().map_err(told)?;
    Ok(NewMarked {
        passage: it.passage,
        effect,
        direction: it.direction.as_deref().and_then(Direction::of_code),
        level: it.level.clone(),
        actor: it.actor.clone(),
        whom: it.whom.clone(),
        ground: it.ground.as_deref().and_then(Ground::of_code),
        helped: it.helped.clone(),
        hindered: it.hindered.clone(),
        codes: it.codes.iter().filter_map(|key| Item::of_key(key)).collect(),
        remark: None,
    })
}

/// Who acts when.
#[derive(Debug, Clone)]
struct Doing {
    town: Arc<people::Tenant>,
    actor: Actor,
    at: Instant,
}

impl Doing {
    fn act(&self) -> Act<'_> {
        Act { tenant: self.town.id, actor: &self.actor, at: self.at, civil: &self.town.civil }
    }
}

/// Puts the sources in, has them coded by two, and gives the samples of the pages.
pub(super) async fn play(app: &App, now: Instant, town: &Town, samples: &mut Value) -> Result<(), String> {
    let file: File = toml::from_str(include_str!("research.toml")).map_err(told)?;
    let process = town.processes.get("school").ok_or("Leyhoven has no school")?.id;
    let coders = [town.account("onderzoeker")?, town.account("onderzoeker-twee")?];
    let doing = |account: AccountId, days: i64| Doing {
        town: Arc::clone(&town.tenant),
        actor: Actor::Account { account },
        at: now.plus_seconds(-days * DAY),
    };
    let hand = doing(coders[0], 41);
    store::write!(app.store, [hand], |tx| {
        study::make_code(tx, &hand.act(), process, "Tijdstip", "Het uur waarop iets doorgaat laat mensen toe of sluit ze uit.").await
    })
    .await
    .map_err(told)?;
    for it in &file.interview {
        interview(app, process, it, coders, &doing).await?;
    }
    session(app, process, doing(coders[0], 30)).await?;
    review(app, doing(coders[0], 20)).await?;
    add_samples(process, samples);
    Ok(())
}

async fn interview(
    app: &App,
    process: ProcessId,
    words: &Words,
    coders: [AccountId; 2],
    doing: &impl Fn(AccountId, i64) -> Doing,
) -> Result<(), String> {
    let hand = doing(coders[0], words.days);
    let new = NewInterview {
        actor: words.actor.clone(),
        day: hand.town.civil.zone.date(hand.at),
        minutes: words.minutes,
        may_quote: words.quote,
        words: words.words.trim().to_owned(),
        language: LANGUAGE,
    };
    let code =
        store::write!(app.store, [hand, new], |tx| { study::keep_interview(tx, &hand.act(), process, &new).await }).await.map_err(told)?;
    for (letter, account) in ["A", "B"].into_iter().zip(coders) {
        let hand = doing(account, words.days - 3);
        for it in words.mark.iter().filter(|it| it.coders.contains(letter)) {
            let new = marked(it)?;
            store::write!(app.store, [hand, code, new], |tx| { study::mark(tx, &hand.act(), process, &code, &new, LANGUAGE).await })
                .await
                .map_err(told)?;
        }
    }
    // Nobody is done before both have begun, so that the demo looks as if they worked side by side.
    for account in coders {
        let hand = doing(account, words.days - 4);
        store::write!(app.store, [hand, code], |tx| { study::finish(tx, &hand.act(), process, &code, false).await }).await.map_err(told)?;
    }
    let knowledge = Arc::new(evidence::Knowledge::shipped().map_err(told)?.clone());
    for it in &words.settle {
        let hand = doing(coders[1], words.days - 5);
        let item = Item::of_key(&it.item).ok_or_else(|| format!("«{}» is no item", it.item))?;
        let chosen = Resolution::of_code(&it.outcome).ok_or_else(|| format!("«{}» is no outcome", it.outcome))?;
        let (passage, motive) = (it.passage, it.motive.clone());
        store::write!(app.store, [hand, code, item, motive, knowledge], |tx| {
            study::settle(tx, &hand.act(), process, &code, &knowledge, (passage, &item, chosen), &motive, LANGUAGE).await
        })
        .await
        .map_err(told)?;
    }
    Ok(())
}

async fn session(app: &App, process: ProcessId, hand: Doing) -> Result<(), String> {
    let new = NewSession {
        title: "Avond in de school".to_owned(),
        day: hand.town.civil.zone.date(hand.at),
        minutes: 120,
        present: 14,
        actors: vec!["residents".to_owned(), "specialist".to_owned(), "moderators".to_owned()],
        unit: SpeakingUnit::Turns,
        spoken: vec![14, 9, 6, 5, 4, 3, 3, 2, 2, 1, 1, 0, 0, 0],
        quality: DialogueQuality { respect: 5, reasons: 4, listening: 3 },
        missing: Some("Jongeren, en ouders die 's avonds werken.".to_owned()),
        notes: "De moderator vroeg na een half uur wie nog niets gezegd had. Toen spraken er drie nieuwe mensen.\n\nOver het kruispunt herhaalde iedereen hetzelfde; niemand ging in op het voorstel van de dienst.".to_owned(),
        language: LANGUAGE,
    };
    let code: SourceCode =
        store::write!(app.store, [hand, new], |tx| { study::keep_session(tx, &hand.act(), process, &new).await }).await.map_err(told)?;
    let new = NewMarked {
        passage: 1,
        effect: Some(EffectKey::try_from("effect.deliberation".to_owned()).map_err(told)?),
        direction: Some(Direction::Positive),
        ground: Some(Ground::Seen),
        helped: Some("cocreation-factor.facilitation".to_owned()),
        ..NewMarked::default()
    };
    store::write!(app.store, [hand, code, new], |tx| {
        study::mark(tx, &hand.act(), process, &code, &new, LANGUAGE).await?;
        study::finish(tx, &hand.act(), process, &code, true).await
    })
    .await
    .map_err(told)
}

/// A small review, so that the page shows one. The study in it is made up and says so.
async fn review(app: &App, hand: Doing) -> Result<(), String> {
    let plan = SearchPlan {
        question: "Wat gaat samen met een vroeg antwoord aan wie iets inbracht?".to_owned(),
        searched: "Voorbeeld, bedacht voor Leyhoven".to_owned(),
        terms: "participatie en terugkoppeling".to_owned(),
        criteria: "Empirisch, en op het niveau van een gemeente.".to_owned(),
        from: Some(2015),
        until: Some(2025),
    };
    let mut funnel = Funnel::default();
    funnel.reached(ReviewStep::Found, 12);
    funnel.reached(ReviewStep::Screened, 10);
    funnel.reached(ReviewStep::Included, 1);
    funnel.left_out(ReviewStep::Found, "dubbel", 2);
    let study = Study {
        number: 0,
        title: "Voorbeeldstudie, bedacht voor Leyhoven: een brief na drie weken".to_owned(),
        year: 2024,
        via: "voorbeeld".to_owned(),
    };
    let coding = Coding {
        study: String::new(),
        code: "effect.trust".to_owned(),
        direction: Way::Positive,
        basis: Basis::Empirical,
        observed: true,
        factors: Vec::new(),
        passage: "p. 3: bedacht, om te tonen hoe een codering eruitziet.".to_owned(),
        coder: String::new(),
    };
    store::write!(app.store, [hand, plan, funnel, study, coding], |tx| {
        study::save_review(tx, &hand.act(), &plan, &funnel).await?;
        let number = study::add_study(tx, &hand.act(), &study).await?;
        study::add_review_code(
            tx,
            &hand.act(),
            "Snelheid van het antwoord",
            "komt vaak voor in de studies",
            hand.town.civil.zone.date(hand.at),
        )
        .await?;
        study::code_study(tx, &hand.act(), number, &coding).await
    })
    .await
    .map_err(told)
}

fn add_samples(process: ProcessId, samples: &mut Value) {
    let (home, of) = (format!("/werk/processen/{process}/onderzoek"), "/werk/processen/{id}/onderzoek");
    for page in ["", "/interview", "/zitting", "/document", "/codeboek", "/intrekken", "/uitvoer"] {
        samples[format!("{of}{page}")] = json!(format!("{home}{page}"));
    }
    let sources = ["B1", "I1", "G1", "O1"];
    let files = ["bronnen", "coderingen", "codes", "citaten", "zittingen", "beurten", "codeboek"];
    samples[format!("{of}/uitvoer/{{file}}")] = json!(
        files.iter().map(|file| format!("{home}/uitvoer/{file}.csv")).chain([format!("{home}/uitvoer/alles.json")]).collect::<Vec<_>>()
    );
    samples[format!("{of}/bronnen/{{code}}")] = json!(sources.map(|code| format!("{home}/bronnen/{code}")));
    samples[format!("{of}/bronnen/{{code}}/coderen")] = json!(format!("{home}/bronnen/B1/coderen"));
    samples[format!("{of}/bronnen/{{code}}/klaar")] = json!(format!("{home}/bronnen/B1/klaar"));
    samples[format!("{of}/bronnen/{{code}}/verschillen")] = json!(["B1", "I1"].map(|code| format!("{home}/bronnen/{code}/verschillen")));
    samples[format!("{of}/bronnen/{{code}}/verschillen/{{passage}}/{{item}}")] =
        json!(format!("{home}/bronnen/B1/verschillen/3/effect.accountability"));
    samples["/werk/onderzoek/literatuur/studies/{number}"] = json!("/werk/onderzoek/literatuur/studies/1");
    samples["/werk/onderzoek/literatuur/uitvoer/{file}"] =
        json!(["coderingen", "codeboek"].map(|file| format!("/werk/onderzoek/literatuur/uitvoer/{file}.csv")));
}
