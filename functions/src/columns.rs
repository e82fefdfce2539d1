//! Further columns of a Case, by the organization's own metadata: does the column exist, may it be written, and what
//! type has it? Asked for only when a call has further columns, and kept for a while.

use std::rc::Rc;

use serde::Deserialize;
use serde_json::{Number, Value};
use strsim::damerau_levenshtein;
use uuid::Uuid;

use crate::cache::Kept;
use crate::case::PARAMETERS;
use crate::dataverse::{Dataverse, Page};
use crate::odata::Query;
use crate::problem::{Kind, Problem};

/// How long the definitions are kept, in milliseconds: a new column is known after an hour.
const GOOD_FOR: u64 = 3_600_000;
/// How a lookup is written: `primarycontactid@odata.bind`.
const BIND: &str = "@odata.bind";
/// What the function itself writes; a caller has parameters for it.
const OURS: [&str; 2] = ["incidentid", "customerid"];

/// The definition of one column (Microsoft: "AttributeMetadata EntityType").
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Definition {
    logical_name: String,
    attribute_type: String,
    attribute_type_name: Option<TypeName>,
    #[serde(default)]
    is_valid_for_create: bool,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct TypeName {
    value: Option<String>,
}

/// The definitions of all columns of a Case.
#[derive(Clone, Debug)]
pub struct Definitions(Vec<Definition>);

/// The definitions of this organization: the kept ones, or new ones.
pub async fn definitions(dataverse: &Dataverse<'_>) -> Result<Rc<Definitions>, Problem> {
    let host = &dataverse.environment.host;
    let now = dataverse.desk.now();
    let kept = dataverse
        .cache
        .borrow()
        .columns
        .get(host)
        .and_then(|kept| kept.at(now));
    if let Some(definitions) = kept {
        return Ok(definitions);
    }
    let wanted = [
        "LogicalName",
        "AttributeType",
        "AttributeTypeName",
        "IsValidForCreate",
    ];
    let query = Query::columns_of("incident").select(&wanted);
    let page: Page<Definition> = dataverse.read(&query).await?;
    let definitions = Rc::new(Definitions(page.value));
    let kept = Kept {
        value: Rc::clone(&definitions),
        until: now.saturating_add(GOOD_FOR),
    };
    dataverse
        .cache
        .borrow_mut()
        .columns
        .insert(host.clone(), kept);
    Ok(definitions)
}

impl Definitions {
    /// The value of a column, typed as the column is.
    pub fn typed(&self, name: &str, text: &str) -> Result<Value, Problem> {
        match name.strip_suffix(BIND) {
            Some(property) => self.lookup(name, property, text),
            None => self.plain(name, text),
        }
    }

    fn plain(&self, name: &str, text: &str) -> Result<Value, Problem> {
        let definition = self
            .0
            .iter()
            .find(|definition| definition.logical_name == name);
        let definition = definition.ok_or_else(|| self.unknown(name))?;
        if !definition.is_valid_for_create || OURS.contains(&name) {
            return Err(Problem::invalid(
                name,
                "is a column that cannot be set here.",
            ));
        }
        let trimmed = text.trim();
        let value = match definition.attribute_type.as_str() {
            "String" | "Memo" => Some(text.into()),
            "DateTime" => date(trimmed),
            "Integer" | "Picklist" | "State" | "Status" => {
                trimmed.parse::<i32>().ok().map(Value::from)
            }
            "BigInt" => trimmed.parse::<i64>().ok().map(Value::from),
            "Decimal" | "Double" | "Money" => number(trimmed),
            "Boolean" => truth(trimmed),
            "Uniqueidentifier" => Uuid::parse_str(trimmed)
                .ok()
                .map(|id| id.to_string().into()),
            "Lookup" | "Customer" | "Owner" => {
                let words = format!("is a lookup: pass {name}{BIND} with /<table>(<GUID>).");
                return Err(Problem::invalid(name, &words));
            }
            _ if definition.is_multi_select() => options(trimmed),
            other => {
                let words = format!("is a column of the type {other}, which cannot be set here.");
                return Err(Problem::invalid(name, &words));
            }
        };
        let words = || {
            format!(
                "is no value for a column of the type {}.",
                definition.attribute_type
            )
        };
        value.ok_or_else(|| Problem::invalid(name, &words()))
    }

    /// A lookup is bound by its navigation property: the name of its column, in whatever case, and for one with
    /// several targets the target after it (`ownerid_team`). Dataverse checks the rest.
    fn lookup(&self, name: &str, property: &str, text: &str) -> Result<Value, Problem> {
        let property = property.to_lowercase();
        let definition = self.0.iter().find(|definition| {
            let column = &definition.logical_name;
            let rest = property.strip_prefix(column.as_str());
            definition.is_lookup()
                && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('_'))
        });
        let definition = definition.ok_or_else(|| self.unknown(name))?;
        if !definition.is_valid_for_create || OURS.contains(&definition.logical_name.as_str()) {
            return Err(Problem::invalid(
                name,
                "is a lookup that cannot be set here.",
            ));
        }
        let path = text.trim().trim_start_matches('/');
        let bound = path.strip_suffix(')').and_then(|path| path.split_once('('));
        match bound.map(|(set, id)| (set, Uuid::parse_str(id))) {
            Some((set, Ok(id))) if is_name(set) => Ok(crate::odata::bind(set, id).into()),
            _ => Err(Problem::invalid(
                name,
                "is not of the form /<table>(<GUID>).",
            )),
        }
    }

    /// The name, and the one that is nearest to it: of the columns that can be set, and of our own parameters.
    fn unknown(&self, name: &str) -> Problem {
        let (wanted, suffix) = match name.strip_suffix(BIND) {
            Some(wanted) => (wanted, BIND),
            None => (name, ""),
        };
        let writable = self.0.iter().filter(|definition| {
            definition.is_valid_for_create && (suffix.is_empty() || definition.is_lookup())
        });
        let columns = writable.map(|definition| definition.logical_name.as_str());
        let ours = PARAMETERS.into_iter().filter(|_| suffix.is_empty());
        let nearest = columns.chain(ours).min_by_key(|candidate| {
            damerau_levenshtein(&candidate.to_lowercase(), &wanted.to_lowercase())
        });
        let hint = nearest.map(|nearest| format!(" Is it {nearest}{suffix}?"));
        let words = format!("A Case has no column {name}.{}", hint.unwrap_or_default());
        Problem::new(Kind::UnknownColumn, words).about(name)
    }
}

impl Definition {
    fn is_lookup(&self) -> bool {
        matches!(
            self.attribute_type.as_str(),
            "Lookup" | "Customer" | "Owner"
        )
    }

    fn is_multi_select(&self) -> bool {
        let name = self.attribute_type_name.as_ref();
        name.and_then(|name| name.value.as_deref()) == Some("MultiSelectPicklistType")
    }
}

/// `2026-11-24`, alone or with a time after it. Dataverse checks the rest.
fn date(text: &str) -> Option<Value> {
    let mut shape = text.get(..10)?.bytes().zip(*b"0000-00-00");
    let is_date = shape.all(|(given, wanted)| match wanted {
        b'0' => given.is_ascii_digit(),
        other => given == other,
    });
    is_date.then(|| text.into())
}

fn number(text: &str) -> Option<Value> {
    let number = text.parse::<f64>().ok()?;
    Number::from_f64(number).map(Value::Number)
}

fn truth(text: &str) -> Option<Value> {
    match text.to_lowercase().as_str() {
        "true" | "1" | "yes" => Some(true.into()),
        "false" | "0" | "no" => Some(false.into()),
        _ => None,
    }
}

/// `1,3`: the options of a column with several.
fn options(text: &str) -> Option<Value> {
    let all_numbers = text
        .split(',')
        .all(|option| option.trim().parse::<i32>().is_ok());
    all_numbers.then(|| text.into())
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}
