//! Matching: which tab shows a record (R2). No call tells what a tab shows, so the panel needs [`Evidence`]: the tab is
//! new, and Dynamics has told that it goes to the record (`onpagenavigate`, which comes before the tab).
//!
//! The worst mistake here is to take the tab of another customer for the record's. So what is not certain waits for the
//! next look. What stays uncertain is not bound, and the row says that the record did not come up. If the host tells
//! neither its tabs nor where it navigates, the focused tab decides.

use crate::words::ids::{Record, Tab, TabId};
use crate::words::sorted::Set;
use crate::words::state::State;
use crate::words::tabs::{
    Evidence, FocusedSession, ForeignNavigation, Host, Opening, RecordTab, TabsView,
};

/// `onpagenavigate` names a record or another page.
pub(crate) fn navigated(state: &mut State, to: Option<Record>) {
    let tabs = &mut state.tabs;
    let of_opening = |opening: &Opening| to == Some(opening.record);
    let is_opening = tabs.opening.as_ref().is_some_and(of_opening);
    let awaited = tabs.opening.as_mut().and_then(Opening::evidence_mut);
    let late = to.and_then(|record| tabs.records.get_mut(&record));
    match (awaited, late) {
        (Some(evidence), _) if is_opening => evidence.navigated = true,
        (
            _,
            Some(RecordTab::Failed {
                late: Some(late), ..
            }),
        ) => {
            late.due = true;
            late.evidence.navigated = true;
        }
        (awaited, _) => {
            if let Some(evidence) = awaited {
                evidence.foreign = ForeignNavigation::Lately;
            }
            return;
        }
    }
    tabs.host.tells_navigation = true;
}

/// The tab of the record that is being opened, if this look shows it for certain.
pub(crate) fn recognise(
    state: &State,
    record: Record,
    evidence: &mut Evidence,
    now: &TabsView,
) -> Option<TabId> {
    let told = is_told(state.tabs.host, evidence);
    let rival = state
        .tabs
        .records
        .values()
        .any(|shown| is_announced(state, shown));
    let new = new_tabs(state, record, evidence, now);
    let listed = new.is_some();
    let likely = match new.as_deref() {
        None => focus_moved(state, record, evidence, now),
        Some([only]) => Some(only.clone()),
        Some(several) => {
            let in_front = now.focused.clone().filter(|id| several.contains(id));
            in_front.filter(|_| evidence.foreign == ForeignNavigation::None)
        }
    };
    if !told {
        evidence.unexplained |= new.is_none_or(|new| !new.is_empty());
        exclude(evidence, now);
    }
    let settled = matches!(
        evidence.foreign,
        ForeignNavigation::None | ForeignNavigation::Baseline
    );
    let certain = told && !rival && settled && (listed || evidence.likely == likely);
    evidence.likely.clone_from(&likely);
    evidence.foreign = match evidence.foreign {
        ForeignNavigation::Lately => ForeignNavigation::Settling,
        ForeignNavigation::Settling => ForeignNavigation::Baseline,
        foreign => foreign,
    };
    likely.filter(|_| certain)
}

/// Of the records whose time is over: the one whose tab this look shows, unless the tab may be another record's.
pub(crate) fn recognise_late(state: &mut State, now: &TabsView) -> Option<(Record, TabId)> {
    let host = state.tabs.host;
    for shown in state.tabs.records.values_mut() {
        if let RecordTab::Failed {
            late: Some(late), ..
        } = shown
            && !is_told(host, &late.evidence)
        {
            exclude(&mut late.evidence, now);
        }
    }
    let mut announced = state
        .tabs
        .records
        .iter()
        .filter(|(_, shown)| is_announced(state, shown));
    let (record, shown) = announced.next()?;
    let RecordTab::Failed {
        late: Some(late), ..
    } = shown
    else {
        return None;
    };
    let another = announced.next().is_some() || is_one_awaited(state);
    match new_tabs(state, *record, &late.evidence, now)?.as_slice() {
        [only] if !another => Some((*record, only.clone())),
        _ => None,
    }
}

/// True if the record's time is over and Dynamics has told that it comes up after all.
fn is_announced(state: &State, shown: &RecordTab) -> bool {
    matches!(shown, RecordTab::Failed { late: Some(late), .. }
        if late.due && is_told(state.tabs.host, &late.evidence))
}

/// True if the tab of an opening is awaited, and Dynamics has announced it or announces no record.
fn is_one_awaited(state: &State) -> bool {
    let evidence = state.tabs.opening.as_ref().and_then(Opening::evidence);
    evidence.is_some_and(|evidence| is_told(state.tabs.host, evidence))
}

/// True if Dynamics has announced the record, or if it seems to announce nothing: it has never announced a record that
/// the panel opened, and has named no other page while this tab is awaited.
fn is_told(host: Host, evidence: &Evidence) -> bool {
    evidence.navigated || !host.tells_navigation && evidence.foreign == ForeignNavigation::None
}

/// True if no tab has come up since the open call. That is certain only if the open call has been answered, the look
/// lists the tabs of the same session, no unexplained tab came up, and Dynamics has not announced the record.
pub(crate) fn nothing_came(
    state: &State,
    record: Record,
    evidence: &Evidence,
    now: &TabsView,
) -> bool {
    let listed = now.tabs.is_some() && is_same_session(&evidence.before, now);
    let new = new_tabs(state, record, evidence, now);
    let nothing = new.is_some_and(|new| new.is_empty()) && !evidence.unexplained;
    listed && nothing && evidence.answered && !evidence.navigated
}

/// Dynamics has not announced the record yet, so all tabs of this look were there before the record's tab.
fn exclude(evidence: &mut Evidence, now: &TabsView) {
    if evidence.before.session == now.session && now.tabs.is_some() {
        evidence.before.clone_from(now);
    }
}

/// The new tabs that show no other record. `None` if the host does not list its tabs.
fn new_tabs(
    state: &State,
    record: Record,
    evidence: &Evidence,
    now: &TabsView,
) -> Option<Vec<TabId>> {
    let before = evidence.before.tabs.as_ref()?;
    // A new tab has the focus. If this look lists no tabs, the focused tab at least is known.
    let focused = || now.focused.iter().cloned().collect();
    let tabs = now.tabs.clone().unwrap_or_else(focused);
    let others = others(state, record, now);
    let same = is_same_session(&evidence.before, now);
    let is_new = |id: &TabId| same && !before.contains(id) && !others.contains(id);
    Some(tabs.into_iter().filter(is_new).collect())
}

/// Used if nobody knows which tabs there were before: the focused tab, if another one had the focus before.
fn focus_moved(
    state: &State,
    record: Record,
    evidence: &Evidence,
    now: &TabsView,
) -> Option<TabId> {
    let before = evidence.before.focused.as_ref()?;
    let others = others(state, record, now);
    let moved = now.focused.clone().filter(|id| id != before);
    moved.filter(|id| is_same_session(&evidence.before, now) && !others.contains(id))
}

/// The tabs of this session that show other records.
fn others(state: &State, record: Record, now: &TabsView) -> Set<TabId> {
    let session = now.session.ours();
    let others = state
        .tabs
        .records
        .iter()
        .filter(|(other, _)| **other != record);
    others
        .filter_map(|(_, shown)| match shown {
            RecordTab::Bound(Tab { session: of, id }) if of.as_ref() == session => Some(id.clone()),
            _ => None,
        })
        .collect()
}

fn is_same_session(before: &TabsView, now: &TabsView) -> bool {
    match (before.session.ours(), now.session.ours()) {
        (Some(before), Some(now)) => before == now,
        _ => now.session != FocusedSession::NotOurs,
    }
}
