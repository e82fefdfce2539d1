//! The part of Dataverse that the simulation needs: contacts and Cases. Queries read them, and the Studio flow writes
//! them.

use std::collections::BTreeMap;

use uuid::Uuid;

use store::ids::{Entity, Guid, Record};

/// The columns of a record that have a value.
pub type Columns = BTreeMap<&'static str, String>;

/// The records of the organization.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Records {
    rows: BTreeMap<Record, Columns>,
    cases: u32,
}

/// The columns of an entity that a query may name. The first one is its title.
#[must_use]
pub fn columns(entity: Entity) -> &'static [&'static str] {
    match entity {
        Entity::Contact => &["fullname", "contactid", "telephone1", "mobilephone"],
        Entity::Case => &[
            "title",
            "incidentid",
            "ticketnumber",
            CUSTOMER,
            "description",
        ],
    }
}

/// The columns of an entity that its form shows as phone numbers to click.
#[must_use]
pub fn phone_columns(entity: Entity) -> &'static [&'static str] {
    match entity {
        Entity::Contact => &["telephone1", "mobilephone"],
        Entity::Case => &[],
    }
}

/// The column of a Case that holds the id of its contact.
pub const CUSTOMER: &str = "_customerid_value";

/// The id of a Case without its number.
const FIRST_CASE: u128 = 0x0ca5_e000_0000_4000_8000_0000_0000_0000;

impl Records {
    /// Adds a record, or replaces all of its columns.
    pub fn write(&mut self, record: Record, mut columns: Columns) {
        columns.insert(record.entity.key(), record.id.to_string());
        self.rows.insert(record, columns);
    }

    /// Removes a record.
    pub fn delete(&mut self, record: Record) {
        self.rows.remove(&record);
    }

    /// The id of the next Case that gets no id of its own. It depends on how many Cases there are.
    #[must_use]
    pub fn next_case_id(&self) -> Uuid {
        Uuid::from_u128(FIRST_CASE | u128::from(self.cases + 1))
    }

    /// Creates a Case for a contact. Its ticket number (`CAS-01001-X1Y2Z3`) depends on how many Cases there are. `None`
    /// if there is no such contact.
    pub fn create_case(
        &mut self,
        id: Guid,
        contact: Guid,
        title: &str,
        description: &str,
    ) -> Option<Record> {
        let customer = Record {
            entity: Entity::Contact,
            id: contact,
        };
        self.rows.get(&customer)?;
        self.cases += 1;
        let case = Record {
            entity: Entity::Case,
            id,
        };
        self.write(
            case,
            Columns::from([
                ("title", title.to_owned()),
                ("ticketnumber", ticket_number(self.cases)),
                (CUSTOMER, contact.to_string()),
                ("description", description.to_owned()),
            ]),
        );
        Some(case)
    }

    /// The columns of a record.
    #[must_use]
    pub fn get(&self, record: Record) -> Option<&Columns> {
        self.rows.get(&record)
    }

    /// One column of a record.
    #[must_use]
    pub fn column(&self, record: Record, name: &str) -> Option<&str> {
        self.get(record)?.get(name).map(String::as_str)
    }

    /// The title of its form and of its tab.
    #[must_use]
    pub fn title(&self, record: Record) -> Option<&str> {
        let name = columns(record.entity).first()?;
        self.column(record, name)
    }

    /// The contact of a Case.
    #[must_use]
    pub fn customer(&self, case: Record) -> Option<Record> {
        let id = Guid::parse(self.column(case, CUSTOMER)?)?;
        Some(Record {
            entity: Entity::Contact,
            id,
        })
    }

    /// All records of an entity, by id.
    pub fn all(&self, entity: Entity) -> impl Iterator<Item = (Record, &Columns)> {
        self.rows
            .iter()
            .filter(move |(record, _)| record.entity == entity)
            .map(|(record, columns)| (*record, columns))
    }
}

/// A ticket number. Its six last characters alternate between letters and digits, and differ from those of the number
/// before.
fn ticket_number(number: u32) -> String {
    let mut seed = u64::from(number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mut suffix = String::new();
    for (letters, first) in [(26, b'A'), (10, b'0')].repeat(3) {
        let index = u8::try_from((seed >> 40) % letters).unwrap_or_default();
        suffix.push(char::from(first + index));
        seed = seed.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(1);
    }
    format!("CAS-{:05}-{suffix}", u64::from(number) + 1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contact() -> Record {
        let id = Guid::parse("11111111-1111-4111-8111-111111111111").unwrap();
        Record {
            entity: Entity::Contact,
            id,
        }
    }

    fn next_id(records: &Records) -> Guid {
        Guid::parse(&records.next_case_id().to_string()).unwrap()
    }

    #[test]
    fn a_case_needs_a_contact_that_exists() {
        let mut records = Records::default();
        let id = next_id(&records);
        assert_eq!(records.create_case(id, contact().id, "Title", ""), None);
    }

    #[test]
    fn each_case_gets_its_own_id_and_ticket_number_and_the_same_ones_every_time() {
        let mut records = Records::default();
        records.write(contact(), Columns::from([("fullname", "A B".to_owned())]));
        let again = records.clone();
        let make = |records: &mut Records| {
            let id = next_id(records);
            records.create_case(id, contact().id, "Broken", "It is.")
        };
        let first = make(&mut records).unwrap();
        let second = make(&mut records).unwrap();
        assert_ne!(first, second);
        let number = records.column(first, "ticketnumber").unwrap().to_owned();
        assert!(
            number.starts_with("CAS-01001-") && number.len() == 16,
            "{number}"
        );
        assert_ne!(
            records.column(second, "ticketnumber"),
            Some(number.as_str())
        );
        assert_eq!(records.customer(first), Some(contact()));
        assert_eq!(records.title(first), Some("Broken"));
        let mut again = again;
        assert_eq!(make(&mut again), Some(first));
        assert_eq!(again.column(first, "ticketnumber"), Some(number.as_str()));
    }
}
