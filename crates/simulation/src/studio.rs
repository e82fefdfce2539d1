//! The Studio flow that runs before a task reaches an agent. It looks up the contact by number, creates a Case, and
//! puts both on the task as attributes.
//!
//! It calls the two Twilio Functions as the real flow does. They are the real functions, from the crate `functions`. A
//! simulated Dataverse with this organization's records answers their requests.

use functions::problem::Answer;
use functions::protocol::Start;
use functions::simulation::directory::Directory;
use functions::simulation::tables::{Row, Table, Tables};
use functions::simulation::{Cloud, run};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;
use serde_json::{Value, json};

use super::dynamics::Records;
use super::dynamics::records::{CUSTOMER, Columns};
use store::ids::{Entity, Guid};

/// The organization and the log-in.
const HOST: &str = "https://simulated.crm.dynamics.com";
const LOGIN: &str = "https://login.microsoftonline.com";
/// The credentials of the functions. The simulated directory knows them.
const TENANT: &str = "simulated.onmicrosoft.com";
const CLIENT: &str = "studio";
const SECRET: &str = "simulated";
/// The organization's country.
const COUNTRY: &str = "US";

/// What the Studio flow puts on a task.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TaskAttributes {
    /// The contact's first and last name. For a stranger, the name that they give; without one, the space that the
    /// flow's template leaves between two missing names.
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

/// The flow. A known number (E.164) gets a Case with this title, and the task gets its attributes. A stranger gets no
/// Case, because a Case belongs to a contact.
pub fn studio_flow(
    records: &mut Records,
    number: &str,
    stated_name: Option<&str>,
    concern: &str,
) -> TaskAttributes {
    let found = call(
        records,
        "findContactByPhoneNum",
        json!({ "phoneNum": number }),
    );
    let contact_id = text(&found, "contactid");
    let Some(contact_id) = contact_id else {
        let name = stated_name.unwrap_or(" ").to_owned();
        return TaskAttributes {
            name,
            ..TaskAttributes::default()
        };
    };
    // {{ … | url_encode }}
    let title = utf8_percent_encode(concern, NON_ALPHANUMERIC).to_string();
    let created = call(
        records,
        "createCase",
        json!({ "contactid": contact_id, "caseorigincode": "1", "casetypecode": "2", "title": title }),
    );
    let names = ["firstname", "lastname"].map(|name| text(&found, name).unwrap_or_default());
    TaskAttributes {
        name: names.join(" ").trim().to_owned(),
        contact_id: Some(contact_id),
        incident_id: text(&created, "incidentId"),
        ticket_number: text(&created, "ticketNumber"),
    }
}

fn text(answer: &Answer, name: &str) -> Option<String> {
    answer.body.get(name)?.as_str().map(str::to_owned)
}

/// Calls a function, as the first call of a new instance.
fn call(records: &mut Records, function: &str, parameters: Value) -> Answer {
    let environment = [
        ("DYNAMICS_HOST", HOST),
        ("DYNAMICS_LOGIN_URL", LOGIN),
        ("DYNAMICS_TENANT_ID", TENANT),
        ("DYNAMICS_CLIENT_ID", CLIENT),
        ("DYNAMICS_CLIENT_SECRET", SECRET),
        ("DYNAMICS_DEFAULT_COUNTRY", COUNTRY),
    ];
    let start = Start {
        function: function.to_owned(),
        parameters: serde_json::from_value(parameters).unwrap_or_default(),
        environment: environment
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .into(),
        begun: 0,
        random_id: records.next_case_id(),
    };
    let mut cloud = Cloud {
        organization: HOST.to_owned(),
        directory: Directory {
            login_url: LOGIN.to_owned(),
            tenant: TENANT.to_owned(),
            client: CLIENT.to_owned(),
            secret: SECRET.to_owned(),
            username: String::new(),
            password: String::new(),
            expires_in: 3_600,
            given_out: 0,
        },
        tables: records,
    };
    run(start, &Default::default(), 0, |request| {
        cloud.answer(request)
    })
}

impl Tables for Records {
    fn rows(&self, table: &Table) -> Vec<Row> {
        let entity = match table.name {
            "contact" => Entity::Contact,
            "incident" => Entity::Case,
            _ => return Vec::new(),
        };
        self.all(entity).map(|(_, columns)| row(columns)).collect()
    }

    fn insert(&mut self, table: &Table, row: Row) {
        let text = |name: &str| row.get(name).and_then(Value::as_str);
        let guid = |name: &str| text(name).and_then(Guid::parse);
        if let (Some(id), Some(contact)) = (guid(Entity::Case.key()), guid(CUSTOMER))
            && table.name == "incident"
        {
            let [title, description] =
                ["title", "description"].map(|name| text(name).unwrap_or_default());
            self.create_case(id, contact, title, description);
        }
    }
}

/// A record as Dataverse returns it, with first and last name apart.
fn row(columns: &Columns) -> Row {
    let mut row: Row = columns
        .iter()
        .map(|(name, value)| ((*name).to_owned(), json!(value)))
        .collect();
    row.insert("statecode".to_owned(), json!(0));
    if let Some(name) = columns.get("fullname") {
        let (first, last) = name.split_once(' ').unwrap_or(("", name));
        row.insert("firstname".to_owned(), json!(first));
        row.insert("lastname".to_owned(), json!(last));
    }
    row
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::{PEOPLE, records};
    use store::ids::Record;

    fn case(attributes: &TaskAttributes) -> Record {
        let id = attributes.incident_id.as_deref().and_then(Guid::parse);
        Record {
            entity: Entity::Case,
            id: id.unwrap(),
        }
    }

    #[test]
    fn every_person_is_found_as_a_contact_by_their_number() {
        assert_eq!(records().all(Entity::Contact).count(), PEOPLE.len());
        for person in &PEOPLE {
            let attributes = studio_flow(&mut records(), person.number, None, person.concern);
            assert_eq!(attributes.contact_id.as_deref(), Some(person.contact));
            assert_eq!(attributes.name, person.name);
        }
    }

    #[test]
    fn a_known_caller_gets_a_case_and_the_task_names_both() {
        for person in &PEOPLE {
            let mut records = records();
            let attributes = studio_flow(&mut records, person.number, None, person.concern);
            let case = case(&attributes);
            assert_eq!(records.title(case), Some(person.concern));
            assert_eq!(records.customer(case), person.record());
            assert_eq!(
                records.column(case, "ticketnumber"),
                attributes.ticket_number.as_deref()
            );
        }
    }

    #[test]
    fn a_stranger_gets_no_case() {
        let mut records = records();
        let number = "+15005550006";
        let attributes = studio_flow(&mut records, number, None, "Hello");
        let json = serde_json::to_value(&attributes).unwrap();
        assert_eq!(json, json!({ "name": " " }));
        assert_eq!(
            studio_flow(&mut records, number, Some("Zoe"), "Hello").name,
            "Zoe"
        );
        assert_eq!(records.all(Entity::Case).count(), 0);
    }

    #[test]
    fn a_second_call_of_the_same_person_creates_a_second_case() {
        let mut records = records();
        let [.., mia] = PEOPLE;
        let first = studio_flow(&mut records, mia.number, None, mia.concern);
        let second = studio_flow(&mut records, mia.number, None, mia.concern);
        assert_ne!(first.incident_id, second.incident_id);
        assert_eq!(first.contact_id, second.contact_id);
    }
}
