//! Tenants, organisations, departments, accounts, roles, legal bases, the identity vault and erasure; and what every
//! page of the house stands on: context, routes, forms and faults. The README tells how a room uses them.

mod context;
mod cookies;
mod csrf;
mod factor;
mod facts_of;
mod fault;
pub mod forgotten;
pub mod holder;
mod house;
pub mod kept;
mod kept_form;
mod labels;
mod limits;
pub mod mail;
mod pages;
mod panel;
pub mod password;
mod permit;
mod posted;
mod routes;
mod seal;
mod sign_in;
pub mod tables;
mod tenant;
#[cfg(feature = "testing")]
pub mod testing;
pub mod vault;
mod web_address;
mod who_is_there;

pub use context::{Context, SignedIn};
pub use factor::FactorSecret;
pub use facts_of::{FactsOf, Hold, ProcessAsked, Threshold};
pub use fault::Fault;
pub use holder::Holder;
pub use house::{App, House, LetterFonts, NavItem, Parts, SecondFactor, Settings};
pub use kept_form::{KeptForm, Stale};
pub use limits::{Limits, TooMany, Trial};
pub use mail::Mailer;
pub use panel::{Panel, Spot};
pub use permit::{Grant, Permission, PermissionSet, Role, Scope, Substitute, Thing, UnknownCode, permit, permit_somewhere};
pub use posted::{Posted, Upload};
pub use routes::{Access, RouteEntry, Routes};
pub use tenant::{PlainWord, SMALLEST, SMALLEST_ALLOWED, Tenant, TermsWords, bare_host};
pub use web_address::WebAddress;
pub use who_is_there::{WhoIsThere, does_work_of, worked_for};

/// The tables of this room.
pub const MIGRATIONS: &[store::Migration] = &[
    store::Migration {
        room: "people",
        number: 1,
        name: "tenants, places, accounts, roles, vault, mail",
        sql: include_str!("../migrations/1_people.sql"),
    },
    store::Migration {
        room: "people",
        number: 2,
        name: "links for who forgot the password",
        sql: include_str!("../migrations/2_password_links.sql"),
    },
    store::Migration { room: "people", number: 3, name: "carrying out and confirming", sql: include_str!("../migrations/3_carry_out.sql") },
    store::Migration {
        room: "people",
        number: 4,
        name: "words of the office and what people say",
        sql: include_str!("../migrations/4_plain_words.sql"),
    },
    store::Migration {
        room: "people",
        number: 5,
        name: "the address at which a mail that comes again and again is stopped",
        sql: include_str!("../migrations/5_unsubscribe.sql"),
    },
    store::Migration { room: "people", number: 6, name: "lists under a name", sql: include_str!("../migrations/6_saved_views.sql") },
    store::Migration { room: "people", number: 7, name: "keeping plans", sql: include_str!("../migrations/7_keep_plans.sql") },
    store::Migration {
        room: "people",
        number: 8,
        name: "keeping budgets, and working with one or two people",
        sql: include_str!("../migrations/8_budgets_and_light.sql"),
    },
    store::Migration {
        room: "people",
        number: 9,
        name: "evaluating and doing research",
        sql: include_str!("../migrations/9_evaluate_and_research.sql"),
    },
    store::Migration {
        room: "people",
        number: 10,
        name: "how small a group may be to be shown",
        sql: include_str!("../migrations/10_smallest_group.sql"),
    },
];

/// The words of this room.
pub const TEXTS: &[(&str, &str)] = &[
    ("nl", include_str!("../locales/nl/people.ftl")),
    ("en", include_str!("../locales/en/people.ftl")),
    ("ar", include_str!("../locales/ar/people.ftl")),
    ("nl", include_str!("../locales/nl/people-staff.ftl")),
    ("en", include_str!("../locales/en/people-staff.ftl")),
    ("nl", include_str!("../locales/nl/people-beheer.ftl")),
    ("en", include_str!("../locales/en/people-beheer.ftl")),
    ("ar", include_str!("../locales/ar/people-beheer.ftl")),
    ("nl", include_str!("../locales/nl/people-beheer-staff.ftl")),
    ("en", include_str!("../locales/en/people-beheer-staff.ftl")),
];

/// The pages of this room.
pub fn routes() -> Routes {
    use Access::{Public, SignedIn};
    Routes::new("people")
        .get("/aanmelden", Public, pages::sign_in::show)
        .post("/aanmelden", Public, pages::sign_in::send)
        .get("/aanmelden/code", Public, pages::sign_in::show_code)
        .post("/aanmelden/code", Public, pages::sign_in::send_code)
        .get("/aanmelden/instellen", Public, pages::sign_in::show_enrol)
        .post("/aanmelden/instellen", Public, pages::sign_in::send_enrol)
        .get("/afmelden", Public, pages::sign_in::show_out)
        .post("/afmelden", Public, pages::sign_in::send_out)
        .get("/wachtwoord-vergeten", Public, pages::forgotten::show)
        .post("/wachtwoord-vergeten", Public, pages::forgotten::send)
        .get("/wachtwoord-vergeten/{token}", Public, pages::forgotten::show_new)
        .post("/wachtwoord-vergeten/{token}", Public, pages::forgotten::send_new)
        .get("/wachtwoord", SignedIn, pages::password::show)
        .post("/wachtwoord", SignedIn, pages::password::send)
        .get("/bewaard/{id}", SignedIn, pages::kept::show)
        .post("/bewaard/{id}/weg", SignedIn, pages::kept::throw_away)
        .get("/thema.css", Public, pages::theme::style)
        .get("/favicon.svg", Public, pages::theme::icon)
        .get("/favicon.ico", Public, pages::theme::icon)
        .get("/logo", Public, pages::theme::logo)
        .merge(pages::beheer::routes())
        .merge(pages::privacy::routes())
        .merge(pages::accessibility::routes())
}
