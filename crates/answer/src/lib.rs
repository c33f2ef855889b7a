//! Terugkoppelen: the motivated answer, its delivery to each author, and the public journey page.
