//! What else somebody counts of who took part: who came before, who is in no association, who answered an invitation, what each
//! channel brought, which reasons to drop out were remedied, how often people came (G004–G008, G011, G019). Each number comes with
//! its source, and what may be shown of it is decided here, before it is kept anywhere.
//!
//! A stratum is a kind of place or group that was counted, never a word for a person: there is no field for one.

use super::reach::{hundredths, number, whole};
use serde::{Deserialize, Serialize};
use statistics::{publishable, publishable_list};

/// At most so many strata, and so many channels.
pub const MOST_LINES: usize = 8;
/// No channel costs more cents than these.
pub const MOST_CENTS: i64 = 10_000_000_000;

/// How many of a whole, as somebody counted it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartCounted {
    /// How many.
    pub part: i64,
    /// Of how many: of people those who told it.
    pub whole: i64,
    /// How many were asked and would rather not tell; none when nobody counted that.
    pub unsaid: Option<i64>,
    /// Where the numbers come from.
    pub source: String,
}

/// A kind of place or group that was invited, as somebody counted it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StratumCounted {
    /// What it is called: «huurwoningen».
    pub name: String,
    /// How many invitations arrived.
    pub delivered: i64,
    /// How many of them were accepted.
    pub accepted: i64,
}

/// What came of invitations, as somebody counted it (G006, G007).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResponseCounted {
    /// Where the numbers come from.
    pub source: String,
    /// By kind of place or group, each once.
    pub strata: Vec<StratumCounted>,
}

/// A channel by which people were found, as somebody counted it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChannelCounted {
    /// What it is called: «deur aan deur».
    pub name: String,
    /// How many took part for the first time because of it.
    pub joined: i64,
    /// The hours that it took; none when nobody counted that.
    pub hours: Option<i64>,
    /// The money that it took, in cents; none when nobody counted that.
    pub cents: Option<i64>,
}

/// What channels brought, as somebody counted it (G008).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChannelsCounted {
    /// Where the numbers come from.
    pub source: String,
    /// The channels, each once.
    pub channels: Vec<ChannelCounted>,
}

/// How often people came, as somebody counted it (G019).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttendanceCounted {
    /// How many people took part.
    pub participants: i64,
    /// How often they were there, all together.
    pub attendances: i64,
    /// Where the numbers come from.
    pub source: String,
}

/// What else was counted of who took part; none of what nobody counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts {
    /// Who took part in two or more earlier processes in three years, or for an organisation (G004).
    pub earlier: Option<PartCounted>,
    /// Who is in no association (G005).
    pub unorganised: Option<PartCounted>,
    /// What came of invitations (G006, G007).
    pub response: Option<ResponseCounted>,
    /// What channels brought (G008).
    pub channels: Option<ChannelsCounted>,
    /// Reasons to drop out that are within reach of the municipality, and how many of them it remedied (G011). These are reasons
    /// and not people.
    pub remedied: Option<PartCounted>,
    /// How often people came (G019).
    pub attendance: Option<AttendanceCounted>,
}

/// How many of a whole, as it may be told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartFound {
    /// Where it comes from.
    pub source: String,
    /// Of how many; none when too few.
    pub whole: Option<i64>,
    /// How many would rather not tell; none when too few told it, or nobody counted it.
    pub unsaid: Option<i64>,
    /// How many; none when it or what is left is of too few.
    pub part: Option<i64>,
    /// The share, in hundredths; none when it is not shown, or the whole is too small to take a share of.
    pub share: Option<i64>,
}

/// A kind of place or group that was invited, as it may be told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StratumFound {
    /// What it is called.
    pub name: String,
    /// How many invitations arrived; none when too few.
    pub delivered: Option<i64>,
    /// How many were accepted; none when it or what is left is of too few.
    pub accepted: Option<i64>,
    /// The share that was accepted, in hundredths (G006).
    pub rate: Option<i64>,
}

/// What came of invitations, as it may be told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResponseFound {
    /// Where it comes from.
    pub source: String,
    /// How many invitations arrived; none when too few.
    pub delivered: Option<i64>,
    /// How many were accepted; none when it or what is left is of too few.
    pub accepted: Option<i64>,
    /// The share that was accepted, in hundredths.
    pub rate: Option<i64>,
    /// By kind of place or group.
    pub strata: Vec<StratumFound>,
    /// Where most accepted, by its place among the strata that are shown with a share; none when fewer than two are.
    pub highest: Option<i64>,
    /// Where fewest did, likewise.
    pub lowest: Option<i64>,
    /// The share of the highest divided by that of the lowest, in hundredths (G007).
    pub ratio: Option<i64>,
}

/// A channel by which people were found, as it may be told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChannelFound {
    /// What it is called.
    pub name: String,
    /// How many took part for the first time because of it; none when too few.
    pub joined: Option<i64>,
    /// The hours that it took; none when not counted.
    pub hours: Option<i64>,
    /// The money that it took, in cents; none when not counted.
    pub cents: Option<i64>,
    /// How many for each hour, in hundredths.
    pub per_hour: Option<i64>,
    /// How many for each hundred euros, in hundredths: for one euro it would be nought with too many noughts behind it.
    pub per_hundred_euro: Option<i64>,
}

/// What channels brought, as it may be told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChannelsFound {
    /// Where it comes from.
    pub source: String,
    /// How many took part for the first time because of all of them; none when too few.
    pub joined: Option<i64>,
    /// The channels.
    pub channels: Vec<ChannelFound>,
}

/// How often people came, as it may be told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AttendanceFound {
    /// Where it comes from.
    pub source: String,
    /// How many people took part; none when too few.
    pub participants: Option<i64>,
    /// How often they were there; none when too few can have come more than once.
    pub attendances: Option<i64>,
    /// How often for each of them, in hundredths.
    pub mean: Option<i64>,
}

/// What else was counted of who took part, as it may be told.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountsFound {
    /// Who came before, or for an organisation (G004).
    pub earlier: Option<PartFound>,
    /// Who is in no association (G005).
    pub unorganised: Option<PartFound>,
    /// What came of invitations (G006, G007).
    pub response: Option<ResponseFound>,
    /// What channels brought (G008).
    pub channels: Option<ChannelsFound>,
    /// Reasons to drop out that were remedied (G011).
    pub remedied: Option<PartFound>,
    /// How often people came (G019).
    pub attendance: Option<AttendanceFound>,
}

/// A share of a whole, in whole hundredths.
fn share(part: i64, all: i64) -> Option<i64> {
    (all > 0 && (0..=all).contains(&part)).then(|| (part * 200 + all) / (all * 2))
}

/// How many for each of what was spent, in the unit that `times` makes of it.
fn yielded(joined: Option<i64>, spent: Option<i64>, times: i64) -> Option<i64> {
    let (joined, spent) = joined.zip(spent).filter(|(_, spent)| *spent > 0)?;
    Some((joined * times * 2 + spent) / (spent * 2))
}

impl PartCounted {
    /// What may be told of it when it is of people: of no fewer than `smallest`, and of none that are found by subtraction.
    #[must_use]
    pub fn found(&self, smallest: i64) -> PartFound {
        let part = self.part.min(self.whole);
        let told = publishable_list(&[whole(part), whole(self.whole - part)], whole(smallest.max(1))).ok();
        let all = told.as_ref().and_then(|it| it.all).and_then(number);
        let part = told.and_then(|it| it.counts.first().copied().flatten()).and_then(number);
        PartFound {
            source: self.source.clone(),
            whole: all,
            unsaid: all.and(self.unsaid),
            part,
            share: part.zip(all).and_then(|(part, all)| share(part, all)),
        }
    }

    /// What may be told of it when it is of deeds: those are public one by one, of a handful only the share is left out.
    #[must_use]
    pub fn found_of_deeds(&self, smallest: i64) -> PartFound {
        let part = self.part.min(self.whole);
        PartFound {
            source: self.source.clone(),
            whole: Some(self.whole),
            unsaid: None,
            part: Some(part),
            share: share(part, self.whole).filter(|_| self.whole >= smallest),
        }
    }
}

impl ResponseCounted {
    /// What may be told of it. Only numbers that are shown are compared, so nothing that is hidden is found back.
    #[must_use]
    pub fn found(&self, smallest: i64) -> ResponseFound {
        // Accepted and not accepted in two columns, so that neither is found by taking the other from all.
        let table: Vec<[u64; 2]> = self
            .strata
            .iter()
            .map(|it| {
                let accepted = it.accepted.min(it.delivered);
                [whole(accepted), whole(it.delivered - accepted)]
            })
            .collect();
        let told = publishable(&table, whole(smallest.max(1))).ok();
        let cell = |nth: usize| {
            let it = told.as_ref()?;
            let delivered = it.rows.get(nth).copied().flatten().and_then(number)?;
            Some((delivered, it.counts.get(nth).and_then(|row| row.first().copied().flatten()).and_then(number)))
        };
        let strata: Vec<StratumFound> = self
            .strata
            .iter()
            .enumerate()
            .map(|(nth, it)| {
                let (delivered, accepted) = cell(nth).map_or((None, None), |(delivered, accepted)| (Some(delivered), accepted));
                let rate = accepted.zip(delivered).and_then(|(accepted, delivered)| share(accepted, delivered));
                StratumFound { name: it.name.clone(), delivered, accepted, rate }
            })
            .collect();
        let delivered = told.as_ref().and_then(|it| it.all).and_then(number);
        let accepted = told.as_ref().and_then(|it| it.columns.first().copied().flatten()).and_then(number);
        let accepted = delivered.and(accepted);
        let mut it = ResponseFound {
            source: self.source.clone(),
            delivered,
            accepted,
            rate: accepted.zip(delivered).and_then(|(accepted, delivered)| share(accepted, delivered)),
            strata,
            highest: None,
            lowest: None,
            ratio: None,
        };
        it.compare();
        it
    }
}

impl ResponseFound {
    /// Holds the highest share that is shown against the lowest (G007).
    fn compare(&mut self) {
        let mut shown: Vec<(usize, i64, i64)> =
            self.strata.iter().enumerate().filter_map(|(place, it)| Some((place, it.accepted?, it.delivered?))).collect();
        // Products in place of shares, so that nothing is rounded.
        shown.sort_by(|one, two| (one.1 * two.2).cmp(&(two.1 * one.2)));
        if let [lowest, .., highest] = shown.as_slice() {
            let place = |place: usize| i64::try_from(place).ok();
            (self.highest, self.lowest) = (place(highest.0), place(lowest.0));
            let below = highest.2 * lowest.1;
            self.ratio = (below > 0).then(|| hundredths((highest.1 * lowest.2) as f64 / below as f64)).flatten();
        }
    }
}

impl ChannelsCounted {
    /// What may be told of it. Hours and money are deeds of the municipality and stay.
    #[must_use]
    pub fn found(&self, smallest: i64) -> ChannelsFound {
        let counts: Vec<u64> = self.channels.iter().map(|it| whole(it.joined)).collect();
        let told = publishable_list(&counts, whole(smallest.max(1))).ok();
        let channels = self.channels.iter().enumerate().map(|(nth, it)| {
            let joined = told.as_ref().and_then(|told| told.counts.get(nth).copied().flatten()).and_then(number);
            ChannelFound {
                name: it.name.clone(),
                joined,
                hours: it.hours,
                cents: it.cents,
                per_hour: yielded(joined, it.hours, 100),
                per_hundred_euro: yielded(joined, it.cents, 1_000_000),
            }
        });
        ChannelsFound {
            source: self.source.clone(),
            joined: told.as_ref().and_then(|it| it.all).and_then(number),
            channels: channels.collect(),
        }
    }
}

impl AttendanceCounted {
    /// What may be told of it. Whoever was there at all was there once: what is above that tells how many can have come more often.
    #[must_use]
    pub fn found(&self, smallest: i64) -> AttendanceFound {
        let least = smallest.max(1);
        let participants = Some(self.participants).filter(|many| *many >= least);
        let attendances = participants.and(Some(self.attendances)).filter(|all| all - self.participants >= least);
        AttendanceFound {
            source: self.source.clone(),
            participants,
            attendances,
            mean: attendances.zip(participants).map(|(all, many)| (all * 200 + many) / (many * 2)),
        }
    }
}

impl Counts {
    /// What may be told of it: of no fewer people than `smallest`.
    #[must_use]
    pub fn found(&self, smallest: i64) -> CountsFound {
        CountsFound {
            earlier: self.earlier.as_ref().map(|it| it.found(smallest)),
            unorganised: self.unorganised.as_ref().map(|it| it.found(smallest)),
            response: self.response.as_ref().map(|it| it.found(smallest)),
            channels: self.channels.as_ref().map(|it| it.found(smallest)),
            remedied: self.remedied.as_ref().map(|it| it.found_of_deeds(smallest)),
            attendance: self.attendance.as_ref().map(|it| it.found(smallest)),
        }
    }

    /// The indicators that can be counted here.
    pub const INDICATORS: [&'static str; 7] = ["G004", "G005", "G006", "G007", "G008", "G011", "G019"];

    /// The indicators that were counted.
    #[must_use]
    pub fn indicators(&self) -> Vec<&'static str> {
        let strata = self.response.as_ref().map_or(0, |it| it.strata.len());
        let counted = [
            self.earlier.is_some(),
            self.unorganised.is_some(),
            strata > 0,
            // One stratum is as high as itself: that says nothing.
            strata > 1,
            self.channels.is_some(),
            self.remedied.is_some(),
            self.attendance.is_some(),
        ];
        Self::INDICATORS.into_iter().zip(counted).filter_map(|(code, counted)| counted.then_some(code)).collect()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
    use super::*;
    use proptest::prelude::*;

    fn part(part: i64, whole: i64) -> PartCounted {
        PartCounted { part, whole, unsaid: Some(4), source: "Briefje".into() }
    }

    fn response(strata: &[(i64, i64)]) -> ResponseCounted {
        let stratum = |(place, (delivered, accepted)): (usize, &(i64, i64))| StratumCounted {
            name: format!("plek {place}"),
            delivered: *delivered,
            accepted: *accepted,
        };
        ResponseCounted { source: "Postlijst".into(), strata: strata.iter().enumerate().map(stratum).collect() }
    }

    #[test]
    fn a_share_is_of_those_who_told_it_and_never_of_a_handful() {
        let it = part(36, 120).found(10);
        assert_eq!((it.part, it.whole, it.share, it.unsaid), (Some(36), Some(120), Some(30), Some(4)));
        let few = part(3, 120).found(10);
        assert_eq!((few.part, few.whole, few.share), (None, Some(120), None));
        let nearly_all = part(117, 120).found(10);
        assert_eq!((nearly_all.part, nearly_all.whole), (None, Some(120)), "the three that are left would be found");
        let none = part(3, 9).found(10);
        assert_eq!((none.part, none.whole, none.unsaid), (None, None, None));
        let deeds = part(3, 4).found_of_deeds(10);
        assert_eq!((deeds.part, deeds.whole, deeds.share), (Some(3), Some(4), None), "reasons are no people");
        assert_eq!(part(9, 12).found_of_deeds(10).share, Some(75));
    }

    #[test]
    fn the_response_of_each_stratum_is_told_with_the_highest_against_the_lowest() {
        let it = response(&[(400, 20), (300, 60), (200, 30)]).found(10);
        assert_eq!(it.strata.iter().map(|it| it.rate).collect::<Vec<_>>(), [Some(5), Some(20), Some(15)]);
        assert_eq!((it.delivered, it.accepted, it.rate), (Some(900), Some(110), Some(12)));
        assert_eq!((it.highest, it.lowest, it.ratio), (Some(1), Some(0), Some(400)));
        let one = response(&[(400, 20)]).found(10);
        assert_eq!((one.highest, one.ratio, one.rate), (None, None, Some(5)));
    }

    #[test]
    fn a_stratum_in_which_too_few_accepted_is_not_found_by_subtraction() {
        let it = response(&[(400, 4), (300, 60), (200, 30)]).found(10);
        assert_eq!((it.strata[0].delivered, it.strata[0].accepted), (Some(400), None));
        assert!(it.strata.iter().filter(|it| it.accepted.is_none()).count() > 1, "the total would give it away: {it:?}");
        assert_eq!(it.ratio, None, "one is left to be shown, and that is like itself");
    }

    #[test]
    fn a_channel_brings_so_many_for_an_hour_and_for_a_hundred_euros() {
        let channel = |name: &str, joined, hours, cents| ChannelCounted { name: name.into(), joined, hours, cents };
        let of = |channels| ChannelsCounted { source: "Werkblad".into(), channels };
        let it = of(vec![channel("deur", 30, Some(12), Some(0)), channel("brief", 20, None, Some(80_000))]).found(10);
        assert_eq!((it.joined, it.channels[0].per_hour, it.channels[0].per_hundred_euro), (Some(50), Some(250), None));
        assert_eq!((it.channels[1].per_hour, it.channels[1].per_hundred_euro), (None, Some(250)));
        let few = of(vec![channel("deur", 3, Some(12), None), channel("brief", 20, Some(4), None), channel("school", 30, Some(4), None)])
            .found(10);
        let told: Vec<_> = few.channels.iter().map(|it| (it.joined, it.per_hour)).collect();
        assert_eq!(told, [(None, None), (None, None), (Some(30), Some(750))], "the second would give the first away");
        assert_eq!((few.joined, few.channels[0].hours), (Some(53), Some(12)));
    }

    #[test]
    fn how_often_people_came_is_told_when_enough_came_more_than_once() {
        let of = |participants, attendances| AttendanceCounted { participants, attendances, source: "Lijst".into() }.found(10);
        assert_eq!((of(40, 110).mean, of(40, 110).attendances), (Some(275), Some(110)));
        assert_eq!((of(40, 43).participants, of(40, 43).attendances, of(40, 43).mean), (Some(40), None, None));
        assert_eq!(of(9, 90).participants, None);
    }

    proptest! {
        /// Whatever is counted: no number of people below the limit is told, nor one that follows from what is told.
        #[test]
        fn no_handful_is_told(strata in prop::collection::vec((0_i64..400, 0_i64..400), 1..8), joined in prop::collection::vec(0_i64..60, 1..8), smallest in 2_i64..15) {
            let strata: Vec<_> = strata.into_iter().map(|(delivered, accepted)| (delivered, accepted.min(delivered))).collect();
            let it = response(&strata).found(smallest);
            for it in &it.strata {
                if let (Some(delivered), Some(accepted)) = (it.delivered, it.accepted) {
                    prop_assert!(accepted >= smallest && delivered - accepted >= smallest);
                }
            }
            if let Some(accepted) = it.accepted {
                let apart: i64 = it.strata.iter().filter_map(|it| it.accepted).sum();
                let hidden = it.strata.iter().filter(|it| it.accepted.is_none()).count();
                prop_assert!(hidden == 0 || accepted - apart >= smallest, "{it:?}");
            }
            prop_assert!(it.ratio.is_none_or(|ratio| ratio >= 100));
            let channels = joined.iter().map(|many| ChannelCounted { name: many.to_string(), joined: *many, hours: Some(1), cents: None });
            let it = ChannelsCounted { source: String::new(), channels: channels.collect() }.found(smallest);
            let apart: i64 = it.channels.iter().filter_map(|it| it.joined).sum();
            let hidden = it.channels.iter().filter(|it| it.joined.is_none()).count();
            prop_assert!(it.channels.iter().all(|it| it.joined.is_none_or(|many| many >= smallest)));
            prop_assert!(it.joined.is_none_or(|all| hidden == 0 || all - apart >= smallest), "{it:?}");
        }
    }
}
