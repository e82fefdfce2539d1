//! `createCase(contactid, caseorigincode, casetypecode, title, …)`: creates a Case for a contact or an account, once.
//!
//! The caller may give the Case's GUID (`incidentid`). Otherwise it is derived from the caller's key (`idempotencyKey`,
//! else `TaskSid`, `ConversationSid`, `CallSid`). The Case is created only if it does not exist (`If-None-Match: *`).
//! So a call may be repeated as often as needed: it always gets the first Case.
//!
//! Everything that can be checked is checked before anything is written. One request writes everything: a new subject
//! is created inside its Case ("deep insert", which Dataverse offers for `POST`).

use serde::Deserialize;
use serde_json::{Map, Value, json};
use uuid::Uuid;

use crate::channel::Channel;
use crate::customer::Customer;
use crate::dataverse::{Creation, Dataverse};
use crate::host::{Step, step};
use crate::metadata;
use crate::odata::{Query, bind};
use crate::parameters::Parameters;
use crate::payload::Payload;
use crate::problem::{Kind, Problem};
use crate::related::{Products, active_products, is_subject, subject_titled};
use crate::texts::{Fitted, Texts};

/// The columns of a Case that the answer contains.
const SELECTED: [&str; 2] = ["incidentid", "ticketnumber"];
/// The property that points a Case to a subject.
const SUBJECT: &str = "subjectid@odata.bind";
/// The namespace for GUIDs that are derived from keys and from subjects (UUID version 5).
const NAMESPACE: Uuid = Uuid::from_u128(0x7a1d_5f0e_93c4_4b6a_8f27_d0c5_5e2b_9a41);

#[derive(Deserialize)]
struct Incident {
    incidentid: Uuid,
    ticketnumber: Option<String>,
}

/// A Case that is ready to be created, except for its texts.
struct Draft {
    id: Uuid,
    customer: Customer,
    columns: Payload,
    texts: Texts,
    /// The title of a subject that is created together with the Case.
    new_subject: Option<String>,
    /// What the answer should warn about, in words.
    warnings: Vec<String>,
}

/// Creates the Case: `{incidentId, ticketNumber}`, with `truncated` and `warnings` if there are any. Without a key the
/// Case gets the random id.
pub async fn create(
    dataverse: &Dataverse<'_>,
    parameters: &Parameters,
    random_id: Uuid,
) -> Result<Value, Problem> {
    let given = match parameters.guid("incidentid")? {
        Some(id) => Some(id),
        None => parameters.key()?.map(|(name, key)| derived_id(name, &key)),
    };
    let work = async {
        let id = given.unwrap_or(random_id);
        let draft = step(draft(dataverse, parameters, id)).await?;
        step(file(dataverse, &draft)).await
    };
    work.await.map_err(|problem| match problem.kind {
        Kind::TimedOut if given.is_some() => {
            problem.and("With the same key the call can be repeated safely.")
        }
        _ => problem,
    })
}

/// The GUID that is derived from a key.
#[must_use]
pub fn derived_id(name: &str, key: &str) -> Uuid {
    Uuid::new_v5(&NAMESPACE, format!("{name}:{key}").as_bytes())
}

/// Checks the parameters and looks up the records that they name.
async fn draft(
    dataverse: &Dataverse<'_>,
    parameters: &Parameters,
    id: Uuid,
) -> Result<Draft, Problem> {
    let customer = Customer::of(parameters)?;
    let channel = Channel::of(parameters)?;
    let mut columns = Payload::default();
    customer.bind(&mut columns);
    let origin = parameters.option_number("caseorigincode")?;
    columns.set("caseorigincode", origin.unwrap_or(channel.origin));
    if let Some(kind) = parameters.option_number("casetypecode")? {
        columns.set("casetypecode", kind);
    }
    let texts = Texts {
        title: match parameters.decoded("title")? {
            Some(title) => title,
            None => channel.title(dataverse.environment.default_country().ok()),
        },
        description: parameters.decoded("description")?,
    };
    let subject = parameters.decoded("subject")?;
    let further = parameters.further()?;

    if !further.is_empty() {
        let definitions = step(metadata::columns(dataverse)).await?;
        let organization = &dataverse.environment.organization;
        for (name, text) in further {
            columns.set_json(name, definitions.typed(name, &text, organization)?);
        }
    }
    let mut warnings = Vec::new();
    if let Some(name) = parameters.text("productName")? {
        match step(active_products(dataverse, &name)).await? {
            Products::One(product) => {
                columns.set("productid@odata.bind", bind("products", product));
            }
            Products::Several => {
                let words = "The parameter productName is the name of several active products: the Case has none.";
                warnings.push(words.to_owned());
            }
        }
    }
    let mut new_subject = None;
    if let Some(title) = subject {
        match step(subject_titled(dataverse, &title)).await? {
            Some(known) => columns.set(SUBJECT, bind("subjects", known)),
            None => new_subject = Some(title),
        }
    }
    Ok(Draft {
        id,
        customer,
        columns,
        texts,
        new_subject,
        warnings,
    })
}

/// Creates the Case of a draft. If a text is too long, the organization is asked for the allowed length, and the Case
/// is created with shorter texts.
async fn file(dataverse: &Dataverse<'_>, draft: &Draft) -> Result<Value, Problem> {
    let mut fitted = draft.texts.fitted(dataverse, false).await;
    let mut creation = write(dataverse, draft, &fitted).await?;
    if matches!(&creation, Err(refusal) if refusal.is_too_long()) {
        let exactly = draft.texts.fitted(dataverse, true).await;
        if exactly != fitted {
            fitted = exactly;
            creation = write(dataverse, draft, &fitted).await?;
        }
    }
    let incident = creation.map_err(|refusal| draft.customer.problem(refusal))?;
    let mut answer = Map::from_iter([
        ("incidentId".to_owned(), json!(incident.incidentid)),
        ("ticketNumber".to_owned(), json!(incident.ticketnumber)),
    ]);
    if !fitted.truncated.is_empty() {
        answer.insert("truncated".to_owned(), json!(fitted.truncated));
    }
    if !draft.warnings.is_empty() {
        answer.insert("warnings".to_owned(), json!(draft.warnings));
    }
    Ok(Value::Object(answer))
}

fn write<'a>(
    dataverse: &'a Dataverse<'_>,
    draft: &'a Draft,
    fitted: &Fitted,
) -> Step<'a, Creation<Incident>> {
    let mut columns = draft.columns.clone();
    columns.set("title", fitted.texts.title.as_str());
    if let Some(description) = &fitted.texts.description {
        columns.set("description", description.as_str());
    }
    match &draft.new_subject {
        None => step(create_once(dataverse, draft.id, columns)),
        Some(title) => step(create_with_subject(dataverse, draft.id, columns, title)),
    }
}

/// The Case with this id: a new one, or the one that an earlier call has created. Only reading it proves that there was
/// one, because Dataverse refuses other duplicates with the same status.
async fn create_once(
    dataverse: &Dataverse<'_>,
    id: Uuid,
    columns: Payload,
) -> Result<Creation<Incident>, Problem> {
    let creation = dataverse.create(&one(id), &columns).await?;
    match creation {
        Err(refusal) if refusal.is_of_a_duplicate() => {
            let first = dataverse.find(&one(id)).await?;
            Ok(first.ok_or(refusal))
        }
        other => Ok(other),
    }
}

/// Creates a new subject and its Case, or neither. The GUID of the subject is derived from its title, so two calls at
/// the same time create only one subject.
async fn create_with_subject(
    dataverse: &Dataverse<'_>,
    id: Uuid,
    mut columns: Payload,
    title: &str,
) -> Result<Creation<Incident>, Problem> {
    let subject = derived_id("subject", &title.to_lowercase());
    let mut both = columns.clone();
    both.set("incidentid", json!(id));
    both.set("subjectid", json!({ "subjectid": subject, "title": title }));
    let all = Query::table("incidents").select(&SELECTED);
    let refusal = match dataverse.create_with_related(&all, &both).await? {
        Err(refusal) if refusal.is_of_a_duplicate() => refusal,
        other => return Ok(other),
    };
    // Either an earlier call has created this Case, or another call has just created the subject, or it is another kind
    // of duplicate.
    if let Some(first) = dataverse.find(&one(id)).await? {
        return Ok(Ok(first));
    }
    if !is_subject(dataverse, subject).await? {
        return Ok(Err(refusal));
    }
    columns.set(SUBJECT, bind("subjects", subject));
    create_once(dataverse, id, columns).await
}

/// The query for one Case.
fn one(id: Uuid) -> Query {
    Query::record("incidents", id).select(&SELECTED)
}
