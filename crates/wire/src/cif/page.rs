//! Finds out on which page the agent clicks a phone field. The host says which record the field belongs to, but not
//! where the agent was: on the record's own form, or in a list of many records. The host's last navigation gives the
//! answer.

use store::state::ClickToAct;
use store::{DynamicsEvent, Entity, Record};

/// The record of the page to which the host navigated last, in the session in front.
#[derive(Clone, Copy, Debug, Default)]
pub struct Page(Option<Record>);

impl Page {
    /// Notes an event. If the event is a click on a record's own page, returns that record.
    pub fn note(&mut self, event: &DynamicsEvent) -> Option<Record> {
        match event {
            DynamicsEvent::PageNavigated(page) => self.0 = *page,
            DynamicsEvent::SessionSwitched(_) | DynamicsEvent::SessionClosed(_) => self.0 = None,
            DynamicsEvent::ClickToAct(click) => {
                return self.0.filter(|page| record_of(click) == Some(*page));
            }
            _ => {}
        }
        None
    }
}

fn record_of(click: &ClickToAct) -> Option<Record> {
    Some(Record {
        entity: Entity::from_logical_name(click.entity.as_deref()?)?,
        id: click.id?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use store::Guid;

    fn contact(digit: char) -> Record {
        let id = format!("9f5c1a52-3c5d-4f10-8d3c-2f6c3f1f0a0{digit}");
        Record {
            entity: Entity::Contact,
            id: Guid::parse(&id).unwrap(),
        }
    }

    fn click(on: Record) -> DynamicsEvent {
        let click = ClickToAct {
            value: "+4930901820".into(),
            title: None,
            entity: Some(on.entity.logical_name().into()),
            id: Some(on.id),
        };
        DynamicsEvent::ClickToAct(click.into())
    }

    #[test]
    fn a_click_is_on_a_records_page_if_the_host_navigated_there_last() {
        let (ada, jo) = (contact('1'), contact('2'));
        let went_to = |page| DynamicsEvent::PageNavigated(page);
        for (before, on_page) in [
            (vec![went_to(Some(ada))], true),
            (vec![], false),
            (vec![went_to(Some(ada)), went_to(Some(jo))], false),
            (vec![went_to(Some(ada)), went_to(None)], false),
            (
                vec![
                    went_to(Some(ada)),
                    DynamicsEvent::SessionSwitched("s-2".into()),
                ],
                false,
            ),
        ] {
            let mut page = Page::default();
            for event in &before {
                assert_eq!(page.note(event), None);
            }
            let noted = page.note(&click(ada));
            assert_eq!(noted, on_page.then_some(ada), "{before:?}");
        }
    }
}
