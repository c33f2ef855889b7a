//! Any bytes as a file of people: an answer or an error, and what was read has unique ids.
#![no_main]
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(people) = sortition::People::read(bytes, None) {
        let ids: std::collections::HashSet<&str> = people.people.iter().map(|person| person.id.as_str()).collect();
        assert_eq!(ids.len(), people.people.len());
        assert!(people.people.iter().all(|person| person.answers.len() == people.columns.len()));
    }
});
