//! Tests what renders when: a row renders only if it has changed, and nothing renders for changes that nobody shows.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::stage::panel::{accepted, working};
use crate::stage::{pending, place};
use flex_cif_panel::components::row::Listed;
use flex_cif_panel::components::slice::{use_slice, use_slice_with};
use store::state::{Task, TaskStatus};
use store::{AgentAction, Event, FlexEvent, ReservationSid, Store};
use wasm_bindgen_test::wasm_bindgen_test;
use yew::prelude::*;

/// How often each row has rendered.
type Renderings = Rc<RefCell<BTreeMap<String, u32>>>;

#[derive(PartialEq, Properties)]
struct ProbeProps {
    sid: ReservationSid,
    renderings: Renderings,
}

#[component]
fn Probe(props: &ProbeProps) -> Html {
    let _ = use_slice_with(props.sid.clone(), |view, sid| view.row(sid).cloned());
    let sid = props.sid.as_str().to_owned();
    *props.renderings.borrow_mut().entry(sid).or_default() += 1;
    Html::default()
}

#[derive(PartialEq, Properties)]
struct ProbesProps {
    store: Store,
    lists: Rc<Cell<u32>>,
    renderings: Renderings,
}

#[component]
fn Probes(props: &ProbesProps) -> Html {
    html! {
        <ContextProvider<Store> context={props.store.clone()}>
            <ProbeList lists={props.lists.clone()} renderings={props.renderings.clone()} />
        </ContextProvider<Store>>
    }
}

#[derive(PartialEq, Properties)]
struct ProbeListProps {
    lists: Rc<Cell<u32>>,
    renderings: Renderings,
}

#[component]
fn ProbeList(props: &ProbeListProps) -> Html {
    props.lists.set(props.lists.get() + 1);
    use_slice(|view| view.rows.iter().map(Listed::from).collect::<Vec<_>>())
        .into_iter()
        .map(|Listed { sid, .. }| {
            let key = sid.as_str().to_owned();
            html! { <Probe {key} {sid} renderings={props.renderings.clone()} /> }
        })
        .collect()
}

#[wasm_bindgen_test]
async fn only_the_rows_that_changed_render_again() {
    let store = Store::new(
        working([
            accepted("WR1", "Ada"),
            accepted("WR2", "Grace"),
            accepted("WR3", "Emmy"),
        ]),
        |_, _| {},
    );
    let renderings = Renderings::default();
    let lists = Rc::new(Cell::new(0));
    let props = ProbesProps {
        store: store.clone(),
        lists: lists.clone(),
        renderings: renderings.clone(),
    };
    let _ = yew::Renderer::<Probes>::with_root_and_props(place(), props).render();
    let counts = || {
        let renderings = renderings.borrow();
        let of = |sid: &str| renderings.get(sid).copied().unwrap_or_default();
        (lists.get(), [of("WR1"), of("WR2"), of("WR3")])
    };
    yew::scheduler::flush().await;
    assert_eq!(counts(), (1, [1, 1, 1]));

    // No row shows this, so not even the list renders.
    store.dispatch(Event::Flex(FlexEvent::Foreign));
    store.dispatch(Event::Flex(FlexEvent::ViewChanged("queues-stats".into())));
    yew::scheduler::flush().await;
    assert_eq!(counts(), (1, [1, 1, 1]));

    // One task changes, so its row renders, and the list does not.
    let changed = Task {
        status: TaskStatus::Wrapping,
        ..pending("WR2", "Grace")
    };
    store.dispatch(Event::Flex(FlexEvent::Task(changed)));
    yew::scheduler::flush().await;
    assert_eq!(counts(), (1, [1, 2, 1]));

    // The selection moves, so the list renders, and two rows: the old one and the new one.
    store.dispatch(Event::Agent(AgentAction::Select("WR1".into())));
    yew::scheduler::flush().await;
    assert_eq!(counts(), (2, [2, 2, 1]));
}
