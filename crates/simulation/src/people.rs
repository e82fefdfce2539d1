//! The people who call, text and chat: a dozen contacts of the organization. They go through [`studio`](super::studio)
//! before a task reaches an agent.

use super::dynamics::Records;
use super::dynamics::records::Columns;
use store::ids::{Entity, Guid, Record};

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
    /// The same number as Dynamics has it, as the main phone.
    pub telephone: &'static str,
    /// Their other number, or several, as Dynamics has them. Empty if there is none.
    pub mobile: &'static str,
    /// Why they get in touch: the title of the Case.
    pub concern: &'static str,
}

/// The known contacts. The authorities of their countries reserve all these numbers for fiction.
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
        mobile: "+1 212 555 0147 ext. 40 / +1 212 555 0148",
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

/// The records of an organization that has all of [`PEOPLE`] as contacts and no Case yet.
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
