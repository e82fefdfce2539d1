//! Describes the parts of events and effects.

use serde_json::Value;

use super::problem::problem;
use super::values::{Entries, list, masked, object, optional, record, text};
use crate::diagnostics::mask::{Masks, Personal};
use store::click::Dialable;
use store::event::Answer;
use store::extension::Extensions;
use store::saved::{Dialed, SavedState};
use store::state::{Activity, ClickToAct, FocusedSession, Line, Origin, PanelMode, TabsView, Task};
use store::windows::Forwarded;
use store::windows::{List, Message};
use store::{AgentAction, ReservationSid, Tab, Ticket, Timer};

pub(super) fn mode(mode: PanelMode) -> Value {
    text(match mode {
        PanelMode::Minimized => "minimized",
        PanelMode::Docked => "docked",
        PanelMode::Hidden => "hidden",
    })
}

pub(super) fn tab(tab: &Tab) -> Value {
    let session = tab.session.as_ref().map_or("", |session| session.as_str());
    format!("{session} {}", tab.id).trim_start().into()
}

pub(super) fn sight(sight: &TabsView) -> Value {
    let session = match &sight.session {
        FocusedSession::Unknown => Value::Null,
        FocusedSession::Ours(session) => text(session.as_str()),
        FocusedSession::NotOurs => text("not ours"),
    };
    let tabs = sight.tabs.as_ref();
    object(vec![
        ("session", session),
        (
            "focused",
            optional(sight.focused.as_ref().map(|tab| tab.as_str())),
        ),
        (
            "tabs",
            tabs.map_or(Value::Null, |tabs| list(tabs, |tab| text(tab.as_str()))),
        ),
    ])
}

pub(super) fn task(task: &Task, masks: &mut Masks) -> Value {
    let origin = match task.origin {
        Origin::Offered => "offered",
        Origin::Dialled => "dialled",
        Origin::Begun => "begun",
    };
    let line = task.line.map(|line| match line {
        Line::Own => "own",
        Line::Other => "other",
        Line::None => "none",
    });
    let address = task.address.as_deref();
    let number = task.case_number.as_deref();
    let about = task.record.as_ref();
    let malformed = task.malformed.as_ref();
    object(vec![
        ("sid", text(task.sid.as_str())),
        ("status", text(task.status.name())),
        ("origin", text(origin)),
        ("channel", text(task.channel.name())),
        ("call", task.call.into()),
        ("line", optional(line)),
        ("group", task.group.into()),
        ("wrapup", task.wrapup.into()),
        ("customer", masks.redact(Personal::Name, &task.customer)),
        ("address", masked(Personal::Number, address, masks)),
        ("caseNumber", masked(Personal::Case, number, masks)),
        ("record", about.map(|about| record(about, masks)).into()),
        ("malformed", malformed.map(|why| problem(why, masks)).into()),
        ("onHold", task.on_hold.into()),
        ("muted", task.muted.into()),
        ("unread", task.unread.into()),
        ("unanswered", task.unanswered.map(|since| since.0).into()),
    ])
}

pub(super) fn activity(activity: &Activity) -> Value {
    object(vec![
        ("sid", text(activity.sid.as_str())),
        ("name", text(&activity.name)),
        ("available", activity.available.into()),
        ("offline", activity.offline.into()),
    ])
}

pub(super) fn click(click: &ClickToAct, masks: &mut Masks) -> Entries {
    let title = click.title.as_deref();
    let id = click.id.map(|id| id.to_string());
    vec![
        ("value", masks.redact(Personal::Number, &click.value)),
        ("title", masked(Personal::Title, title, masks)),
        ("entity", optional(click.entity.as_deref())),
        ("id", masked(Personal::Record, id, masks)),
    ]
}

/// A number, with its extension after it if there is one.
pub(super) fn dialable(dialable: &Dialable, masks: &mut Masks) -> Value {
    let number = masks.redact(Personal::Number, &dialable.number);
    match &dialable.extension {
        Some(extension) => object(vec![
            ("number", number),
            ("extension", masks.redact(Personal::Number, extension)),
        ]),
        None => number,
    }
}

fn extensions(extensions: &Extensions, masks: &mut Masks) -> Value {
    let awaited = masked(Personal::Number, extensions.awaited.as_deref(), masks);
    let of = list(&extensions.of, |(sid, digits)| {
        object(vec![
            ("sid", text(sid.as_str())),
            ("digits", masks.redact(Personal::Number, digits)),
        ])
    });
    object(vec![("awaited", awaited), ("of", of)])
}

pub(super) fn timer(timer: Timer) -> Entries {
    let (name, request) = match timer {
        Timer::LookAgain(request) => ("lookAgain", request),
        Timer::Opening(request) => ("opening", request),
        Timer::Poll(request) => ("glance", request),
        Timer::OutboundTask(request) => ("outboundTask", request),
        Timer::RemoteFocus(request) => ("elsewhere", request),
        Timer::Outbox(request) => ("errand", request),
        Timer::Line(request) => ("line", request),
        Timer::Activity(request) => ("activity", request),
    };
    vec![("timer", text(name)), ("of", request.0.into())]
}

pub(super) fn memory(memory: &SavedState, masks: &mut Masks) -> Entries {
    let tabs = &memory.tabs;
    let watching = tabs.watching.as_ref();
    vec![
        (
            "bindings",
            list(&tabs.bindings, |(about, at)| {
                object(vec![("record", record(about, masks)), ("tab", tab(at))])
            }),
        ),
        (
            "watching",
            watching.map_or(Value::Null, |(about, _)| record(about, masks)),
        ),
        ("late", list(&tabs.late, |(about, _)| record(about, masks))),
        (
            "sessions",
            list(&tabs.sessions, |(about, made)| {
                object(vec![
                    ("record", record(about, masks)),
                    ("session", text(made.as_str())),
                ])
            }),
        ),
        ("bringing", tabs.bringing.into()),
        ("tellsNavigation", memory.tells_navigation.into()),
        ("takesMoreTabs", memory.takes_more_tabs.into()),
        ("popped", list(&memory.popped, |sid| text(sid.as_str()))),
        (
            "seen",
            list(memory.statuses.keys(), |sid| text(sid.as_str())),
        ),
        ("dialed", optional(memory.dialed.map(Dialed::name))),
        ("extensions", extensions(&memory.extensions, masks)),
        (
            "selected",
            optional(memory.selected.as_ref().map(|sid| sid.as_str())),
        ),
        ("settled", memory.settled.into()),
    ]
}

pub(super) fn act(act: &AgentAction, masks: &mut Masks) -> (&'static str, Entries) {
    let of = |sid: &ReservationSid| vec![("sid", text(sid.as_str()))];
    match act {
        AgentAction::Select(sid) => ("select", of(sid)),
        AgentAction::Accept(sid) => ("accept", of(sid)),
        AgentAction::Decline(sid) => ("decline", of(sid)),
        AgentAction::End(sid) => ("end", of(sid)),
        AgentAction::Complete(sid) => ("complete", of(sid)),
        AgentAction::Hold(sid, true) => ("hold", of(sid)),
        AgentAction::Hold(sid, false) => ("unhold", of(sid)),
        AgentAction::Open(sid) => ("open", of(sid)),
        AgentAction::Call(number) => ("call", vec![("number", dialable(number, masks))]),
        AgentAction::CallNone => ("callNone", vec![]),
        AgentAction::SendExtension(sid) => ("sendExtension", of(sid)),
        AgentAction::SetActivity(sid) => ("setActivity", vec![("sid", text(sid.as_str()))]),
        AgentAction::Dock => ("dock", vec![]),
        AgentAction::Dismiss(notice) => ("dismiss", vec![("notice", notice.0.into())]),
        AgentAction::WorkHere => ("workHere", vec![]),
    }
}

pub(super) fn message(message: &Message, masks: &mut Masks) -> (&'static str, Entries) {
    match message {
        Message::Leading => ("leading", vec![]),
        Message::Following(records) => (
            "following",
            vec![("records", list(records, |about| record(about, masks)))],
        ),
        Message::List(told) => ("list", tasks_of(told, masks)),
        Message::Offer(number) => ("offer", forwarded(*number)),
        Message::Claim(number) => ("give", forwarded(*number)),
        Message::Return(number) => ("giveBack", forwarded(*number)),
        Message::Ack(number) => ("done", forwarded(*number)),
        Message::Deliver(number, done) => {
            let (name, entries) = match done {
                Forwarded::Act(done) => act(done, masks),
                Forwarded::Dial(clicked) => ("dial", click(clicked, masks)),
            };
            let mut all = forwarded(*number);
            all.push((name, object(entries)));
            ("errand", all)
        }
        Message::Focus(about) => ("focus", vec![("record", record(about, masks))]),
        Message::Focusing(about) => ("focusing", vec![("record", record(about, masks))]),
        Message::Gone(about) => ("gone", vec![("record", record(about, masks))]),
        Message::Take => ("take", vec![]),
        Message::Busy => ("busy", vec![]),
        Message::Leaving => ("leaving", vec![]),
    }
}

fn forwarded(number: Ticket) -> Entries {
    vec![("number", number.0.into())]
}

fn tasks_of(told: &List, masks: &mut Masks) -> Entries {
    let choice = told.calls.choice.as_deref();
    let choice = choice.map(|choice| list(&*choice.numbers, |number| dialable(number, masks)));
    vec![
        ("tasks", list(&told.tasks, |one| task(one, masks))),
        (
            "selected",
            optional(told.selected.as_ref().map(|sid| sid.as_str())),
        ),
        ("open", list(&told.open, |about| record(about, masks))),
        ("choice", choice.unwrap_or_default()),
        ("extensions", extensions(&told.calls.extensions, masks)),
        ("flex", text(told.flex.name())),
        ("notices", list(&told.notices, |notice| text(notice.code()))),
    ]
}

pub(super) fn answer(answer: &Answer) -> Entries {
    match answer {
        Answer::Done => vec![("result", text("done"))],
        Answer::Mode(told) => vec![("mode", mode(*told))],
        Answer::Found(rows) => vec![("rows", (*rows).into())],
        Answer::Allowed(allowed) => vec![("allowed", (*allowed).into())],
        Answer::SessionMade(session) => vec![("session", text(session.as_str()))],
        Answer::FocusedTab(focused) => {
            let focused = focused.as_ref().map_or("none", |tab| tab.as_str());
            vec![("tab", text(focused))]
        }
        Answer::Tabs(seen) => vec![("sight", sight(seen))],
    }
}
