//! Inbrengen: how people contribute, on a screen, at a table, on paper or through somebody they trust.
