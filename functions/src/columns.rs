//! Further columns of a Case. The organization's own metadata says whether a column exists, whether it may be written,
//! and which type it has.

use serde::Deserialize;
use serde_json::{Number, Value, from_str};
use strsim::damerau_levenshtein;
use uuid::Uuid;

use crate::binding;
use crate::parameters::{KEYS, OF_CREATE_CASE};
use crate::problem::{Kind, Problem};

/// The end of a lookup's name: `primarycontactid@odata.bind`.
const BIND: &str = "@odata.bind";
/// The columns that the function itself writes. The caller has parameters for them.
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
pub struct Definitions(pub Vec<Definition>);

impl Definitions {
    /// The value of a column as JSON, in the column's type. `organization` is the organization's origin.
    pub fn typed(&self, name: &str, text: &str, organization: &str) -> Result<String, Problem> {
        match name.strip_suffix(BIND) {
            Some(property) => self.lookup(name, property, text, organization),
            None => self.plain(name, text),
        }
    }

    fn plain(&self, name: &str, text: &str) -> Result<String, Problem> {
        let definition = self
            .0
            .iter()
            .find(|definition| definition.logical_name == name);
        let definition = definition.ok_or_else(|| self.unknown(name))?;
        if !definition.is_valid_for_create || OURS.contains(&name) {
            let words = "is a column that cannot be set here.";
            return Err(Problem::invalid(name, words));
        }
        let trimmed = text.trim();
        let json = |value: Option<Value>| value.map(|value| value.to_string());
        let value = match definition.attribute_type.as_str() {
            "String" | "Memo" => json(Some(text.into())),
            "DateTime" => json(date(trimmed)),
            "Integer" | "Picklist" | "State" | "Status" => {
                json(trimmed.parse::<i32>().ok().map(Value::from))
            }
            "BigInt" => json(trimmed.parse::<i64>().ok().map(Value::from)),
            "Decimal" | "Double" | "Money" => number(trimmed),
            "Boolean" => json(truth(trimmed)),
            "Uniqueidentifier" => {
                let id = Uuid::parse_str(trimmed).ok();
                json(id.map(|id| id.to_string().into()))
            }
            "Lookup" | "Customer" | "Owner" => {
                let words = format!("is a lookup: pass {name}{BIND} with /<table>(<GUID>).");
                return Err(Problem::invalid(name, &words));
            }
            _ if definition.is_multi_select() => json(options(trimmed)),
            other => {
                let words = format!("is a column of the type {other}, which cannot be set here.");
                return Err(Problem::invalid(name, &words));
            }
        };
        let kind = &definition.attribute_type;
        let words = || format!("is no value for a column of the type {kind}.");
        value.ok_or_else(|| Problem::invalid(name, &words()))
    }

    /// A lookup is set by its navigation property. That is the name of its column in any case, and for a lookup with
    /// several targets also the target after it (`ownerid_team`). Dataverse checks the rest.
    fn lookup(
        &self,
        name: &str,
        property: &str,
        text: &str,
        organization: &str,
    ) -> Result<String, Problem> {
        let property = property.to_lowercase();
        let definition = self.0.iter().find(|definition| {
            let column = &definition.logical_name;
            let rest = property.strip_prefix(column.as_str());
            definition.is_lookup()
                && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('_'))
        });
        let definition = definition.ok_or_else(|| self.unknown(name))?;
        if !definition.is_valid_for_create || OURS.contains(&definition.logical_name.as_str()) {
            let words = "is a lookup that cannot be set here.";
            return Err(Problem::invalid(name, words));
        }
        match binding::path(text, organization) {
            Some(path) => Ok(Value::from(path).to_string()),
            None => {
                let words =
                    "is neither of the form /<table>(<GUID>) nor /<table>(<key>='<value>').";
                Err(Problem::invalid(name, words))
            }
        }
    }

    /// The problem of an unknown name. It suggests the nearest name among the columns that can be set and the
    /// function's own parameters.
    fn unknown(&self, name: &str) -> Problem {
        let (wanted, suffix) = match name.strip_suffix(BIND) {
            Some(wanted) => (wanted, BIND),
            None => (name, ""),
        };
        let writable = self.0.iter().filter(|definition| {
            definition.is_valid_for_create && (suffix.is_empty() || definition.is_lookup())
        });
        let columns = writable.map(|definition| definition.logical_name.as_str());
        let ours = OF_CREATE_CASE.into_iter().chain(KEYS);
        let ours = ours.filter(|_| suffix.is_empty());
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

/// A date (`2026-11-24`), alone or with a time after it. Dataverse checks the rest.
fn date(text: &str) -> Option<Value> {
    let mut shape = text.get(..10)?.bytes().zip(*b"0000-00-00");
    let is_date = shape.all(|(given, wanted)| match wanted {
        b'0' => given.is_ascii_digit(),
        other => given == other,
    });
    is_date.then(|| text.into())
}

/// A number as JSON. It keeps all its digits, because an amount may have more than a floating-point number can hold.
fn number(text: &str) -> Option<String> {
    let is_plain = text
        .bytes()
        .all(|byte| byte.is_ascii_digit() || b"-.".contains(&byte));
    if is_plain && from_str::<Number>(text).is_ok() {
        return Some(text.to_owned());
    }
    let number = text.parse::<f64>().ok()?;
    Number::from_f64(number).map(|number| number.to_string())
}

fn truth(text: &str) -> Option<Value> {
    match text.to_lowercase().as_str() {
        "true" | "1" | "yes" => Some(true.into()),
        "false" | "0" | "no" => Some(false.into()),
        _ => None,
    }
}

/// The options of a column with several: `1,3`.
fn options(text: &str) -> Option<Value> {
    let all_numbers = text
        .split(',')
        .all(|option| option.trim().parse::<i32>().is_ok());
    all_numbers.then(|| text.into())
}
