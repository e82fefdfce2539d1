//! Decodes the events of CIF v2 that the panel listens to.
//!
//! The data of an event is JSON text. For `raiseEvent` it may be a `Map`. Names of events are case sensitive.

use std::rc::Rc;

use percent_encoding::percent_decode_str;
use serde_json::Value;

use super::decode::{Raw, panel_mode};
use crate::cut::cut;
use store::state::ClickToAct;
use store::{DynamicsEvent, Entity, Guid, Record, SessionId};

/// The events for which the panel calls `addHandler`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HostEvent {
    /// The agent has clicked a phone field.
    ClickToAct,
    /// The panel was docked, minimized or hidden.
    ModeChanged,
    /// The agent navigates to a page, perhaps of a record. The host sends this before the navigation.
    PageNavigate,
    /// A session has been closed.
    SessionClosed,
    /// Another session comes to the front. The host sends this twice: for the old session and for the new one.
    SessionSwitched,
}

impl HostEvent {
    /// All events.
    pub const ALL: [Self; 5] = [
        Self::ClickToAct,
        Self::ModeChanged,
        Self::PageNavigate,
        Self::SessionClosed,
        Self::SessionSwitched,
    ];

    /// The event's name for `addHandler`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::ClickToAct => "onclicktoact",
            Self::ModeChanged => "onmodechanged",
            Self::PageNavigate => "onpagenavigate",
            Self::SessionClosed => "onSessionClosed",
            Self::SessionSwitched => "onSessionSwitched",
        }
    }

    /// The event for the store. `None` if the store needs to know nothing.
    #[must_use]
    pub fn decode(self, data: Raw) -> Option<DynamicsEvent> {
        let told = data.read();
        match self {
            Self::ClickToAct => {
                click_to_act(&told).map(|click| DynamicsEvent::ClickToAct(Rc::new(click)))
            }
            Self::ModeChanged => panel_mode(&told).map(DynamicsEvent::ModeChanged),
            Self::PageNavigate => {
                let url = told.get("value").unwrap_or(&told).as_str()?;
                Some(DynamicsEvent::PageNavigated(record_of_page(url)))
            }
            Self::SessionClosed => session_of(&told).map(DynamicsEvent::SessionClosed),
            Self::SessionSwitched => session_in_front(&told),
        }
    }
}

/// How many characters of a phone field or a title are kept.
const LONGEST: usize = 200;

fn click_to_act(told: &Value) -> Option<ClickToAct> {
    let text = |key| told.get(key)?.as_str().filter(|text| !text.is_empty());
    let short = |text: &str| Rc::from(cut(text, LONGEST));
    Some(ClickToAct {
        value: short(&decoded(text("value")?)),
        title: text("recordTitle").map(short),
        entity: text("entityLogicalName").map(short),
        id: text("entityId").and_then(Guid::parse),
    })
}

/// The record that a page of the organization shows (`pagetype=entityrecord`), if it is a Case or a Contact.
fn record_of_page(url: &str) -> Option<Record> {
    let (_, query) = url.split_once('?')?;
    let query = query.split('#').next()?;
    let parameter = |name: &str| {
        query
            .split('&')
            .filter_map(|pair| pair.split_once('='))
            .find(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, value)| decoded(value))
    };
    if parameter("pagetype")? != "entityrecord" {
        return None;
    }
    Some(Record {
        entity: Entity::from_logical_name(&parameter("etn")?)?,
        id: Guid::parse(&parameter("id")?)?,
    })
}

/// Reads only the half of a switch that names the new session. Microsoft's reference spells the key `focussed`.
fn session_in_front(told: &Value) -> Option<DynamicsEvent> {
    let focused = told.get("focused").or_else(|| told.get("focussed"))?;
    let in_front = *focused == true || *focused == "true";
    let session = session_of(told)?;
    in_front.then_some(DynamicsEvent::SessionSwitched(session))
}

fn session_of(told: &Value) -> Option<SessionId> {
    let id = told.get("sessionId")?.as_str()?;
    (!id.is_empty()).then(|| id.into())
}

/// Removes percent-encoding. A `+` stays, because it begins an international number.
fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use store::state::PanelMode;

    const ID: &str = "9f5c1a52-3c5d-4f10-8d3c-2f6c3f1f0a01";

    fn decode(event: HostEvent, data: &Value) -> Option<DynamicsEvent> {
        let as_text = event.decode(Raw::Text(data.to_string()));
        let as_map = event.decode(Raw::Json(data.clone()));
        assert_eq!(as_text, as_map, "a Map means the same as its text");
        as_text
    }

    fn page(url: &str) -> Option<DynamicsEvent> {
        decode(HostEvent::PageNavigate, &json!({ "value": url }))
    }

    #[test]
    fn a_clicked_phone_field_names_its_number_and_its_record() {
        let click = decode(
            HostEvent::ClickToAct,
            &json!({
                "value": "%2B49%20(30)%20901820", "name": "telephone1", "format": "phone",
                "entityLogicalName": "contact", "entityId": format!("{{{ID}}}"), "recordTitle": "Ada",
            }),
        );
        assert_eq!(
            click,
            Some(DynamicsEvent::ClickToAct(Rc::new(ClickToAct {
                value: "+49 (30) 901820".into(),
                title: Some("Ada".into()),
                entity: Some("contact".into()),
                id: Guid::parse(ID),
            })))
        );
    }

    #[test]
    fn a_click_needs_the_text_of_its_field_but_no_record() {
        assert!(decode(HostEvent::ClickToAct, &json!({"value": "+4930901820"})).is_some());
        assert_eq!(
            decode(HostEvent::ClickToAct, &json!({"recordTitle": "Ada"})),
            None
        );
    }

    #[test]
    fn the_mode_is_read_from_its_number() {
        for (number, mode) in [
            (0, PanelMode::Minimized),
            (1, PanelMode::Docked),
            (2, PanelMode::Hidden),
        ] {
            assert_eq!(
                decode(HostEvent::ModeChanged, &json!({ "value": number })),
                Some(DynamicsEvent::ModeChanged(mode))
            );
        }
    }

    #[test]
    fn a_navigation_to_a_case_names_its_record() {
        let url = format!(
            "https://acme.crm4.dynamics.com/main.aspx?appid=7&pagetype=entityrecord&etn=incident&id=%7b{ID}%7d#top"
        );
        assert_eq!(
            page(&url),
            Some(DynamicsEvent::PageNavigated(Some(Record {
                entity: Entity::Case,
                id: Guid::parse(ID).expect("a GUID"),
            })))
        );
    }

    #[test]
    fn a_navigation_to_another_page_names_no_record() {
        for url in [
            "https://acme.crm4.dynamics.com/main.aspx",
            "https://acme.crm4.dynamics.com/main.aspx?pagetype=entitylist&etn=incident",
            "https://acme.crm4.dynamics.com/main.aspx?pagetype=entityrecord&etn=account&id=9f5c1a52-3c5d-4f10-8d3c-2f6c3f1f0a01",
            "https://acme.crm4.dynamics.com/main.aspx?pagetype=entityrecord&etn=incident&id=7",
            "?&&==%%%",
        ] {
            assert_eq!(page(url), Some(DynamicsEvent::PageNavigated(None)), "{url}");
        }
    }

    #[test]
    fn only_the_half_of_a_session_switch_with_the_new_session_counts() {
        for key in ["focused", "focussed"] {
            let half = |focused: bool| json!({"sessionId": "s-1", key: focused, "context": {}});
            assert_eq!(decode(HostEvent::SessionSwitched, &half(false)), None);
            assert_eq!(
                decode(HostEvent::SessionSwitched, &half(true)),
                Some(DynamicsEvent::SessionSwitched("s-1".into()))
            );
        }
    }
}
