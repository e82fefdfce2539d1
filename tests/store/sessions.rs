//! One session per record: what the events of Dynamics say about sessions, and when they come.

use store::event::Answer;
use store::settings::Sessions;
use store::state::{FocusedSession, TabsView};
use store::{
    DynamicsCall, DynamicsEvent, FlexCommand, FlexEvent, Problem, ReservationSid, SessionId,
    Settings, Timer,
};

use crate::panel::{Panel, case, chat};

fn look(session: &SessionId, tabs: &[&str]) -> Answer {
    Answer::Tabs(TabsView {
        session: FocusedSession::Ours(session.clone()),
        focused: tabs.last().map(|id| (*id).into()),
        tabs: Some(tabs.iter().map(|id| (*id).into()).collect()),
    })
}

/// Two tasks wait. The first has its tab in a session of its own, and the second is selected.
fn two_waiting(session: &SessionId) -> Panel {
    let mut panel = Panel::ready(Settings {
        sessions: Sessions::PerTask,
        ..Settings::default()
    });
    panel.flex(FlexEvent::Task(chat("WR1", 1)));
    panel.answer(&DynamicsCall::Search(case(1)), Ok(Answer::Found(1)));
    panel.answer(&DynamicsCall::CanCreateSession, Ok(Answer::Allowed(true)));
    let create = DynamicsCall::CreateSession {
        template: None,
        customer: panel.row("WR1").customer.clone(),
    };
    panel.answer(&create, Ok(Answer::SessionMade(session.clone())));
    panel.answer(&DynamicsCall::ReadTabs, Ok(look(session, &["home"])));
    panel.answer(&DynamicsCall::OpenBySearch(case(1)), Ok(Answer::Done));
    panel.timer(Timer::LookAgain);
    panel.answer(
        &DynamicsCall::ReadTabs,
        Ok(look(session, &["home", "tab-1"])),
    );
    panel.flex(FlexEvent::Task(chat("WR2", 2)));
    for sid in ["WR1", "WR2"].map(ReservationSid::from) {
        panel.reply(&FlexCommand::SelectTask { sid }, Ok(()));
    }
    assert_eq!(panel.selected(), Some("WR2"));
    panel
}

#[test]
fn a_session_that_we_have_created_selects_nothing_however_late_its_event_comes() {
    let session = SessionId::from("session-id-1");
    let mut panel = two_waiting(&session);
    panel.dynamics(DynamicsEvent::SessionSwitched(session.clone()));
    assert_eq!(panel.selected(), Some("WR2"));
    panel.dynamics(DynamicsEvent::SessionSwitched("session-id-0".into()));
    panel.dynamics(DynamicsEvent::SessionSwitched(session));
    assert_eq!(panel.selected(), Some("WR1"));
}

#[test]
fn a_session_that_comes_in_front_of_the_selected_tasks_asks_the_agent_to_go_back() {
    let (first, second) = (
        SessionId::from("session-id-1"),
        SessionId::from("session-id-2"),
    );
    let mut panel = two_waiting(&first);
    panel.flex(FlexEvent::Selected(Some("WR1".into())));
    panel.answer(&DynamicsCall::Search(case(2)), Ok(Answer::Found(1)));
    panel.answer(&DynamicsCall::CanCreateSession, Ok(Answer::Allowed(true)));
    let create = DynamicsCall::CreateSession {
        template: None,
        customer: panel.row("WR2").customer.clone(),
    };
    panel.answer(&create, Ok(Answer::SessionMade(second.clone())));
    panel.answer(&DynamicsCall::ReadTabs, Ok(look(&second, &["home"])));
    panel.answer(&DynamicsCall::OpenBySearch(case(2)), Ok(Answer::Done));
    panel.timer(Timer::LookAgain);
    panel.answer(
        &DynamicsCall::ReadTabs,
        Ok(look(&second, &["home", "tab-2"])),
    );
    assert_eq!(panel.selected(), Some("WR1"));
    assert_eq!(panel.row("WR1").problem, Some(Problem::SessionBehind));
    let asked = panel.calls().pop();
    assert_eq!(asked, Some(DynamicsCall::RequestFocusSession(first)));
}
