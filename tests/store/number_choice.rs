//! A phone field holds several numbers, and the agent chooses one.

use store::click::{Dialable, Reading};
use store::state::{Dialing, Ending, PanelMode};
use store::{AgentAction, DynamicsCall, Event, FlexCommand, FlexEvent, Settings, Ticket};

use crate::desk::Desk;
use crate::panel::{Panel, call, chat, click, ended};

const FIELD: &str = "425 555 0100 x12 / 425 555 0101";

fn office() -> Dialable {
    Dialable {
        number: "+14255550100".into(),
        extension: Some("12".into()),
    }
}

fn home() -> Dialable {
    "+14255550101".into()
}

fn both(request: Ticket) -> Event {
    let result = Ok(Reading::Several([office(), home()].into()));
    Event::NumberRead { request, result }
}

/// The field has been clicked, and its numbers have been read.
fn choosing() -> Panel {
    let mut panel = Panel::ready(Settings::default());
    panel.dynamics(click(FIELD));
    let request = panel.request_of_number();
    panel.tell(both(request));
    let _ = panel.done();
    panel
}

fn offered(panel: &Panel) -> Option<Vec<Dialable>> {
    let choice = panel.state.calls.choice.as_ref();
    choice.map(|choice| choice.numbers.to_vec())
}

fn dialled(panel: &mut Panel) -> Vec<String> {
    let commands = panel.commands().into_iter();
    let numbers = commands.filter_map(|command| match command {
        FlexCommand::StartOutboundCall { destination, .. } => Some(destination.to_string()),
        _ => None,
    });
    numbers.collect()
}

#[test]
fn both_numbers_are_offered_and_none_is_dialled_unasked() {
    let mut panel = choosing();
    assert_eq!(offered(&panel), Some(vec![office(), home()]));
    assert!(dialled(&mut panel).is_empty());
    assert_eq!(panel.state.calls.dialing, Dialing::Idle);
}

#[test]
fn the_chosen_number_is_dialled_for_the_record_of_the_click() {
    let mut panel = choosing();
    panel.agent(AgentAction::Call(home()));
    let commands = panel.commands();
    let [
        FlexCommand::StartOutboundCall {
            destination,
            task_attributes,
        },
    ] = commands.as_slice()
    else {
        panic!("one call: {commands:?}")
    };
    assert_eq!(&**destination, "+14255550101");
    assert_eq!(task_attributes.name.as_deref(), Some("Ada Lovelace"));
    assert_eq!(offered(&panel), None);
}

#[test]
fn a_second_press_dials_nothing_more() {
    let mut panel = choosing();
    panel.agent(AgentAction::Call(home()));
    panel.agent(AgentAction::Call(office()));
    assert_eq!(dialled(&mut panel), ["+14255550101"]);
}

#[test]
fn a_number_that_was_not_offered_is_not_dialled() {
    let mut panel = choosing();
    panel.agent(AgentAction::Call("+14255550199".into()));
    let without_extension = Dialable::from("+14255550100");
    panel.agent(AgentAction::Call(without_extension));
    assert!(dialled(&mut panel).is_empty());
}

#[test]
fn the_choice_of_numbers_can_be_dismissed() {
    let mut panel = choosing();
    panel.agent(AgentAction::CallNone);
    assert_eq!(offered(&panel), None);
    panel.agent(AgentAction::Call(home()));
    assert!(dialled(&mut panel).is_empty());
}

#[test]
fn a_click_on_another_field_replaces_the_choice_of_numbers() {
    let mut panel = choosing();
    panel.dynamics(click("+14255550177"));
    assert_eq!(offered(&panel), None);
    let request = panel.request_of_number();
    let result = Ok("+14255550177".into());
    panel.tell(Event::NumberRead { request, result });
    assert_eq!(dialled(&mut panel), ["+14255550177"]);
}

#[test]
fn a_choice_meets_the_obstacles_of_a_click_and_stays_on_offer_behind_one() {
    let mut panel = choosing();
    panel.flex(FlexEvent::Task(call("WR1", 1)));
    panel.agent(AgentAction::Call(home()));
    assert!(dialled(&mut panel).is_empty());
    assert_eq!(panel.told(), ["dial.call-waits"]);
    panel.flex(ended("WR1", Ending::Canceled));
    panel.agent(AgentAction::Call(home()));
    assert_eq!(dialled(&mut panel), ["+14255550101"]);
    assert!(panel.told().is_empty());
}

#[test]
fn the_panel_is_not_minimized_while_a_number_is_being_chosen() {
    let mut panel = choosing();
    panel.flex(FlexEvent::Task(chat("WR1", 1)));
    panel.flex(ended("WR1", Ending::Completed));
    let minimizes = DynamicsCall::SetMode(PanelMode::Minimized);
    assert!(!panel.calls().contains(&minimizes));
}

#[test]
fn a_follower_offers_the_choice_of_numbers_and_the_leader_dials() {
    let mut desk = Desk::of_two();
    desk.window(1).dynamics(click(FIELD));
    desk.talk();
    let request = desk.window(0).request_of_number();
    desk.window(0).tell(both(request));
    desk.talk();
    assert_eq!(offered(desk.window(1)), Some(vec![office(), home()]));
    desk.agent(1, AgentAction::Call(office()));
    assert_eq!(dialled(desk.window(0)), ["+14255550100"]);
    desk.talk();
    assert_eq!(offered(desk.window(1)), None);
}
