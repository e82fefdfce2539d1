//! How long the texts of a Case may be, by the organization's own metadata.

use serde::Deserialize;

use crate::columns::GOOD_FOR;
use crate::dataverse::Dataverse;
use crate::host::Step;
use crate::odata::Query;
use crate::problem::Problem;
use crate::shared::Expiring;

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
struct Definition {
    max_length: usize,
}

/// How long the text of a column may be. If it is not known and `asks` is set, asks the organization. Without an
/// answer, it is the usual length.
pub async fn of(dataverse: &Dataverse<'_>, column: &TextColumn, asks: bool) -> usize {
    let name = format!("{}\n{}", dataverse.environment.organization, column.column);
    let known = dataverse.cache.lengths.kept(&name, dataverse.host.now());
    let length = match known {
        None if asks => {
            let new: Step<'_, _> = Box::pin(asked(dataverse, column));
            let lengths = &dataverse.cache.lengths;
            lengths.get(dataverse.host, &name, new).await.ok()
        }
        known => known,
    };
    length.unwrap_or(column.usual)
}

async fn asked(dataverse: &Dataverse<'_>, column: &TextColumn) -> Result<Expiring<usize>, Problem> {
    let asked_at = dataverse.host.now();
    let query = Query::column_of("incident", column.column, column.definition);
    let definition: Definition = dataverse.read(&query.select(&["MaxLength"])).await?;
    Ok(Expiring {
        value: definition.max_length,
        until: asked_at.saturating_add(GOOD_FOR),
    })
}
