//! Texts and people as a page shows them.

use crate::model::Firmness;
use kernel::{AccountId, DepartmentId, Language, TenantId, TextId};
use std::collections::HashMap;
use store::Session;
use store::texts::LanguageSet;
use ui::Page;

/// A text in the language that fits the reader best, ready for the macro `words`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Words {
    pub(crate) text: String,
    pub(crate) language: Language,
    /// Key of what the reader should know about it.
    pub(crate) note: Option<&'static str>,
}

impl Words {
    pub(crate) fn of(page: &Page, set: &LanguageSet) -> Self {
        let shown = set.best(&page.language);
        let note = if shown.unreviewed {
            Some("ui-translated")
        } else if *shown.language != page.language {
            Some("ui-original-language")
        } else {
            None
        };
        Self { text: shown.text.to_owned(), language: *shown.language, note }
    }
}

/// The texts that one page needs, read at once.
#[derive(Debug, Default)]
pub(crate) struct Texts(HashMap<TextId, LanguageSet>);

impl Texts {
    pub(crate) async fn read(s: &mut Session, tenant: TenantId, ids: &[TextId]) -> Result<Self, store::Error> {
        Ok(Self(store::texts::texts(s, tenant, ids).await?.into_iter().collect()))
    }
    pub(crate) fn words(&self, page: &Page, id: TextId) -> Option<Words> {
        self.0.get(&id).map(|set| Words::of(page, set))
    }
}

/// The names of departments and people that one page needs.
#[derive(Debug, Default)]
pub(crate) struct Names {
    pub(crate) departments: HashMap<DepartmentId, String>,
    pub(crate) people: HashMap<AccountId, String>,
}

impl Names {
    pub(crate) async fn read(s: &mut Session, tenant: TenantId, accounts: &[AccountId]) -> Result<Self, store::Error> {
        let departments = people::tables::departments(s, tenant).await?.into_iter().map(|one| (one.id, one.name)).collect();
        let people = people::tables::names(s, tenant, accounts).await?.into_iter().collect();
        Ok(Self { departments, people })
    }
    pub(crate) fn department(&self, page: &Page, id: Option<DepartmentId>) -> String {
        id.and_then(|id| self.departments.get(&id).cloned()).unwrap_or_else(|| page.t("carry-dossier-none"))
    }
    pub(crate) fn person(&self, page: &Page, id: Option<AccountId>) -> String {
        id.and_then(|id| self.people.get(&id).cloned()).unwrap_or_else(|| page.t("carry-dossier-someone"))
    }
}

/// The verdicts as choices.
pub(crate) fn verdicts(page: &Page) -> Vec<ui::Choice> {
    journey::Verdict::ALL.iter().map(|it| ui::Choice::new(it.code(), page.t(it.key()))).collect()
}

/// Whether a rule is essential or adjustable, as choices; not knowing it is one of them.
#[must_use]
pub fn firmness_choices(page: &Page) -> Vec<ui::Choice> {
    let codes = Firmness::ALL.into_iter().map(Firmness::code).chain([Firmness::UNKNOWN]);
    codes.map(|code| ui::Choice::new(code, page.t(format!("carry-frames-firmness-{code}")))).collect()
}

/// The departments that can be asked something today.
pub(crate) async fn departments(ctx: &people::Context) -> Result<Vec<people::tables::Department>, people::Fault> {
    let today = ctx.today();
    let mut s = ctx.read().await?;
    let all = people::tables::departments(&mut s, ctx.tenant_id()).await?;
    Ok(all.into_iter().filter(|it| it.ended.is_none_or(|ended| ended > today)).collect())
}

/// The people of these departments, by name; whose account ended is not among them.
pub(crate) async fn people_of(ctx: &people::Context, departments: &[DepartmentId]) -> Result<Vec<people::tables::Account>, people::Fault> {
    const AT_ONCE: i64 = 500;
    let mut s = ctx.read().await?;
    let mut found: Vec<people::tables::Account> = Vec::new();
    let mut after: Option<(String, AccountId)> = None;
    loop {
        let from = after.as_ref().map(|(name, id)| (name.as_str(), *id));
        let all = people::tables::accounts(&mut s, ctx.tenant_id(), from, AT_ONCE).await?;
        let Some(last) = all.last() else { return Ok(found) };
        after = Some((last.name.clone(), last.id));
        let whole = all.len() < usize::try_from(AT_ONCE).unwrap_or(500);
        found.extend(all.into_iter().filter(|it| it.department.is_some_and(|id| departments.contains(&id)) && it.ended.is_none()));
        if whole {
            return Ok(found);
        }
    }
}

/// Departments as choices.
pub(crate) fn department_choices(departments: &[people::tables::Department]) -> Vec<ui::Choice> {
    departments.iter().map(|it| ui::Choice::new(it.id.to_string(), it.name.clone())).collect()
}

/// What was asked of a budget: an amount, or people and time.
pub(crate) fn means_asked(page: &Page, euros: Option<i64>) -> String {
    match euros {
        Some(euros) => page.money(&kernel::Money::from_cents(euros.saturating_mul(100))),
        None => page.t("carry-answer-means-people"),
    }
}
