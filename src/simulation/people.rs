//! The people who call, text and chat: a dozen contacts of the organization. And the Studio flow that they pass
//! through before a task reaches an agent: the contact is looked up by number, a Case is made, and both go on the
//! task as its attributes.

use serde::Serialize;

use super::dynamics::Records;
use super::dynamics::records::Columns;
use crate::store::ids::{Entity, Guid, Record};

/// A known contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Person {
    /// A short name, for pages and tests.
    pub key: &'static str,
    /// First and last name.
    pub name: &'static str,
    /// The contact's GUID.
    pub contact: &'static str,
    /// The number from which they call and text, in E.164.
    pub number: &'static str,
    /// How that number stands in Dynamics, as its main phone.
    pub telephone: &'static str,
    /// Their other number as it stands in Dynamics; empty if there is none.
    pub mobile: &'static str,
    /// What they get in touch about: the title of the Case.
    pub concern: &'static str,
}

/// The known contacts. All numbers are set aside for fiction by the authorities of their countries.
pub const PEOPLE: [Person; 12] = [
    Person {
        key: "ada",
        name: "Ada Whitfield",
        contact: "6f0c2a10-7b1e-4c55-9a01-0242ac120001",
        number: "+14155550132",
        telephone: "+1 (415) 555-0132",
        mobile: "+14155550178",
        concern: "Espresso machine leaks",
    },
    Person {
        key: "juergen",
        name: "Jürgen Weißmüller",
        contact: "6f0c2a10-7b1e-4c55-9a01-0242ac120002",
        number: "+493023125042",
        telephone: "030 23125-042",
        mobile: "+49 152 28817386",
        concern: "Invoice shows the wrong address",
    },
    Person {
        key: "oconnor",
        name: "Siobhán O'Connor",
        contact: "6f0c2a10-7b1e-4c55-9a01-0242ac120003",
        number: "+442079460958",
        telephone: "020 7946 0958",
        mobile: "+44 161 496 0123",
        concern: "Delivery hasn't arrived",
    },
    Person {
        key: "smith-sons",
        name: "Smith & Sons",
        contact: "6f0c2a10-7b1e-4c55-9a01-0242ac120004",
        number: "+12125550143",
        telephone: "(212) 555-0143",
        mobile: "",
        concern: "Order of 40 grinders & filters",
    },
    Person {
        key: "amelie",
        name: "Amélie Lefèvre",
        contact: "6f0c2a10-7b1e-4c55-9a01-0242ac120005",
        number: "+33199001234",
        telephone: "01 99 00 12 34",
        mobile: "+33 2 61 91 12 34",
        concern: "Water filter doesn't fit",
    },
    Person {
        key: "linnea",
        name: "Linnéa Åkesson",
        contact: "6f0c2a10-7b1e-4c55-9a01-0242ac120006",
        number: "+46701740605",
        telephone: "+46 70 174 06 05",
        mobile: "070-174 06 99",
        concern: "Warranty for the milk frother",
    },
    Person {
        key: "jack",
        name: "Jack Nguyen",
        contact: "6f0c2a10-7b1e-4c55-9a01-0242ac120007",
        number: "+61491570006",
        telephone: "0491 570 006",
        mobile: "",
        concern: "Subscription renewed twice",
    },
    Person {
        key: "marie-claire",
        name: "Marie-Claire Tremblay",
        contact: "6f0c2a10-7b1e-4c55-9a01-0242ac120008",
        number: "+16135550187",
        telephone: "613.555.0187",
        mobile: "+1 613 555 0119",
        concern: "Grinder jams on dark beans",
    },
    Person {
        key: "rajesh",
        name: "Rajesh Iyer",
        contact: "6f0c2a10-7b1e-4c55-9a01-0242ac120009",
        number: "+442079460321",
        telephone: "+442079460321",
        mobile: "0117 496 0456",
        concern: "Question about descaling",
    },
    Person {
        key: "lea",
        name: "Léa d'Arcy",
        contact: "6f0c2a10-7b1e-4c55-9a01-0242ac12000a",
        number: "+33465711122",
        telephone: "04 65 71 11 22",
        mobile: "",
        concern: "Return of an unopened box",
    },
    Person {
        key: "tomas",
        name: "Tomás Ibarra",
        contact: "6f0c2a10-7b1e-4c55-9a01-0242ac12000b",
        number: "+13055550166",
        telephone: "1 305 555 0166",
        mobile: "",
        concern: "Change of payment method",
    },
    Person {
        key: "mia",
        name: "Mia van den Berg",
        contact: "6f0c2a10-7b1e-4c55-9a01-0242ac12000c",
        number: "+498999998301",
        telephone: "(089) 99998-301",
        mobile: "no phone, please write",
        concern: "App does not find the machine",
    },
];

impl Person {
    /// Their record in Dynamics.
    #[must_use]
    pub fn record(&self) -> Option<Record> {
        let id = Guid::parse(self.contact)?;
        Some(Record {
            entity: Entity::Contact,
            id,
        })
    }
}

/// The records of an organization that knows all of [`PEOPLE`] and has no Case yet.
#[must_use]
pub fn records() -> Records {
    let mut records = Records::default();
    for person in &PEOPLE {
        let columns = [
            ("fullname", person.name),
            ("telephone1", person.telephone),
            ("mobilephone", person.mobile),
        ];
        let columns: Columns = columns
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| (name, value.to_owned()))
            .collect();
        if let Some(record) = person.record() {
            records.write(record, columns);
        }
    }
    records
}

/// What the Studio flow puts on a task.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TaskAttributes {
    /// The contact's first and last name; of a stranger what they call themselves, else their number.
    pub name: String,
    /// The contact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact_id: Option<String>,
    /// The Case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub incident_id: Option<String>,
    /// The number of the Case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ticket_number: Option<String>,
}

/// The Studio flow: whoever gets in touch from this number (E.164) is looked up, a known contact gets a Case with
/// this title, and the task its attributes. A stranger gets no Case: one belongs to a contact.
pub fn studio_flow(
    records: &mut Records,
    number: &str,
    stated_name: Option<&str>,
    concern: &str,
) -> TaskAttributes {
    let contact = contact_by_number(records, number);
    let case = contact.and_then(|contact| records.create_case(contact.id, concern, ""));
    let name = contact
        .and_then(|contact| records.title(contact))
        .or(stated_name);
    let ticket_number = case.and_then(|case| records.column(case, "ticketnumber"));
    TaskAttributes {
        name: name.unwrap_or(number).to_owned(),
        contact_id: contact.map(|contact| contact.id.to_string()),
        incident_id: case.map(|case| case.id.to_string()),
        ticket_number: ticket_number.map(str::to_owned),
    }
}

/// The contact with this number (E.164), however it is written: a national number is the end of an international
/// one.
#[must_use]
pub fn contact_by_number(records: &Records, number: &str) -> Option<Record> {
    let number = digits(number);
    let is_number = |written: &String| {
        let written = digits(written);
        let written = written.trim_start_matches('0');
        written.len() >= SHORTEST && number.ends_with(written)
    };
    records.all(Entity::Contact).find_map(|(record, columns)| {
        let phones = ["telephone1", "mobilephone"];
        phones
            .iter()
            .filter_map(|name| columns.get(name))
            .any(is_number)
            .then_some(record)
    })
}

/// Fewer digits than this tell nobody apart.
const SHORTEST: usize = 7;

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_is_a_contact_found_by_the_number_from_which_they_call() {
        let records = records();
        assert_eq!(records.all(Entity::Contact).count(), PEOPLE.len());
        for person in &PEOPLE {
            let contact = contact_by_number(&records, person.number);
            assert_eq!(contact, person.record(), "{}", person.name);
            assert_eq!(records.title(contact.unwrap()), Some(person.name));
        }
    }

    #[test]
    fn a_known_caller_gets_a_case_and_the_task_names_both() {
        let mut records = records();
        let [ada, ..] = PEOPLE;
        let attributes = studio_flow(&mut records, ada.number, None, ada.concern);
        assert_eq!(attributes.name, "Ada Whitfield");
        assert_eq!(attributes.contact_id.as_deref(), Some(ada.contact));
        let id = Guid::parse(&attributes.incident_id.unwrap()).unwrap();
        let case = Record {
            entity: Entity::Case,
            id,
        };
        assert_eq!(records.title(case), Some(ada.concern));
        assert_eq!(records.customer(case), ada.record());
        assert_eq!(
            records.column(case, "ticketnumber"),
            attributes.ticket_number.as_deref()
        );
    }

    #[test]
    fn a_stranger_gets_no_case() {
        let mut records = records();
        let number = "+15005550006";
        let attributes = studio_flow(&mut records, number, None, "Hello");
        let json = serde_json::to_value(&attributes).unwrap();
        assert_eq!(json, serde_json::json!({ "name": number }));
        assert_eq!(
            studio_flow(&mut records, number, Some("Zoe"), "Hello").name,
            "Zoe"
        );
        assert_eq!(records.all(Entity::Case).count(), 0);
    }

    #[test]
    fn a_second_contact_of_the_same_caller_is_a_second_case() {
        let mut records = records();
        let [.., mia] = PEOPLE;
        let first = studio_flow(&mut records, mia.number, None, mia.concern);
        let second = studio_flow(&mut records, mia.number, None, mia.concern);
        assert_ne!(first.incident_id, second.incident_id);
        assert_eq!(first.contact_id, second.contact_id);
    }
}
