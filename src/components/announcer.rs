//! Two live regions for screen readers: a polite one, which waits for its turn, and an assertive one, which interrupts.
//! The module `announcements` says what they announce.
//!
//! Each announcement gets an element of its own. The element is added after the earlier ones and removed when it is
//! old. So a screen reader says several announcements in their order, and says the same words twice if they come twice.
//! A handful of announcements is said at once. If more come within a second, the
//! [`Queue`] sums them up.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::functional::UseForceUpdateHandle;
use yew::prelude::*;

use super::announcement_queue::Queue;
use super::announcements::announcements;
use super::language::use_i18n;
use super::slice::use_store;
use super::view::View;
use super::words::{I18n, announcement};
use crate::browser::clock;
use store::{Millis, State};

/// How many announcements are said within [`PACE`], and how many the page holds.
const HANDFUL: usize = 6;
/// A screen reader gets a handful of announcements in this time, in milliseconds.
const PACE: u64 = 1_000;
/// How long an announcement stays in the page, in milliseconds. Screen readers take a while to read it.
const STAYS: u64 = 10_000;

/// What the regions hold, and what waits to be added.
#[derive(Default)]
struct LiveRegions {
    i18n: I18n,
    waiting: Queue,
    /// Each rendering adds one of these to the page, because Yew adds several elements in reverse.
    coming: VecDeque<Line>,
    lines: VecDeque<Line>,
    last: usize,
    /// Wakes the regions when something waits or is old.
    wake: Option<Timeout>,
}

/// An announcement in the page. It keeps the language of its moment: a screen reader would read changed words again.
struct Line {
    number: usize,
    said: Millis,
    urgent: bool,
    words: String,
}

impl Line {
    fn age(&self, now: Millis) -> u64 {
        now.0.saturating_sub(self.said.0)
    }
}

impl LiveRegions {
    /// Removes what is old, and takes what waits, as far as the pace allows.
    fn renew(&mut self, now: Millis) {
        self.lines.retain(|line| line.age(now) < STAYS);
        let said = self.lines.iter().chain(&self.coming);
        let lately = said.filter(|line| line.age(now) < PACE).count();
        let room = HANDFUL.saturating_sub(lately);
        if room == 0 {
            return;
        }
        for announcement in self.waiting.take(room) {
            self.last = self.last.wrapping_add(1);
            self.coming.push_back(Line {
                number: self.last,
                said: now,
                urgent: announcement.is_urgent(),
                words: announcement::text(&self.i18n, &announcement),
            });
        }
    }

    /// Adds the next line. Returns whether there was one.
    fn add(&mut self) -> bool {
        let Some(next) = self.coming.pop_front() else {
            return false;
        };
        self.lines.push_back(next);
        let surplus = self.lines.len().saturating_sub(HANDFUL);
        let _ = self.lines.drain(..surplus);
        true
    }

    /// In how many milliseconds there will be something to renew.
    fn rest(&self, now: Millis) -> Option<u64> {
        let oldest = self.lines.iter().chain(&self.coming).next()?.age(now);
        let until = if self.waiting.is_empty() { STAYS } else { PACE };
        Some(until.saturating_sub(oldest))
    }

    fn lines(&self, urgent: bool) -> Html {
        let lines = self.lines.iter().filter(|line| line.urgent == urgent);
        lines
            .map(|line| html! { <p key={line.number}>{ &line.words }</p> })
            .collect()
    }
}

/// Renews the regions now, and again when that is due.
fn renew(regions: &Rc<RefCell<LiveRegions>>, again: &UseForceUpdateHandle) {
    let now = clock::now();
    let mut all = regions.borrow_mut();
    all.renew(now);
    again.force_update();
    all.wake = all.rest(now).map(|rest| {
        let (regions, again) = (Rc::downgrade(regions), again.clone());
        Timeout::new(u32::try_from(rest).unwrap_or(u32::MAX), move || {
            if let Some(regions) = regions.upgrade() {
                renew(&regions, &again);
            }
        })
    });
}

/// The live regions.
#[component]
pub fn Announcer() -> Html {
    let store = use_store();
    let again = use_force_update();
    let regions = use_mut_ref(LiveRegions::default);
    regions.borrow_mut().i18n = use_i18n();
    let known = use_mut_ref({
        let store = store.clone();
        move || View::of(&store.state())
    });
    use_effect_with(store, {
        let (regions, again) = (regions.clone(), again.clone());
        move |store| {
            let look = move |state: &Rc<State>| {
                let now = View::of(state);
                let before = known.replace(now.clone());
                let new = announcements(&before, &now);
                if new.is_empty() {
                    return;
                }
                for announcement in new {
                    regions.borrow_mut().waiting.add(announcement, HANDFUL);
                }
                renew(&regions, &again);
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
            if regions.borrow_mut().add() {
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
