//! Describes events.

use serde_json::Value;

use super::line::{Line, Side};
use super::values::{Entries, list, optional, record, text};
use super::{parts, problem};
use crate::diagnostics::mask::Masks;
use store::click::Reading;
use store::event::Snapshot;
use store::state::Ending;
use store::{DynamicsEvent, Event, FlexEvent, WindowEvent};

/// The line of an event.
#[must_use]
pub fn event(event: &Event, masks: &mut Masks) -> Line {
    match event {
        Event::Restored(memory) => {
            Line::new(Side::Memory, "recalled", parts::memory(memory, masks))
        }
        Event::Dynamics(event) => dynamics(event, masks),
        Event::Flex(event) => flex(event, masks),
        Event::Agent(act) => {
            let (kind, details) = parts::act(act, masks);
            Line::new(Side::Agent, kind, details)
        }
        Event::Window(event) => window(event, masks),
        Event::NumberRead { request, result } => {
            let result = match result {
                Ok(Reading::One(number)) => ("number", parts::dialable(number, masks)),
                Ok(Reading::Several(numbers)) => {
                    let shown = list(&**numbers, |number| parts::dialable(number, masks));
                    ("numbers", shown)
                }
                Err(why) => ("error", problem::number_problem(why)),
            };
            Line::new(Side::Phone, "numberRead", vec![result]).of_request(*request)
        }
        Event::TimeUp(timer) => Line::new(Side::Clock, "timeUp", parts::timer(*timer)),
    }
}

fn dynamics(event: &DynamicsEvent, masks: &mut Masks) -> Line {
    let line = |kind, details| Line::new(Side::Dynamics, kind, details);
    match event {
        DynamicsEvent::Speaks(language) => {
            line("userLcid", vec![("language", text(language.tag()))])
        }
        DynamicsEvent::AskedAgain => line("askedAgain", vec![]),
        DynamicsEvent::SearchOpensNothing => Line::new(Side::Memory, "searchOpensNothing", vec![]),
        DynamicsEvent::Runs { dynamics, cif } => line(
            "versions",
            vec![
                ("crmVersion", optional(dynamics.as_deref())),
                ("cifVersion", optional(cif.as_deref())),
            ],
        ),
        DynamicsEvent::Connected(_) => line("connected", vec![]),
        DynamicsEvent::Silent(silent) => line("silent", vec![("silent", (*silent).into())]),
        DynamicsEvent::ClickedOnPage(about) => {
            line("clickedOnPage", vec![("page", record(about, masks))])
        }
        DynamicsEvent::Failed(why) => {
            line("failed", vec![("problem", problem::problem(why, masks))])
        }
        DynamicsEvent::Warned(why) => {
            line("warned", vec![("problem", problem::problem(why, masks))])
        }
        DynamicsEvent::Answered { request, result } => {
            let result = match result {
                Ok(answer) => parts::answer(answer),
                Err(why) => vec![("error", problem::call_problem(why, masks))],
            };
            line("answered", result).of_request(*request)
        }
        DynamicsEvent::ModeChanged(mode) => {
            line("onmodechanged", vec![("mode", parts::mode(*mode))])
        }
        DynamicsEvent::PageNavigated(page) => {
            let page = page.as_ref();
            let shown = page.map_or(text("another page"), |page| record(page, masks));
            line("onpagenavigate", vec![("page", shown)])
        }
        DynamicsEvent::SessionSwitched(session) => line(
            "onSessionSwitched",
            vec![("session", text(session.as_str()))],
        ),
        DynamicsEvent::SessionClosed(session) => {
            line("onSessionClosed", vec![("session", text(session.as_str()))])
        }
        DynamicsEvent::ClickToAct(click) => line("onclicktoact", parts::click(click, masks)),
    }
}

fn flex(event: &FlexEvent, masks: &mut Masks) -> Line {
    let line = |kind, details| Line::new(Side::Flex, kind, details);
    match event {
        FlexEvent::Greeted { bridge, flex } => line(
            "hello",
            vec![
                ("bridge", text(bridge)),
                ("flex", optional(flex.as_deref())),
            ],
        ),
        FlexEvent::Loading => line("loading", vec![]),
        FlexEvent::NotAnswering => line("notAnswering", vec![]),
        FlexEvent::Snapshot(all) => line("snapshot", snapshot(all, masks)),
        FlexEvent::OtherVersion { theirs } => {
            line("otherVersion", vec![("theirs", (*theirs).into())])
        }
        FlexEvent::SignedOut => line("signedOut", vec![]),
        FlexEvent::Replaced => line("sessionInvalidated", vec![]),
        FlexEvent::Task(task) => line("task", vec![("task", parts::task(task, masks))]),
        FlexEvent::TaskEnded { sid, ending } => line(
            "taskEnded",
            vec![("sid", text(sid.as_str())), ("ending", how(*ending))],
        ),
        FlexEvent::Selected(sid) => line(
            "selected",
            vec![("sid", text(sid.as_ref().map_or("none", |sid| sid.as_str())))],
        ),
        FlexEvent::ViewChanged(name) => line("view", vec![("name", text(name))]),
        FlexEvent::ActivityChanged(told) => {
            line("activity", vec![("activity", parts::activity(told))])
        }
        FlexEvent::ActivitiesChanged(told) => line(
            "activities",
            vec![("activities", list(told.iter(), parts::activity))],
        ),
        FlexEvent::Reconnecting => line("reconnecting", vec![]),
        FlexEvent::Unfit(lacks) => line("unfit", vec![("lacks", text(lacks))]),
        FlexEvent::Replied { request, result } => {
            let result = match result {
                Ok(()) => ("result", text("done")),
                Err(why) => ("error", problem::command_problem(why, masks)),
            };
            line("reply", vec![result]).of_request(*request)
        }
        FlexEvent::Late => line("late", vec![]),
        FlexEvent::Malformed => line("malformed", vec![]),
        FlexEvent::Foreign => line("foreign", vec![]),
    }
}

fn snapshot(all: &Snapshot, masks: &mut Masks) -> Entries {
    let Snapshot {
        tasks,
        selected,
        view,
        activity,
        activities,
        reconnecting,
    } = all;
    let (activity, selected) = (activity.as_ref(), selected.as_ref());
    vec![
        ("tasks", list(tasks, |task| parts::task(task, masks))),
        ("selected", optional(selected.map(|sid| sid.as_str()))),
        ("view", optional(view.as_deref())),
        ("activity", activity.map_or(Value::Null, parts::activity)),
        ("activities", activities.len().into()),
        ("connected", (!reconnecting).into()),
    ]
}

fn how(ending: Ending) -> Value {
    text(match ending {
        Ending::Completed => "completed",
        Ending::Rejected => "rejected",
        Ending::TimedOut => "timeout",
        Ending::Canceled => "canceled",
        Ending::Rescinded => "rescinded",
        Ending::Transferred => "transferred",
    })
}

fn window(event: &WindowEvent, masks: &mut Masks) -> Line {
    let line = |kind, details| Line::new(Side::Window, kind, details);
    match event {
        WindowEvent::Seen(seen) => line("visibilitychange", vec![("seen", (*seen).into())]),
        WindowEvent::FocusMoved => line("focusMoved", vec![]),
        WindowEvent::Standalone => line("alone", vec![]),
        WindowEvent::Leads => line("leads", vec![]),
        WindowEvent::Follows => line("follows", vec![]),
        WindowEvent::Malformed => line("malformed", vec![]),
        WindowEvent::Heard(from, message) => {
            let (kind, mut details) = parts::message(message, masks);
            details.push(("from", from.opened.0.into()));
            details.push(("message", text(kind)));
            line("heard", details)
        }
    }
}
