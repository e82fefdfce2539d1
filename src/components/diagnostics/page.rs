//! The page for support as a whole.

use std::rc::Rc;

use gloo_timers::callback::Interval;
use stylist::yew::use_style;
use web_sys::{HtmlInputElement, KeyboardEvent, Window};
use yew::prelude::*;

use super::Subject;
use super::facts::FactsView;
use super::head::{Head, TITLE};
use super::log::LogView;
use super::open::use_back;
use crate::browser::clock;
use crate::components::language::use_i18n;
use crate::components::message::{Message, Tone};
use crate::components::slice::use_store;
use crate::components::words::{Advice, configuration};
use crate::diagnostics::facts::Browser;
use crate::diagnostics::report::Report;
use crate::diagnostics::rows::rows;
use crate::diagnostics::{Facts, Masks, Recorder, Row};
use crate::phone;
use store::Store;

/// How often the page checks whether the log has changed, in milliseconds.
const LOOK: u32 = 1_000;

/// What the page needs.
#[derive(PartialEq, Properties)]
pub struct DiagnosticsPageProps {
    /// The panel, or the page that could not become one.
    pub subject: Subject,
}

/// The page.
#[component]
pub fn DiagnosticsPage(props: &DiagnosticsPageProps) -> Html {
    let i18n = use_i18n();
    let store = use_store();
    let recorder = match &props.subject {
        Subject::Panel { recorder, .. } => recorder.clone(),
        Subject::NoPanel(_) => Recorder::default(),
    };
    let changes = use_changes(&recorder);
    let personal = use_state(|| false);
    let masks = use_mut_ref(Masks::default);
    let rows = use_memo((changes, *personal), |(_, personal)| {
        let mut masks = masks.borrow_mut();
        masks.off = *personal;
        rows(&recorder.log(), &mut masks)
    });
    let facts = facts(&props.subject, &store);
    let style = use_style!(
        r#"
        position: absolute;
        inset: 0;
        /* The Flex frame comes later in the page. */
        z-index: 1;
        display: flex;
        flex-direction: column;
        background: var(--background-2);
        color: var(--foreground-1);

        & > .body {
            flex: 1;
            min-block-size: 0;
            overflow-y: auto;
            scrollbar-width: thin;
        }
        & code { font: 12px/16px var(--font-code); }
        "#
    );
    let report = {
        let (rows, facts, recorder) = (rows.clone(), facts.clone(), recorder.clone());
        let masked = !*personal;
        Callback::from(move |()| text(&rows, &facts, &recorder, masked))
    };
    let back = use_back(props.subject.home());
    let leave = back.clone();
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" && !clears_something(&event) {
            event.stop_propagation();
            leave.emit(());
        }
    });
    let (problem, role) = match &props.subject {
        Subject::Panel { .. } => (None, "dialog"),
        Subject::NoPanel(wrong) => (Some(configuration::text(&i18n, &wrong.problem)), "main"),
    };
    let set_personal = personal.setter();
    html! {
        <div
            class={style} data-page="diagnostics" {role} aria-labelledby={TITLE} {onkeydown}
            aria-modal={(role == "dialog").then_some("true")}
        >
            <Head
                {back}
                personal={*personal} on_personal={move |personal| set_personal.set(personal)} {report}
                file={file_name()}
            />
            <div class="body">
                if let Some(what) = problem {
                    <Message tone={Tone::Error} advice={Advice { what, remedy: i18n.config_remedy() }} />
                }
                <FactsView {facts} />
                if let Subject::Panel { .. } = props.subject { <LogView {rows} /> }
            </div>
        </div>
    }
}

/// The number of the log's last change. Checks it again and again, and renders the page when it changes.
#[hook]
fn use_changes(recorder: &Recorder) -> u64 {
    let changes = recorder.log().changes();
    let again = use_force_update();
    use_effect_with((recorder.clone(), changes), move |(recorder, changes)| {
        let (recorder, changes) = (recorder.clone(), *changes);
        let interval = Interval::new(LOOK, move || {
            if recorder.log().changes() != changes {
                again.force_update();
            }
        });
        move || drop(interval)
    });
    changes
}

/// Whether Escape empties a search field here.
fn clears_something(event: &KeyboardEvent) -> bool {
    let field = event.target_dyn_into::<HtmlInputElement>();
    field.is_some_and(|field| field.type_() == "search" && !field.value().is_empty())
}

fn facts(subject: &Subject, store: &Store) -> Facts {
    let browser = web_sys::window().map(|window| browser(&window));
    let browser = browser.unwrap_or_default();
    match subject {
        Subject::Panel { config, .. } => {
            let settings = config.borrow().settings_in_force();
            Facts::of_panel(&store.state(), &settings, &browser)
        }
        Subject::NoPanel(wrong) => Facts::without_panel(&wrong.problem, &wrong.settings, &browser),
    }
}

fn browser(window: &Window) -> Browser {
    let navigator = window.navigator();
    let languages = navigator.languages();
    let languages: Vec<String> = languages.iter().filter_map(|tag| tag.as_string()).collect();
    let length = |told: Result<wasm_bindgen::JsValue, _>| {
        told.ok().and_then(|told| told.as_f64()).unwrap_or_default()
    };
    Browser {
        agent: navigator.user_agent().unwrap_or_default(),
        languages: languages.join(", "),
        page: format!(
            "{} × {} at {}",
            length(window.inner_width()),
            length(window.inner_height()),
            window.device_pixel_ratio()
        ),
        has_phone_rules: phone::has_rules(),
    }
}

fn text(rows: &Rc<Vec<Row>>, facts: &Facts, recorder: &Recorder, masked: bool) -> String {
    Report {
        at: clock::now(),
        masked,
        facts,
        rows,
        forgotten: recorder.log().forgotten(),
    }
    .text()
}

/// The name of the saved file. It holds the time as a number, because file names can't hold colons.
fn file_name() -> String {
    format!("flex-cif-panel-{}.json", clock::now().0)
}
