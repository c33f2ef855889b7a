//! Doorwerken: how a contribution goes through the organisation to a decision.
