//! Who lays paper beside what was typed from it. In the field's practice a second person does (catalogue A243, E301): whoever typed a
//! sheet reads in it what was meant, not what stands there.

use kernel::OrganisationId;

/// Whether somebody of the organisation `own` may read the sheets of a batch that `keeper` keeps. Whoever works for the municipality may;
/// whoever helps people for an organisation reads what that organisation wrote down, and nothing of others (E302).
#[must_use]
pub fn may_read(own: Option<OrganisationId>, keeper: Option<OrganisationId>) -> bool {
    own.is_none() || own == keeper
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_organisation_reads_its_own_paper_and_nothing_of_others() {
        let [one, other] = [1, 2].map(|number| OrganisationId::from_uuid(uuid::Uuid::from_u128(number)));
        assert!(may_read(None, None) && may_read(None, Some(one)) && may_read(Some(one), Some(one)));
        assert!(!may_read(Some(one), Some(other)) && !may_read(Some(one), None));
    }
}
