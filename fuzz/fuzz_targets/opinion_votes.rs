//! Whatever stands in a file of votes, it is read or refused in words; what is read can be reversed and counted.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    match opinion::read_votes(bytes) {
        Ok(file) => {
            let (table, _) = file.table(&[]);
            assert_eq!(table.clone().reversed().reversed(), table);
            assert_eq!(table.counts().iter().map(|counts| counts.seen as usize).sum::<usize>(), table.votes());
            for row in 0..table.participants().len() {
                assert!(table.votes_of(row) > 0);
                assert_eq!(table.row_of(table.participants()[row].as_str()), Some(row));
            }
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
});
