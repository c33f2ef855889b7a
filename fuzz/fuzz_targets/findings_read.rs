//! Any bytes as findings of another municipality: a reason, or findings that are written and read again as they are.
#![no_main]
use learn::Findings;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(read) = Findings::read(bytes) {
        let written = read.written().expect("findings are written");
        assert_eq!(Findings::read(written.as_bytes()).as_ref(), Ok(&read));
        for figure in &read.figures {
            let _ = figure.figure();
        }
        let _ = (learn::bars(&read.balance), learn::negatives_within(&read.balance, 8), read.decided.taken_over());
    }
});
