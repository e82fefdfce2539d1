//! Tests the words of the announcements.

use std::rc::Rc;

use flex_cif_panel::components::announcements::Announcement;
use flex_cif_panel::components::words::{I18n, announcement};
use store::language::Language;
use store::state::{Dialing, DynamicsLink, FlexLink, Origin, Task, TaskRow, TaskStatus};
use store::{Problem, Ticket};

use crate::{case, task};

/// What is heard, without the marks that isolate names.
fn heard(announcement: &Announcement) -> String {
    let said = announcement::text(&I18n::default(), announcement);
    said.replace(['\u{2068}', '\u{2069}'], "")
}

#[test]
fn each_announcement_names_the_customer_and_what_has_happened() {
    use TaskStatus::{Accepted, Pending, Wrapping};
    let on_hold = Task {
        on_hold: Some(true),
        ..task("WR1", Accepted)
    };
    let muted = Task {
        muted: Some(true),
        ..task("WR1", Accepted)
    };
    let outbound = Task {
        origin: Origin::Dialled,
        ..task("WR1", Pending)
    };
    let unread = Task {
        unread: 2,
        ..task("WR1", Accepted)
    };
    for (announcement, words) in [
        (
            Announcement::Arrived(task("WR1", Pending).into()),
            "New: call from Ada Lovelace, waiting.",
        ),
        (
            Announcement::Changed(task("WR1", Accepted).into()),
            "Ada Lovelace: In call",
        ),
        (
            Announcement::Changed(on_hold.into()),
            "Ada Lovelace: On hold",
        ),
        (
            Announcement::Changed(muted.into()),
            "Ada Lovelace: In call, Muted",
        ),
        (
            Announcement::Changed(task("WR1", Wrapping).into()),
            "Ada Lovelace: Wrap-up",
        ),
        (
            Announcement::Changed(outbound.clone().into()),
            "Ada Lovelace: Calling",
        ),
        (
            Announcement::Ready(task("WR1", Accepted).into()),
            "Ada Lovelace: record ready",
        ),
        (
            Announcement::Unread(unread.into()),
            "Ada Lovelace: 2 unread",
        ),
        (
            Announcement::Gone(outbound.into()),
            "Ada Lovelace: the task has ended.",
        ),
        (
            Announcement::Gone(task("WR1", Pending).into()),
            "Ada Lovelace is no longer waiting.",
        ),
        (
            Announcement::Gone(task("WR1", Wrapping).into()),
            "Ada Lovelace: the task has ended.",
        ),
        (
            Announcement::Troubled(
                task("WR1", Accepted).into(),
                Problem::RecordNotFound(case()),
            ),
            "Ada Lovelace: Dynamics has no such Case. It may have been deleted, or you may not be allowed to read it.",
        ),
        (
            Announcement::Told(Problem::CallLive),
            "You are in a call already. End it, then click the number again.",
        ),
        (
            Announcement::Dialling(Dialing::Starting {
                request: Ticket(1),
                number: "+493023125042".into(),
            }),
            "Starting the call to +493023125042. The call appears in the list as soon as Flex has started it.",
        ),
        (
            Announcement::Dynamics(DynamicsLink::Connected),
            "Dynamics: connected",
        ),
        (Announcement::Flex(FlexLink::Connected), "Flex: connected"),
        (
            Announcement::Flex(FlexLink::Reconnecting),
            "Flex is reconnecting. The list may be out of date.",
        ),
        (
            Announcement::Flex(FlexLink::SignedOut),
            "You are signed out of Flex. Log in again below, or reload Flex.",
        ),
    ] {
        assert_eq!(heard(&announcement), words);
    }
}

#[test]
fn no_announcement_is_in_english_in_another_language() {
    let waits: Rc<TaskRow> = task("WR1", TaskStatus::Pending).into();
    for announcement in [
        Announcement::Arrived(waits.clone()),
        Announcement::Changed(waits.clone()),
        Announcement::Gone(waits.clone()),
        Announcement::OutOfReach(waits),
        Announcement::Flex(FlexLink::NotAnswering),
        Announcement::Alone,
    ] {
        let english = announcement::text(&I18n::default(), &announcement);
        for language in Language::ALL
            .into_iter()
            .filter(|one| *one != Language::English)
        {
            let said = announcement::text(&I18n::of(language), &announcement);
            assert!(!said.is_empty() && said != english, "{language:?}: {said}");
        }
    }
}
