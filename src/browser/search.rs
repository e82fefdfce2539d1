//! What an organization's search has shown, in local storage: that it opens nothing is kept for a week, for all windows.
//!
//! Storage may be absent or forbidden, and then throws: nothing depends on it. The panel finds it out anew then.

use web_sys::{Storage, Window};

use super::clock;
use crate::store::Millis;

/// Where it is kept: this, and the organization's address.
const KEY: &str = "flex-cif-panel-search-opens-nothing ";
/// For so long, in milliseconds.
const WEEK: u64 = 7 * 24 * 60 * 60 * 1000;

/// The search of this organization has opened nothing, less than a week ago.
#[must_use]
pub fn opens_nothing(window: &Window, organization: &str) -> bool {
    let kept = storage(window).and_then(|storage| storage.get_item(&key(organization)).ok()?);
    kept.is_some_and(|kept| is_fresh(&kept, clock::now()))
}

/// Performs [`Effect::RememberSearch`](crate::store::Effect::RememberSearch).
pub fn remember(window: &Window, organization: &str, opens_nothing: bool) {
    let Some(storage) = storage(window) else {
        return;
    };
    let key = key(organization);
    // A full or forbidden storage keeps nothing; the panel goes on without.
    let _ = if opens_nothing {
        storage.set_item(&key, &clock::now().0.to_string())
    } else {
        storage.remove_item(&key)
    };
}

fn key(organization: &str) -> String {
    format!("{KEY}{organization}")
}

/// What is kept is the moment at which it was seen. One that is yet to come is none: the clock was wrong then, or is now.
fn is_fresh(kept: &str, now: Millis) -> bool {
    let seen = kept.parse().ok();
    let age = seen.and_then(|seen: u64| now.0.checked_sub(seen));
    age.is_some_and(|age| age < WEEK)
}

fn storage(window: &Window) -> Option<Storage> {
    window.local_storage().ok()?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_known_for_a_week_and_not_from_the_future() {
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
