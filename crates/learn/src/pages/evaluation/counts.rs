//! The part of `/werk/processen/{id}/evaluatie/bereik` in which somebody fills in what else was counted of who took part (G004–G008,
//! G011, G019): one form, in which everything may stay empty.

use super::lines::Asked;
use super::reach::{line, needed, open};
use crate::model::evaluation::counts::{
    AttendanceCounted, ChannelCounted, ChannelsCounted, Counts, MOST_CENTS, MOST_LINES, PartCounted, ResponseCounted, StratumCounted,
};
use crate::model::evaluation::reach::{LONGEST_GROUP, LONGEST_SOURCE};
use kernel::Money;
use ui::Typed;

/// The kinds of places or groups that were invited.
pub(super) const STRATA: Asked<3> = Asked {
    legend: "learn-count-stratum",
    fields: [
        ("stratum-name", "learn-count-name"),
        ("stratum-delivered", "learn-count-delivered"),
        ("stratum-accepted", "learn-count-accepted"),
    ],
    most: MOST_LINES,
};

/// The channels through which people joined.
pub(super) const CHANNELS: Asked<4> = Asked {
    legend: "learn-count-channel",
    fields: [
        ("channel-name", "learn-count-name"),
        ("channel-joined", "learn-count-joined"),
        ("channel-hours", "learn-count-hours"),
        ("channel-euros", "learn-count-euros"),
    ],
    most: MOST_LINES,
};

fn written(number: Option<i64>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

fn fill_part(typed: &mut Typed, of: &str, it: &PartCounted) {
    typed.set(format!("{of}-part"), it.part.to_string());
    typed.set(format!("{of}-whole"), it.whole.to_string());
    typed.set(format!("{of}-unsaid"), written(it.unsaid));
    typed.set(format!("{of}-source"), it.source.as_str());
}

/// Sets what stands in the form.
pub(super) fn fill(typed: &mut Typed, counts: &Counts) {
    for (of, it) in [("earlier", &counts.earlier), ("unorganised", &counts.unorganised), ("remedied", &counts.remedied)] {
        if let Some(it) = it {
            fill_part(typed, of, it);
        }
    }
    if let Some(it) = &counts.response {
        typed.set("response-source", it.source.as_str());
        for (nth, it) in (1..).zip(&it.strata) {
            let [name, delivered, accepted] = STRATA.names(nth);
            typed.set(name, it.name.as_str());
            typed.set(delivered, it.delivered.to_string());
            typed.set(accepted, it.accepted.to_string());
        }
    }
    if let Some(it) = &counts.channels {
        typed.set("channels-source", it.source.as_str());
        for (nth, it) in (1..).zip(&it.channels) {
            let [name, joined, hours, euros] = CHANNELS.names(nth);
            typed.set(name, it.name.as_str());
            typed.set(joined, it.joined.to_string());
            typed.set(hours, written(it.hours));
            typed.set(euros, it.cents.map(|cents| Money::from_cents(cents).to_string()).unwrap_or_default());
        }
    }
    if let Some(it) = &counts.attendance {
        typed.set("attendance-participants", it.participants.to_string());
        typed.set("attendance-all", it.attendances.to_string());
        typed.set("attendance-source", it.source.as_str());
    }
}

fn is_empty(typed: &Typed, names: &[String]) -> bool {
    names.iter().all(|name| typed.get(name).trim().is_empty())
}

fn source(typed: &mut Typed, name: &str) -> Option<String> {
    line(typed, name, LONGEST_SOURCE, "learn-reach-source-missing")
}

/// Notes what cannot be of a part and its whole beside their fields.
fn check_part(typed: &mut Typed, part: (&str, Option<i64>), whole: (&str, Option<i64>)) {
    if whole.1 == Some(0) {
        typed.wrong(whole.0, "learn-count-whole-none");
    } else if part.1.zip(whole.1).is_some_and(|(part, whole)| part > whole) {
        typed.wrong(part.0, "learn-count-part-more");
    }
}

/// A part of a whole; nothing when nobody filled anything in. What is wrong is noted beside its field.
fn part(typed: &mut Typed, of: &str) -> Option<PartCounted> {
    let names = ["part", "whole", "unsaid", "source"].map(|what| format!("{of}-{what}"));
    if is_empty(typed, &names) {
        return None;
    }
    let (part, whole) = (needed(typed, &names[0]), needed(typed, &names[1]));
    check_part(typed, (names[0].as_str(), part), (names[1].as_str(), whole));
    let unsaid = open(typed, &names[2]);
    let source = source(typed, &names[3]);
    Some(PartCounted { part: part?, whole: whole?, unsaid, source: source? })
}

/// The name of a line, which no line before it has.
fn name(typed: &mut Typed, field: &str, before: &[String]) -> Option<String> {
    let name = line(typed, field, LONGEST_GROUP, "learn-count-name-missing")?;
    if before.iter().any(|it| it.to_lowercase() == name.to_lowercase()) {
        typed.wrong(field, "learn-count-name-twice");
    }
    Some(name)
}

/// The lines that were filled in, each read by `read` after its name; nothing when nobody filled anything in, which is wrong when only
/// their source is given.
fn lines<T, const N: usize>(
    typed: &mut Typed,
    (asked, source): (&Asked<N>, &str),
    read: impl Fn(&mut Typed, Option<String>, &[String; N]) -> Option<T>,
) -> Option<Vec<T>> {
    let (mut found, mut taken, mut begun) = (Vec::new(), Vec::new(), false);
    for nth in 1..=asked.most {
        let names = asked.names(nth);
        if is_empty(typed, &names) {
            continue;
        }
        begun = true;
        let name = name(typed, &names[0], &taken);
        taken.extend(name.clone());
        found.extend(read(typed, name, &names));
    }
    if !begun && !typed.get(source).trim().is_empty() {
        typed.wrong(asked.names(1)[0].as_str(), "learn-count-lines-missing");
    }
    begun.then_some(found)
}

fn response(typed: &mut Typed) -> Option<ResponseCounted> {
    let strata = lines(typed, (&STRATA, "response-source"), |typed, name, [_, delivered_in, accepted_in]| {
        let (delivered, accepted) = (needed(typed, delivered_in), needed(typed, accepted_in));
        check_part(typed, (accepted_in, accepted), (delivered_in, delivered));
        Some(StratumCounted { name: name?, delivered: delivered?, accepted: accepted? })
    })?;
    Some(ResponseCounted { source: source(typed, "response-source")?, strata })
}

/// An amount of money that may be left open; what cannot be read is noted beside its field.
fn cents(typed: &mut Typed, name: &str) -> Option<i64> {
    let text = typed.get(name).trim().to_owned();
    if text.is_empty() {
        return None;
    }
    let read = text.parse::<Money>().ok().map(Money::cents).filter(|cents| (0..=MOST_CENTS).contains(cents));
    if read.is_none() {
        typed.wrong(name, "ui-amount");
    }
    read
}

fn channels(typed: &mut Typed) -> Option<ChannelsCounted> {
    let channels = lines(typed, (&CHANNELS, "channels-source"), |typed, name, names| {
        let joined = needed(typed, &names[1]);
        let (hours, cents) = (open(typed, &names[2]), cents(typed, &names[3]));
        if is_empty(typed, &names[2..]) {
            typed.wrong(names[2].as_str(), "learn-count-spent-missing");
        }
        Some(ChannelCounted { name: name?, joined: joined?, hours, cents })
    })?;
    Some(ChannelsCounted { source: source(typed, "channels-source")?, channels })
}

fn attendance(typed: &mut Typed) -> Option<AttendanceCounted> {
    let names = ["participants", "all", "source"].map(|what| format!("attendance-{what}"));
    if is_empty(typed, &names) {
        return None;
    }
    let (participants, attendances) = (needed(typed, &names[0]), needed(typed, &names[1]));
    if participants == Some(0) {
        typed.wrong(names[0].as_str(), "learn-count-whole-none");
    } else if participants.zip(attendances).is_some_and(|(participants, attendances)| attendances < participants) {
        typed.wrong(names[1].as_str(), "learn-count-attendances-fewer");
    }
    let source = source(typed, &names[2]);
    Some(AttendanceCounted { participants: participants?, attendances: attendances?, source: source? })
}

/// What was filled in; nothing when something is wrong, which is then noted beside its field.
pub(super) fn counted(typed: &mut Typed) -> Option<Counts> {
    let counts = Counts {
        earlier: part(typed, "earlier"),
        unorganised: part(typed, "unorganised"),
        response: response(typed),
        channels: channels(typed),
        remedied: part(typed, "remedied"),
        attendance: attendance(typed),
    };
    (!typed.is_wrong()).then_some(counts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const WHOLE: [(&str, &str); 17] = [
        ("earlier-part", "12"),
        ("earlier-whole", "80"),
        ("earlier-source", "Briefje"),
        ("response-source", "Postlijst"),
        ("stratum-name-1", "Molenveld"),
        ("stratum-delivered-1", "1.200"),
        ("stratum-accepted-1", "60"),
        ("channels-source", "Werkblad"),
        ("channel-name-1", "Deur aan deur"),
        ("channel-joined-1", "30"),
        ("channel-hours-1", "12"),
        ("channel-name-2", "Brief"),
        ("channel-joined-2", "20"),
        ("channel-euros-2", "812,50"),
        ("attendance-participants", "80"),
        ("attendance-all", "190"),
        ("attendance-source", "Lijst"),
    ];

    fn typed() -> Typed {
        WHOLE.iter().fold(Typed::empty(), |typed, (name, value)| typed.with(*name, *value))
    }

    #[test]
    fn what_is_read_is_filled_in_again_and_what_is_empty_is_nothing() {
        let read = counted(&mut typed());
        assert!(read.as_ref().is_some_and(|it| it.indicators() == ["G004", "G006", "G008", "G019"]), "{read:?}");
        let mut again = Typed::empty();
        fill(&mut again, &read.clone().unwrap_or_default());
        assert_eq!(counted(&mut again), read);
        assert_eq!(counted(&mut Typed::empty()), Some(Counts::default()));
    }

    proptest! {
        #[test]
        fn whatever_is_typed_counts_are_whole_or_told_to_be_wrong(nth in 0..WHOLE.len(), value in "[0-9]{0,3}|.{0,12}") {
            let mut typed = typed().with(WHOLE[nth].0, value);
            match counted(&mut typed) {
                None => prop_assert!(typed.is_wrong()),
                Some(it) => {
                    prop_assert!(it.earlier.is_some_and(|it| it.part <= it.whole && it.whole > 0));
                    prop_assert!(it.response.is_some_and(|it| it.strata.iter().all(|it| it.accepted <= it.delivered && it.delivered > 0)));
                    prop_assert!(it.channels.is_some_and(|it| it.channels.iter().all(|it| it.hours.is_some() || it.cents.is_some())));
                    prop_assert!(it.attendance.is_some_and(|it| it.attendances >= it.participants && it.participants > 0));
                }
            }
        }
    }
}
