//! Proposes bundles for many made-up texts and tells how long it took and how much memory.
//!
//! `cargo run --release -p bundling --example many -- 10000`
#![allow(clippy::print_stdout, clippy::disallowed_methods, reason = "an example that measures and tells")]

use std::time::Instant;

use bundling::{Options, Step, Text, propose};
use kernel::Language;

/// Parts of which a text is put together: asks, things, places, reasons.
struct Parts {
    language: Language,
    asks: &'static [&'static str],
    things: &'static [&'static str],
    places: &'static [&'static str],
    reasons: &'static [&'static str],
}

const PARTS: &[Parts] = &[
    Parts {
        language: Language::NL,
        asks: &[
            "Zet meer {} {}",
            "Er zijn te weinig {} {}",
            "Herstel de {} {}",
            "Geen {} meer {}",
            "De {} {} zijn kapot",
            "Ik ben tegen {} {}",
            "Graag {} {}",
        ],
        things: &[
            "zitbanken",
            "vuilnisbakken",
            "lantaarns",
            "bomen",
            "fietsenstallingen",
            "zebrapaden",
            "drempels",
            "speeltuinen",
            "bloembakken",
            "camera's",
            "parkeerplaatsen",
            "toiletten",
            "voetpaden",
            "fietspaden",
            "bushokjes",
            "laadpalen",
        ],
        places: &[
            "in het park",
            "aan het station",
            "bij de school",
            "op de markt",
            "langs de vaart",
            "in de wijk",
            "aan de kerk",
            "in de straat",
        ],
        reasons: &[
            "want het is nu gevaarlijk",
            "zodat ouderen kunnen rusten",
            "voor de kinderen",
            "omdat er veel volk komt",
            "dat vragen we al jaren",
            "de buurt heeft er nood aan",
        ],
    },
    Parts {
        language: Language::FR,
        asks: &[
            "Installez des {} {}",
            "Il manque des {} {}",
            "Réparez les {} {}",
            "Pas de {} {}",
            "Les {} {} sont cassés",
            "Je suis contre les {} {}",
        ],
        things: &[
            "bancs",
            "poubelles",
            "lampadaires",
            "arbres",
            "arceaux à vélos",
            "passages piétons",
            "ralentisseurs",
            "fleurs",
            "caméras",
            "trottoirs",
            "abribus",
            "toilettes",
        ],
        places: &["dans le parc", "à la gare", "devant l'école", "au marché", "le long du canal", "dans le quartier", "près de l'église"],
        reasons: &["car c'est dangereux", "pour les personnes âgées", "pour les enfants", "parce qu'il y a du monde", "depuis des années"],
    },
    Parts {
        language: Language::EN,
        asks: &[
            "Put more {} {}",
            "There are not enough {} {}",
            "Repair the {} {}",
            "No more {} {}",
            "The {} {} are broken",
            "I am against {} {}",
        ],
        things: &[
            "benches",
            "litter bins",
            "street lights",
            "trees",
            "bike racks",
            "crossings",
            "speed bumps",
            "playgrounds",
            "cameras",
            "pavements",
            "toilets",
        ],
        places: &["in the park", "at the station", "near the school", "at the market", "by the canal", "in our area", "near the church"],
        reasons: &["because it is dangerous", "so older people can rest", "for the children", "as it gets busy", "we have asked for years"],
    },
];

/// A small generator with a seed, so that every run has the same texts.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % most.max(1)
    }
    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }
}

/// A word made of syllables, so that texts also hold words of their own.
fn made_up(dice: &mut Dice) -> String {
    (0..2 + dice.below(3)).map(|_| dice.one(&["ba", "ker", "lo", "vin", "ste", "ra", "mo", "de", "tur", "pel", "ga", "ri"])).collect()
}

fn body(parts: &Parts, dice: &mut Dice) -> String {
    let mut sentences = Vec::new();
    for _ in 0..1 + dice.below(3) {
        let ask = dice.one(parts.asks).replacen("{}", dice.one(parts.things), 1).replacen("{}", dice.one(parts.places), 1);
        let street = format!("{}straat", made_up(dice));
        let place = if dice.below(3) == 0 { format!(" {street}") } else { String::new() };
        sentences.push(format!("{ask}{place}, {} {} {}.", dice.one(parts.reasons), made_up(dice), made_up(dice)));
    }
    sentences.join(" ")
}

fn main() {
    let most: usize = std::env::args().nth(1).and_then(|most| most.parse().ok()).unwrap_or(10_000);
    // One language, three languages, and a campaign: one text that thousands sign with some words of their own.
    for (languages, campaign) in [(&PARTS[..1], false), (PARTS, false), (&PARTS[..1], true)] {
        let mut dice = Dice(7);
        let made: Vec<(Language, String)> = (0..most)
            .map(|_| {
                let parts = &languages[dice.below(languages.len())];
                if campaign {
                    let (one, other) = (made_up(&mut dice), made_up(&mut dice));
                    return (Language::NL, format!("Red de oude bomen van het stadspark, kap ze niet. {one} {other}"));
                }
                (parts.language, body(parts, &mut dice))
            })
            .collect();
        let texts: Vec<Text<'_, usize>> =
            made.iter().enumerate().map(|(id, (language, body))| Text { id, language: *language, title: "", body, place: None }).collect();
        let begin = Instant::now();
        let (mut told, mut ends) = (0, Vec::new());
        let groups = propose(&texts, &Options::default(), |progress| {
            told += 1;
            if progress.done == progress.of {
                ends.push((progress.step, begin.elapsed()));
            }
        });
        let whole = begin.elapsed();
        let bundled: usize = groups.iter().map(|group| group.members.len()).sum();
        let largest = groups.iter().map(|group| group.members.len()).max().unwrap_or(0);
        println!(
            "{most} texts in {} language(s){}: {:.2} s, {} groups holding {bundled} texts (largest {largest}), progress told {told} times, most memory so far {}",
            languages.len(),
            if campaign { ", one campaign" } else { "" },
            whole.as_secs_f64(),
            groups.len(),
            memory()
        );
        for step in [Step::Reading, Step::Comparing, Step::Grouping] {
            if let Some((_, when)) = ends.iter().find(|(ended, _)| *ended == step) {
                println!("  {step:?} ended at {:.2} s", when.as_secs_f64());
            }
        }
    }
}

/// The most memory that this process has held, as Linux tells it.
fn memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    status.lines().find_map(|line| line.strip_prefix("VmHWM:")).map_or_else(|| "unknown".to_owned(), |held| held.trim().to_owned())
}
