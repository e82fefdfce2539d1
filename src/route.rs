//! The pages of the app. They live in a memory history, because a frame shares the browser's history with the tab
//! around it: Dynamics' back button must go back in Dynamics.

use yew_router::Routable;

/// A page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Routable)]
pub enum Route {
    /// The configuration is being fetched. Unknown paths lead here as well.
    #[at("/")]
    #[not_found]
    Start,
    /// The configuration can't be used.
    #[at("/configuration")]
    Configuration,
    /// The panel.
    #[at("/panel")]
    Panel,
    /// The page for support. It lies over the page from which it was opened, which stays mounted.
    #[at("/diagnostics")]
    Diagnostics,
}
