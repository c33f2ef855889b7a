//! Proposing which contributions say the same, for a person to confirm, split or merge.
