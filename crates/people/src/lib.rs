//! Tenants, organisations, departments, accounts, roles, legal bases, the identity vault and erasure.
