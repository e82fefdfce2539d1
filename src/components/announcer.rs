//! Two live regions for screen readers: a polite one, which waits for its turn, and an assertive one, which interrupts.
//! The module `announcements` says what they announce.
//!
//! Each announcement gets an element of its own. The element is added after the earlier ones and removed when it is
//! old. So a screen reader says several announcements in their order, and says the same words twice if they come twice.

use std::collections::VecDeque;
use std::rc::Rc;

use yew::prelude::*;

use super::announcements::{Announcement, announcements};
use super::language::use_i18n;
use super::slice::use_store;
use super::words::{I18n, announcement};
use crate::browser::clock;
use store::{Millis, State};

/// How long an announcement stays in the page at least, in milliseconds. Screen readers take a while to read it.
const STAYS: u64 = 10_000;

/// What the regions hold, and what waits to be added.
#[derive(Default)]
struct LiveRegions {
    waiting: VecDeque<Announcement>,
    lines: VecDeque<Line>,
    last: usize,
}

/// An announcement in the page. It keeps the language of its moment: a screen reader would read changed words again.
struct Line {
    number: usize,
    said: Millis,
    urgent: bool,
    words: String,
}

impl LiveRegions {
    /// Adds the announcement that has waited longest. Returns whether there was one.
    fn say(&mut self, i18n: &I18n, now: Millis) -> bool {
        let Some(announcement) = self.waiting.pop_front() else {
            return false;
        };
        let is_old = |line: &Line| now.0.saturating_sub(line.said.0) > STAYS;
        self.lines.retain(|line| !is_old(line));
        self.last = self.last.wrapping_add(1);
        self.lines.push_back(Line {
            number: self.last,
            said: now,
            urgent: announcement.is_urgent(),
            words: announcement::text(i18n, &announcement),
        });
        true
    }

    fn lines(&self, urgent: bool) -> Html {
        let lines = self.lines.iter().filter(|line| line.urgent == urgent);
        lines
            .map(|line| html! { <p key={line.number}>{ &line.words }</p> })
            .collect()
    }
}

/// The live regions.
#[component]
pub fn Announcer() -> Html {
    let store = use_store();
    let again = use_force_update();
    let regions = use_mut_ref(LiveRegions::default);
    let known = use_mut_ref({
        let store = store.clone();
        move || store.state()
    });
    let i18n = use_i18n();
    use_effect_with(store, {
        let (regions, again) = (regions.clone(), again.clone());
        move |store| {
            let look = move |state: &Rc<State>| {
                let before = known.replace(state.clone());
                let new = announcements(&before, state);
                if !new.is_empty() {
                    regions.borrow_mut().waiting.extend(new);
                    again.force_update();
                }
            };
            // The store may have changed between the rendering and this moment.
            look(&store.state());
            let subscription = store.subscribe(look);
            move || drop(subscription)
        }
    });
    use_effect({
        let regions = regions.clone();
        move || {
            if regions.borrow_mut().say(&i18n, clock::now()) {
                again.force_update();
            }
        }
    });
    let regions = regions.borrow();
    html! {
        <div class="unseen" data-announcer="true">
            <div role="log" aria-live="polite">{ regions.lines(false) }</div>
            <div role="log" aria-live="assertive">{ regions.lines(true) }</div>
        </div>
    }
}
