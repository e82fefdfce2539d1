//! Phone numbers for people to read: `+1 415 555 0132`.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::phone;

/// How a component shows phone numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numbers {
    are_formatted: bool,
}

impl Numbers {
    /// A number in E.164, with spaces. A number that libphonenumber does not know stays as it is, and so does every
    /// number until its rules have loaded.
    #[must_use]
    pub fn shown(self, number: &str) -> String {
        let formatted = self.are_formatted.then(|| phone::format(number)).flatten();
        formatted.unwrap_or_else(|| number.to_owned())
    }
}

/// How to show phone numbers. Once numbers are `wanted`, this loads libphonenumber's rules, and the component renders
/// again when they have loaded.
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
