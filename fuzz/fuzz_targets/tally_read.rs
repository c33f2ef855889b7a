//! Whatever stands in a Pabulib file, it is read or refused in words; what is read strictly is written and read back the same.
#![no_main]

use tally::{Reading, read, write};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    match read(bytes, Reading::Forgiving) {
        Ok(read) => {
            let election = &read.election;
            assert!(election.votes().iter().all(|votes| *votes <= election.ballots.len() as u64));
            assert!(read.blank <= election.ballots.len() as u64);
            for ballot in &election.ballots {
                assert!(ballot.weight > 0 && ballot.choices.iter().all(|(project, _)| *project < election.projects.len()));
            }
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
    if let Ok(first) = read(bytes, Reading::Strict) {
        let written = write(&first.election, None).expect("what was read can be written");
        if let Ok(second) = read(written.as_bytes(), Reading::Strict) {
            assert_eq!(second.election.projects, first.election.projects);
            assert_eq!(second.election.ballots, first.election.ballots);
            assert_eq!(second.election.budget, first.election.budget);
        }
    }
});
