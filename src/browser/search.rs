//! What the panel has learnt about an organization's search. If the search opens nothing, local storage keeps that for
//! a week, for all windows. Without storage the panel finds out again.

use super::{clock, storage};
use store::Millis;

/// The key in local storage, followed by the organization's address.
const KEY: &str = "flex-cif-panel-search-opens-nothing ";
/// How long it is kept, in milliseconds.
const WEEK: u64 = 7 * 24 * 60 * 60 * 1000;

/// Whether the search of this organization opened nothing within the last week.
#[must_use]
pub fn opens_nothing(organization: &str) -> bool {
    let kept = storage::read(storage::local(), &key(organization));
    kept.is_some_and(|kept| is_fresh(&kept, clock::now()))
}

/// Performs [`Effect::SaveSearch`](store::Effect::SaveSearch).
pub fn save(organization: &str, opens_nothing: bool) {
    let now = opens_nothing.then(|| clock::now().0.to_string());
    storage::keep(storage::local(), &key(organization), now.as_deref());
}

fn key(organization: &str) -> String {
    format!("{KEY}{organization}")
}

/// Whether the kept moment is less than a week ago. A moment in the future does not count, because a clock was wrong.
fn is_fresh(kept: &str, now: Millis) -> bool {
    let seen = kept.parse().ok();
    let age = seen.and_then(|seen: u64| now.0.checked_sub(seen));
    age.is_some_and(|age| age < WEEK)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_counts_for_a_week_and_not_if_it_is_from_the_future() {
        let seen = 1_700_000_000_000;
        for (kept, now, known) in [
            ("1700000000000", seen, true),
            ("1700000000000", seen + WEEK - 1, true),
            ("1700000000000", seen + WEEK, false),
            ("1700000000000", seen - 1, false),
            ("yes", seen, false),
            ("", seen, false),
            ("-1", seen, false),
            ("99999999999999999999999", seen, false),
        ] {
            assert_eq!(is_fresh(kept, Millis(now)), known, "{kept} at {now}");
        }
    }
}
