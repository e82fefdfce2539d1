//! A state of the panel that has a name and a page in the gallery.

use gloo_timers::future::TimeoutFuture;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::scene::Scene;
use crate::components::flex_area::FlexAreaProps;
use crate::components::panel::Panel;

/// What stands in the place of Flex: a page without a life of its own, and one that never finishes loading.
const FLEX: &str = "/flex.html";
const FLEX_LOADING: &str = "/flex.html?loading";

/// A state.
pub struct Picture {
    /// Its name, in its address.
    pub name: &'static str,
    /// In which sizes it is seen.
    pub size: Size,
    content: Content,
    flex: &'static str,
    clicks: &'static [&'static str],
}

/// In which sizes a state is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// As wide as Dynamics docks a panel: 300 to 450 px.
    Docked,
    /// As narrow as Dynamics minimizes it: 48 to 80 px.
    Rail,
    /// Wider than that.
    Wide,
}

impl Size {
    /// Its name in the page.
    pub fn name(self) -> &'static str {
        match self {
            Self::Docked => "docked",
            Self::Rail => "rail",
            Self::Wide => "wide",
        }
    }
}

/// What is seen.
#[derive(Clone, Copy)]
enum Content {
    Panel(fn() -> Scene),
    Page(fn() -> Html),
}

impl Picture {
    /// The panel, where this scene has brought it.
    pub const fn panel(name: &'static str, scene: fn() -> Scene) -> Self {
        Self::new(name, Content::Panel(scene))
    }

    /// A page in the panel's place.
    pub const fn page(name: &'static str, page: fn() -> Html) -> Self {
        Self::new(name, Content::Page(page))
    }

    const fn new(name: &'static str, content: Content) -> Self {
        Self {
            name,
            size: Size::Docked,
            content,
            flex: FLEX,
            clicks: &[],
        }
    }

    /// The same in another size.
    pub const fn sized(self, size: Size) -> Self {
        Self { size, ..self }
    }

    /// The same while the frame of Flex has nothing to show yet.
    pub const fn while_flex_loads(self) -> Self {
        Self {
            flex: FLEX_LOADING,
            ..self
        }
    }

    /// The same after a click on each of these elements.
    pub const fn after_clicks(self, clicks: &'static [&'static str]) -> Self {
        Self { clicks, ..self }
    }
}

impl PartialEq for Picture {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

/// Which state is to be seen.
#[derive(PartialEq, Properties)]
pub struct ShowProps {
    /// This one.
    pub picture: &'static Picture,
}

/// Shows a state, and says on the page's root element when it is there.
#[component]
pub fn Show(props: &ShowProps) -> Html {
    let picture = props.picture;
    use_effect_with((), move |()| {
        spawn_local(async move {
            for click in picture.clicks {
                if let Some(element) = find(click) {
                    element.click();
                }
                // What it changes is drawn.
                TimeoutFuture::new(0).await;
            }
            if let Some(root) = find(":root") {
                // Refused only for names that are none.
                let _ = root.set_attribute("data-shown", picture.name);
            }
        });
    });
    let scene = use_memo((), |()| match picture.content {
        Content::Panel(scene) => Some(scene()),
        Content::Page(_) => None,
    });
    match (picture.content, &*scene) {
        (Content::Page(page), _) => page(),
        (Content::Panel(_), Some(scene)) => {
            let flex = FlexAreaProps {
                url: picture.flex.into(),
                frame: NodeRef::default(),
                panel_origin: "https://panel.acme.example".into(),
                dynamics_origin: "https://acme.crm4.dynamics.com".into(),
            };
            html! { <Panel store={scene.store()} {flex} /> }
        }
        (Content::Panel(_), None) => Html::default(),
    }
}

fn find(selector: &str) -> Option<HtmlElement> {
    let document = web_sys::window()?.document()?;
    document.query_selector(selector).ok()??.dyn_into().ok()
}
