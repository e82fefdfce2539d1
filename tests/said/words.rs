//! The words of it.

use std::rc::Rc;

use flex_cif_panel::components::said::Utterance;
use flex_cif_panel::components::words::{Speech, news};
use flex_cif_panel::store::language::Language;
use flex_cif_panel::store::state::{Dialing, DynamicsLink, FlexLink, Origin, Task, TaskStatus};
use flex_cif_panel::store::{Problem, RequestId};

use crate::{case, task};

/// What is heard, without the marks around names.
fn heard(utterance: &Utterance) -> String {
    let said = news::tell(&Speech::default(), utterance);
    said.replace(['\u{2068}', '\u{2069}'], "")
}

#[test]
fn what_is_said_names_the_customer_and_what_has_happened() {
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
    for (utterance, words) in [
        (
            Utterance::Arrived(task("WR1", Pending).into()),
            "New: call from Ada Lovelace, waiting.",
        ),
        (
            Utterance::Changed(task("WR1", Accepted).into()),
            "Ada Lovelace: In call",
        ),
        (Utterance::Changed(on_hold.into()), "Ada Lovelace: On hold"),
        (
            Utterance::Changed(muted.into()),
            "Ada Lovelace: In call, Muted",
        ),
        (
            Utterance::Changed(task("WR1", Wrapping).into()),
            "Ada Lovelace: Wrap-up",
        ),
        (
            Utterance::Changed(outbound.clone().into()),
            "Ada Lovelace: Calling",
        ),
        (
            Utterance::Ready(task("WR1", Accepted).into()),
            "Ada Lovelace: record ready",
        ),
        (Utterance::Unread(unread.into()), "Ada Lovelace: 2 unread"),
        (
            Utterance::Gone(outbound.into()),
            "Ada Lovelace: the task has ended.",
        ),
        (
            Utterance::Gone(task("WR1", Pending).into()),
            "Ada Lovelace is no longer waiting.",
        ),
        (
            Utterance::Gone(task("WR1", Wrapping).into()),
            "Ada Lovelace: the task has ended.",
        ),
        (
            Utterance::Troubled(
                task("WR1", Accepted).into(),
                Problem::RecordNotFound(case()),
            ),
            "Ada Lovelace: Dynamics has no such Case. It may have been deleted, or you may not be allowed to read it.",
        ),
        (
            Utterance::Told(Problem::CallLive),
            "You are in a call already. End it, then click the number again.",
        ),
        (
            Utterance::Dialling(Dialing::Starting {
                request: RequestId(1),
                number: "+493023125042".into(),
            }),
            "Starting the call to +493023125042. The call appears in the list as soon as Flex has started it.",
        ),
        (
            Utterance::Dynamics(DynamicsLink::Connected),
            "Dynamics: connected",
        ),
        (Utterance::Flex(FlexLink::Connected), "Flex: connected"),
        (
            Utterance::Flex(FlexLink::Reconnecting),
            "Flex is reconnecting. The list may be out of date.",
        ),
        (
            Utterance::Flex(FlexLink::SignedOut),
            "You are signed out of Flex. Log in again below, or reload Flex.",
        ),
    ] {
        assert_eq!(heard(&utterance), words);
    }
}

#[test]
fn nothing_is_said_in_english_to_those_who_speak_another_language() {
    let waits = Rc::new(task("WR1", TaskStatus::Pending));
    for utterance in [
        Utterance::Arrived(waits.clone()),
        Utterance::Changed(waits.clone()),
        Utterance::Gone(waits.clone()),
        Utterance::OutOfReach(waits),
        Utterance::Flex(FlexLink::NotAnswering),
        Utterance::Alone,
    ] {
        let english = news::tell(&Speech::default(), &utterance);
        for language in Language::ALL
            .into_iter()
            .filter(|one| *one != Language::English)
        {
            let said = news::tell(&Speech::of(language), &utterance);
            assert!(!said.is_empty() && said != english, "{language:?}: {said}");
        }
    }
}
