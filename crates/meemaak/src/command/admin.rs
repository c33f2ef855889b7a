//! `meemaak admin`: what cannot be done from a page because there is nobody yet, or nobody who can sign in.

use super::{CommandError, say, serve};
use crate::config::Config;
use clap::Subcommand;
use kernel::{AccountId, Actor, Calendar, GrantId, Holidays, Language, TenantId, Zone};
use people::tables::accounts::{self, Account};
use people::tables::{grants, tenants};
use people::{App, Grant, Role, Scope, SecondFactor, Tenant, TermsWords};
use ui::Contact;

/// Make a municipality or an account, or help somebody who lost a phone
#[derive(Debug, Subcommand)]
pub enum Admin {
    /// Make a municipality with its departments to be added by its administrator
    CreateTenant {
        /// Under which host name it is found, such as inspraak.leyhoven.be
        #[arg(long)]
        host: String,
        /// Its name, as residents know it
        #[arg(long)]
        name: String,
        /// Time zone
        #[arg(long, default_value = "Europe/Brussels")]
        zone: String,
        /// Which holidays count: belgian, dutch or none
        #[arg(long, default_value = "belgian")]
        holidays: String,
        /// Its language
        #[arg(long, default_value = "nl")]
        language: String,
        /// The languages of its pages, divided by commas
        #[arg(long, default_value = "nl,en,ar", value_delimiter = ',')]
        languages: Vec<String>,
    },
    /// Make an account; the first password is shown once
    CreateAccount {
        /// The municipality, by its host name
        #[arg(long)]
        host: String,
        /// The name of the person
        #[arg(long)]
        name: String,
        /// Mail address, with which the person signs in
        #[arg(long)]
        mail: String,
        /// administrator, participation-officer, neighbourhood-manager, department-head, specialist, budget-holder,
        /// controller, council-secretary, decision-maker, moderator, process-guardian, intermediary or researcher
        #[arg(long)]
        role: String,
    },
    /// Let somebody set up a second factor anew at the next sign-in
    ResetSecondFactor {
        /// The municipality, by its host name
        #[arg(long)]
        host: String,
        /// Mail address of the account
        #[arg(long)]
        mail: String,
    },
}

fn asked(text: impl Into<String>) -> CommandError {
    CommandError::Asked(text.into())
}

async fn tenant_at(app: &App, host: &str) -> Result<Tenant, CommandError> {
    let mut session = app.store.read().await?;
    let found = tenants::by_host(&mut session, &people::bare_host(host)).await?;
    found.ok_or_else(|| asked(format!("no municipality is found under «{host}»; make it with meemaak admin create-tenant")))
}

impl Admin {
    pub(super) async fn run(&self, config: Config) -> Result<(), CommandError> {
        let app = serve::open(&config, SecondFactor::Required).await?;
        match self {
            Self::CreateTenant { host, name, zone, holidays, language, languages } => {
                let tag = |tag: &String| tag.parse::<Language>().map_err(|error| asked(format!("«{tag}»: {error}")));
                let holidays = match holidays.as_str() {
                    "belgian" => Holidays::Belgian,
                    "dutch" => Holidays::Dutch,
                    "none" => Holidays::None,
                    other => return Err(asked(format!("«{other}» are no holidays we know; write belgian, dutch or none"))),
                };
                let host = people::bare_host(host);
                let language = tag(language)?;
                let tenant = Tenant {
                    id: TenantId::new(app.clock.now(), app.random.as_ref()),
                    hosts: vec![host.clone()],
                    host,
                    name: name.clone(),
                    civil: journey::Civil {
                        zone: Zone::named(zone).map_err(|error| asked(error.to_string()))?,
                        calendar: Calendar::new(holidays),
                        terms: journey::Terms::default(),
                    },
                    language,
                    languages: languages.iter().map(tag).collect::<Result<_, _>>()?,
                    reviewed: vec![Language::NL],
                    terms_words: if holidays == Holidays::Dutch { TermsWords::Dutch } else { TermsWords::Flemish },
                    plain_words: Vec::new(),
                    light: false,
                    theme: ui::theme::Theme::default(),
                    contact: Contact { phone: String::new(), address: String::new(), mail: String::new(), hours: String::new() },
                    logo: None,
                };
                let told = format!(
                    "{} is found under {}; now make its first administrator with meemaak admin create-account",
                    tenant.name, tenant.host
                );
                store::write!(app.store, [tenant], |tx| tenants::create(tx, &Actor::System, &tenant).await).await.map_err(|error| {
                    match error {
                        store::Error::Conflict(_) => asked("a municipality is found under that host name already"),
                        other => CommandError::Store(other),
                    }
                })?;
                say(&told);
                Ok(())
            }
            Self::CreateAccount { host, name, mail, role } => {
                let tenant = tenant_at(&app, host).await?;
                let role: Role = role.parse().map_err(|_| asked(format!("«{role}» is no role; --help names them")))?;
                let (now, random) = (app.clock.now(), app.random.as_ref());
                let password = first_password(&app);
                let hash = people::password::hash(&app, password.clone()).await.map_err(|error| asked(error.to_string()))?;
                let account = Account {
                    id: AccountId::new(now, random),
                    name: name.clone(),
                    mail: mail.clone(),
                    organisation: None,
                    department: None,
                    language: None,
                    ended: None,
                };
                let grant = Grant {
                    id: GrantId::new(now, random),
                    account: account.id,
                    role: role.code().to_owned(),
                    permissions: role.permissions(),
                    scope: Scope::Tenant,
                    from: tenant.civil.zone.date(now),
                    until: None,
                    substitute: None,
                };
                let id = tenant.id;
                store::write!(app.store, [account, grant, hash], |tx| {
                    accounts::create(tx, id, &Actor::System, &account, Some(&hash)).await?;
                    grants::give(tx, id, &Actor::System, &grant).await
                })
                .await
                .map_err(|error| match error {
                    store::Error::Conflict(_) => asked("somebody signs in with that mail address already"),
                    other => CommandError::Store(other),
                })?;
                say(&format!("{name} signs in with {mail} and this password, shown once: {password}"));
                say("It can be changed under /wachtwoord after the first sign-in.");
                Ok(())
            }
            Self::ResetSecondFactor { host, mail } => {
                let tenant = tenant_at(&app, host).await?;
                let account = {
                    let mut session = app.store.read().await?;
                    accounts::by_mail(&mut session, tenant.id, mail).await?
                };
                let account = account.ok_or_else(|| asked(format!("nobody in {} signs in with «{mail}»", tenant.name)))?;
                let (tenant, id) = (tenant.id, account.id);
                store::write!(app.store, [], |tx| accounts::reset_factor(tx, tenant, &Actor::System, id).await).await?;
                say(&format!("{} sets up a second factor at the next sign-in; every other sign-in has ended", account.name));
                Ok(())
            }
        }
    }
}

/// A password of sixteen easy signs, 70 bits.
fn first_password(app: &App) -> String {
    kernel::FollowCode::draw(app.random.as_ref()).reveal().to_lowercase()
}
