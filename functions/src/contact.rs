//! `findContactByPhoneNum(phoneNum)`: the contact with this number, however it was typed into Dynamics.
//!
//! Dataverse knows texts only, so the search has two steps: rows in which one of the phone columns holds the last
//! digits of the number, in this order and whatever stands between them; of these, those whose text reads as the
//! number by libphonenumber's rules.
//!
//! Of several, the first in this order: active before inactive; by the column that matches, in the order of
//! [`PHONE_COLUMNS`]; the one modified last; the lowest id. `matches` in the answer says how many there were.

use std::cmp::Reverse;

use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::dataverse::Dataverse;
use crate::odata::{Filter, Query};
use crate::parameters::Parameters;
use crate::phone::Number;
use crate::problem::Problem;

/// The columns in which a contact's number may stand, the most personal first.
pub const PHONE_COLUMNS: [&str; 9] = [
    "telephone1",
    "mobilephone",
    "telephone2",
    "telephone3",
    "business2",
    "home2",
    "callback",
    "address1_telephone1",
    "company",
];
/// The further columns that are read: for the answer and for the choice.
const OTHER_COLUMNS: [&str; 6] = [
    "contactid",
    "firstname",
    "lastname",
    "emailaddress1",
    "statecode",
    "modifiedon",
];
/// Rows to a page.
const PAGE: u32 = 200;
/// So many pages are read at most, the contacts modified last first: a thousand people do not share seven digits.
const PAGES: usize = 5;

#[derive(Deserialize)]
struct Contact {
    contactid: String,
    firstname: Option<String>,
    lastname: Option<String>,
    emailaddress1: Option<String>,
    statecode: Option<i64>,
    modifiedon: Option<String>,
    /// The phone columns.
    #[serde(flatten)]
    phones: Map<String, Value>,
}

/// Finds the contact: `{contactid, firstname, lastname, telephone1, emailaddress1, matches}`, or `{}`.
pub async fn find_by_phone_num(
    dataverse: &Dataverse<'_>,
    parameters: &Parameters,
) -> Result<Value, Problem> {
    let text = parameters.required("phoneNum")?;
    let default = dataverse.environment.default_country()?;
    let number = Number::read(&text, default)
        .map_err(|no_number| Problem::invalid("phoneNum", no_number.words()))?;

    let mut page = dataverse
        .rows::<Contact>(&candidates(&number), PAGE)
        .await?;
    let mut matches: Vec<(usize, Contact)> = Vec::new();
    for pages in 1.. {
        let found = page.value.into_iter().filter_map(|contact| {
            let column = contact.column_with(|typed| number.is(typed, default))?;
            Some((column, contact))
        });
        matches.extend(found);
        match page.next {
            Some(next) if pages < PAGES => page = dataverse.next_page(next, PAGE).await?,
            _ => break,
        }
    }

    let count = matches.len();
    let chosen = matches.into_iter().min_by_key(|(column, contact)| {
        let modified = Reverse(contact.modifiedon.clone());
        (
            contact.statecode.is_some_and(|state| state != 0),
            *column,
            modified,
            contact.contactid.clone(),
        )
    });
    Ok(chosen.map_or_else(|| json!({}), |(_, contact)| contact.answer(count)))
}

fn candidates(number: &Number) -> Query {
    let holds = |column| Filter::HasDigits(column, number.telling_digits().to_owned());
    let columns: Vec<_> = OTHER_COLUMNS
        .iter()
        .chain(&PHONE_COLUMNS)
        .copied()
        .collect();
    Query::table("contacts")
        .select(&columns)
        .filter(&Filter::Any(PHONE_COLUMNS.map(holds).into()))
        .order_by("modifiedon desc,contactid")
}

impl Contact {
    /// The place of the first phone column whose text is the one.
    fn column_with(&self, is_it: impl Fn(&str) -> bool) -> Option<usize> {
        PHONE_COLUMNS
            .iter()
            .position(|column| self.phone(column).is_some_and(&is_it))
    }

    fn phone(&self, column: &str) -> Option<&str> {
        self.phones.get(column).and_then(Value::as_str)
    }

    fn answer(&self, matches: usize) -> Value {
        json!({
            "contactid": self.contactid,
            "firstname": self.firstname,
            "lastname": self.lastname,
            "telephone1": self.phone("telephone1"),
            "emailaddress1": self.emailaddress1,
            "matches": matches,
        })
    }
}
