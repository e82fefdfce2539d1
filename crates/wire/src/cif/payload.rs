//! What a call of the store is in CIF v2: a method with arguments, as plain data, and the kind of its answer.
//!
//! Sources: Microsoft's reference of the Channel Integration Framework 2.0, and its softphone sample for the arguments
//! of `openForm`.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use store::state::PanelMode;
use store::{DynamicsCall, Record};

/// A call of one method of `Microsoft.CIFramework`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Invocation {
    /// The method's name.
    pub method: &'static str,
    /// Its arguments in order, without the optional correlation id.
    pub args: Vec<Value>,
}

impl Invocation {
    /// A call of this method with these arguments.
    #[must_use]
    pub fn new(method: &'static str, args: Vec<Value>) -> Self {
        Self { method, args }
    }
}

/// The plan for one call of the store.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Plan {
    /// One method.
    One(Invocation, Expected),
    /// One method whose promise nobody awaits, because it may never settle.
    Unawaited(Invocation),
    /// Three methods at the same time. No single method answers all that a [`TabsView`](store::state::TabsView) holds.
    ReadTabs {
        /// `getFocusedSession`.
        session: Invocation,
        /// `getFocusedTab`.
        focused: Invocation,
        /// `getTabs`.
        tabs: Invocation,
    },
}

/// The kind of a method's answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Expected {
    /// Only whether it was refused matters.
    Nothing,
    /// The panel's mode.
    Mode,
    /// The rows of a search.
    Rows,
    /// The id of a tab.
    Tab,
    /// Yes or no.
    Truth,
    /// The id of a session.
    Session,
}

/// The plan for a call. No call closes a tab, because tabs belong to the agent (R8).
#[must_use]
pub fn plan(call: &DynamicsCall) -> Plan {
    let one = |method, args, expected| Plan::One(Invocation::new(method, args), expected);
    match call {
        DynamicsCall::GetMode => one("getMode", vec![], Expected::Mode),
        DynamicsCall::SetMode(mode) => one("setMode", vec![mode_number(*mode)], Expected::Nothing),
        DynamicsCall::Search(record) => Plan::One(search(*record, true), Expected::Rows),
        DynamicsCall::OpenBySearch(record) => Plan::One(search(*record, false), Expected::Nothing),
        DynamicsCall::OpenForm(record) => one("openForm", form(*record), Expected::Nothing),
        DynamicsCall::ReadTabs => Plan::ReadTabs {
            session: Invocation::new("getFocusedSession", vec![]),
            focused: Invocation::new("getFocusedTab", vec![]),
            tabs: Invocation::new("getTabs", vec![]),
        },
        DynamicsCall::GetFocusedTab => one("getFocusedTab", vec![], Expected::Tab),
        DynamicsCall::FocusTab(tab) => {
            one("focusTab", vec![json!(tab.as_str())], Expected::Nothing)
        }
        DynamicsCall::CanCreateSession => one("canCreateSession", vec![], Expected::Truth),
        DynamicsCall::CreateSession { template, customer } => one(
            "createSession",
            vec![session_input(template.as_deref(), customer)],
            Expected::Session,
        ),
        DynamicsCall::SetSessionTitle { session, title } => Plan::Unawaited(Invocation::new(
            "setSessionTitle",
            vec![json!({"sessionId": session.as_str(), "title": &**title})],
        )),
        DynamicsCall::RequestFocusSession(session) => Plan::Unawaited(Invocation::new(
            "requestFocusSession",
            vec![json!(session.as_str()), json!(0)],
        )),
    }
}

/// The arguments of `createSession`: a template, and the customer's name as the title.
fn session_input(template: Option<&str>, customer: &str) -> Value {
    let mut input = json!({"templateParameters": {"customerName": customer}});
    if let Some(template) = template {
        input["templateName"] = json!(template);
    }
    input
}

fn mode_number(mode: PanelMode) -> Value {
    match mode {
        PanelMode::Minimized => json!(0),
        PanelMode::Docked => json!(1),
        PanelMode::Hidden => json!(2),
    }
}

/// A search for exactly this record, by its id. It does not use `$search`, which would always open the search page.
fn search(record: Record, search_only: bool) -> Invocation {
    let key = record.entity.key();
    let filter = encoded(&format!("{key} eq {}", record.id));
    let query = format!("?$select={key}&$filter={filter}");
    Invocation::new(
        "searchAndOpenRecords",
        vec![
            json!(record.entity.logical_name()),
            json!(query),
            json!(search_only),
        ],
    )
}

/// The arguments of `openForm`: options and parameters, each as JSON text.
fn form(record: Record) -> Vec<Value> {
    let options = json!({
        "entityName": record.entity.logical_name(),
        "entityId": record.id.to_string(),
    });
    vec![json!(options.to_string()), json!("{}")]
}

/// All characters except RFC 3986's unreserved ones.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// Encodes a value for the query of `searchAndOpenRecords`. The host splits the query at a raw `&`, and reads a raw `+`
/// as a space.
fn encoded(value: &str) -> String {
    utf8_percent_encode(value, RESERVED).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use store::{Entity, Guid, TabId};

    const ID: &str = "9f5c1a52-3c5d-4f10-8d3c-2f6c3f1f0a01";

    fn case() -> Record {
        Record {
            entity: Entity::Case,
            id: Guid::parse(ID).expect("a GUID"),
        }
    }

    fn one(call: &DynamicsCall) -> Invocation {
        match plan(call) {
            Plan::One(invocation, _) => invocation,
            Plan::Unawaited(invocation) => invocation,
            Plan::ReadTabs { .. } => panic!("{call:?} is one method"),
        }
    }

    #[test]
    fn a_search_asks_for_exactly_this_id_and_opens_nothing() {
        let call = one(&DynamicsCall::Search(case()));
        assert_eq!(call.method, "searchAndOpenRecords");
        let query = format!("?$select=incidentid&$filter=incidentid%20eq%20{ID}");
        assert_eq!(
            call.args,
            vec![json!("incident"), json!(query), json!(true)]
        );
    }

    #[test]
    fn opening_is_the_same_search_without_search_only() {
        let search = one(&DynamicsCall::Search(case()));
        let open = one(&DynamicsCall::OpenBySearch(case()));
        assert_eq!(search.method, open.method);
        assert_eq!(search.args.get(..2), open.args.get(..2));
        assert_eq!(open.args.last(), Some(&json!(false)));
    }

    #[test]
    fn encoded_values_hold_no_character_at_which_the_host_splits() {
        assert_eq!(encoded("a b+c&d=e'f\u{fc}"), "a%20b%2Bc%26d%3De%27f%C3%BC");
    }

    #[test]
    fn a_form_is_opened_with_two_json_texts() {
        let call = one(&DynamicsCall::OpenForm(case()));
        assert_eq!(call.method, "openForm");
        let texts: Vec<Value> = call
            .args
            .iter()
            .filter_map(|arg| serde_json::from_str(arg.as_str()?).ok())
            .collect();
        assert_eq!(
            texts,
            vec![json!({"entityName": "incident", "entityId": ID}), json!({})]
        );
    }

    #[test]
    fn a_session_is_created_from_a_template_with_the_customers_name() {
        let make = |template: Option<&str>| {
            one(&DynamicsCall::CreateSession {
                template: template.map(Into::into),
                customer: "Ada".into(),
            })
        };
        let parameters = json!({"customerName": "Ada"});
        assert_eq!(
            make(Some("flex_session")).args,
            [json!({"templateName": "flex_session", "templateParameters": parameters})]
        );
        assert_eq!(make(None).args, [json!({"templateParameters": parameters})]);
    }

    #[test]
    fn each_mode_has_its_number() {
        for (mode, number) in [
            (PanelMode::Minimized, 0),
            (PanelMode::Docked, 1),
            (PanelMode::Hidden, 2),
        ] {
            assert_eq!(one(&DynamicsCall::SetMode(mode)).args, vec![json!(number)]);
        }
    }

    #[test]
    fn a_tab_is_focused_by_its_id() {
        let call = one(&DynamicsCall::FocusTab(TabId::from("tab-id-4")));
        assert_eq!(
            (call.method, call.args),
            ("focusTab", vec![json!("tab-id-4")])
        );
    }
}
