//! Phone numbers for the eye: `+1 415 555 0132`.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::phone;

/// How a component shows phone numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numbers {
    are_formatted: bool,
}

impl Numbers {
    /// A number in E.164 for the eye; as it is while the rules are on their way, and if it is none.
    #[must_use]
    pub fn shown(self, number: &str) -> String {
        let formatted = self.are_formatted.then(|| phone::format(number)).flatten();
        formatted.unwrap_or_else(|| number.to_owned())
    }
}

/// How to show phone numbers. Once they are `wanted`, the rules are loaded, and the component renders again when they
/// have come.
#[hook]
pub fn use_numbers(wanted: bool) -> Numbers {
    let are_formatted = use_state(|| false);
    use_effect_with(wanted, {
        let are_formatted = are_formatted.clone();
        move |wanted| {
            if *wanted && !*are_formatted {
                spawn_local(async move {
                    if phone::load_rules().await {
                        are_formatted.set(true);
                    }
                });
            }
        }
    });
    Numbers {
        are_formatted: *are_formatted,
    }
}
