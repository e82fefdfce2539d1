//! The tables and columns of the organization: a small part of the real ones with their real names and types, and a few
//! custom ones (`new_…`).

use serde_json::{Map, Value};
use uuid::Uuid;

/// The columns of a row that have a value. A lookup is named as Dataverse returns it: `_customerid_value`.
pub type Row = Map<String, Value>;

/// Something that holds rows.
pub trait Tables {
    /// All rows of a table.
    fn rows(&self, table: &Table) -> Vec<Row>;
    /// The row of this id.
    fn row(&self, table: &Table, id: Uuid) -> Option<Row> {
        let id = Value::from(id.to_string());
        let mut rows = self.rows(table).into_iter();
        rows.find(|row| row.get(table.key) == Some(&id))
    }
    /// Stores a row that has its id and has been checked. The implementation adds what the system adds by itself, such
    /// as a ticket number.
    fn insert(&mut self, table: &Table, row: Row);
}

impl<T: Tables> Tables for &mut T {
    fn rows(&self, table: &Table) -> Vec<Row> {
        T::rows(self, table)
    }

    fn insert(&mut self, table: &Table, row: Row) {
        T::insert(self, table, row);
    }
}

/// A table.
#[derive(Debug)]
pub struct Table {
    /// `contact`
    pub name: &'static str,
    /// The entity set: `contacts`
    pub set: &'static str,
    /// `contactid`
    pub key: &'static str,
    /// The alternate keys: columns in which no two rows have the same value.
    pub unique: &'static [&'static str],
    /// Its columns, the key among them.
    pub columns: &'static [Column],
}

/// A column: its name, its type, and whether it can be set when a row is created.
#[derive(Debug)]
pub struct Column(pub &'static str, pub Type, pub bool);

/// The type of a column.
#[derive(Debug)]
pub enum Type {
    /// The key, or another GUID.
    Id,
    /// Text of at most this many characters.
    Text(usize),
    /// The same with several lines.
    Memo(usize),
    /// A whole number.
    Whole,
    /// One of these options.
    Options(&'static [i64]),
    /// One of these options, set by the system only.
    State(&'static [i64]),
    /// Several options.
    Several,
    /// Yes or no.
    Truth,
    /// An amount.
    Money,
    /// A date, or a date with a time.
    Date,
    /// Points to a row of this entity set.
    Lookup(&'static str),
    /// Points to a row of one of these entity sets, each by a property of its own.
    Customer(&'static [(&'static str, &'static str)]),
    /// A picture, which no request sets.
    Image,
}

impl Type {
    /// `AttributeType` and `AttributeTypeName` of its definition.
    #[must_use]
    pub fn names(&self) -> (&'static str, &'static str) {
        match self {
            Self::Id => ("Uniqueidentifier", "UniqueidentifierType"),
            Self::Text(_) => ("String", "StringType"),
            Self::Memo(_) => ("Memo", "MemoType"),
            Self::Whole => ("Integer", "IntegerType"),
            Self::Options(_) => ("Picklist", "PicklistType"),
            Self::State(_) => ("State", "StateType"),
            Self::Several => ("Virtual", "MultiSelectPicklistType"),
            Self::Truth => ("Boolean", "BooleanType"),
            Self::Money => ("Money", "MoneyType"),
            Self::Date => ("DateTime", "DateTimeType"),
            Self::Lookup(_) => ("Lookup", "LookupType"),
            Self::Customer(_) => ("Customer", "CustomerType"),
            Self::Image => ("Virtual", "ImageType"),
        }
    }

    /// Whether the column points to other rows.
    #[must_use]
    pub fn is_lookup(&self) -> bool {
        matches!(self, Self::Lookup(_) | Self::Customer(_))
    }
}

/// All tables.
pub static TABLES: [Table; 5] = [
    Table {
        name: "contact",
        set: "contacts",
        key: "contactid",
        unique: &["emailaddress1"],
        columns: &[
            Column("contactid", Type::Id, true),
            Column("firstname", Type::Text(50), true),
            Column("lastname", Type::Text(50), true),
            Column("fullname", Type::Text(160), false),
            Column("emailaddress1", Type::Text(100), true),
            Column("telephone1", Type::Text(50), true),
            Column("mobilephone", Type::Text(50), true),
            Column("telephone2", Type::Text(50), true),
            Column("telephone3", Type::Text(50), true),
            Column("business2", Type::Text(50), true),
            Column("home2", Type::Text(50), true),
            Column("callback", Type::Text(50), true),
            Column("company", Type::Text(50), true),
            Column("address1_telephone1", Type::Text(50), true),
            Column(
                "parentcustomerid",
                Type::Customer(&[
                    ("parentcustomerid_account", "accounts"),
                    ("parentcustomerid_contact", "contacts"),
                ]),
                true,
            ),
            Column("statecode", Type::State(&[0, 1]), true),
            Column("modifiedon", Type::Date, false),
        ],
    },
    Table {
        name: "account",
        set: "accounts",
        key: "accountid",
        unique: &[],
        columns: &[
            Column("accountid", Type::Id, true),
            Column("name", Type::Text(160), true),
        ],
    },
    Table {
        name: "product",
        set: "products",
        key: "productid",
        unique: &[],
        columns: &[
            Column("productid", Type::Id, true),
            Column("name", Type::Text(100), true),
            Column("statecode", Type::State(&[0, 1, 2, 3]), true),
        ],
    },
    Table {
        name: "subject",
        set: "subjects",
        key: "subjectid",
        unique: &[],
        columns: &[
            Column("subjectid", Type::Id, true),
            Column("title", Type::Text(500), true),
            Column("createdon", Type::Date, false),
        ],
    },
    Table {
        name: "incident",
        set: "incidents",
        key: "incidentid",
        unique: &["new_externalid"],
        columns: &[
            Column("incidentid", Type::Id, true),
            Column("ticketnumber", Type::Text(100), true),
            Column("title", Type::Text(200), true),
            Column("description", Type::Memo(2_000), true),
            Column(
                "caseorigincode",
                Type::Options(&[1, 2, 3, 2483, 3986]),
                true,
            ),
            Column("casetypecode", Type::Options(&[1, 2, 3]), true),
            Column("prioritycode", Type::Options(&[1, 2, 3]), true),
            Column("severitycode", Type::Options(&[1]), true),
            Column(
                "customerid",
                Type::Customer(&[
                    ("customerid_contact", "contacts"),
                    ("customerid_account", "accounts"),
                ]),
                true,
            ),
            Column("productid", Type::Lookup("products"), true),
            Column("subjectid", Type::Lookup("subjects"), true),
            Column("primarycontactid", Type::Lookup("contacts"), true),
            Column("emailaddress", Type::Text(100), true),
            Column("followupby", Type::Date, true),
            Column("firstresponsesent", Type::Truth, true),
            Column("billedserviceunits", Type::Whole, true),
            Column("createdon", Type::Date, false),
            Column("entityimage", Type::Image, true),
            Column("new_estimate", Type::Money, true),
            Column("new_topics", Type::Several, true),
            Column("new_externalid", Type::Text(50), true),
        ],
    },
];

impl Table {
    /// The column of this name.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<&'static Column> {
        self.columns.iter().find(|column| column.0 == name)
    }

    /// The column with this readable name. A lookup can be read only as `_customerid_value`.
    #[must_use]
    pub fn readable(&self, name: &str) -> Option<&'static Column> {
        let lookup = name
            .strip_prefix('_')
            .and_then(|name| name.strip_suffix("_value"));
        let column = self.column(lookup.unwrap_or(name))?;
        Some(column).filter(|column| column.1.is_lookup() == lookup.is_some())
    }
}

/// The annotation that names the table to which a lookup points.
#[must_use]
pub fn table_annotation(lookup: &str) -> String {
    format!("{lookup}@Microsoft.Dynamics.CRM.lookuplogicalname")
}

/// The table with this entity set.
#[must_use]
pub fn by_set(set: &str) -> Option<&'static Table> {
    TABLES.iter().find(|table| table.set == set)
}
