//! The customers' drawer, and what can be made to go wrong.

use web_sys::HtmlSelectElement;
use yew::{Callback, Event, Html, TargetCast, html};

use super::customers::{Act, Customers, Stage};
use super::who::{Who, everybody};
use crate::demo::icons::{self, icon};
use crate::demo::page;
use crate::simulation::dynamics::Trouble;

/// Something that is going to go wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mishap {
    /// Nothing.
    None,
    /// In Dynamics.
    Dynamics(Trouble),
    /// In Flex: the next outbound call is taken and never placed.
    NoCall,
    /// In Flex: the same worker opens it elsewhere, at once.
    OpenElsewhere,
    /// In Flex: it has no connection to Twilio, until this is lifted.
    NoConnection,
}

impl Mishap {
    fn all() -> impl Iterator<Item = Self> {
        let dynamics = Trouble::ALL.into_iter().map(Self::Dynamics);
        std::iter::once(Self::None).chain(dynamics).chain([
            Self::NoCall,
            Self::OpenElsewhere,
            Self::NoConnection,
        ])
    }

    fn code(self) -> &'static str {
        match self {
            Self::None => "normal",
            Self::Dynamics(trouble) => trouble.code(),
            Self::NoCall => "no-call",
            Self::OpenElsewhere => "open-elsewhere",
            Self::NoConnection => "no-connection",
        }
    }

    fn words(self) -> &'static str {
        match self {
            Self::None => "Nothing goes wrong",
            Self::Dynamics(trouble) => trouble.words(),
            Self::NoCall => "Flex places no call",
            Self::OpenElsewhere => "Flex is opened elsewhere",
            Self::NoConnection => "Flex has no connection",
        }
    }
}

/// The drawer. `mishap` is the one that is still to come, or goes on; the key makes the select show it anew.
pub fn drawer(
    customers: &Customers,
    mishap: Mishap,
    act: &Callback<(Who, Act)>,
    go_wrong: &Callback<Mishap>,
) -> Html {
    let choose = go_wrong.reform(|event: Event| {
        let chosen = event
            .target_dyn_into::<HtmlSelectElement>()
            .map(|it| it.value());
        let is_chosen = |mishap: &Mishap| chosen.as_deref() == Some(mishap.code());
        Mishap::all().find(is_chosen).unwrap_or(Mishap::None)
    });
    let options = Mishap::all().map(|it| {
        html! { <option value={it.code()} selected={it == mishap}>{ it.words() }</option> }
    });
    html! {
        <aside class="drawer" aria-label="Customers">
            <header>
                <h2>{ "Customers" }</h2>
                <button data-act="reset" title="Start a fresh world" onclick={|_| reset()}>
                    { icon(icons::RESET) }{ "Reset" }
                </button>
            </header>
            <p class="hint">
                <strong>{ "Try this: " }</strong>
                { "call in as Ada, then accept at the right. " }
                { "Next, let Jürgen chat in, and switch between the two." }
            </p>
            <ul class="people">{ for everybody().map(|who| customer(who, customers, act)) }</ul>
            <label class="trouble">
                { "What goes wrong" }
                <select key={mishap.code()} data-trouble="" onchange={choose}>{ for options }</select>
            </label>
            { ways_of_working() }
        </aside>
    }
}

/// The parameter of this page's query that stands for the provider's Custom Parameters.
pub const CUSTOM_PARAMETERS: &str = "customParameters";

/// How the panel can be set up: name, and the Custom Parameters for it.
const WAYS: [(&str, &str); 4] = [
    ("All customers in one session", ""),
    ("A session per customer", r#"{"sessions":"perTask"}"#),
    ("Newcomers come to the front", r#"{"arrival":"bring"}"#),
    ("Cases open when accepted", r#"{"popOn":"accepted"}"#),
];

/// Chooses the provider's Custom Parameters: a fresh world each time.
fn ways_of_working() -> Html {
    let now = page::parameter(CUSTOM_PARAMETERS).unwrap_or_default();
    let choose = |event: Event| {
        if let Some(chosen) = event.target_dyn_into::<HtmlSelectElement>() {
            page::visit_with(CUSTOM_PARAMETERS, &chosen.value());
        }
    };
    let options = WAYS.iter().map(|(name, parameters)| {
        html! { <option value={*parameters} selected={now == *parameters}>{ name }</option> }
    });
    html! {
        <label class="trouble">
            { "Set-up" }
            <select data-set-up="" onchange={choose}>{ for options }</select>
        </label>
    }
}

fn customer(who: Who, customers: &Customers, act: &Callback<(Who, Act)>) -> Html {
    let conversation = customers.of(who);
    let (state, words) = conversation.map_or(("idle", ""), |it| it.stage.words());
    let button = |name, label: &str, strokes, deed| {
        html! {
            <button data-act={name} title={label.to_owned()} aria-label={format!("{label}: {}", who.name())}
                onclick={act.reform(move |_| (who, deed))}>{ icon(strokes) }</button>
        }
    };
    let buttons = match conversation.map(|it| it.stage) {
        None => html! {
            <>
                { button("call", "Call", icons::CALL, Act::Call) }
                { button("text", "Text", icons::TEXT, Act::Text) }
                { button("chat", "Chat", icons::CHAT, Act::Chat) }
            </>
        },
        Some(Stage::Over) => Html::default(),
        Some(_) => button("leave", "Hang up or leave", icons::HANG_UP, Act::Leave),
    };
    html! {
        <li key={who.key()} class="customer" data-customer={who.key()} data-state={state}>
            <span class="face">{ initials(who.name()) }</span>
            <span class="who">
                <strong>{ who.name() }</strong>
                <span class="muted">{ if words.is_empty() { who.concern() } else { words } }</span>
            </span>
            <span class="acts">{ buttons }</span>
        </li>
    }
}

fn initials(name: &str) -> String {
    let letters = name
        .split([' ', '-'])
        .filter_map(|word| word.chars().find(|it| it.is_alphabetic()));
    letters.take(2).flat_map(char::to_uppercase).collect()
}

/// A fresh world: the page from the beginning.
fn reset() {
    if let Some(window) = web_sys::window() {
        // A page that is being left already needs no second farewell.
        let _ = window.location().reload();
    }
}
