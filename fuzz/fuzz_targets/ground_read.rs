//! Any text as a piece of ground: a reason, or a sound ground that is read again from what it writes and holds its own lines.
#![no_main]
use ground::Ground;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if let Ok(read) = Ground::read(text) {
        assert_eq!(Ground::read(&read.geojson().to_string()).as_ref(), Ok(&read));
        for part in read.parts() {
            assert!(part.outer.is_simple());
            assert!(part.outer.spots().iter().all(|spot| read.holds(*spot)));
        }
        assert!(read.overlaps(&read));
    }
});
