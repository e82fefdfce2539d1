//! The pages of the app. They live in a memory history: the browser history of a frame is that of the tab around
//! it, and Dynamics' back button must go on going back in Dynamics.

use yew_router::Routable;

/// A page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Routable)]
pub enum Route {
    /// The configuration is being fetched; also for whatever is no other page.
    #[at("/")]
    #[not_found]
    Start,
    /// The configuration can't be used.
    #[at("/configuration")]
    Configuration,
    /// The panel.
    #[at("/panel")]
    Panel,
    /// What helps those who help, over either of the two: the panel stays where it is below.
    #[at("/diagnostics")]
    Diagnostics,
}
