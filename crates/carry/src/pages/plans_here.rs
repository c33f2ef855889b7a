//! What departments plan where the contributions of a dossier are about (F1 S5, B45, C144).

use crate::forms::MOTIVE_MOST;
use crate::pages::opened::Opened;
use design::{Lies, Plan, Site};
use people::{Context, Fault};
use store::Session;
use ui::{Arg, Page, Typed};

/// The plans, those on the very point of a contribution first. Plans that are not public yet are among them.
pub(crate) async fn found(ctx: &Context, s: &mut Session, opened: &Opened) -> Result<Vec<(Plan, Lies)>, Fault> {
    let ids: Vec<_> = opened.dossier.live().map(|it| it.contribution).take(50).collect();
    let said = voice::contributions(s, ctx.tenant_id(), &ids).await?;
    let mut sites: Vec<Site> = said.iter().map(|it| Site { area: it.place.area, point: it.place.point }).collect();
    // Contributions that say the same are mostly about the same place.
    sites.dedup();
    Ok(design::plans_at(s, ctx.tenant_id(), &sites, false).await?)
}

/// The plans as a panel for staff; empty when there is none.
pub(crate) async fn shown(ctx: &Context, s: &mut Session, page: &Page, found: &[(Plan, Lies)]) -> Result<String, Fault> {
    Ok(design::panels::plans_shown(s, ctx.tenant_id(), page, found, design::panels::Reader::Staff).await?)
}

/// The verdict on the frame of plans as a suggestion, with the public plans quoted in the language of the municipality. What
/// nobody outside may know of yet is not quoted: the rule becomes public.
pub(crate) async fn suggested(ctx: &Context, s: &mut Session, found: &[(Plan, Lies)]) -> Result<Typed, Fault> {
    let public: Vec<&Plan> = found.iter().map(|(plan, _)| plan).filter(|plan| plan.public).collect();
    if public.is_empty() {
        // Something that is not public lies there: whoever checks says what that means.
        return Ok(if found.is_empty() { Typed::empty().with("plans", "fits") } else { Typed::empty() });
    }
    let departments = people::tables::departments(s, ctx.tenant_id()).await?;
    let language = ctx.tenant.language;
    let say = |key: &str, args: &[(&str, Arg)]| ctx.app.texts.get(&language, key, args);
    let mut lines = Vec::new();
    for plan in public {
        let name = departments.iter().find(|it| it.id == plan.department).map(|it| it.name.clone()).unwrap_or_default();
        let (title, state) = (plan.title.best(&language).text.to_owned(), say(plan.state.key(), &[]));
        lines.push(say("carry-frames-plans-quote", &[("title", title.into()), ("department", name.into()), ("state", state.into())]));
        lines.push(say("carry-frames-plans-quote-room", &[("words", plan.room.best(&language).text.to_owned().into())]));
        lines.push(say("carry-frames-plans-quote-fixed", &[("words", plan.fixed.best(&language).text.to_owned().into())]));
    }
    let rule: String = lines.join("\n").chars().take(MOTIVE_MOST).collect();
    Ok(Typed::empty().with("plans", "fits-if").with("plans-rule", rule))
}
