//! A panel in the page, for the tests of components.

use std::cell::RefCell;
use std::iter;
use std::rc::Rc;

use flex_cif_panel::components::flex_area::FlexAreaProps;
use flex_cif_panel::components::language::Preset;
use flex_cif_panel::components::panel::{Panel, PanelProps};
use store::state::Flex;
use store::state::{
    DynamicsLink, FlexLink, Mode, PanelMode, RecordTab, State, Tabs, Task, TaskRow, TaskStatus,
};
use store::{Effect, FlexCommand, Store, Tab};
use web_sys::Element;
use yew::prelude::*;

use super::{case, find, pending, place, until};

/// A panel in the page, with the effects of its store. It leaves the page when the test ends, because later events
/// there are not meant for it.
pub struct Bench {
    pub place: Element,
    pub store: Store,
    pub effects: Rc<RefCell<Vec<Effect>>>,
    app: Option<AppHandle<Page>>,
}

#[derive(PartialEq, Properties)]
struct PageProps {
    preset: Option<Preset>,
    panel: PanelProps,
}

/// A page with a panel, which may begin with a preset language.
#[component]
fn Page(props: &PageProps) -> Html {
    let panel = html! { <Panel ..props.panel.clone() /> };
    match props.preset {
        Some(context) => {
            html! { <ContextProvider<Preset> {context}>{ panel }</ContextProvider<Preset>> }
        }
        None => panel,
    }
}

impl Drop for Bench {
    fn drop(&mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
        self.place.remove();
    }
}

impl Bench {
    pub async fn showing(state: State) -> Self {
        Self::beginning_with(None, state).await
    }

    pub async fn beginning_with(preset: Option<Preset>, state: State) -> Self {
        let effects = Rc::new(RefCell::new(Vec::new()));
        let performed = effects.clone();
        let store = Store::new(state, move |_, effect| {
            performed.borrow_mut().push(effect);
        });
        Self::of(store, preset, effects).await
    }

    /// The panel of a store whose effects the test performs itself.
    pub async fn of_store(store: Store) -> Self {
        Self::of(store, None, Rc::default()).await
    }

    async fn of(store: Store, preset: Option<Preset>, effects: Rc<RefCell<Vec<Effect>>>) -> Self {
        let place = place();
        let flex = FlexAreaProps {
            url: "data:text/html,Flex".into(),
            panel_origin: "https://panel.example".into(),
            dynamics_origin: "https://acme.crm4.dynamics.com".into(),
        };
        let panel = PanelProps {
            store: store.clone(),
            flex,
        };
        let props = PageProps { preset, panel };
        let app = yew::Renderer::<Page>::with_root_and_props(place.clone(), props).render();
        until("the panel", || find(&place, "[data-panel]").is_some()).await;
        Self {
            place,
            store,
            effects,
            app: Some(app),
        }
    }

    pub async fn until_there(&self, selector: &str) {
        until(selector, || find(&self.place, selector).is_some()).await;
    }

    pub fn text(&self, selector: &str) -> String {
        find(&self.place, selector).map_or_else(String::new, |element| element.inner_text())
    }

    pub fn commands(&self) -> Vec<FlexCommand> {
        let effects = self.effects.borrow();
        let command = |effect: &Effect| match effect {
            Effect::Flex { command, .. } => Some(command.clone()),
            _ => None,
        };
        effects.iter().filter_map(command).collect()
    }
}

/// Both links are connected, and there is no task.
pub fn idle() -> State {
    working(iter::empty::<Task>())
}

/// Both links are connected, these tasks are there, and the Case of each has a tab.
pub fn working(tasks: impl IntoIterator<Item = impl Into<TaskRow>>) -> State {
    State {
        dynamics: DynamicsLink::Connected,
        flex: Flex {
            link: FlexLink::Connected,
            ..Flex::default()
        },
        mode: Mode {
            now: Some(PanelMode::Docked),
            ..Mode::default()
        },
        tasks: tasks.into_iter().map(|task| Rc::new(task.into())).collect(),
        tabs: Tabs {
            records: [(
                case(),
                RecordTab::Bound(Tab {
                    session: None,
                    id: "tab-1".into(),
                }),
            )]
            .into(),
            ..Tabs::default()
        },
        ..State::default()
    }
}

pub fn accepted(sid: &str, customer: &str) -> Task {
    Task {
        status: TaskStatus::Accepted,
        ..pending(sid, customer)
    }
}
