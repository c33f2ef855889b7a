//! Everything leaves as tables, each row with where it is known from.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use evidence::{Knowledge, Table};

fn tables() -> Vec<Table> {
    Knowledge::shipped().unwrap().tables()
}

#[test]
fn every_row_has_as_many_cells_as_columns_and_csv_reads_back() {
    for table in tables() {
        assert!(!table.rows.is_empty(), "{}", table.name);
        assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{}", table.name);
        let text = table.csv().unwrap();
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), table.columns);
        let rows: Vec<Vec<String>> = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
        assert_eq!(rows.len(), table.rows.len(), "{}", table.name);
        for (read, row) in rows.iter().zip(&table.rows) {
            for (read, cell) in read.iter().zip(row) {
                assert_eq!(read.strip_prefix('\'').unwrap_or(read), cell.strip_prefix('\'').unwrap_or(cell));
                assert!(!read.starts_with(['=', '+', '@']), "{} would be a formula: {read}", table.name);
            }
        }
    }
}

#[test]
fn every_rule_leaves_with_its_quote_its_source_and_how_it_is_known() {
    let table = tables().into_iter().find(|table| table.name == "rules").unwrap();
    assert_eq!(table.rows.len(), 177);
    let column = |name: &str| table.columns.iter().position(|its| *its == name).unwrap();
    let (citation, known, strength) = (column("citation"), column("known"), column("strength"));
    for row in &table.rows {
        assert!(row[citation].contains('[') && !row[strength].is_empty(), "{}", row[0]);
        assert!(["computed", "asked", "shown"].contains(&row[known].as_str()));
    }
}

#[test]
fn every_row_says_where_it_is_known_from_or_that_it_is_counted() {
    for table in tables() {
        let Some(citation) = table.columns.iter().position(|its| *its == "citation") else { continue };
        for row in &table.rows {
            let derived = table.name == "numbers" && row[4] == "derived";
            assert!(!row[citation].is_empty() || derived, "{} {}", table.name, row[0]);
        }
    }
}

#[test]
fn every_kind_of_thing_leaves() {
    let knowledge = Knowledge::shipped().unwrap();
    let tables = tables();
    assert_eq!(tables.len(), 20);
    let rows = |name: &str| tables.iter().find(|table| table.name == name).unwrap_or_else(|| panic!("no table {name}")).rows.len();
    assert_eq!(rows("sources"), knowledge.sources.len());
    assert_eq!(rows("lists"), knowledge.lists.len());
    assert_eq!(rows("items"), knowledge.lists.iter().map(|list| list.items.len()).sum::<usize>());
    assert_eq!(rows("correspondences"), knowledge.correspondences.len());
    assert_eq!(rows("rules"), knowledge.rules.len());
    assert_eq!(rows("facts"), evidence::Fact::ALL.len());
    assert_eq!(rows("numbers"), knowledge.quantities.len() + evidence::DERIVATIONS.len());
    assert_eq!(rows("checks"), evidence::CROSS_CHECKS.len());
    assert_eq!(rows("lookalikes"), knowledge.traps.len());
    assert_eq!(rows("respondents"), knowledge.respondents.len());
    assert_eq!(rows("ladders"), knowledge.ladders.len());
    assert_eq!(rows("rungs"), knowledge.ladders.iter().map(|ladder| ladder.rungs.len()).sum::<usize>());
    assert_eq!((rows("perspectives"), rows("dilemmas"), rows("strategies")), (4, 6, 7));
    assert_eq!(rows("reviews"), knowledge.reviews.len());
    assert_eq!(rows("contradictions"), knowledge.contradictions.iter().map(|its| its.sides.len()).sum::<usize>());
    assert_eq!(rows("lost"), knowledge.placeholders.len());
    assert_eq!(rows("toetsen"), knowledge.toetsen.len());
}

#[test]
fn json_holds_the_same_rows() {
    let json = Knowledge::shipped().unwrap().json();
    for table in tables() {
        assert_eq!(json[table.name].as_array().unwrap().len(), table.rows.len());
    }
    assert_eq!(json["rules"][0]["id"], "C001");
}
