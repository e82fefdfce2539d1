//! The customers' drawer: who gets in touch next, what goes wrong, and how the panel is set up. It stands beside the
//! window of Dynamics.

use web_sys::HtmlSelectElement;
use yew::{Callback, Event, Html, NodeRef, TargetCast, html};

use super::customers::{Act, Customers, Stage};
use super::mishap::Mishap;
use super::setup;
use super::who::{Who, everybody};
use crate::face::face;
use crate::icons::{self, icon};
use simulation::dynamics::{AgentAction, Owner};

/// The callbacks of the drawer.
pub struct Wishes {
    /// A customer acts.
    pub customer: Callback<(Who, Act)>,
    /// Something will go wrong from now on.
    pub go_wrong: Callback<Mishap>,
    /// The agent does something in Dynamics.
    pub agent: Callback<AgentAction>,
    /// The drawer opens or closes.
    pub open: Callback<bool>,
}

/// The drawer. `mishap` is the trouble that is still to come, or goes on. `fold` is the button at its head.
pub fn drawer(
    customers: &Customers,
    mishap: Mishap,
    open: bool,
    fold: &NodeRef,
    wishes: &Wishes,
) -> Html {
    let (label, strokes) = if open {
        ("Hide the customers", icons::FOLD)
    } else {
        ("Show the customers", icons::UNFOLD)
    };
    html! {
        <aside class="drawer" data-open={open.to_string()} aria-label="Customers of the demo">
            <header>
                if open { <h2>{ "Who calls next?" }</h2> }
                <button ref={fold} class="quiet" data-act="fold" title={label} aria-label={label}
                    aria-expanded={open.to_string()} onclick={wishes.open.reform(move |_| !open)}>
                    { icon(strokes) }
                    if !open { <span>{ "Customers" }</span> }
                </button>
            </header>
            if open { { content(customers, mishap, wishes) } }
        </aside>
    }
}

fn content(customers: &Customers, mishap: Mishap, wishes: &Wishes) -> Html {
    let (known, others): (Vec<Who>, Vec<Who>) =
        everybody().partition(|who| matches!(who, Who::Known(_)));
    let group = |heading: &str, people: Vec<Who>| {
        let rows = people
            .into_iter()
            .map(|who| customer(who, customers, &wishes.customer));
        html! { <><h3>{ heading.to_owned() }</h3><ul aria-label={heading.to_owned()}>{ for rows }</ul></> }
    };
    html! {
        <>
            <p class="hint">
                <strong>{ "Try this: " }</strong>
                { "press the receiver " }{ icon(icons::CALL) }
                { " beside Ada, and accept her call at the right. Then let Jürgen chat, and go from one to the other." }
            </p>
            <div class="people" tabindex="0" role="group" aria-label="Customers">
                { group("Known customers", known) }
                { group("Less usual", others) }
            </div>
            <footer>
                { troubles(mishap, &wishes.go_wrong) }
                { setup::choices() }
                <div class="buttons">
                    <button data-act="other-session" onclick={wishes.agent.reform(|_| other_session())}
                        title="Something comes in that another application of Dynamics handles: it opens a session in which the panel can do nothing">
                        { icon(icons::WINDOW) }{ "Other app" }
                    </button>
                    <button data-act="reset" onclick={|_| reset()}
                        title="Begin again: all calls and Cases are gone, the choices above stay">
                        { icon(icons::RESET) }{ "Reset" }
                    </button>
                </div>
            </footer>
        </>
    }
}

/// The choice of a trouble. It shows what is still to come, and not what was chosen last, because that may have
/// happened at once.
fn troubles(mishap: Mishap, go_wrong: &Callback<Mishap>) -> Html {
    let choose = go_wrong.reform(move |event: Event| {
        let list = event.target_dyn_into::<HtmlSelectElement>();
        let chosen = list.as_ref().map(HtmlSelectElement::value);
        if let Some(list) = list {
            list.set_value(mishap.code());
        }
        Mishap::named(&chosen.unwrap_or_default())
    });
    let option = |it: Mishap| {
        html! { <option value={it.code()} selected={it == mishap}>{ it.words() }</option> }
    };
    html! {
        <label data-armed={(mishap != Mishap::None).to_string()}>
            <span>{ "Trouble" }</span>
            <select ~value={mishap.code()} data-trouble="" onchange={choose}>
                { option(Mishap::None) }
                <optgroup label="In Dynamics">{ for Mishap::in_dynamics().map(option) }</optgroup>
                <optgroup label="In Flex">{ for Mishap::IN_FLEX.into_iter().map(option) }</optgroup>
            </select>
        </label>
    }
}

fn customer(who: Who, customers: &Customers, act: &Callback<(Who, Act)>) -> Html {
    let conversation = customers.of(who);
    let (state, words) = conversation.map_or(("idle", who.concern()), |it| it.stage.words());
    let button = |name, label: &str, strokes, kind| {
        html! {
            <button class="quiet" data-act={name} title={label.to_owned()}
                aria-label={format!("{label}: {}", who.name())}
                onclick={act.reform(move |_| (who, kind))}>{ icon(strokes) }</button>
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
            { face(who.name()) }
            <span class="who">
                <strong title={who.name()}>{ who.name() }</strong>
                <span class="state" title={words}>{ words }</span>
            </span>
            <span class="acts">{ buttons }</span>
        </li>
    }
}

/// Another application of Dynamics gets something. The panel can do nothing in its session.
fn other_session() -> AgentAction {
    AgentAction::OpenSession {
        owner: Owner::Other,
        title: "Other app".to_owned(),
        panel: None,
    }
}

/// Loads the page with a new world.
fn reset() {
    if let Some(window) = web_sys::window() {
        // The page is already being left.
        let _ = window.location().reload();
    }
}
