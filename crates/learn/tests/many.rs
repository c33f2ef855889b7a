//! How long counting takes with a hundred thousand dossiers. Not run with the others: it takes minutes.
//! `cargo test -p learn --test many -- --ignored --nocapture`
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, reason = "a measurement may stop, and is printed")]
#![allow(clippy::disallowed_methods, reason = "measuring needs the machine's own clock")]

use carry::testing::{decide, received, take_to};
use journey::{Outcome, State};
use learn::{By, Definition, Figures, Filter};
use std::time::Instant;
use store::{Engine, values};
use voice::Answering;

/// So many are made through the real acts; each is copied with its whole journal.
const MADE: usize = 200;
const COPIES: usize = 500;

#[tokio::test]
#[ignore = "a measurement of minutes"]
async fn a_hundred_thousand_dossiers() {
    let migrations =
        [design::testing::migrations(), voice::MIGRATIONS, carry::MIGRATIONS, answer::MIGRATIONS, deliver::MIGRATIONS, learn::MIGRATIONS]
            .concat();
    let texts = [("design", design::TEXTS), ("voice", voice::TEXTS), ("carry", carry::TEXTS), ("learn", learn::TEXTS)];
    let routes = people::Routes::new("test").merge(design::routes()).merge(voice::routes()).merge(carry::routes()).merge(learn::routes());
    let house = people::testing::TestHouse::open(Engine::Sqlite, &migrations, &texts, routes).await;
    let process = design::testing::published_process(&house).await;
    for n in 0..MADE {
        let receipt = received(&house, &process, &format!("Bank {n}"), Answering::none()).await;
        let goal = [State::Screened, State::Assigned, State::Assessed, State::AdviceReady, State::OnAgenda][n % 5];
        take_to(&house, receipt.dossier, goal).await;
        if goal == State::OnAgenda {
            decide(&house, receipt.dossier, Outcome::Adopted).await;
        }
        if n % 4 == 0 {
            house.clock.advance_days(1);
        }
    }
    let tenant = house.tenant();
    let began = Instant::now();
    for _ in 1..COPIES {
        store::write!(house.store(), [], |tx| {
            let all = values![tenant];
            tx.run(
                "CREATE TEMP TABLE copied AS SELECT id AS old, randomblob(16) AS new FROM dossier WHERE tenant = $1 ORDER BY opened LIMIT 200",
                &all,
            )
            .await?;
            tx.run(
                "INSERT INTO dossier SELECT d.tenant, c.new, d.process, d.area, d.state, d.department, d.asked, d.holder, d.since, d.until,
                 d.outcome, d.bounces, d.bounced, d.opened + 1, d.events, d.merged, d.lead, d.lead_number, d.size, d.public, d.more,
                 d.matters_until, d.due, d.called FROM dossier d JOIN copied c ON c.old = d.id WHERE d.tenant = $1",
                &all,
            )
            .await?;
            tx.run(
                "INSERT INTO journal SELECT j.tenant, c.new, j.number, randomblob(16), j.stream_kind, j.kind, j.version, j.actor, j.at, j.body,
                 j.hash FROM journal j JOIN copied c ON c.old = j.stream WHERE j.tenant = $1",
                &all,
            )
            .await?;
            tx.run("DROP TABLE copied", &[]).await
        })
        .await
        .unwrap();
    }
    let mut s = house.store().read().await.unwrap();
    let many: i64 = s.one("SELECT count(*) AS many FROM dossier WHERE tenant = $1", &values![tenant]).await.unwrap().get("many").unwrap();
    let entries: i64 =
        s.one("SELECT count(*) AS many FROM journal WHERE tenant = $1", &values![tenant]).await.unwrap().get("many").unwrap();
    drop(s);
    println!("{many} dossiers with {entries} entries, copied in {:.1} s", began.elapsed().as_secs_f64());
    let civil = &house.leyhoven.tenant.civil;
    let began = Instant::now();
    let counted = learn::count(house.store(), tenant, civil).await.unwrap();
    println!("the first time: {counted} dossiers in {:.1} s", began.elapsed().as_secs_f64());
    let began = Instant::now();
    let counted = learn::count(house.store(), tenant, civil).await.unwrap();
    println!("once more at the same moment: {counted} dossiers in {:.1} s", began.elapsed().as_secs_f64());
    let mut s = house.store().read().await.unwrap();
    let facts: i64 =
        s.one("SELECT count(*) AS many FROM flow_fact WHERE tenant = $1", &values![tenant]).await.unwrap().get("many").unwrap();
    let figures = Figures::default();
    let today = civil.today(kernel::Clock::now(&*house.clock));
    let year = Filter::of(today.plus_days(-364), today);
    for what in ["all figures of a year", "the same from memory"] {
        let began = Instant::now();
        let report = figures.report(&mut s, tenant, today, year.clone()).await.unwrap();
        println!("{what} of {facts} facts: {:.0} ms", began.elapsed().as_secs_f64() * 1e3);
        assert_eq!(report.received, Some(many));
    }
    let report = figures.report(&mut s, tenant, today, year.clone()).await.unwrap();
    let began = Instant::now();
    figures.split(&mut s, &report, Definition::named("G030").unwrap(), By::Department).await.unwrap();
    println!("one figure by department: {:.0} ms", began.elapsed().as_secs_f64() * 1e3);
    let month = Filter::of(today.plus_days(-29), today);
    let began = Instant::now();
    figures.report(&mut s, tenant, today, month).await.unwrap();
    println!("all figures of the last month: {:.0} ms", began.elapsed().as_secs_f64() * 1e3);
}
