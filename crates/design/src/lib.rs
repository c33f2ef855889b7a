//! Ontwerpen: the charter of a process, before anybody is asked anything.
