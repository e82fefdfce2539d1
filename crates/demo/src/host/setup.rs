//! How the demo is set up: the app in which the agent works, and the Custom Parameters of the panel's provider. Both
//! stand in the page's address. Another choice loads a new world.

use web_sys::HtmlSelectElement;
use yew::{Event, Html, TargetCast, html};

use super::mishap::Mishap;
use crate::page;
use simulation::dynamics::{App, Mode, Organization, Trouble};

/// A value of a parameter of the page, and its label.
type Choice = (&'static str, &'static str);

/// The parameter for the provider's Custom Parameters.
const CUSTOM_PARAMETERS: &str = "customParameters";
/// The choices. The value is what an administrator would write.
const WAYS: [Choice; 4] = [
    ("", "All customers in one session"),
    (r#"{"sessions":"perTask"}"#, "A session per customer"),
    (r#"{"arrival":"bring"}"#, "New customers come to the front"),
    (r#"{"popOn":"accepted"}"#, "Cases open once accepted"),
];

/// The parameter that names the app.
const APP: &str = "app";
/// The apps, and the ways in which the panel's provider can be set up in them.
const APPS: [Choice; 5] = [
    ("", "Customer Service workspace"),
    ("searchless", "Workspace: search opens nothing"),
    ("providers", "Workspace: a second phone panel"),
    ("template", "Workspace: panel gets minimized"),
    ("omnichannel", "Omnichannel"),
];

/// The organization that the page's address describes.
pub fn organization() -> Organization {
    let usual = Organization {
        url: page::origin(),
        custom_params: page::parameter(CUSTOM_PARAMETERS).unwrap_or_default(),
        click_to_act: Mishap::of_the_page() != Mishap::Dynamics(Trouble::NoPrivilege),
        ..Organization::default()
    };
    let lcid = page::parameter("lcid").and_then(|lcid| lcid.parse().ok());
    let usual = Organization {
        user_lcid: lcid.unwrap_or(usual.user_lcid),
        ..usual
    };
    match page::parameter(APP).as_deref() {
        Some("searchless") => Organization {
            search_opens: false,
            ..usual
        },
        Some("providers") => Organization {
            several_providers: true,
            ..usual
        },
        Some("template") => Organization {
            session_panel: Some(Mode::Minimized),
            ..usual
        },
        Some("omnichannel") => Organization {
            app: App::Omnichannel,
            ..usual
        },
        _ => usual,
    }
}

/// The app's name in the top bar.
pub fn app_name() -> &'static str {
    match organization().app {
        App::Workspace => "Customer Service workspace",
        App::Omnichannel => "Omnichannel for Customer Service",
    }
}

/// The lists to choose from. Each choice loads a new world.
pub fn choices() -> Html {
    html! {
        <>
            { choice("App", APP, &APPS) }
            { choice("Set-up", CUSTOM_PARAMETERS, &WAYS) }
        </>
    }
}

fn choice(label: &'static str, parameter: &'static str, choices: &[Choice]) -> Html {
    let now = page::parameter(parameter).unwrap_or_default();
    let choose = move |event: Event| {
        if let Some(chosen) = event.target_dyn_into::<HtmlSelectElement>() {
            page::visit_with(parameter, &chosen.value());
        }
    };
    let options = choices.iter().map(|(value, words)| {
        html! { <option value={*value} selected={now == *value}>{ words }</option> }
    });
    html! {
        <label>
            <span>{ label }</span>
            <select data-parameter={parameter} onchange={choose}>{ for options }</select>
        </label>
    }
}
