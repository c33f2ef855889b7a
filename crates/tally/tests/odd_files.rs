//! The semantic points of the README, one small file each.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use tally::{
    Completion, FileError, Kind, Options, Read, Reading, Reason, Rule, Start, Step, Stop, TieKey, Utility, WHOLE_SHARE, count, read,
};

fn file(meta: &str, projects: &str, votes: &str) -> String {
    format!("META\nkey;value\n{meta}\nPROJECTS\n{projects}\nVOTES\n{votes}\n")
}

fn forgiving(text: &str) -> Read {
    read(text.as_bytes(), Reading::Forgiving).unwrap()
}

fn strict(text: &str) -> Result<Read, FileError> {
    read(text.as_bytes(), Reading::Strict)
}

const APPROVAL: &str = "budget;100\nvote_type;approval";

fn winners(text: &str, options: &Options) -> Vec<String> {
    let election = forgiving(text).election;
    count(&election, options).unwrap().winner_ids(&election).into_iter().map(str::to_owned).collect()
}

#[test]
fn a_mark_of_byte_order_quotes_and_line_ends_of_windows_are_read() {
    let text = file(APPROVAL, "project_id;cost;name\na/1;10;\"one; \"\"two\"\"\nthree\"\nb;20;plain", "voter_id;vote\n1;a/1,b")
        .replace('\n', "\r\n");
    let read = strict(&format!("\u{feff}{text}")).unwrap();
    assert_eq!(read.election.projects[0].name, "one; \"two\"\r\nthree");
    assert_eq!(read.election.ballots[0].choices, [(0, 1), (1, 1)]);
}

#[test]
fn what_the_format_does_not_allow_stops_strict_reading_and_is_mended_and_told_otherwise() {
    let projects = "project_id;cost\na;10\nb;20";
    for (votes, kept, rejected, told) in [
        ("voter_id;vote\n1;a,a", 1, 0, "twice"),
        ("voter_id;vote\n1; a ,b", 1, 0, "white space"),
        ("voter_id;vote\n\n1;a", 1, 0, "empty line"),
        ("voter_id;vote\n1;a\n", 1, 0, "empty line"),
        ("voter_id;vote\n1;a\n1;b", 1, 1, ""),
        ("voter_id;vote\n1;x", 0, 1, ""),
        ("voter_id;vote\n;a", 0, 1, ""),
        ("voter_id;vote;weight\n1;a;none", 0, 1, ""),
    ] {
        let text = file(APPROVAL, projects, votes);
        assert!(matches!(strict(&text), Err(FileError::Ballot(..))), "{votes}");
        let read = forgiving(&text);
        assert_eq!((read.election.ballots.len(), read.rejected.len()), (kept, rejected), "{votes}");
        assert!(told.is_empty() || read.warnings.iter().any(|warning| warning.contains(told)), "{votes}: {:?}", read.warnings);
    }
    let counted = file("budget;100\nvote_type;approval\nnum_votes;2", projects, "voter_id;vote\n1;a");
    assert!(matches!(strict(&counted), Err(FileError::Count("num_votes", ..))));
    assert_eq!(forgiving(&counted).warnings.len(), 1);
}

#[test]
fn what_is_no_election_is_refused_in_words() {
    for (text, error) in [
        ("", "the part META is missing"),
        ("hello;world\n", "the part META is missing"),
        ("META\nkey;value\nbudget;1\n", "the part PROJECTS is missing"),
        (&file("vote_type;approval", "project_id;cost\na;1", "voter_id;vote"), "budget is missing"),
        (&file("budget;1", "project_id;cost\na;1", "voter_id;vote"), "vote_type is missing"),
        (&file("budget;1\nvote_type;dance", "project_id;cost\na;1", "voter_id;vote"), "«dance» is no kind of ballot that we know"),
        (&file(APPROVAL, "project_id;cost\na;-1", "voter_id;vote"), "line 7: «-1» is not an amount of money that can be counted with"),
        (&file(APPROVAL, "project_id;cost\na;1\na;2", "voter_id;vote"), "line 8: the project «a» is there twice"),
        (&file(APPROVAL, "project_id;name\na;1", "voter_id;vote"), "the column cost is missing"),
    ] {
        assert_eq!(read(text.as_bytes(), Reading::Forgiving).unwrap_err().to_string(), error, "{text}");
    }
}

#[test]
fn the_limits_of_the_file_are_kept_and_a_rejected_ballot_leaves_the_number_of_shares() {
    let projects = "project_id;cost\na;50\nb;50\nc;10";
    for (limit, votes, reason) in [
        ("max_length;1", "1;a,b", "2 projects are more than allowed"),
        ("min_length;2", "1;a", "1 projects are fewer than allowed"),
        ("max_sum_cost;60,00", "1;a,b", "the projects cost more together than allowed"),
    ] {
        let read = forgiving(&file(&format!("{APPROVAL}\n{limit}"), projects, &format!("voter_id;vote\n{votes}\n2;\n3;")));
        assert_eq!(read.rejected[0].reason, reason);
        assert_eq!((read.election.ballots.len(), read.blank), (2, 2), "a blank ballot breaks no limit");
    }
    let scoring = "budget;100\nvote_type;scoring";
    for (limit, points, reason) in [
        ("max_points;3", "4,1", "4 points for one project are more than allowed"),
        ("min_points;1", "0,1", "0 points for one project are fewer than allowed"),
        ("max_sum_points;4", "3,2", "5 points together are more than allowed"),
        ("min_sum_points;4", "1,2", "3 points together are fewer than allowed"),
        ("rule;x", "-1,2", "-1 points are fewer than nothing"),
        ("rule;x", "1", "there are not as many points as projects"),
        ("rule;x", "1,two", "«two» is not a number of points"),
    ] {
        let read = forgiving(&file(&format!("{scoring}\n{limit}"), projects, &format!("voter_id;vote;points\n1;a,b;{points}")));
        assert_eq!(read.rejected[0].reason, reason);
    }
    let negative = forgiving(&file(&format!("{scoring}\nmin_points;-2"), projects, "voter_id;vote;points\n1;a,b;-1,2"));
    assert_eq!(negative.election.ballots[0].choices, [(0, -1), (1, 2)]);
    assert_eq!(negative.election.votes(), [0, 1, 0]);
    let outcome = count(&negative.election, &Options::default()).unwrap();
    assert_eq!(outcome.winner_ids(&negative.election), ["b"]);
    assert!(outcome.warnings[0].contains("below nothing"));
}

#[test]
fn utilities_are_what_the_readme_says() {
    let points =
        forgiving(&file("budget;100\nvote_type;cumulative", "project_id;cost\na;50\nb;20", "voter_id;vote;points\n1;a,b;3,1")).election;
    let worth = |utility| [points.worth(utility, &points.ballots[0], 0), points.worth(utility, &points.ballots[0], 1)];
    assert_eq!(worth(Utility::Cost), [(5000, 3), (2000, 1)]);
    assert_eq!(worth(Utility::Points), [(1, 3), (1, 1)]);
    assert_eq!(worth(Utility::Cardinality), [(1, 1), (1, 1)]);
    let order = forgiving(&file("budget;100\nvote_type;ordinal", "project_id;cost\na;50\nb;20\nc;1", "voter_id;vote\n1;c,a,b")).election;
    let worth = |utility| (0..3).map(|at| order.worth(utility, &order.ballots[0], at).1).collect::<Vec<_>>();
    assert_eq!(worth(Utility::Points), [3, 2, 1]);
    assert_eq!(worth(Utility::Borda), [2, 1, 0]);
    assert_eq!([Kind::Approval, Kind::Cumulative, Kind::Ordinal].map(Utility::usual), [Utility::Cost, Utility::Points, Utility::Borda]);
}

#[test]
fn blank_ballots_take_a_share_and_the_share_may_be_rounded_down() {
    let text = file("budget;10\nvote_type;approval", "project_id;cost\na;10", "voter_id;vote\n1;a\n2;a\n3;a");
    assert_eq!(winners(&text, &Options::default()), ["a"], "3 × 10/3 is 10, exactly");
    assert!(winners(&text, &Options { start: Start::Floor, ..Options::default() }).is_empty(), "3 × 3 is 9");
    let blank = text.replace("3;a", "3;");
    assert!(winners(&blank, &Options::default()).is_empty());
    assert_eq!(winners(&blank, &Options { completion: Completion::Add1, ..Options::default() }), ["a"]);
}

#[test]
fn add1_ends_when_all_supported_projects_are_bought_and_never_interpolates() {
    let text = file(APPROVAL, "project_id;cost\na;50\nidle;10", "voter_id;vote\n1;a\n2;");
    let election = forgiving(&text).election;
    for stop in [Stop::OverBudget, Stop::Exhaustive] {
        let outcome = count(&election, &Options { completion: Completion::Add1Utilitarian, stop, ..Options::default() }).unwrap();
        assert_eq!(outcome.winner_ids(&election), ["a"]);
        assert_eq!((outcome.runs, outcome.losers[0].reason), (1, Reason::Unsupported));
    }
    // Both become affordable at once and cost too much together: the outcome stays empty, and the completion decides.
    let both = file(APPROVAL, "project_id;cost\na;60\nb;60", "voter_id;vote\n1;a\n2;b\n3;\n4;");
    let add1 = Options { completion: Completion::Add1, ties: vec![TieKey::File], ..Options::default() };
    assert!(winners(&both, &add1).is_empty());
    assert_eq!(winners(&both, &Options { completion: Completion::Add1Utilitarian, ..add1 }), ["a"]);
}

#[test]
fn what_costs_nothing_is_elected_first_and_what_costs_too_much_takes_no_part() {
    let text = file(APPROVAL, "project_id;cost\nlarge;999999999\na;100\nfree;0\nidle;0", "voter_id;vote\n1;large,a,free\n2;large,a");
    for rule in [Rule::EqualShares, Rule::Greedy, Rule::Phragmen] {
        assert_eq!(winners(&text, &Options { rule, misfit: tally::Misfit::Stop, ..Options::default() }), ["free", "a"], "{rule:?}");
    }
    let election = forgiving(&text).election;
    let outcome = count(&election, &Options::default()).unwrap();
    assert_eq!(outcome.rounds[0].by, Step::Free);
    assert_eq!(outcome.losers.iter().map(|loser| loser.reason).collect::<Vec<_>>(), [Reason::AboveBudget, Reason::Unsupported]);
    assert!(outcome.warnings[0].contains("more than the whole budget"));
}

#[test]
fn a_weight_multiplies_the_share_and_not_the_vote() {
    let text = file(APPROVAL, "project_id;cost\na;60\nb;40", "voter_id;vote;weight\n1;a;1.5\n2;b;1\n3;b;");
    let election = forgiving(&text).election;
    assert_eq!(election.ballots.iter().map(|ballot| ballot.weight).collect::<Vec<_>>(), [WHOLE_SHARE * 3 / 2, WHOLE_SHARE, WHOLE_SHARE]);
    assert_eq!(election.votes(), [1, 2]);
    let outcome = count(&election, &Options::default()).unwrap();
    assert_eq!(outcome.endowment.as_deref(), Some("200/7"), "100 divided by three shares and a half");
    assert_eq!(outcome.winner_ids(&election), ["b"], "a's supporter has 300/7, less than 60");
    let greedy = count(&election, &Options { rule: Rule::Greedy, ..Options::default() }).unwrap();
    assert!(greedy.warnings[0].contains("weight"));
}

#[test]
fn ties_follow_the_declared_order_and_a_lot_hangs_on_ids_and_seed_alone() {
    let text = file(APPROVAL, "project_id;cost\n10;60\n2;60", "voter_id;vote\n1;10,2\n2;10,2");
    let by = |ties: &[TieKey], seed| winners(&text, &Options { ties: ties.to_vec(), lot_seed: seed, ..Options::default() })[0].clone();
    assert_eq!(by(&[TieKey::File], 0), "10");
    assert_eq!(by(&[TieKey::Id], 0), "10", "as text «10» comes before «2»");
    let drawn: Vec<String> = (0..40).map(|seed| by(&[TieKey::Cost], seed)).collect();
    assert!(drawn.iter().any(|id| id == "2") && drawn.iter().any(|id| id == "10"), "an order that leaves a tie ends in the lot");
    let turned = text.replace("10;60\n2;60", "2;60\n10;60");
    for seed in 0..40 {
        let first = winners(&turned, &Options { ties: vec![TieKey::Cost], lot_seed: seed, ..Options::default() });
        assert_eq!(first[0], drawn[usize::try_from(seed).unwrap()]);
    }
    let election = forgiving(&text).election;
    let outcome = count(&election, &Options { ties: vec![TieKey::File], ..Options::default() }).unwrap();
    let tie = &outcome.ties[0];
    assert_eq!((tie.projects.join(","), tie.decided_by, tie.times, tie.in_result), ("10,2".to_owned(), TieKey::File, 1, true));
}

#[test]
fn most_votes_replace_the_rule_only_when_strictly_more_voters_prefer_it() {
    // The five ballots of the comparison: three have more under greedy, two under equal shares.
    let text = file(APPROVAL, "project_id;cost\ng1;100\nm1;20\nm2;20\nm3;20", "voter_id;vote\n1;g1\n2;g1\n3;g1,m1\n4;m2\n5;m3");
    let election = forgiving(&text).election;
    let options = Options { compare: tally::Comparison::Greedy, ..Options::default() };
    let outcome = count(&election, &options).unwrap();
    let compared = outcome.comparison.as_ref().unwrap();
    assert_eq!((compared.prefer_rule, compared.prefer_greedy, compared.replaced), (2, 2, false), "the third has one on either side");
    assert_eq!(compared.with_nothing, [2, 2]);
    let more = file(APPROVAL, "project_id;cost\ng1;100\nm1;20\nm2;20\nm3;20", "voter_id;vote\n1;g1\n2;g1\n3;g1\n4;m2\n5;m3");
    let election = forgiving(&more).election;
    let outcome = count(&election, &options).unwrap();
    let compared = outcome.comparison.as_ref().unwrap();
    assert_eq!((compared.prefer_rule, compared.prefer_greedy, compared.replaced), (2, 3, true));
    assert_eq!(outcome.winner_ids(&election), ["g1"]);
}

#[test]
fn options_that_do_not_fit_are_refused_in_words() {
    let election = forgiving(&file(APPROVAL, "project_id;cost;category\na;50;x", "voter_id;vote\n1;a")).election;
    for (options, words) in [
        (Options { increment: 0, ..Options::default() }, "the increment must be more than nothing"),
        (Options { exclude: vec!["z".into()], ..Options::default() }, "there is no project «z» to leave out"),
        (Options { cap_category: true, ..Options::default() }, "the file names no money per category"),
    ] {
        assert_eq!(count(&election, &options).unwrap_err().to_string(), words);
    }
    let mut broken = election.clone();
    broken.ballots[0].choices.push((7, 1));
    assert!(count(&broken, &Options::default()).is_err());
    broken.ballots[0].choices = vec![(0, 1), (0, 1)];
    assert!(count(&broken, &Options::default()).is_err(), "the same project twice would be paid twice");
}
