//! The program: configuration, command line, composition, demo, importers and exporters.
