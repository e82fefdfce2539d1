//! The voice of the panel, for those who listen instead of looking: two live regions, one that waits for its turn and
//! one that interrupts. What they say is told in [`said`].
//!
//! Each utterance is an element of its own, which is added after the one before it and goes when it is old: so several
//! at once are all heard, in their order, and the same words twice in a row are heard twice.

use std::collections::VecDeque;
use std::rc::Rc;

use yew::prelude::*;

use super::language::use_speech;
use super::said::{Utterance, said};
use super::slice::use_store;
use super::words::{Speech, news};
use crate::browser::clock;
use crate::store::{Millis, State};

/// How long an utterance stays in the page at least, in milliseconds: screen readers take a while to come.
const STAYS: u64 = 10_000;

/// What is said, and what is about to be.
#[derive(Default)]
struct Voice {
    waiting: VecDeque<Utterance>,
    lines: VecDeque<Line>,
    last: usize,
}

/// What has been said, in the language of its moment: words that changed would be heard again.
struct Line {
    number: usize,
    said: Millis,
    urgent: bool,
    words: String,
}

impl Voice {
    /// Says what has waited longest; whether there was something to say.
    fn say(&mut self, speech: &Speech, now: Millis) -> bool {
        let Some(utterance) = self.waiting.pop_front() else {
            return false;
        };
        let is_old = |line: &Line| now.0.saturating_sub(line.said.0) > STAYS;
        self.lines.retain(|line| !is_old(line));
        self.last = self.last.wrapping_add(1);
        self.lines.push_back(Line {
            number: self.last,
            said: now,
            urgent: utterance.is_urgent(),
            words: news::tell(speech, &utterance),
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
    let voice = use_mut_ref(Voice::default);
    let known = use_mut_ref({
        let store = store.clone();
        move || store.state()
    });
    let speech = use_speech();
    use_effect_with(store, {
        let (voice, again) = (voice.clone(), again.clone());
        move |store| {
            let look = move |state: &Rc<State>| {
                let before = known.replace(state.clone());
                let new = said(&before, state);
                if !new.is_empty() {
                    voice.borrow_mut().waiting.extend(new);
                    again.force_update();
                }
            };
            // What happened between the rendering and this moment.
            look(&store.state());
            let subscription = store.subscribe(look);
            move || drop(subscription)
        }
    });
    use_effect({
        let voice = voice.clone();
        move || {
            if voice.borrow_mut().say(&speech, clock::now()) {
                again.force_update();
            }
        }
    });
    let voice = voice.borrow();
    html! {
        <div class="unseen" data-announcer="true">
            <div role="log" aria-live="polite">{ voice.lines(false) }</div>
            <div role="log" aria-live="assertive">{ voice.lines(true) }</div>
        </div>
    }
}
