//! Any bytes as a file of the population: an answer or an error, and the shares of every category that was read sum to 1.
#![no_main]
use libfuzzer_sys::fuzz_target;
use num_rational::BigRational;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(population) = sortition::Population::read(bytes) {
        assert!(!population.shares.is_empty());
        for category in population.categories() {
            let sum = population.of(category).iter().fold(BigRational::from_integer(0.into()), |sum, share| sum + &share.share);
            assert_eq!(sum, BigRational::from_integer(1.into()));
        }
    }
});
