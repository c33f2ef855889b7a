//! Leyhoven shows everything that the program knows: every state in which a dossier stands, and every reason for which
//! something lies still.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use journey::{Filter, State, Stranding};
use kernel::{Clock, Instant, SeededRandom, TestClock};
use meemaak::command::demo::fill_house;
use meemaak::config::Config;
use people::SecondFactor;
use std::collections::BTreeSet;
use std::sync::Arc;

/// In which states no dossier of Leyhoven has to stand: S0 lies on a telephone or on paper, outside the database.
const APART: &[State] = &[State::Captured];

/// What lies still as a dossier.
const OF_DOSSIERS: &[Stranding] = &[
    Stranding::X1,
    Stranding::X2,
    Stranding::X3,
    Stranding::X4,
    Stranding::X5,
    Stranding::X6,
    Stranding::X7,
    Stranding::X9,
    Stranding::X10,
    Stranding::X12,
];

/// What lies still as something that was promised.
const OF_COMMITMENTS: &[Stranding] = &[Stranding::X1, Stranding::X8, Stranding::X10, Stranding::X11];

fn missing<T: Copy + Ord>(wanted: impl IntoIterator<Item = T>, found: &BTreeSet<T>) -> Vec<T> {
    wanted.into_iter().filter(|one| !found.contains(one)).collect()
}

#[tokio::test]
async fn leyhoven_has_a_dossier_in_every_state_and_something_that_lies_still_for_every_reason() {
    let folder = tempfile::tempdir().unwrap();
    let database = format!("sqlite:{}", folder.path().join("leyhoven.sqlite").display());
    let config = Config::read(None, std::iter::empty(), &[("database", Some(database))]).unwrap().for_demo(folder.path(), "127.0.0.1:0");
    let now = Instant::from_micros(1_795_000_000_000_000);
    let clock = Arc::new(TestClock::new(now.plus_seconds(-200 * 86_400)));
    let random = Arc::new(SeededRandom::new(11));
    let app = meemaak::open(&config, Arc::clone(&clock) as Arc<dyn Clock>, random, SecondFactor::Optional).await.unwrap();
    let told = fill_house(&app, &clock, now).await.unwrap();
    let logins: Vec<_> = told["accounts"].as_array().unwrap().iter().map(|it| it["login"].as_str().unwrap()).collect();
    assert!(logins.iter().all(|login| !login.starts_with("vakambtenaar-water")), "nobody signs in as who left: {logins:?}");

    let mut s = app.store.read().await.unwrap();
    let id = people::tables::tenants::ids(&mut s).await.unwrap()[0];
    let tenant = people::tables::tenants::tenant(&mut s, id).await.unwrap().unwrap();
    let today = tenant.civil.today(now);
    drop(s);

    // What the program does later and by itself: it misses whoever left, and ends the dossiers of what was evaluated.
    let civil = tenant.civil.clone();
    store::write!(app.store, [civil], |tx| { carry::jobs::begin(tx, id, &civil).await }).await.unwrap();
    meemaak::house::worker(&app).work_once().await.unwrap();
    let mut s = app.store.read().await.unwrap();

    // Those that their authors took back are on no list.
    let values = store::values![id];
    let rows = s.all(store::sql!("SELECT DISTINCT state FROM dossier WHERE tenant = $1 AND merged IS NULL"), &values);
    let states: BTreeSet<State> =
        rows.await.unwrap().iter().map(|row| State::from_code(&row.get::<String>("state").unwrap()).unwrap()).collect();
    let wanted = State::ALL.iter().copied().filter(|state| !APART.contains(state));
    assert_eq!(missing(wanted, &states), [], "states in which no dossier of Leyhoven stands");

    let dossiers = journey::list(&mut s, id, &Filter::default(), None, 1_000).await.unwrap();
    let (mut lying, mut promised) = (BTreeSet::new(), BTreeSet::new());
    for row in &dossiers {
        lying.extend(row.stranded(&tenant.civil, now).into_iter().map(|it| it.code));
        for it in deliver::of_dossier(&mut s, id, row.id).await.unwrap() {
            let left = deliver::left(&mut s, id, &it, &tenant.civil, today).await.unwrap();
            promised.extend(it.dates(&tenant.civil, left).stranded(&tenant.civil, today).into_iter().map(|it| it.code));
        }
    }
    assert_eq!(missing(OF_DOSSIERS.iter().copied(), &lying), [], "reasons for which no dossier of Leyhoven lies still");
    assert_eq!(missing(OF_COMMITMENTS.iter().copied(), &promised), [], "reasons for which nothing that was promised lies still");
    let either: BTreeSet<Stranding> = lying.union(&promised).copied().collect();
    assert_eq!(missing(Stranding::ALL.iter().copied(), &either), [], "reasons that Leyhoven does not show");
}
