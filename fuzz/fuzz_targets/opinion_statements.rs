//! Whatever stands in a file of statements or of groups, it is read or refused in words.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    match opinion::read_statements(bytes) {
        Ok(statements) => assert!(statements.iter().all(|statement| !statement.id.as_str().is_empty())),
        Err(error) => assert!(!error.to_string().is_empty()),
    }
    match opinion::read_groups(bytes) {
        Ok(groups) => assert!(groups.values().all(|group| !group.as_str().is_empty())),
        Err(error) => assert!(!error.to_string().is_empty()),
    }
});
