//! How fast the disk says "written": without this number no durable rate means anything.

use std::fs::File;
use std::io::{Seek, Write};
use std::path::Path;
use std::time::{Duration, Instant};

/// Writes of one 4 KiB page with `fdatasync` after each, per second, in this folder.
///
/// # Errors
/// When the file cannot be written.
pub fn syncs_per_second(folder: &Path) -> std::io::Result<f64> {
    let path = folder.join("fdatasync.tmp");
    let mut file = File::create(&path)?;
    // Preallocated, so that only data is flushed and not the file's size.
    file.write_all(&vec![0; 1024 * 4096])?;
    file.sync_all()?;
    let start = Instant::now();
    let mut count = 0_u32;
    while start.elapsed() < Duration::from_secs(1) {
        file.seek(std::io::SeekFrom::Start(u64::from(count % 1024) * 4096))?;
        file.write_all(&[1; 4096])?;
        file.sync_data()?;
        count += 1;
    }
    let rate = f64::from(count) / start.elapsed().as_secs_f64();
    drop(file);
    std::fs::remove_file(&path)?;
    Ok(rate)
}

/// The machine's load over the last minute.
pub fn load() -> String {
    std::fs::read_to_string("/proc/loadavg")
        .ok()
        .and_then(|text| text.split(' ').next().map(str::to_owned))
        .unwrap_or_else(|| "unknown".to_owned())
}
