//! `findContactByPhoneNum(phoneNum)`: finds the contact with this number, however it was typed into Dynamics.

use std::cmp::Reverse;

use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::dataverse::{Dataverse, LOOKUP_TABLE};
use crate::odata::{Filter, Query};
use crate::parameters::Parameters;
use crate::phone::{Country, Number};
use crate::problem::Problem;
use crate::spellings;

/// The columns that may hold a contact's number, the most personal first.
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
/// The other columns that are read, for the answer and for the choice.
const OTHER_COLUMNS: [&str; 7] = [
    "contactid",
    "firstname",
    "lastname",
    "emailaddress1",
    PARENT,
    "statecode",
    "modifiedon",
];
/// The lookup of a contact to its company, which is an account, or to another contact.
const PARENT: &str = "_parentcustomerid_value";
/// How many rows a page has.
const PAGE: u32 = 500;
/// How many pages are read at most. The contacts that were modified last come first. A thousand people do not share
/// seven digits.
const PAGES: usize = 2;

#[derive(Deserialize)]
struct Contact {
    contactid: String,
    firstname: Option<String>,
    lastname: Option<String>,
    emailaddress1: Option<String>,
    statecode: Option<i64>,
    modifiedon: Option<String>,
    /// The phone columns, and the parent with its table.
    #[serde(flatten)]
    others: Map<String, Value>,
}

/// A contact with the number, and the place of the column that holds it.
type Match = (usize, Contact);

/// Finds the contact: `{contactid, firstname, lastname, telephone1, emailaddress1, matches}`, with `accountid` if its
/// parent is an account. Without a match the answer is `{}`. It first searches the usual spellings, which an index can
/// find. Only if they find nobody does it search the last digits. The order of the choice: active contacts, then the
/// better column, then the latest change, then the lowest id.
pub async fn find_by_phone_num(
    dataverse: &Dataverse<'_>,
    parameters: &Parameters,
) -> Result<Value, Problem> {
    if !parameters.has("phoneNum") {
        return Err(Problem::missing("phoneNum"));
    }
    let Some(text) = parameters.text("phoneNum")? else {
        return Ok(json!({}));
    };
    let default = dataverse.environment.default_country()?;
    let Ok(number) = Number::read(&text, default) else {
        return Ok(json!({}));
    };
    for query in [spelt_usually(&number), with_its_digits(&number)] {
        let matches = matching(dataverse, &query, &number, default).await?;
        let count = matches.len();
        if let Some(contact) = chosen(matches) {
            return Ok(contact.answer(count));
        }
    }
    Ok(json!({}))
}

/// The contacts that a query returns and that really have the number.
async fn matching(
    dataverse: &Dataverse<'_>,
    query: &Query,
    number: &Number,
    default: Country,
) -> Result<Vec<Match>, Problem> {
    let mut page = dataverse.rows::<Contact>(query, PAGE).await?;
    let mut matches = Vec::new();
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
    Ok(matches)
}

fn chosen(matches: Vec<Match>) -> Option<Contact> {
    let first = matches.into_iter().min_by_key(|(column, contact)| {
        let modified = Reverse(contact.modifiedon.clone());
        (
            contact.statecode.is_some_and(|state| state != 0),
            *column,
            modified,
            contact.contactid.clone(),
        )
    });
    first.map(|(_, contact)| contact)
}

/// Searches for the number in its usual spellings.
fn spelt_usually(number: &Number) -> Query {
    let spellings = spellings::usual(number.e164());
    let is_any = |column| {
        let spellings = spellings.iter().cloned();
        spellings.map(move |spelling| Filter::Is(column, spelling))
    };
    contacts(PHONE_COLUMNS.into_iter().flat_map(is_any).collect())
}

/// Searches for the last digits of the number.
fn with_its_digits(number: &Number) -> Query {
    let holds = |column| Filter::HasDigits(column, number.telling_digits().to_owned());
    contacts(PHONE_COLUMNS.map(holds).into())
}

fn contacts(any: Vec<Filter>) -> Query {
    let columns: Vec<_> = OTHER_COLUMNS
        .iter()
        .chain(&PHONE_COLUMNS)
        .copied()
        .collect();
    Query::table("contacts")
        .select(&columns)
        .filter(&Filter::Any(any))
        .order_by("modifiedon desc,contactid")
}

impl Contact {
    /// The place of the first phone column whose text is the number.
    fn column_with(&self, is_it: impl Fn(&str) -> bool) -> Option<usize> {
        PHONE_COLUMNS
            .iter()
            .position(|column| self.phone(column).is_some_and(&is_it))
    }

    fn phone(&self, column: &str) -> Option<&str> {
        self.others.get(column).and_then(Value::as_str)
    }

    /// The company that the contact belongs to.
    fn account(&self) -> Option<&Value> {
        let table = self.others.get(&format!("{PARENT}@{LOOKUP_TABLE}"));
        let parent = self.others.get(PARENT);
        parent.filter(|_| table.and_then(Value::as_str) == Some("account"))
    }

    fn answer(&self, matches: usize) -> Value {
        let columns = [
            ("contactid", json!(self.contactid)),
            ("firstname", json!(self.firstname)),
            ("lastname", json!(self.lastname)),
            ("telephone1", json!(self.phone("telephone1"))),
            ("emailaddress1", json!(self.emailaddress1)),
            ("matches", json!(matches)),
        ];
        let account = self.account().map(|account| ("accountid", account.clone()));
        let all = columns.into_iter().chain(account);
        Value::Object(all.map(|(name, value)| (name.to_owned(), value)).collect())
    }
}
