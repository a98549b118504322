//! Where areas and capabilities stand in the open audit, as memos: what shows one of them runs again
//! only when that one changes.

use leptos::prelude::*;

use crate::audit::standing::Standing;
use crate::framework::{Area, Capability};
use crate::web::state::State;

/// The ids of the capabilities that are not left out. A page that depends on which those are need not
/// be made anew at every change.
pub fn kept_capabilities(state: State) -> Memo<Vec<String>> {
    let framework = state.device.framework();
    Memo::new(move |_| {
        state.open.with(|audit| audit.capabilities(framework).map(|each| each.id.clone()).collect())
    })
}

/// Where an area stands in the open audit.
pub fn area_standing(state: State, area: &'static Area) -> Memo<Standing> {
    Memo::new(move |_| state.open.with(|audit| Standing::of(&audit.assess_area(area))))
}

/// Where a capability stands in the open audit.
pub fn capability_standing(state: State, capability: &'static Capability) -> Memo<Standing> {
    Memo::new(move |_| state.open.with(|audit| Standing::of(&audit.assess_capability(capability))))
}
