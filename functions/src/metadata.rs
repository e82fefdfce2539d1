//! The organization's own metadata: the columns of a Case, and how long its texts may be. It is asked for only if a call
//! needs it, and then kept for a while.

use std::rc::Rc;

use serde::Deserialize;

use crate::columns::{Definition, Definitions};
use crate::dataverse::{Dataverse, Page};
use crate::odata::Query;
use crate::problem::Problem;
use crate::shared::New;

/// How long metadata is kept, in milliseconds. So a new column is known after an hour.
const GOOD_FOR: u64 = 3_600_000;

/// A column of a Case that holds a text.
pub struct TextColumn {
    /// Its name.
    pub column: &'static str,
    /// The type of its definition.
    definition: &'static str,
    /// How long its text may be unless the organization has changed that.
    pub usual: usize,
}

/// The title.
pub const TITLE: TextColumn = TextColumn {
    column: "title",
    definition: "StringAttributeMetadata",
    usual: 200,
};
/// The description.
pub const DESCRIPTION: TextColumn = TextColumn {
    column: "description",
    definition: "MemoAttributeMetadata",
    usual: 2_000,
};

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Length {
    max_length: usize,
}

/// The definitions of this organization: kept ones or new ones. Calls at the same time share them.
pub async fn columns(dataverse: &Dataverse<'_>) -> Result<Rc<Definitions>, Problem> {
    let organization = &dataverse.environment.organization;
    let new = Box::pin(asked_columns(dataverse));
    let columns = &dataverse.cache.columns;
    columns.get(dataverse.host, organization, new).await
}

async fn asked_columns(dataverse: &Dataverse<'_>) -> Result<New<Rc<Definitions>>, Problem> {
    let wanted = [
        "LogicalName",
        "AttributeType",
        "AttributeTypeName",
        "IsValidForCreate",
    ];
    let query = Query::columns_of("incident").select(&wanted);
    let page: Page<Definition> = dataverse.read(&query).await?;
    Ok((Rc::new(Definitions(page.value)), GOOD_FOR))
}

/// How long the text of a column may be. If it is not known and `asks` is set, asks the organization. Without an
/// answer, it is the usual length.
pub async fn length(dataverse: &Dataverse<'_>, column: &TextColumn, asks: bool) -> usize {
    let name = format!("{}\n{}", dataverse.environment.organization, column.column);
    let (host, lengths) = (dataverse.host, &dataverse.cache.lengths);
    let length = if asks {
        let new = Box::pin(asked_length(dataverse, column));
        lengths.get(host, &name, new).await.ok()
    } else {
        lengths.kept(&name, host.now())
    };
    length.unwrap_or(column.usual)
}

async fn asked_length(
    dataverse: &Dataverse<'_>,
    column: &TextColumn,
) -> Result<New<usize>, Problem> {
    let query = Query::column_of("incident", column.column, column.definition);
    let length: Length = dataverse.read(&query.select(&["MaxLength"])).await?;
    Ok((length.max_length, GOOD_FOR))
}
