//! The table of all states.

mod bad_input;
mod diagnostics;
mod links;
mod pages;
mod records;
mod shapes;
mod tasks;
mod told;
mod windows;

use super::picture::Picture;

/// All states, in the order of the list.
pub fn all() -> impl Iterator<Item = &'static Picture> {
    [
        pages::ALL,
        links::ALL,
        tasks::ALL,
        records::ALL,
        told::ALL,
        windows::ALL,
        shapes::ALL,
        diagnostics::ALL,
        bad_input::ALL,
    ]
    .into_iter()
    .flatten()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::all;

    #[test]
    fn no_two_states_have_the_same_name() {
        let names: BTreeSet<_> = all().map(|picture| picture.name).collect();
        assert_eq!(names.len(), all().count());
    }
}
