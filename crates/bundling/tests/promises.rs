//! What a proposal promises, whatever the texts.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use std::collections::BTreeSet;

use bundling::{Bar, Group, Options, Place, Progress, Step, Text, compare, propose};
use kernel::Language;
use proptest::prelude::*;

const FILES: [(Language, &str); 3] = [
    (Language::NL, include_str!("pairs/nl.tsv")),
    (Language::FR, include_str!("pairs/fr.tsv")),
    (Language::EN, include_str!("pairs/en.tsv")),
];

/// All sentences of the labelled pairs of a language.
fn sentences(file: &'static str) -> BTreeSet<&'static str> {
    file.lines().flat_map(|line| line.split('\t').skip(2)).collect()
}

fn text<K>(id: K, language: Language, body: &str) -> Text<'_, K> {
    Text { id, language, title: "", body, place: None }
}

fn small(body: &str) -> String {
    let mut letters = body.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// The sentence denied, in the ways that need no grammar.
fn denials(language: Language, body: &str) -> Vec<String> {
    let (first, rest) = body.split_once(' ').unwrap();
    let small = small(body);
    match language.tag() {
        "nl" => vec![
            format!("Het is niet waar dat {small}"),
            format!("Ik ben het er niet mee eens: {small}"),
            format!("Ik ben ertegen: {small}"),
            format!("{body} Neen, dat mag niet gebeuren."),
            format!("{body} Ik ben tegen."),
            format!("{first} niet {rest}"),
        ],
        "fr" => vec![
            format!("Il n'est pas vrai que {small}"),
            format!("Je ne suis pas d'accord : {small}"),
            format!("Je suis contre : {small}"),
            format!("{body} Non, il ne faut pas le faire."),
            format!("{body} Je suis contre."),
            // «N'organisez plus …» holds its own denial.
            if first.starts_with("N'") { format!("{body} Non !") } else { format!("Ne {} pas {rest}", first.to_lowercase()) },
        ],
        _ => vec![
            format!("It is not true that {small}"),
            format!("I disagree: {small}"),
            format!("I am against this: {small}"),
            format!("{body} No, do not do this."),
            format!("{body} I am against it."),
            format!("Do not {small}"),
        ],
    }
}

#[test]
fn no_sentence_is_ever_proposed_with_its_denial() {
    let mut wrong = Vec::new();
    let mut tried = 0;
    for (language, file) in FILES {
        for body in sentences(file) {
            for denial in denials(language, body) {
                tried += 1;
                let groups = propose(&[text(0, language, body), text(1, language, &denial)], &Options::default(), |_| ());
                if !groups.is_empty() {
                    wrong.push(format!("{body} | {denial}"));
                }
            }
        }
    }
    assert!(tried > 3_000, "{tried}");
    assert!(wrong.is_empty(), "{} of {tried}: {wrong:#?}", wrong.len());
}

#[test]
fn no_group_of_all_sentences_and_their_denials_holds_both() {
    for (language, file) in FILES {
        let bodies: Vec<&str> = sentences(file).into_iter().collect();
        for form in 0..6 {
            let denied: Vec<String> = bodies.iter().map(|body| denials(language, body).swap_remove(form)).collect();
            let mut texts: Vec<Text<'_, (usize, bool)>> = Vec::new();
            for (at, (body, denial)) in bodies.iter().zip(&denied).enumerate() {
                texts.push(text((at, false), language, body));
                texts.push(text((at, true), language, denial));
            }
            for group in propose(&texts, &Options::default(), |_| ()) {
                let mut both = BTreeSet::new();
                for member in &group.members {
                    assert!(both.insert(member.id.0), "{language} {form}: {}", bodies[member.id.0]);
                }
            }
        }
    }
}

#[test]
fn the_same_words_at_another_place_are_not_proposed() {
    let body = "De bank is stuk en moet hersteld worden.";
    let at = |id, name, point| Text { id, language: Language::NL, title: "", body, place: Some(Place { name, point }) };
    let here = Some([4.7001, 50.8791]);
    for (a, b, grouped) in [
        (at(1, None, here), at(2, None, Some([4.7002, 50.8792])), true),
        (at(1, None, here), at(2, None, Some([4.7401, 50.8791])), false),
        (at(1, Some("Veldstraat"), None), at(2, Some("veldstraat 3"), None), true),
        (at(1, Some("Veldstraat"), None), at(2, Some("Lindelaan"), None), false),
    ] {
        assert_eq!(propose(&[a, b], &Options::default(), |_| ()).len(), usize::from(grouped), "{a:?} {b:?}");
    }
}

#[test]
fn a_slip_of_the_pen_does_not_hide_a_duplicate_and_never_turns_a_sentence_around() {
    let nl = |body| text(0, Language::NL, body);
    let found =
        compare(&nl("Zet meer vuilnisbaken bij de speeltuyn."), &nl("Zet meer vuilnisbakken bij de speeltuin."), &Options::default());
    assert!(found.bar.is_none() && found.similarity > 0.9, "{found:?}");
    let found = compare(&nl("Zet minder vuilnisbakken."), &nl("Zet meer vuilnisbakken."), &Options::default());
    assert_eq!(found.bar, Some(Bar::Opposed));
}

#[test]
fn texts_of_two_languages_stay_apart_and_unknown_languages_need_the_same_words() {
    let texts = [
        text(1, Language::AR, "ضعوا مقاعد في الحديقة"),
        text(2, Language::AR, "ضعوا مقاعد في الحديقة!"),
        text(3, Language::AR, "لا تضعوا مقاعد في الحديقة"),
        text(4, Language::NL, "Zet banken in het park."),
        text(5, Language::EN, "Zet banken in het park."),
    ];
    let groups = propose(&texts, &Options::default(), |_| ());
    assert_eq!(groups.iter().map(|group| group.members.iter().map(|m| m.id).collect()).collect::<Vec<Vec<_>>>(), [[1, 2]]);
}

#[test]
fn a_demand_of_one_text_alone_is_flagged_and_opponents_stand_beside() {
    let texts = [
        text(1, Language::NL, "Zet meer vuilnisbakken in het park."),
        text(2, Language::NL, "Er zijn te weinig vuilbakken in het park."),
        text(3, Language::NL, "Zet meer vuilnisbakken in het park. En plaats een drinkfontein."),
        text(4, Language::NL, "Er zijn genoeg vuilnisbakken in het park."),
    ];
    let groups = propose(&texts, &Options::default(), |_| ());
    assert_eq!(groups.len(), 1, "{groups:#?}");
    assert_eq!(groups[0].members.iter().map(|m| (m.id, m.adds.len())).collect::<Vec<_>>(), [(1, 0), (2, 0), (3, 1)]);
    assert_eq!(groups[0].members[2].adds, ["drinkfontein"]);
    assert_eq!(groups[0].against.iter().map(|text| text.id).collect::<Vec<_>>(), [4]);
}

/// What must hold of every proposal.
fn sound<K: Copy + Ord + std::fmt::Debug>(groups: &[Group<K>]) {
    let mut seen = BTreeSet::new();
    for group in groups {
        assert!(group.members.len() > 1);
        let mut told = BTreeSet::new();
        for pair in &group.pairs {
            assert!(pair.first < pair.second && pair.similarity > 0.0 && pair.similarity <= 1.0, "{pair:?}");
            let whole: f64 = pair.shared.iter().map(|shared| shared.part).sum();
            assert!(pair.shared.is_empty() || (whole - 1.0).abs() < 1e-9);
            told.extend([pair.first, pair.second]);
        }
        for member in &group.members {
            assert!(seen.insert(member.id), "in one group at most");
            assert!(told.contains(&member.id), "a reason for each");
        }
        let members: BTreeSet<K> = group.members.iter().map(|member| member.id).collect();
        assert!(group.against.iter().all(|text| !members.contains(&text.id) && members.contains(&text.beside)));
    }
}

#[test]
fn progress_only_grows_and_ends() {
    let bodies: Vec<&str> = FILES.iter().flat_map(|(_, file)| sentences(file)).collect();
    let texts: Vec<Text<'_, usize>> = bodies.iter().enumerate().map(|(id, body)| text(id, Language::EN, body)).collect();
    let mut told: Vec<Progress> = Vec::new();
    sound(&propose(&texts, &Options::default(), |progress| told.push(progress)));
    assert!(told.windows(2).all(|pair| (pair[0].step, pair[0].done) <= (pair[1].step, pair[1].done)), "{told:?}");
    for step in [Step::Reading, Step::Comparing, Step::Grouping] {
        let of_step: Vec<&Progress> = told.iter().filter(|progress| progress.step == step).collect();
        assert!(of_step.len() >= 3 && of_step[0].done == 0 && of_step[of_step.len() - 1].done == texts.len(), "{of_step:?}");
    }
}

#[test]
fn nothing_at_all_and_texts_without_words_give_no_group() {
    assert!(propose::<u8>(&[], &Options::default(), |_| ()).is_empty());
    let texts = ["", " ", "…!?", "\u{0301}\u{200d}"].map(|body| text(body, Language::FR, body));
    assert!(propose(&texts, &Options::default(), |_| ()).is_empty());
}

fn language() -> impl Strategy<Value = Language> {
    prop_oneof![Just(Language::NL), Just(Language::FR), Just(Language::EN), Just(Language::AR)]
}

/// Signs that have broken programs before: combining marks, capitals that grow, right-to-left, joiners, ligatures.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("İI\u{307}ß ẞ ŉ ﬃ Ⅻ ²".to_owned()),
        Just("a\u{0301}\u{0301}\u{0301}\u{0301}".to_owned()),
        Just("\u{202e}niet\u{202c} \u{200b}geen\u{feff}".to_owned()),
        Just("👩‍👩‍👧‍👦🏳️‍🌈 zone 30 n'a pas d'".to_owned()),
        Just("aujourd'hui l'l'l' ''' --- in plaats van".to_owned()),
        Just("Kerkstraat-straatstraatlaan rue de la  Mill Lane Lane Lane".to_owned()),
        Just("laat laat laat staan staan weg haal".to_owned()),
        ".{0,40}",
        "[a-zé ]{0,60}",
    ];
    proptest::collection::vec(piece, 0..6).prop_map(|pieces| pieces.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_the_texts_makes_no_difference(
        which in 0_usize..3,
        (texts, shuffled) in proptest::collection::vec((any::<prop::sample::Index>(), hostile(), 0_u8..4), 2..40)
            .prop_map(|chosen| chosen.into_iter().enumerate().collect::<Vec<_>>())
            .prop_flat_map(|chosen| (Just(chosen.clone()), Just(chosen).prop_shuffle())),
    ) {
        let (language, file) = FILES[which];
        let sentences: Vec<&str> = sentences(file).into_iter().collect();
        let made = |chosen: &[(usize, (prop::sample::Index, String, u8))]| -> Vec<(usize, String)> {
            chosen.iter().map(|(id, (index, noise, kind))| {
                let body = sentences[index.index(sentences.len())];
                (*id, match kind { 0 => body.to_owned(), 1 => body.to_uppercase(), 2 => format!("{body} {noise}"), _ => noise.clone() })
            }).collect()
        };
        let (texts, shuffled) = (made(&texts), made(&shuffled));
        let proposed = |texts: &[(usize, String)]| {
            let texts: Vec<Text<'_, usize>> = texts.iter().map(|(id, body)| text(*id, language, body)).collect();
            propose(&texts, &Options::default(), |_| ())
        };
        let groups = proposed(&texts);
        sound(&groups);
        prop_assert_eq!(groups, proposed(&shuffled));
    }

    #[test]
    fn nothing_panics_on_hostile_unicode(bodies in proptest::collection::vec((language(), hostile(), hostile()), 0..12), point in any::<[f64; 2]>()) {
        let place = |at: usize, name| at.is_multiple_of(2).then_some(Place { name: Some(name), point: at.is_multiple_of(3).then_some(point) });
        let texts: Vec<Text<'_, usize>> = bodies
            .iter()
            .enumerate()
            .map(|(id, (language, title, body))| Text { id, language: *language, title, body, place: place(id, title) })
            .collect();
        sound(&propose(&texts, &Options::default(), |_| ()));
        for pair in texts.windows(2) {
            let (one, other) = (compare(&pair[0], &pair[1], &Options::default()), compare(&pair[1], &pair[0], &Options::default()));
            prop_assert_eq!(one.similarity, other.similarity);
            prop_assert_eq!(one.bar, other.bar);
        }
    }
}
