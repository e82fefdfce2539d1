//! `createCase(contactid, caseorigincode, casetypecode, title, …)`: a Case for a contact, once.
//!
//! The Case's GUID is derived from what the caller calls it by (`idempotencyKey`, else `TaskSid`, `ConversationSid`,
//! `CallSid`), and it is created only if it does not exist (`If-None-Match: *`). So Studio and Twilio may repeat a
//! call as often as they like: they get the first Case. All that can be checked is checked before anything is written, and
//! what is written is one request: a new subject goes inside its Case ("deep insert", which Dataverse has for `POST`).

use serde::Deserialize;
use serde_json::{Map, Value, json};
use uuid::Uuid;

use crate::columns;
use crate::dataverse::{Creation, DOES_NOT_EXIST, Dataverse, Page, Refusal};
use crate::desk::Step;
use crate::odata::{Filter, Query, bind};
use crate::parameters::Parameters;
use crate::problem::{Kind, Problem};

/// The parameters with a meaning of their own; all others are columns.
pub const PARAMETERS: [&str; 7] = [
    "contactid",
    "caseorigincode",
    "casetypecode",
    "title",
    "productName",
    "description",
    "subject",
];
/// The columns of a Case that the answer names.
const SELECTED: [&str; 2] = ["incidentid", "ticketnumber"];
/// Points a Case to a subject.
const SUBJECT: &str = "subjectid@odata.bind";
/// The namespace of the GUIDs that are derived from keys and from subjects (UUID version 5).
const NAMESPACE: Uuid = Uuid::from_u128(0x7a1d_5f0e_93c4_4b6a_8f27_d0c5_5e2b_9a41);

#[derive(Deserialize)]
struct Incident {
    incidentid: Uuid,
    ticketnumber: Option<String>,
}

#[derive(Deserialize)]
struct Product {
    productid: Uuid,
}

#[derive(Deserialize)]
struct Subject {
    subjectid: Uuid,
}

/// Creates the Case: `{incidentId, ticketNumber}`. Without a key it gets the random id.
pub async fn create(
    dataverse: &Dataverse<'_>,
    parameters: &Parameters,
    random_id: Uuid,
) -> Result<Value, Problem> {
    let contact = parameters.guid("contactid")?;
    let mut case = Map::new();
    for name in ["caseorigincode", "casetypecode"] {
        case.insert(name.to_owned(), parameters.option_number(name)?.into());
    }
    let title = parameters
        .decoded("title")?
        .ok_or_else(|| Problem::missing("title"))?;
    case.insert("title".to_owned(), title.into());
    if let Some(description) = parameters.decoded("description")? {
        case.insert("description".to_owned(), description.into());
    }
    let subject = parameters.decoded("subject")?;
    let id = match parameters.key()? {
        Some((name, key)) => derived_id(name, &key),
        None => random_id,
    };
    let further = parameters.further(&PARAMETERS)?;
    case.insert(
        "customerid_contact@odata.bind".to_owned(),
        bind("contacts", contact).into(),
    );

    if !further.is_empty() {
        let definitions: Step<'_, _> = Box::pin(columns::definitions(dataverse));
        let definitions = definitions.await?;
        for (name, text) in further {
            case.insert(name.to_owned(), definitions.typed(name, &text)?);
        }
    }
    if let Some(name) = parameters.text("productName")? {
        let product: Step<'_, Uuid> = Box::pin(active_product(dataverse, &name));
        let product = product.await?;
        case.insert(
            "productid@odata.bind".to_owned(),
            bind("products", product).into(),
        );
    }
    let mut new_subject = None;
    if let Some(title) = subject {
        let known: Step<'_, _> = Box::pin(subject_titled(dataverse, &title));
        match known.await? {
            Some(known) => {
                case.insert(SUBJECT.to_owned(), bind("subjects", known).into());
            }
            None => new_subject = Some(title),
        }
    }

    let creation = match new_subject {
        Some(title) => {
            let both: Step<'_, _> = Box::pin(create_with_subject(dataverse, id, case, title));
            both.await?
        }
        None => dataverse.create(&one(id), case).await?,
    };
    let incident: Incident = match creation {
        Creation::Done(incident) => incident,
        Creation::Exists => dataverse.read(&one(id)).await?,
        Creation::Refused(refusal) => return Err(refused(refusal, contact)),
    };
    Ok(json!({ "incidentId": incident.incidentid, "ticketNumber": incident.ticketnumber }))
}

/// The GUID of whatever is called this.
#[must_use]
pub fn derived_id(name: &str, key: &str) -> Uuid {
    Uuid::new_v5(&NAMESPACE, format!("{name}:{key}").as_bytes())
}

/// The one active product of this name.
async fn active_product(dataverse: &Dataverse<'_>, name: &str) -> Result<Uuid, Problem> {
    let filter = Filter::All(vec![
        Filter::Is("name", name.trim().to_owned()),
        Filter::IsNumber("statecode", 0),
    ]);
    let query = Query::table("products")
        .select(&["productid"])
        .filter(&filter)
        .top(2);
    let products: Page<Product> = dataverse.read(&query).await?;
    match products.value.as_slice() {
        [product] => Ok(product.productid),
        [] => Err(Problem::invalid(
            "productName",
            "is the name of no active product.",
        )),
        _ => Err(Problem::invalid(
            "productName",
            "is the name of several active products.",
        )),
    }
}

/// The oldest subject of this title.
async fn subject_titled(dataverse: &Dataverse<'_>, title: &str) -> Result<Option<Uuid>, Problem> {
    let query = Query::table("subjects")
        .select(&["subjectid"])
        .filter(&Filter::Is("title", title.to_owned()))
        .order_by("createdon,subjectid")
        .top(1);
    let subjects: Page<Subject> = dataverse.read(&query).await?;
    Ok(subjects.value.first().map(|subject| subject.subjectid))
}

/// A new subject and its Case, both or neither. The subject's GUID is derived from its title: two calls at once make
/// one.
async fn create_with_subject(
    dataverse: &Dataverse<'_>,
    id: Uuid,
    mut case: Map<String, Value>,
    title: String,
) -> Result<Creation<Incident>, Problem> {
    let subject = derived_id("subject", &title.to_lowercase());
    let mut both = case.clone();
    both.insert("incidentid".to_owned(), json!(id));
    both.insert(
        "subjectid".to_owned(),
        json!({ "subjectid": subject, "title": title }),
    );
    let all = Query::table("incidents").select(&SELECTED);
    let creation = dataverse.create_with_related(&all, both).await?;
    if !matches!(creation, Creation::Exists) {
        return Ok(creation);
    }
    // Either this Case has been made before, or the subject a moment ago, for another one.
    if let Some(first) = dataverse.find(&one(id)).await? {
        return Ok(Creation::Done(first));
    }
    case.insert(SUBJECT.to_owned(), bind("subjects", subject).into());
    dataverse.create(&one(id), case).await
}

/// What is read of a Case.
fn one(id: Uuid) -> Query {
    Query::record("incidents", id).select(&SELECTED)
}

fn refused(refusal: Refusal, contact: Uuid) -> Problem {
    let words = refusal.words.to_lowercase();
    if refusal.code == DOES_NOT_EXIST && words.contains(&contact.to_string()) {
        let words = format!("There is no contact {contact}.");
        return Problem::new(Kind::ContactNotFound, words).about("contactid");
    }
    refusal.into()
}
