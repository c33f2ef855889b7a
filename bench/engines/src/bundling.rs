//! Proposals to bundle over as many made-up texts as a large process has. There is no peer that does this.

use crate::report::Report;
use crate::setting::{Setting, peak_memory, shortest};
use bundling::{Options, Text, propose};
use serde_json::{Value, json};

/// How many texts.
const TEXTS: usize = 10_000;

/// Measures proposals: three languages, and a campaign that thousands sign with some words of their own.
///
/// # Errors
/// When a case cannot be run, or proposes nothing.
pub fn measure(setting: &Setting, report: &mut Report) -> Result<(), String> {
    for (case, what) in [("bundling-languages", "in three languages"), ("bundling-campaign", "of one campaign")] {
        let told = setting.alone(case)?;
        let number = |key: &str| told[key].as_f64().unwrap_or(f64::NAN);
        if number("groups") < 1.0 {
            return Err(format!("{case}: nothing was proposed"));
        }
        let what = format!("bundling: {TEXTS} texts {what}, {} groups, the largest of {}", told["groups"], told["largest"]);
        report.at_most(&what, number("seconds"), 10.0, "s");
        report.at_most(&format!("{what}: memory"), number("peak"), 500.0, "MB");
    }
    Ok(())
}

/// What people ask for, of what, and where, in one language.
struct Parts {
    language: &'static str,
    asks: &'static [&'static str],
    things: &'static [&'static str],
    places: &'static [&'static str],
}

const PARTS: [Parts; 3] = [
    Parts {
        language: "nl",
        asks: &["Zet meer {} {}", "Er zijn te weinig {} {}", "Herstel de {} {}", "Geen {} meer {}", "De {} {} zijn kapot"],
        things: &["zitbanken", "vuilnisbakken", "lantaarns", "bomen", "zebrapaden", "drempels", "speeltuinen", "toiletten", "laadpalen"],
        places: &["in het park", "aan het station", "bij de school", "op de markt", "langs de vaart", "aan de kerk"],
    },
    Parts {
        language: "fr",
        asks: &["Installez des {} {}", "Il manque des {} {}", "Réparez les {} {}", "Pas de {} {}", "Je suis contre les {} {}"],
        things: &["bancs", "poubelles", "lampadaires", "arbres", "passages piétons", "ralentisseurs", "caméras", "toilettes"],
        places: &["dans le parc", "à la gare", "devant l'école", "au marché", "le long du canal"],
    },
    Parts {
        language: "en",
        asks: &["Put more {} {}", "There are not enough {} {}", "Repair the {} {}", "No more {} {}", "I am against {} {}"],
        things: &["benches", "litter bins", "street lights", "trees", "bike racks", "crossings", "speed bumps", "toilets"],
        places: &["in the park", "at the station", "near the school", "at the market", "by the canal"],
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
    /// A word of syllables, so that texts also hold words of their own.
    fn word(&mut self) -> String {
        (0..2 + self.below(3)).map(|_| self.one(&["ba", "ker", "lo", "vin", "ste", "ra", "mo", "de", "tur", "pel", "ga", "ri"])).collect()
    }
}

fn in_three_languages(dice: &mut Dice) -> (&'static str, String) {
    let parts = &PARTS[dice.below(PARTS.len())];
    let sentences: Vec<String> = (0..1 + dice.below(3))
        .map(|_| {
            let ask = dice.one(parts.asks).replacen("{}", dice.one(parts.things), 1).replacen("{}", dice.one(parts.places), 1);
            format!("{ask}, {} {}.", dice.word(), dice.word())
        })
        .collect();
    (parts.language, sentences.join(" "))
}

fn of_a_campaign(dice: &mut Dice) -> (&'static str, String) {
    ("nl", format!("Red de oude bomen van het stadspark, kap ze niet. {} {}", dice.word(), dice.word()))
}

/// The cases that run in a process of their own.
pub fn case(_: &Setting, name: &str) -> Option<Result<Value, String>> {
    let say = match name {
        "bundling-languages" => in_three_languages,
        "bundling-campaign" => of_a_campaign,
        _ => return None,
    };
    let mut dice = Dice(7);
    let made: Vec<(&str, String)> = (0..TEXTS).map(|_| say(&mut dice)).collect();
    let texts: Result<Vec<Text<'_, usize>>, String> = made
        .iter()
        .enumerate()
        .map(|(id, (language, body))| {
            let language = language.parse().map_err(|_| format!("«{language}» is no language"))?;
            Ok(Text { id, language, title: "", body, place: None })
        })
        .collect();
    Some(texts.map(|texts| {
        let (seconds, groups) = shortest(3, || propose(&texts, &Options::default(), |_| ()));
        let largest = groups.iter().map(|group| group.members.len()).max().unwrap_or(0);
        json!({ "seconds": seconds, "groups": groups.len(), "largest": largest, "peak": peak_memory() })
    }))
}
