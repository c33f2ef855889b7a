//! Any text as what a municipality adds: a reason, or an addition that is refused by what is shipped or joins it as local.
#![no_main]
use evidence::{Knowledge, Local, Strength};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let Ok(local) = Local::read(text) else { return };
    let Ok(shipped) = Knowledge::shipped() else { return };
    let Ok(joined) = shipped.with(&local) else { return };
    assert_eq!(joined.rules.len(), shipped.rules.len() + local.rules.len());
    for rule in &joined.rules {
        assert_eq!(shipped.rule(&rule.id).is_none(), rule.strength == Strength::Local && rule.id.starts_with('L'));
    }
    for table in joined.tables() {
        assert!(table.csv().is_ok());
    }
});
