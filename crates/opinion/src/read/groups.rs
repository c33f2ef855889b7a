//! Groups that somebody already made.

use std::collections::BTreeMap;
use std::io::Read;

use csv::ByteRecord;

use super::{Table, cell, opened, wrong};
use crate::error::OpinionError;
use crate::id::{GroupId, ParticipantId};
use crate::votes::plain_number;

/// Who belongs to which group.
pub type GivenGroups = BTreeMap<ParticipantId, GroupId>;

/// Reads a table with `participant` and `group` (or `group-id`); an empty group means: in no group. The
/// `participants-votes.csv` of the open data can be read as it is.
///
/// # Errors
/// When the file cannot be read, lacks a column, or puts somebody in two groups.
///
/// ```
/// let groups = opinion::read_groups("participant,group\nada,0\nbob,1\neve,\n".as_bytes())?;
/// assert_eq!(groups.len(), 2);
/// # Ok::<(), opinion::OpinionError>(())
/// ```
pub fn read_groups<R: Read>(source: R) -> Result<GivenGroups, OpinionError> {
    let (_, reader) = opened(source)?;
    let mut table = Table::new(reader)?;
    let participant = table.needed("participant", &["participant", "participant-id", "participant_id", "voter-id", "pid"])?;
    let group = table.needed("group or group-id", &["group", "group-id", "group_id"])?;
    let mut groups = GivenGroups::new();
    let mut record = ByteRecord::new();
    while table.rows.read_byte_record(&mut record)? {
        let (who, which) = (cell(&record, participant)?, cell(&record, group)?);
        if which.is_empty() {
            continue;
        }
        if who.is_empty() {
            return Err(wrong(&record, "", "the id of a participant"));
        }
        // Group 0 may be written as 0.0 by programs that hold numbers.
        let which = GroupId::from(which.strip_suffix(".0").filter(|number| plain_number(number).is_some()).unwrap_or(which));
        if groups.insert(ParticipantId::from(who), which.clone()).is_some_and(|before| before != which) {
            return Err(wrong(&record, who, "in one group only"));
        }
    }
    Ok(groups)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]
    use super::read_groups;

    #[test]
    fn a_group_written_as_a_decimal_is_the_whole_number_and_no_name_is_lost() {
        let groups = read_groups("participant,group\n1,1.0\n2,1\n3,.0\n4,v2.0\n".as_bytes()).unwrap();
        assert_eq!(groups.values().map(|group| group.as_str()).collect::<Vec<_>>(), ["1", "1", ".0", "v2.0"]);
    }
}
