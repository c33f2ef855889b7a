//! Adding up the closing lines of the test runners.

use std::fmt;
use std::ops::AddAssign;

/// How many tests held and how many did not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Tests that held.
    pub passed: u64,
    /// Tests that did not.
    pub failed: u64,
}

impl Count {
    /// Takes one line of a runner's output; a line that is no closing line changes nothing.
    pub fn read(&mut self, line: &str) {
        let line = line.trim();
        if let Some(rest) = line.strip_prefix("test result: ") {
            // cargo test: "test result: ok. 12 passed; 0 failed; 1 ignored; …"
            let words: Vec<&str> = rest.split(|c: char| c.is_whitespace() || c == ';').filter(|word| !word.is_empty()).collect();
            self.passed += before(&words, "passed");
            self.failed += before(&words, "failed");
        } else if let Some(rest) = line.strip_prefix("ℹ ").or_else(|| line.strip_prefix("# ")) {
            // node --test: "ℹ pass 12", "ℹ fail 0", "ℹ cancelled 0"; each line tells one number.
            match rest.split_once(' ').map(|(what, number)| (what, number.trim().parse::<u64>())) {
                Some(("pass", Ok(number))) => self.passed += number,
                Some(("fail" | "cancelled", Ok(number))) => self.failed += number,
                _ => {}
            }
        }
    }

    /// The count once the runner has ended: something was counted, and a runner that was not content has a failure.
    pub fn settled(mut self, content: bool) -> Self {
        if !content && self.failed == 0 {
            self.failed = 1;
        }
        if content && self.passed == 0 && self.failed == 0 {
            self.passed = 1;
        }
        self
    }
}

fn before(words: &[&str], name: &str) -> u64 {
    words.windows(2).find(|pair| pair[1] == name).and_then(|pair| pair[0].parse().ok()).unwrap_or(0)
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::Count;

    fn read(text: &str) -> Count {
        let mut count = Count::default();
        text.lines().for_each(|line| count.read(line));
        count
    }

    #[test]
    fn closing_lines_of_cargo_test_are_added_up() {
        let text = "running 3 tests\ntest a ... ok\n\ntest result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s\n\
                    test result: FAILED. 2 passed; 4 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s";
        assert_eq!(read(text), Count { passed: 5, failed: 4 });
    }

    #[test]
    fn closing_lines_of_node_are_added_up() {
        assert_eq!(read("✔ a page (3ms)\nℹ tests 7\nℹ pass 5\nℹ fail 1\nℹ cancelled 1\nℹ skipped 0"), Count { passed: 5, failed: 2 });
        assert_eq!(read("# tests 2\n# pass 2\n# fail 0"), Count { passed: 2, failed: 0 });
    }

    #[test]
    fn a_runner_that_fails_without_saying_so_counts_as_a_failure() {
        assert_eq!(Count::default().settled(false), Count { passed: 0, failed: 1 });
        assert_eq!(Count { passed: 3, failed: 0 }.settled(false), Count { passed: 3, failed: 1 });
    }

    #[test]
    fn a_check_without_numbers_counts_as_one() {
        assert_eq!(Count::default().settled(true), Count { passed: 1, failed: 0 });
    }

    #[test]
    fn the_last_line_is_the_plain_one() {
        assert_eq!(Count { passed: 12, failed: 0 }.to_string(), "12 passed, 0 failed");
    }
}
