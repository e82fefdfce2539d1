//! A state of the panel with a name and a page in the gallery.

use gloo_timers::future::TimeoutFuture;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::scene::Scene;
use flex_cif_panel::components::flex_area::FlexAreaProps;
use flex_cif_panel::components::panel::Panel;

/// The path of the gallery's pages.
pub const PATH: &str = "/state/";
/// Shown in the place of Flex: a page without any function, and one that never finishes loading.
const FLEX: &str = "/flex.html";
const FLEX_LOADING: &str = "/flex.html?loading";

/// A state.
pub struct Picture {
    /// Its name, which is part of its address.
    pub name: &'static str,
    /// The sizes in which it is shown.
    pub size: Size,
    content: Content,
    flex: &'static str,
    clicks: &'static [&'static str],
}

/// The sizes in which a state is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// As wide as Dynamics docks a panel: 300 to 450 px.
    Docked,
    /// As narrow as Dynamics minimizes a panel: 48 to 80 px.
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

/// What the picture shows.
#[derive(Clone, Copy)]
enum Content {
    Panel(fn() -> Scene),
    Page(fn() -> Html),
}

impl Picture {
    /// The panel, after this scene.
    pub const fn panel(name: &'static str, scene: fn() -> Scene) -> Self {
        Self::new(name, Content::Panel(scene))
    }

    /// A page in the place of the panel.
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

    /// The same while the Flex frame has not loaded anything.
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

/// What the component needs.
#[derive(PartialEq, Properties)]
pub struct ShowProps {
    /// The state to show.
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
                // The page is drawn with the change.
                TimeoutFuture::new(0).await;
            }
            if let Some(root) = find(":root") {
                // The browser refuses only invalid names of attributes.
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
