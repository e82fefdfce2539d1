//! What the agent sees and hears. [`panel`] is the whole of it: the header, the task list and the notices stand above
//! the Flex frame. A narrow [`rail`] takes their place while the panel is minimized.
//!
//! Components read the store through [`mod@slice`] and dispatch what the agent did
//! ([`AgentAction`](store::AgentAction)). They decide nothing. Their texts come from [`words`], in the agent's
//! [`mod@language`]. The style of a component stands in its file and uses the tokens of `styles/tokens.css`.
//!
//! Screen readers say the [`mod@announcements`], which the [`announcer`] puts into the page. Agents without a mouse use
//! [`mod@keys`] and [`shortcuts`], and the [`focus_guard`] keeps their focus.

pub mod activity;
pub mod announcement_queue;
pub mod announcements;
pub mod announcer;
pub mod button;
pub mod checkbox;
pub mod clock;
pub mod copy_number;
pub mod diagnostics;
pub mod extension;
pub mod flex_area;
pub mod focus_guard;
pub mod header;
pub mod icons;
pub mod keys;
pub mod language;
pub mod message;
pub mod notices;
pub mod number_choice;
pub mod numbers;
pub mod page;
pub mod panel;
pub mod rail;
mod reveal;
pub mod row;
pub mod shortcuts;
pub mod slice;
pub mod task_actions;
pub mod task_list;
pub mod task_row;
mod task_row_style;
pub mod view;
pub mod windows;
pub mod words;

pub use panel::Panel;
