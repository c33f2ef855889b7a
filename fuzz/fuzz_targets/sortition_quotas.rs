//! Any bytes as a file of quotas: an answer or an error, and what was read keeps its order.
#![no_main]
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(quotas) = sortition::Quotas::read(bytes) {
        assert!(!quotas.quotas.is_empty());
        assert!(quotas.quotas.iter().all(|quota| quota.min_flex <= quota.min && quota.min <= quota.max && quota.max <= quota.max_flex));
        assert!(!quotas.categories().is_empty());
    }
});
