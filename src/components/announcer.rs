//! The voice of the panel, for those who listen instead of looking: two live regions, one that waits for its turn and
//! one that interrupts. What they say is told in [`said`].
//!
//! Each utterance is an element of its own, which is added and later taken away: so several at once are all heard, and
//! the same words twice in a row are heard twice.

use std::collections::VecDeque;
use std::rc::Rc;

use yew::prelude::*;

use super::language::use_speech;
use super::said::{Utterance, said};
use super::slice::use_store;
use super::words::news;
use crate::store::State;

/// How many utterances stay in the page, besides those of the latest moment: screen readers take a while to come.
const KEPT: usize = 8;

/// What has been said, each with its number.
#[derive(Default)]
struct Heard {
    lines: VecDeque<(usize, Utterance)>,
    last: usize,
}

impl Heard {
    fn hear(&mut self, new: Vec<Utterance>) {
        let kept = KEPT.max(new.len());
        for utterance in new {
            self.last = self.last.wrapping_add(1);
            self.lines.push_back((self.last, utterance));
        }
        let too_many = self.lines.len().saturating_sub(kept);
        drop(self.lines.drain(..too_many));
    }
}

/// The live regions.
#[component]
pub fn Announcer() -> Html {
    let store = use_store();
    let again = use_force_update();
    let heard = use_mut_ref(Heard::default);
    let known = use_mut_ref({
        let store = store.clone();
        move || store.state()
    });
    let speech = use_speech();
    use_effect_with(store, {
        let heard = heard.clone();
        move |store| {
            let look = move |state: &Rc<State>| {
                let before = known.replace(state.clone());
                let new = said(&before, state);
                if !new.is_empty() {
                    heard.borrow_mut().hear(new);
                    again.force_update();
                }
            };
            // What happened between the rendering and this moment.
            look(&store.state());
            let subscription = store.subscribe(look);
            move || drop(subscription)
        }
    });
    let heard = heard.borrow();
    let lines = |urgent: bool| {
        let lines = heard.lines.iter();
        let lines = lines.filter(move |(_, utterance)| utterance.is_urgent() == urgent);
        lines.map(
            |(number, utterance)| html! { <p key={*number}>{ news::tell(&speech, utterance) }</p> },
        )
    };
    html! {
        <div class="unseen" data-announcer="true">
            <div role="log" aria-live="polite" data-says="status">{ for lines(false) }</div>
            <div role="log" aria-live="assertive" data-says="error">{ for lines(true) }</div>
        </div>
    }
}
