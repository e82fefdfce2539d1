//! Describes effects.

use super::line::{Line, Side};
use super::parts;
use super::values::{Entries, masked, optional, record, text};
use crate::diagnostics::mask::{Masks, Personal};
use store::effect::DialAttributes;
use store::{DynamicsCall, Effect, FlexCommand, WindowsCall};

/// The line of an effect.
#[must_use]
pub fn effect(effect: &Effect, masks: &mut Masks) -> Line {
    match effect {
        Effect::Dynamics { request, call } => dynamics(call, masks).of_request(*request),
        Effect::Flex { request, command } => {
            let details = flex(command, masks);
            Line::new(Side::Flex, command.action().name(), details).of_request(*request)
        }
        Effect::ReadNumber { request, text } => {
            let details = vec![("text", masks.redact(Personal::Number, text))];
            Line::new(Side::Phone, "readNumber", details).of_request(*request)
        }
        Effect::Save(memory) => Line::new(Side::Memory, "remember", parts::memory(memory, masks)),
        Effect::SaveSearch { opens_nothing } => {
            let details = vec![("opensNothing", (*opens_nothing).into())];
            Line::new(Side::Memory, "rememberSearch", details)
        }
        Effect::Windows(call) => windows(call, masks),
        Effect::Wait { timer, millis } => {
            let mut details = parts::timer(*timer);
            details.push(("millis", (*millis).into()));
            Line::new(Side::Clock, "wait", details)
        }
    }
}

fn dynamics(call: &DynamicsCall, masks: &mut Masks) -> Line {
    let (kind, details) = match call {
        DynamicsCall::GetMode => ("getMode", vec![]),
        DynamicsCall::SetMode(mode) => ("setMode", vec![("mode", parts::mode(*mode))]),
        DynamicsCall::Search(about) => ("search", vec![("record", record(about, masks))]),
        DynamicsCall::OpenBySearch(about) => (
            "searchAndOpenRecords",
            vec![("record", record(about, masks))],
        ),
        DynamicsCall::OpenForm(about) => ("openForm", vec![("record", record(about, masks))]),
        DynamicsCall::ReadTabs => ("look", vec![]),
        DynamicsCall::GetFocusedTab => ("getFocusedTab", vec![]),
        DynamicsCall::FocusTab(tab) => ("focusTab", vec![("tab", text(tab.as_str()))]),
        DynamicsCall::CanCreateSession => ("canCreateSession", vec![]),
        DynamicsCall::CreateSession { template, customer } => (
            "createSession",
            vec![
                ("template", optional(template.as_deref())),
                ("customer", masks.redact(Personal::Name, customer)),
            ],
        ),
        DynamicsCall::SetSessionTitle { session, title } => (
            "setSessionTitle",
            vec![
                ("session", text(session.as_str())),
                ("title", masks.redact(Personal::Title, title)),
            ],
        ),
        DynamicsCall::RequestFocusSession(session) => (
            "requestFocusSession",
            vec![("session", text(session.as_str()))],
        ),
    };
    Line::new(Side::Dynamics, kind, details)
}

fn flex(command: &FlexCommand, masks: &mut Masks) -> Entries {
    match command {
        FlexCommand::SelectTask { sid }
        | FlexCommand::AcceptTask { sid }
        | FlexCommand::RejectTask { sid }
        | FlexCommand::WrapupTask { sid }
        | FlexCommand::CompleteTask { sid }
        | FlexCommand::HangupCall { sid }
        | FlexCommand::HoldCall { sid }
        | FlexCommand::UnholdCall { sid } => vec![("sid", text(sid.as_str()))],
        FlexCommand::SendDtmfDigits { sid, digits } => vec![
            ("sid", text(sid.as_str())),
            ("digits", masks.redact(Personal::Number, digits)),
        ],
        FlexCommand::StartOutboundCall {
            destination,
            task_attributes:
                DialAttributes {
                    name,
                    record_entity,
                    record_id,
                },
        } => vec![
            ("destination", masks.redact(Personal::Number, destination)),
            ("name", masked(Personal::Title, name.as_deref(), masks)),
            ("recordEntity", optional(record_entity.as_deref())),
            (
                "recordId",
                masked(Personal::Record, record_id.as_deref(), masks),
            ),
        ],
        FlexCommand::SetActivity { activity_sid } => {
            vec![("activitySid", text(activity_sid.as_str()))]
        }
    }
}

fn windows(call: &WindowsCall, masks: &mut Masks) -> Line {
    let (kind, details) = match call {
        WindowsCall::Lead => ("lead", vec![]),
        WindowsCall::Follow => ("follow", vec![]),
        WindowsCall::Take => ("take", vec![]),
        WindowsCall::Say(to, message) => {
            let (name, mut details) = parts::message(message, masks);
            details.push(("message", text(name)));
            let to = to.map_or(text("all"), |to| to.opened.0.into());
            details.push(("to", to));
            ("say", details)
        }
    };
    Line::new(Side::Window, kind, details)
}
