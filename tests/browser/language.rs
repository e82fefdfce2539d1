//! Tests the agent's language in a browser: which language is used, that every text is in it, and that Flex stays
//! loaded.

use std::rc::Rc;

use crate::stage::panel::{Bench, accepted, idle, working};
use crate::stage::{case, document, find, learn_all_languages, pending, until};
use flex_cif_panel::browser::intl::Intl;
use flex_cif_panel::browser::language;
use flex_cif_panel::components::language::Preset;
use flex_cif_panel::components::words::i18n::{Disguise, I18n};
use flex_cif_panel::flex::frame;
use store::action::FlexAction;
use store::language::Language;
use store::problem::{CallProblem, CommandProblem, NumberProblem, Problem};
use store::state::Selection;
use store::state::{
    Activity, Channel, DynamicsLink, Flex, FlexLink, Mode, Notice, PanelMode, RecordTab, State,
    Tabs, Task, TaskRow, TaskStatus,
};
use store::windows::{Part, Role, Windows};
use store::{DynamicsEvent, Event, Ticket};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlSelectElement, Node};

fn in_dynamics(language: Language, state: State) -> State {
    learn_all_languages();
    language::keep(None);
    State {
        language: Some(language),
        ..state
    }
}

/// A panel that has declared the language of its page, and listens to choices in other windows.
async fn speaking(state: State) -> Bench {
    let bench = Bench::showing(state).await;
    yew::scheduler::flush().await;
    bench
}

fn of_page(attribute: &str) -> Option<String> {
    document().document_element()?.get_attribute(attribute)
}

/// Chooses in the language menu.
fn choose(bench: &Bench, tag: &str) {
    let select = find(&bench.place, "select[data-language]").unwrap();
    let select: HtmlSelectElement = select.unchecked_into();
    select.set_value(tag);
    let event = web_sys::Event::new("change").unwrap();
    select.dispatch_event(&event).unwrap();
}

#[wasm_bindgen_test]
async fn the_panel_speaks_the_language_that_the_agent_has_in_dynamics() {
    let crashed = document().create_element("div").unwrap();
    crashed.set_id("crashed");
    crashed.set_inner_html("<h1></h1><p></p><button></button>");
    document().body().unwrap().append_child(&crashed).unwrap();

    let tasks = [pending("WR1", "Ada Lovelace")];
    let bench = speaking(in_dynamics(Language::German, working(tasks))).await;
    let row = bench.text("[data-task=WR1]");
    for word in ["Ada Lovelace", "Anruf", "Wartet", "Annehmen"] {
        assert!(row.contains(word), "{word} in {row}");
    }
    assert_eq!(of_page("lang").as_deref(), Some("de"));
    assert_eq!(of_page("dir").as_deref(), Some("ltr"));
    assert!(crashed.inner_html().contains("Neu laden"));
    crashed.remove();
}

#[wasm_bindgen_test]
async fn arabic_runs_from_right_to_left_and_names_run_in_their_own_direction() {
    let tasks = [pending("WR1", "Ada Lovelace (VIP)")];
    let bench = speaking(in_dynamics(Language::Arabic, working(tasks))).await;
    assert_eq!(of_page("lang").as_deref(), Some("ar"));
    assert_eq!(of_page("dir").as_deref(), Some("rtl"));
    let place = |selector: &str| {
        find(&bench.place, selector)
            .unwrap()
            .get_bounding_client_rect()
    };
    assert!(place("[data-act=fold]").left() > place("[data-link=flex]").left());
    assert!(place("[data-act=accept]").left() > place("[data-act=decline]").left());
    let name = find(&bench.place, "[data-task=WR1] bdi.customer").unwrap();
    assert_eq!(name.text_content().as_deref(), Some("Ada Lovelace (VIP)"));
    let label = find(&bench.place, "[data-act=accept]").unwrap();
    let label = label.get_attribute("aria-label").unwrap();
    assert!(
        label.contains("\u{2068}Ada Lovelace (VIP)\u{2069}"),
        "{label}"
    );
    // For the page of the next test.
    language::declare(Language::English);
}

#[wasm_bindgen_test]
async fn the_agents_choice_comes_before_dynamics_is_kept_and_leaves_flex_loaded() {
    let tasks = [accepted("WR1", "Ada Lovelace")];
    let bench = speaking(in_dynamics(Language::German, working(tasks))).await;
    let frame = frame::element().unwrap();
    let window = frame.content_window();
    let says = |words: &str| bench.text("[data-task=WR1]").contains(words);

    choose(&bench, "ja");
    until("Japanese", || says("通話中")).await;
    assert_eq!(language::chosen(), Some(Language::Japanese));
    let speaks = DynamicsEvent::Speaks(Language::French);
    bench.store.dispatch(Event::Dynamics(speaks));
    choose(&bench, "");
    until("French", || says("En communication")).await;
    assert_eq!(language::chosen(), None);

    let now = frame::element().unwrap();
    assert!(frame.is_same_node(Some(&now)));
    assert_eq!(window, now.content_window());
}

#[wasm_bindgen_test]
async fn a_choice_in_another_window_applies_here_too() {
    let bench = speaking(in_dynamics(Language::German, idle())).await;
    language::keep(Some(Language::Spanish));
    let event = web_sys::Event::new("storage").unwrap();
    let window = web_sys::window().unwrap();
    window.dispatch_event(&event).unwrap();
    until("Spanish", || {
        bench.text("[data-panel]").contains("No hay tareas")
    })
    .await;
    language::keep(None);
}

/// A state that shows everything that a list can show.
fn talkative() -> State {
    let task = |sid: &str| accepted(sid, "Grace Hopper");
    let on_hold = Task {
        on_hold: Some(true),
        muted: Some(true),
        ..task("WR1")
    };
    let tasks = [
        TaskRow {
            ready: true,
            problem: Some(Problem::CommandFailed {
                action: FlexAction::HoldCall,
                why: CommandProblem::Refused("no".into()),
            }),
            ..on_hold.into()
        },
        pending("WR2", "").into(),
        Task {
            status: TaskStatus::Wrapping,
            channel: Channel::Sms,
            malformed: Some(Problem::AttributesUnreadable),
            ..task("WR3")
        }
        .into(),
        Task {
            record: None,
            case_number: None,
            channel: Channel::Other("fax".into()),
            ..task("WR4")
        }
        .into(),
        Task {
            channel: Channel::Chat,
            on_hold: Some(false),
            ..task("WR5")
        }
        .into(),
    ];
    let activity = Activity {
        sid: "WA1".into(),
        name: "Lunch".into(),
        available: false,
        offline: false,
    };
    let notices = [
        Problem::ModeRefused(CallProblem::Refused("no".into())),
        Problem::NotDialled {
            text: "call me".into(),
            why: NumberProblem::NoCountry,
        },
    ];
    let notices = notices.into_iter().enumerate().map(|(id, problem)| {
        let id = Ticket(u32::try_from(id).unwrap());
        Rc::new(Notice { id, problem })
    });
    State {
        selection: Selection {
            selected: Some("WR1".into()),
            ..Selection::default()
        },
        flex: Flex {
            activities: [activity.clone()].into(),
            activity: Some(activity.into()),
            ..idle().flex
        },
        notices: notices.collect(),
        tabs: Tabs {
            records: [(case(), RecordTab::OutOfReach)].into(),
            ..Tabs::default()
        },
        ..working(tasks)
    }
}

/// The messages in brackets.
const BRACKETED: Preset = Preset {
    language: Language::English,
    disguise: Some(Disguise {
        text: str::to_owned,
        brackets: ['⟦', '⟧'],
    }),
};

#[wasm_bindgen_test]
async fn a_preset_language_lasts_until_the_agent_chooses_another_one() {
    let state = in_dynamics(Language::French, working([accepted("WR1", "Ada Lovelace")]));
    let bench = Bench::beginning_with(Some(BRACKETED), state).await;
    let says = |words: &str| bench.text("[data-task=WR1]").contains(words);
    until("brackets", || says("⟦")).await;
    choose(&bench, "de");
    until("German", || says("Im Gespräch") && !says("⟦")).await;
    language::keep(None);
}

#[wasm_bindgen_test]
async fn every_text_can_be_translated() {
    let mode = |now| Mode {
        now: Some(now),
        ..Mode::default()
    };
    let windows = |role| Windows {
        part: Part::from(role),
        ..Windows::default()
    };
    let states = [
        talkative(),
        State {
            mode: mode(PanelMode::Minimized),
            ..talkative()
        },
        State {
            flex: Flex {
                link: FlexLink::SignedOut,
                ..talkative().flex
            },
            ..talkative()
        },
        State {
            flex: Flex {
                link: FlexLink::NotAnswering,
                ..Flex::default()
            },
            dynamics: DynamicsLink::Failed(Problem::NotInDynamics),
            ..State::default()
        },
        State {
            windows: windows(Role::Standalone),
            ..idle()
        },
        State {
            windows: windows(Role::Follower(None)),
            ..talkative()
        },
    ];
    for state in states {
        let bench = Bench::beginning_with(Some(BRACKETED), state).await;
        let hard_wired = hard_wired(&bench.place);
        assert_eq!(
            hard_wired,
            Vec::<String>::new(),
            "{}",
            bench.text("[data-panel]")
        );
        bench.place.remove();
    }
}

/// All texts and labels with letters outside of brackets, except names.
fn hard_wired(element: &Element) -> Vec<String> {
    // The label of a key is a name as well.
    let is_name = ["BDI", "KBD"].contains(&element.tag_name().as_str())
        || element.has_attribute("lang")
        || (element.tag_name() == "OPTION"
            && element.closest("[data-activity]").unwrap().is_some());
    if is_name || element.tag_name() == "STYLE" {
        return Vec::new();
    }
    let labels = ["aria-label", "title", "alt", "placeholder"];
    let mut texts: Vec<String> = labels
        .iter()
        .filter_map(|name| element.get_attribute(name))
        .collect();
    let mut found = Vec::new();
    let children = element.child_nodes();
    for child in (0..children.length()).filter_map(|place| children.item(place)) {
        if child.node_type() == Node::TEXT_NODE {
            texts.extend(child.text_content());
        } else if let Some(child) = child.dyn_ref::<Element>() {
            found.extend(hard_wired(child));
        }
    }
    found.extend(texts.into_iter().filter(|text| speaks_outside(text)));
    found
}

/// Whether a text has letters outside of the brackets of the pseudo-language, and outside of isolated names.
fn speaks_outside(text: &str) -> bool {
    let mut depth = 0;
    text.chars().any(|letter| {
        match letter {
            '⟦' | '\u{2068}' => depth += 1,
            '⟧' | '\u{2069}' => depth -= 1,
            _ => {}
        }
        depth == 0 && letter.is_alphabetic()
    })
}

#[wasm_bindgen_test]
fn the_search_for_hard_wired_texts_finds_one() {
    let place = crate::stage::place();
    for (html, found) in [
        ("<p>⟦Ŵörđš⟧, 12</p>", 0),
        ("<p>⟦Ŵörđš⟧ and words</p>", 1),
        ("<p>\u{2068}Ada\u{2069}</p>", 0),
        ("<bdi>Ada</bdi>", 0),
        ("<p title=\"words\" aria-label=\"words\">words</p>", 3),
    ] {
        place.set_inner_html(html);
        assert_eq!(hard_wired(&place).len(), found, "{html}");
    }
    place.remove();
}

#[wasm_bindgen_test]
fn the_browser_counts_plurals_as_each_language_does() {
    for (tag, expected) in [
        ("en", ["other", "one", "other", "other", "other", "other"]),
        ("fr", ["one", "one", "other", "other", "other", "other"]),
        ("pt-BR", ["one", "one", "other", "other", "other", "other"]),
        ("ja", ["other"; 6]),
        ("ar", ["zero", "one", "two", "few", "many", "other"]),
    ] {
        let intl = Intl::new(tag);
        let told = [0, 1, 2, 3, 11, 100].map(|count| intl.plural(count));
        assert_eq!(told, expected, "{tag}");
    }
}

#[wasm_bindgen_test]
fn timers_are_written_in_the_digits_of_the_language() {
    learn_all_languages();
    let i18n = I18n::of(Language::Arabic);
    let digits: String = (0..10).map(|digit| i18n.number(digit)).collect();
    let zero: String = digits.chars().take(1).collect();
    let five: String = digits.chars().skip(5).take(1).collect();
    let four: String = digits.chars().skip(4).take(1).collect();
    assert_eq!(i18n.duration(245), format!("{four}:{zero}{five}"));
}
