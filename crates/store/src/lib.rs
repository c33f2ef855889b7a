//! The database, the journal, jobs, files, search and public texts.
