//! Describes the parts of events and effects. Each struct is taken apart with all its fields, so the compiler notices a
//! field that is not described.

use serde_json::Value;

use super::problem::problem;
use super::values::{Entries, list, masked, object, optional, record, text};
use crate::diagnostics::mask::{Masks, Personal};
use store::click::Dialable;
use store::event::Answer;
use store::extension::Extensions;
use store::saved::{Dialed, SavedState, SavedTabs};
use store::state::{Activity, ClickToAct, FocusedSession, Line, Origin, PanelMode, TabsView, Task};
use store::windows::{Forwarded, List, Message, OwnCalls};
use store::{AgentAction, ReservationSid, SessionId, Tab, Ticket, Timer};

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
    let TabsView {
        session,
        focused,
        tabs,
    } = sight;
    let session = match session {
        FocusedSession::Unknown => Value::Null,
        FocusedSession::Ours(session) => text(session.as_str()),
        FocusedSession::NotOurs => text("not ours"),
    };
    let tabs = tabs.as_ref();
    object(vec![
        ("session", session),
        (
            "focused",
            optional(focused.as_ref().map(|tab| tab.as_str())),
        ),
        (
            "tabs",
            tabs.map_or(Value::Null, |tabs| list(tabs, |tab| text(tab.as_str()))),
        ),
    ])
}

pub(super) fn task(task: &Task, masks: &mut Masks) -> Value {
    let Task {
        sid,
        status,
        origin,
        channel,
        call,
        line,
        group,
        wrapup,
        customer,
        address,
        case_number,
        record: about,
        malformed,
        began,
        since,
        on_hold,
        muted,
        unread,
        unanswered,
    } = task;
    let origin = match origin {
        Origin::Offered => "offered",
        Origin::Dialled => "dialled",
        Origin::Begun => "begun",
    };
    let line = line.map(|line| match line {
        Line::Own => "own",
        Line::Other => "other",
        Line::None => "none",
    });
    let (about, malformed) = (about.as_ref(), malformed.as_ref());
    object(vec![
        ("sid", text(sid.as_str())),
        ("status", text(status.name())),
        ("origin", text(origin)),
        ("channel", text(channel.name())),
        ("call", (*call).into()),
        ("line", optional(line)),
        ("group", (*group).into()),
        ("wrapup", (*wrapup).into()),
        ("customer", masks.redact(Personal::Name, customer)),
        (
            "address",
            masked(Personal::Number, address.as_deref(), masks),
        ),
        (
            "caseNumber",
            masked(Personal::Case, case_number.as_deref(), masks),
        ),
        ("record", about.map(|about| record(about, masks)).into()),
        ("malformed", malformed.map(|why| problem(why, masks)).into()),
        ("began", began.0.into()),
        ("since", since.0.into()),
        ("onHold", (*on_hold).into()),
        ("muted", (*muted).into()),
        ("unread", (*unread).into()),
        ("unanswered", unanswered.map(|since| since.0).into()),
    ])
}

pub(super) fn activity(activity: &Activity) -> Value {
    let Activity {
        sid,
        name,
        available,
        offline,
    } = activity;
    object(vec![
        ("sid", text(sid.as_str())),
        ("name", text(name)),
        ("available", (*available).into()),
        ("offline", (*offline).into()),
    ])
}

pub(super) fn click(click: &ClickToAct, masks: &mut Masks) -> Entries {
    let ClickToAct {
        value,
        title,
        entity,
        id,
    } = click;
    let id = id.map(|id| id.to_string());
    vec![
        ("value", masks.redact(Personal::Number, value)),
        ("title", masked(Personal::Title, title.as_deref(), masks)),
        ("entity", optional(entity.as_deref())),
        ("id", masked(Personal::Record, id, masks)),
    ]
}

/// A number, with its extension after it if there is one.
pub(super) fn dialable(dialable: &Dialable, masks: &mut Masks) -> Value {
    let Dialable { number, extension } = dialable;
    let number = masks.redact(Personal::Number, number);
    match extension {
        Some(extension) => object(vec![
            ("number", number),
            ("extension", masks.redact(Personal::Number, extension)),
        ]),
        None => number,
    }
}

fn extensions(extensions: &Extensions, masks: &mut Masks) -> Value {
    let Extensions { awaited, of } = extensions;
    let awaited = masked(Personal::Number, awaited.as_deref(), masks);
    let of = list(of, |(sid, digits)| {
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
    let SavedState {
        tabs:
            SavedTabs {
                bindings,
                watching,
                late,
                sessions,
                bringing,
                last_focus,
            },
        tells_navigation,
        takes_more_tabs,
        popped,
        selected,
        statuses,
        dialed,
        extensions: all,
        settled,
        docked_by_arrival,
    } = memory;
    let watching = watching.as_ref();
    let bound = |(about, at): &(_, Tab), masks: &mut Masks| {
        object(vec![("record", record(about, masks)), ("tab", tab(at))])
    };
    let made = |(about, session): &(_, SessionId), masks: &mut Masks| {
        object(vec![
            ("record", record(about, masks)),
            ("session", text(session.as_str())),
        ])
    };
    vec![
        ("bindings", list(bindings, |one| bound(one, masks))),
        (
            "watching",
            watching.map_or(Value::Null, |(about, _)| record(about, masks)),
        ),
        ("late", list(late, |(about, _)| record(about, masks))),
        ("sessions", list(sessions, |one| made(one, masks))),
        ("bringing", (*bringing).into()),
        ("lastFocus", last_focus.as_ref().map(tab).into()),
        ("tellsNavigation", (*tells_navigation).into()),
        ("takesMoreTabs", (*takes_more_tabs).into()),
        ("popped", list(popped, |sid| text(sid.as_str()))),
        ("seen", list(statuses.keys(), |sid| text(sid.as_str()))),
        ("dialed", optional(dialed.map(Dialed::name))),
        ("extensions", extensions(all, masks)),
        (
            "selected",
            optional(selected.as_ref().map(|sid| sid.as_str())),
        ),
        ("settled", (*settled).into()),
        ("dockedByArrival", (*docked_by_arrival).into()),
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
    let List {
        tasks,
        selected,
        popped,
        open,
        flex,
        activity: now,
        activities,
        calls,
        notices,
    } = told;
    let OwnCalls {
        dialing,
        choice,
        extensions: all,
    } = &**calls;
    let choice = choice.as_deref();
    let choice = choice.map(|choice| list(&*choice.numbers, |number| dialable(number, masks)));
    vec![
        ("tasks", list(tasks, |one| task(one, masks))),
        (
            "selected",
            optional(selected.as_ref().map(|sid| sid.as_str())),
        ),
        ("popped", list(popped, |sid| text(sid.as_str()))),
        ("open", list(open, |about| record(about, masks))),
        (
            "dialing",
            masked(Personal::Number, dialing.as_deref(), masks),
        ),
        ("choice", choice.unwrap_or_default()),
        ("extensions", extensions(all, masks)),
        ("flex", text(flex.name())),
        ("activity", now.as_deref().map(activity).into()),
        ("activities", activities.len().into()),
        ("notices", list(notices, |notice| text(notice.code()))),
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
