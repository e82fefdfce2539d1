//! The records to which a Case points by name: a product and a subject.

use serde::Deserialize;
use uuid::Uuid;

use crate::dataverse::{Dataverse, Page};
use crate::odata::{Filter, Query};
use crate::problem::Problem;

#[derive(Deserialize)]
struct Product {
    productid: Uuid,
}

#[derive(Deserialize)]
struct Subject {
    subjectid: Uuid,
}

/// The active products with a name.
pub enum Products {
    /// Exactly one.
    One(Uuid),
    /// Several, so nobody knows which one is meant.
    Several,
}

/// The active products with this name. There must be at least one.
pub async fn active_products(dataverse: &Dataverse<'_>, name: &str) -> Result<Products, Problem> {
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
        [product] => Ok(Products::One(product.productid)),
        [] => Err(Problem::invalid(
            "productName",
            "is the name of no active product.",
        )),
        _ => Ok(Products::Several),
    }
}

/// The oldest subject with this title.
pub async fn subject_titled(
    dataverse: &Dataverse<'_>,
    title: &str,
) -> Result<Option<Uuid>, Problem> {
    let query = Query::table("subjects")
        .select(&["subjectid"])
        .filter(&Filter::Is("title", title.to_owned()))
        .order_by("createdon,subjectid")
        .top(1);
    let subjects: Page<Subject> = dataverse.read(&query).await?;
    Ok(subjects.value.first().map(|subject| subject.subjectid))
}

/// Whether there is a subject with this GUID.
pub async fn is_subject(dataverse: &Dataverse<'_>, id: Uuid) -> Result<bool, Problem> {
    let query = Query::record("subjects", id).select(&["subjectid"]);
    let subject: Option<Subject> = dataverse.find(&query).await?;
    Ok(subject.is_some())
}
