//! Describes an event or an effect in one line: its side, its kind and its details. The names are those of CIF and Flex
//! if they have one. They are the same in every language, because support reads them.
//!
//! [`event()`] and [`effect()`] make a [`Line`] and have one match each; `parts` and `problem` describe what both
//! consist of, as `values`. This is written by hand and not derived, because personal data has to pass
//! [`Masks`](super::Masks) here. A derived serializer for all types of the store would also be larger than all of this.

mod effect;
mod event;
mod line;
mod parts;
mod problem;
mod values;

pub use effect::effect;
pub use event::event;
pub use line::{Direction, Line, Side};
pub(super) use problem::config_problem;
pub(super) use values::object;
