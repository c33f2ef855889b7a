//! The states, steps, terms and stranding of everything that travels; what is public of it.
