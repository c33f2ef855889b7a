//! The data say what the catalogue lists and what the sources wrote. Both lie beside the repository, in `../shared`.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use evidence::{DERIVATIONS, Knowledge, Phase, RuleKind, Strength, derivation};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

fn shared(name: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared").join(name);
    assert!(path.exists(), "{} is not there: put the folder «shared» beside the repository to run this test", path.display());
    path
}

fn catalogue() -> String {
    std::fs::read_to_string(shared("domain/catalogue.md")).unwrap()
}

/// Without white space and hyphens: the sources were taken out of pages that break words over lines.
fn plain(text: &str) -> String {
    text.chars().filter(|sign| !sign.is_whitespace() && !matches!(sign, '-' | '\u{ad}' | '\u{2010}' | '\u{2011}')).collect()
}

fn sources() -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    for entry in std::fs::read_dir(shared("sources")).unwrap().flatten() {
        let name = entry.file_name().into_string().unwrap();
        if name.ends_with(".txt") {
            texts.insert(name[..3].to_owned(), plain(&std::fs::read_to_string(entry.path()).unwrap()));
        }
    }
    assert_eq!(texts.len(), 5);
    texts
}

/// Ids of a part that begin a heading or a row: `## B01. …`, `## B12–B16. …`, `| C001 | …`.
/// Of part A a heading names a section (`## A1.`), not an id, so that only rows count.
fn ids(letter: char, from: &str, to: &str) -> BTreeSet<String> {
    let text = catalogue();
    let begin = text.find(from).unwrap();
    let part = &text[begin..begin + text[begin..].find(to).unwrap()];
    let number = |text: &str| {
        text.strip_prefix(letter).and_then(|rest| rest.chars().take_while(char::is_ascii_digit).collect::<String>().parse::<u32>().ok())
    };
    let width = if letter == 'B' { 2 } else { 3 };
    let mut ids = BTreeSet::new();
    for line in part.lines() {
        let head = line.strip_prefix("## ").filter(|_| letter == 'B').or_else(|| line.strip_prefix("| "));
        let Some(first) = head.and_then(number) else { continue };
        let last = head.and_then(|head| head.split_once('–')).and_then(|(_, rest)| number(rest)).unwrap_or(first);
        ids.extend((first..=last).map(|id| format!("{letter}{id:0width$}")));
    }
    ids
}

#[test]
fn every_list_of_the_catalogue_is_in_the_data() {
    let listed = ids('B', "# B. Concepts", "\n# C. ");
    assert_eq!(listed.len(), 52);
    let ours = Knowledge::shipped().unwrap().list_ids();
    assert_eq!(listed.difference(&ours).collect::<Vec<_>>(), Vec::<&String>::new(), "not in the data");
    assert_eq!(ours.difference(&listed).collect::<Vec<_>>(), Vec::<&String>::new(), "not in the catalogue");
}

#[test]
fn every_instrument_and_practice_of_the_catalogue_is_in_the_data_with_a_quote() {
    let knowledge = Knowledge::shipped().unwrap();
    for (list, from, to) in [
        ("A1", "## A1.", "\n## A2."),
        ("A4", "## A4.", "\n## A5."),
        ("A5", "## A5.", "\n## A6."),
        ("A6", "## A6.", "\n## A7."),
        ("A9", "## A9.", "\n# B."),
    ] {
        let listed: Vec<String> = ids('A', from, to).into_iter().map(|id| id.to_lowercase()).collect();
        let list = knowledge.list(list).unwrap();
        let mut ours: Vec<String> = list.items.iter().map(|item| item.key.clone()).collect();
        ours.sort();
        assert_eq!(listed, ours, "{}", list.id);
        assert!(list.items.iter().all(|item| item.cites.iter().any(|cite| cite.quote.is_some())), "{}", list.id);
    }
}

#[test]
fn every_rule_of_the_catalogue_is_in_the_data_and_no_other() {
    let listed = ids('C', "# C. Rules", "\n# D. ");
    assert_eq!(listed.len(), 177);
    let ours: BTreeSet<String> = Knowledge::shipped().unwrap().rules.iter().map(|rule| rule.id.clone()).collect();
    assert_eq!(listed, ours);
}

#[test]
fn every_number_of_the_catalogue_is_stated_or_derived() {
    let knowledge = Knowledge::shipped().unwrap();
    let listed = ids('D', "| D050", "\n## D03.");
    assert_eq!(listed.len(), 28);
    let mut ours: BTreeSet<String> = knowledge.quantities.iter().flat_map(|quantity| quantity.ids.clone()).collect();
    ours.extend(DERIVATIONS.iter().flat_map(|derivation| derivation.ids.iter().map(|id| (*id).to_owned())));
    ours.retain(|id| id.starts_with('D'));
    assert_eq!(listed, ours);
}

/// The numbers that stand in a text, as they are written: `1721`, `5.4`. An id (`D061`, `H2`) and a source (`000`) are none.
fn numbers_in(text: &str) -> Vec<String> {
    let text = text.replace("68,000", "68000").replace("48,000", "48000").replace("€3 miljoen", "3000000").replace("€100.000", "100000");
    let mut numbers = Vec::new();
    let (mut number, mut before) = (String::new(), ' ');
    for sign in text.chars().chain([' ']) {
        let goes_on = sign.is_ascii_digit() || (sign == '.' && !number.is_empty());
        if goes_on && (!number.is_empty() || !before.is_alphanumeric()) {
            number.push(sign);
        } else if !number.is_empty() {
            numbers.push(number.trim_end_matches('.').to_owned());
            number.clear();
        }
        before = sign;
    }
    numbers.retain(|number| !number.starts_with("00"));
    numbers
}

/// Every number that the data show under an id, with what those follow from.
fn shown_under(id: &str) -> BTreeSet<String> {
    let knowledge = Knowledge::shipped().unwrap();
    let bare = |text: String| text.split(" / ").map(|part| part.trim_end_matches('%').to_owned()).collect::<Vec<_>>();
    let text_of = |key: &str| match knowledge.quantity(key) {
        Some(quantity) => bare(quantity.text()),
        None => derivation(key).and_then(|its| its.text(knowledge)).map(bare).unwrap_or_default(),
    };
    let mut shown: BTreeSet<String> = BTreeSet::new();
    for quantity in knowledge.quantities.iter().filter(|its| its.ids.iter().any(|its| its == id)) {
        shown.extend(text_of(&quantity.key));
    }
    for derivation in DERIVATIONS.iter().filter(|its| its.ids.contains(&id)) {
        shown.extend(text_of(derivation.key));
        for from in derivation.formula.from() {
            shown.extend(text_of(from));
            if from == "D03" {
                shown.extend(knowledge.respondents.iter().map(|its| its.hours.to_string()));
            }
        }
    }
    shown
}

/// Numbers that the catalogue names although they are no result: a sum that must not be repaired to 100, what another way of
/// rounding would give, the whole from which shares are taken, the number of a table, the sign «0» for no effect.
const NO_RESULTS: &[(&str, &str)] = &[("D054", "1"), ("D056", "100"), ("D060", "100"), ("D061", "72"), ("D069", "0")];

#[test]
fn every_number_of_a_result_of_the_catalogue_is_shown_under_its_id() {
    let (mut missing, mut found) = (Vec::new(), 0);
    for row in rows("## D02.", "\n## D03.").into_iter().filter(|row| row[0].starts_with('D') && row[0].len() == 4) {
        let shown = shown_under(&row[0]);
        for number in numbers_in(&row[2]) {
            found += 1;
            if !shown.contains(&number) && !NO_RESULTS.contains(&(row[0].as_str(), number.as_str())) {
                missing.push(format!("{}: {number} is not among {shown:?}", row[0]));
            }
        }
    }
    for (id, from, to) in [("B07", "## B07.", "\n## B08."), ("B09", "## B09.", "\n## B10.")] {
        let text = catalogue();
        let begin = text.find(from).unwrap();
        let part = &text[begin..begin + text[begin..].find(to).unwrap()];
        let shown = shown_under(id);
        for number in part.lines().skip(1).flat_map(numbers_in).filter(|number| number.matches('.').count() < 2) {
            found += 1;
            if !shown.contains(&number) {
                missing.push(format!("{id}: {number} is not among {shown:?}"));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
    assert!(found > 120, "{found} numbers");
}

#[test]
fn every_contradiction_of_the_catalogue_is_in_the_data_with_its_sides() {
    let text = catalogue();
    let begin = text.find("## H2.").unwrap();
    let part = &text[begin..begin + text[begin..].find("\n## H3.").unwrap()];
    let listed = part.lines().filter(|line| line.split_once(". ").is_some_and(|(number, _)| number.parse::<u32>().is_ok())).count();
    let ours = &Knowledge::shipped().unwrap().contradictions;
    assert_eq!(
        ours.iter().map(|its| its.id.clone()).collect::<Vec<_>>(),
        (1..=listed).map(|number| format!("H2.{number}")).collect::<Vec<_>>()
    );
    assert!(ours.iter().all(|its| its.sides.len() >= 2 && its.sides.iter().all(|side| !side.cites.is_empty())));
}

#[test]
fn every_quote_stands_in_its_source() {
    let sources = sources();
    let (mut wrong, mut quotes) = (Vec::new(), 0);
    for (of, cite) in Knowledge::shipped().unwrap().citations() {
        let Some(quote) = &cite.quote else { continue };
        let Some(text) = sources.get(&cite.source) else {
            wrong.push(format!("{of}: a quote from «{}», which has no text here", cite.source));
            continue;
        };
        quotes += 1;
        // What was left out is marked; the parts that stay follow each other in the source.
        let mut rest = text.as_str();
        for part in quote.split("[…]").map(plain) {
            match rest.find(&part) {
                Some(at) => rest = &rest[at + part.len()..],
                None => {
                    wrong.push(format!("{of}: {cite}"));
                    break;
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(quotes > 300, "{quotes} quotes");
}

#[test]
fn labels_that_are_called_verbatim_stand_in_their_source() {
    let (sources, knowledge) = (sources(), Knowledge::shipped().unwrap());
    let mut found = 0;
    for list in knowledge.lists.iter().filter(|list| list.verbatim) {
        let text = &sources[&list.cites[0].source].to_lowercase();
        for item in list.categories.iter().chain(&list.items) {
            assert!(text.contains(&plain(&item.name.nl).to_lowercase()), "{} {}", list.id, item.name.nl);
            found += 1;
        }
    }
    for perspective in &knowledge.perspectives {
        for named in perspective.values.iter().chain(&perspective.competences) {
            assert!(sources["004"].contains(&plain(&named.nl)), "{}", named.nl);
            found += 1;
        }
    }
    assert!(found > 70, "{found} labels");
}

#[test]
fn a_rule_is_as_strong_as_its_source_can_carry() {
    for rule in &Knowledge::shipped().unwrap().rules {
        let allowed: &[Strength] = match rule.cite.source.as_str() {
            "000" => &[Strength::ReviewFinding, Strength::ReviewAdvice, Strength::ReviewAssumption],
            "001" | "003" => &[Strength::Slide],
            "002" => &[Strength::CaseFinding, Strength::Statement, Strength::CitedLiterature],
            "004" => &[Strength::ExploratoryReview],
            other => panic!("{} cites «{other}»", rule.id),
        };
        assert!(allowed.contains(&rule.strength), "{} claims {:?} from {}", rule.id, rule.strength, rule.cite.source);
    }
}

/// The cells of the rows between two marks.
fn rows(from: &str, to: &str) -> Vec<Vec<String>> {
    let text = catalogue();
    let begin = text.find(from).unwrap();
    let part = &text[begin..begin + text[begin..].find(to).unwrap()];
    let cells = |line: &str| line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect();
    part.lines().filter(|line| line.starts_with("| ") || line.starts_with("|-")).filter(|line| !line.starts_with("|-")).map(cells).collect()
}

#[test]
fn the_eleven_criteria_are_those_of_the_catalogue_in_their_order() {
    let listed: Vec<String> = rows("## B01.", "\n## B02.")[1..].iter().map(|row| row[2].clone()).collect();
    let ours: Vec<String> = Knowledge::shipped().unwrap().list("B01").unwrap().items.iter().map(|item| item.name.nl.clone()).collect();
    assert_eq!(listed, ours);
    assert_eq!(ours.len(), 11);
}

#[test]
fn the_twenty_nine_values_are_those_of_the_catalogue_in_their_columns() {
    let knowledge = Knowledge::shipped().unwrap();
    let table = rows("## B08.", "\n## B09.");
    for (column, category) in [(1, "service"), (2, "relation"), (3, "democracy")] {
        let listed: Vec<String> = table[1..12]
            .iter()
            .map(|row| row[column].as_str())
            .filter(|cell| *cell != "—")
            .map(|cell| cell.split(" – ").next().unwrap().replace(" [sic]", ""))
            .collect();
        let ours: Vec<String> = knowledge.list("B08").unwrap().of_category(category).map(|item| item.name.nl.clone()).collect();
        assert_eq!(listed, ours, "{category}");
    }
}

#[test]
fn perspectives_hold_the_values_and_competences_of_the_catalogue() {
    let knowledge = Knowledge::shipped().unwrap();
    let table = rows("## B39.", "\n## B40.");
    for (index, perspective) in knowledge.perspectives.iter().enumerate() {
        for (head, ours) in [("Waarden", &perspective.values), ("Competenties", &perspective.competences)] {
            let row = table.iter().find(|row| row[0].starts_with(head)).unwrap();
            let listed: Vec<&str> = row[index + 1].split(';').map(|part| part.split(" – ").next().unwrap().trim()).collect();
            assert_eq!(listed, ours.iter().map(|named| named.nl.as_str()).collect::<Vec<_>>(), "{} {head}", perspective.key);
        }
    }
}

#[test]
fn respondents_are_those_of_the_catalogue_with_their_hours() {
    let listed: Vec<(String, String)> = rows("## D03.", "\n---")[1..].iter().map(|row| (row[0].clone(), row[3].clone())).collect();
    let ours: Vec<(String, String)> =
        Knowledge::shipped().unwrap().respondents.iter().map(|its| (its.code.clone(), its.hours.to_string())).collect();
    assert_eq!(listed, ours);
}

#[test]
fn every_barrier_and_every_further_effect_of_the_catalogue_has_its_item() {
    let knowledge = Knowledge::shipped().unwrap();
    // One row names trust and distrust together; they are two items here.
    assert_eq!(knowledge.list("B02").unwrap().items.len(), rows("## B02.", "\n## B03.").len() - 1 + 1);
    assert_eq!(knowledge.list("B30").unwrap().of_category("people").count(), rows("## B30.", "\n## B31.").len() - 1);
    assert_eq!(knowledge.list("B47").unwrap().items.len(), rows("## B47.", "\n## B48.").len() - 1);
    assert_eq!(knowledge.dilemmas.len(), rows("## B42.", "\n## B43.").len() - 1);
    assert_eq!(knowledge.strategies.len(), rows("## B43.", "\n## B44.").len() - 1);
    assert_eq!(knowledge.list("B25").unwrap().items.len(), rows("## B25.", "\n## B26.").len() - 1);
}

/// Where the catalogue lists in a sentence: how it parts the items, and where the list ends.
#[test]
fn lists_in_sentences_have_as_many_items_as_the_catalogue_names() {
    let (text, knowledge) = (catalogue(), Knowledge::shipped().unwrap());
    for (id, parts, end) in [
        ("B06", &['·', ','][..], "[D:"),
        ("B33", &[';'][..], "\n\n"),
        ("B34", &[';'][..], "Condition"),
        ("B48", &[';'][..], "\n\n"),
        ("B51", &['·'][..], "\n\n"),
        ("B52", &[';'][..], "\n\n"),
    ] {
        let begin = text.find(&format!("\n## {id}.")).unwrap();
        let body = text[begin..].split_once("\n\n").unwrap().1;
        let listed = body.split(end).next().unwrap().split(parts).filter(|part| !part.trim().is_empty()).count();
        assert_eq!(knowledge.list(id).unwrap().items.len(), listed, "{id}");
    }
}

/// The items of the lists that the catalogue writes in sentences, with the words that each stands for.
const LISTED: &str = include_str!("listed.txt");

/// Of these the catalogue names the items in passing, between sentences about something else.
const IN_PASSING: [&str; 5] = ["B23", "B24", "B36", "B41", "B49"];

/// What the catalogue writes under a list: two cells of a row, or everything below its heading.
fn written_under(text: &str, id: &str) -> String {
    if let Some(row) = text.lines().find(|line| line.starts_with(&format!("| {id} "))) {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        return format!("{}; {}", cells[1], cells[3]);
    }
    let begin = text.find(&format!("\n## {id}.")).unwrap();
    let body = text[begin + 1..].split_once('\n').unwrap().1;
    let end = ["\n## ", "\n---"].into_iter().filter_map(|mark| body.find(mark)).min().unwrap();
    body[..end].to_owned()
}

/// The keys of the items of a list, a ladder (`ladder.rung`) or the perspectives (`perspective.value`).
fn keys_of(knowledge: &Knowledge, id: &str) -> BTreeSet<String> {
    match id {
        "B24" => {
            let rungs =
                |ladder: &evidence::Ladder| ladder.rungs.iter().map(|rung| format!("{}.{}", ladder.key, rung.key)).collect::<Vec<_>>();
            knowledge.ladders.iter().flat_map(rungs).collect()
        }
        "B40" => {
            let named =
                |its: &evidence::Perspective| its.in_text.iter().map(|named| format!("{}.{}", its.key, named.key)).collect::<Vec<_>>();
            knowledge.perspectives.iter().flat_map(named).collect()
        }
        _ => knowledge.list(id).unwrap().items.iter().map(|item| item.key.clone()).collect(),
    }
}

#[test]
fn every_list_in_sentences_has_the_items_of_the_catalogue_one_by_one() {
    let (text, knowledge) = (catalogue(), Knowledge::shipped().unwrap());
    let mut said: BTreeMap<&str, Vec<(&str, &str)>> = BTreeMap::new();
    for line in LISTED.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let parts: Vec<&str> = line.splitn(3, '|').map(str::trim).collect();
        said.entry(parts[0]).or_default().push((parts[1], parts[2]));
    }
    assert_eq!(said.len(), 23);
    let mut wrong = Vec::new();
    for (id, mut pairs) in said {
        let written = written_under(&text, id);
        let named: BTreeSet<String> = pairs.iter().filter(|(key, _)| *key != "-").map(|(key, _)| (*key).to_owned()).collect();
        let ours = keys_of(knowledge, id);
        if named != ours {
            wrong.push(format!("{id}: {:?}", named.symmetric_difference(&ours).collect::<Vec<_>>()));
        }
        wrong.extend(pairs.iter().filter(|(_, words)| !written.contains(words)).map(|(key, words)| format!("{id} {key}: no «{words}»")));
        if IN_PASSING.contains(&id) {
            continue;
        }
        // The longest first, so that what a longer one holds is not taken out of it. English stands behind an arrow or a dash.
        pairs.sort_by_key(|(_, words)| std::cmp::Reverse(words.len()));
        for part in written.split([';', '·', '|', '\n']) {
            let left = pairs.iter().fold(part.to_owned(), |left, (_, words)| left.replace(words, " "));
            let dutch = left.split('→').next().unwrap().split(" – ").next().unwrap();
            if dutch.chars().any(char::is_alphabetic) {
                wrong.push(format!("{id}: nothing stands for «{}»", dutch.trim()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn kinds_and_phases_of_a_rule_are_those_of_the_catalogue() {
    let mut wrong = Vec::new();
    for row in rows("# C. Rules", "\n# D. ").into_iter().filter(|row| row[0].starts_with('C') && row[0].len() == 4) {
        let rule = Knowledge::shipped().unwrap().rule(&row[0]).unwrap();
        let mut listed: Vec<RuleKind> = Vec::new();
        let (phases, kinds) = row[1].split_once(' ').unwrap();
        for kind in kinds.split_whitespace() {
            listed.push(match kind {
                "W" => RuleKind::Warning,
                "A" => RuleKind::Advice,
                "G" => RuleKind::Gate,
                "E" => RuleKind::Evaluation,
                other => panic!("{} is of kind «{other}»", row[0]),
            });
        }
        let phases: Vec<Phase> = phases
            .split('/')
            .map(|phase| match phase {
                "DES" => Phase::Design,
                "REC" => Phase::Recruitment,
                "RUN" => Phase::Run,
                "INT" => Phase::Internal,
                "DEC" => Phase::Decision,
                "IMP" => Phase::Implementation,
                "EVA" => Phase::Evaluation,
                "ORG" => Phase::Organisation,
                other => panic!("{} speaks at «{other}»", row[0]),
            })
            .collect();
        if rule.kinds != listed || rule.phases != phases {
            wrong.push(format!("{}: {:?} {:?}, listed {:?} {:?}", row[0], rule.phases, rule.kinds, phases, listed));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_rule_names_the_place_that_the_catalogue_names() {
    // Sections: a rule names the place that the catalogue names.
    let mut wrong = Vec::new();
    for row in rows("# C. Rules", "\n# D. ").into_iter().filter(|row| row[0].starts_with('C') && row[0].len() == 4) {
        let rule = Knowledge::shipped().unwrap().rule(&row[0]).unwrap();
        let listed = &row[5].replace("fn ", "noot ").replace("Inl.", "Inleiding").replace("Concl.", "Conclusie");
        if !listed.contains(&rule.cite.source) || !listed.contains(rule.cite.place.split(' ').next().unwrap_or_default()) {
            wrong.push(format!("{}: {} {}, listed {listed}", row[0], rule.cite.source, rule.cite.place));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Where the sections of a source begin in its text, white space and hyphens aside: (place, number of the section).
fn sections(source: &str) -> Vec<(usize, String)> {
    let (mut begins, mut length) = (vec![(0, String::new())], 0);
    for entry in std::fs::read_dir(shared("sources")).unwrap().flatten() {
        if !entry.file_name().to_str().unwrap().starts_with(source) {
            continue;
        }
        for line in std::fs::read_to_string(entry.path()).unwrap().lines() {
            let head = line.trim_start();
            let digits: String = head.chars().take_while(|sign| sign.is_ascii_digit() || *sign == '.').collect();
            let rest = head[digits.len()..].trim_start();
            let number = digits.trim_end_matches('.');
            // A list counts «1. Welke …» in 000 and «1. ‘Hoe …» in 002; headings of one digit have no point in 000.
            let listed = !number.contains('.') && if source == "000" { digits.ends_with('.') } else { rest.starts_with('‘') };
            let heads =
                head[digits.len()..].starts_with(' ') && rest.starts_with(|sign: char| sign.is_uppercase() || matches!(sign, '(' | '‘'));
            let plausible = number.len() <= 5 && number.split('.').all(|part| part.len() == 1);
            if heads && plausible && !listed {
                begins.push((length, number.to_owned()));
            }
            length += plain(line).len();
        }
    }
    begins
}

#[test]
fn a_quote_stands_in_the_section_that_its_citation_names() {
    let sources = sources();
    let (mut wrong, mut looked_at) = (Vec::new(), 0);
    for source in ["000", "002"] {
        let sections = sections(source);
        assert!(sections.len() > 30, "{source} has {} sections", sections.len());
        for (of, cite) in Knowledge::shipped().unwrap().citations() {
            let (Some(quote), true) = (&cite.quote, cite.source == source) else { continue };
            let Some(named) = cite.place.strip_prefix('§').map(|place| place.split(' ').next().unwrap_or(place)) else { continue };
            looked_at += 1;
            let first = plain(quote.split("[…]").next().unwrap());
            let stands = sources[source].match_indices(&first).any(|(at, _)| {
                let section = &sections.iter().rev().find(|(begin, _)| *begin <= at).unwrap().1;
                section == named || section.starts_with(&format!("{named}."))
            });
            if !stands {
                wrong.push(format!("{of}: {cite}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(looked_at > 200, "{looked_at} quotes");
}
