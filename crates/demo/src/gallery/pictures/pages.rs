//! The pages in the place of the panel.

use yew::prelude::*;

use super::super::picture::Picture;
use flex_cif_panel::app::{Misconfigured, Starting};
use flex_cif_panel::browser::crash;
use flex_cif_panel::components::language::I18nProvider;
use flex_cif_panel::config::{ConfigProblem, Place};

pub const ALL: &[Picture] = &[
    Picture::page(
        "starting",
        || html! { <I18nProvider><Starting /></I18nProvider> },
    ),
    Picture::page("configuration-missing", || {
        misconfigured(ConfigProblem::Missing {
            key: "dynamicsUrl".into(),
        })
    }),
    Picture::page("configuration-wrong", || {
        misconfigured(ConfigProblem::BadValue {
            place: Place::File,
            key: "sessions".into(),
            value: "\"one-for-each-customer-and-another-one-for-each-of-their-cases\"".into(),
        })
    }),
    Picture::page(
        "crashed",
        || html! { <I18nProvider><Crashed /></I18nProvider> },
    ),
];

fn misconfigured(problem: ConfigProblem) -> Html {
    html! { <I18nProvider><Misconfigured {problem} /></I18nProvider> }
}

/// The page after a panic, until another state is shown.
#[component]
fn Crashed() -> Html {
    use_effect_with((), |()| {
        // A page without the element has nothing to show.
        let _ = crash::show();
        || {
            let _ = crash::hide();
        }
    });
    Html::default()
}
