//! The Web API of Dataverse, version 9.2: a request with its token, and what a refusal says.

use std::rc::Rc;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::cache::Cache;
use crate::environment::Environment;
use crate::host::{Host, Step, step};
use crate::http::{Method, Request, Response};
use crate::login;
use crate::odata::Query;
use crate::payload::Payload;
use crate::problem::{Kind, Problem};
use crate::refusal::Refusal;

/// The annotation that names the table to which a lookup points. Dataverse sends it only on request.
pub const LOOKUP_TABLE: &str = "Microsoft.Dynamics.CRM.lookuplogicalname";

/// The organization, as one call sees it.
pub struct Dataverse<'a> {
    /// Sends the requests.
    pub host: &'a Host,
    /// What earlier calls have learnt.
    pub cache: &'a Cache,
    /// The address of the organization, and the log-in.
    pub environment: &'a Environment,
}

/// A page of rows.
#[derive(Deserialize)]
pub struct Page<T> {
    /// The rows.
    pub value: Vec<T>,
    /// The address of the next page, if there is one.
    #[serde(rename = "@odata.nextLink")]
    pub next: Option<String>,
}

/// The result of creating a record: the selected columns of the new record, or the refusal.
pub type Creation<T> = Result<T, Refusal>;

impl<'a> Dataverse<'a> {
    /// The organization of this environment.
    #[must_use]
    pub fn new(host: &'a Host, cache: &'a Cache, environment: &'a Environment) -> Self {
        Self {
            host,
            cache,
            environment,
        }
    }

    /// Reads the first page of rows. `page` is how many rows it has.
    pub async fn rows<T: DeserializeOwned>(
        &self,
        query: &Query,
        page: u32,
    ) -> Result<Page<T>, Problem> {
        self.page(self.url(query), page).await
    }

    /// Reads the next page that another page names. It must belong to the same organization, because the token is sent
    /// along.
    pub async fn next_page<T: DeserializeOwned>(
        &self,
        url: String,
        page: u32,
    ) -> Result<Page<T>, Problem> {
        if !url.starts_with(&self.base()) {
            let words = "Dynamics named a next page outside of the organization.";
            return Err(Problem::new(Kind::UnreadableAnswer, words));
        }
        self.page(url, page).await
    }

    /// Reads what the query names.
    pub async fn read<T: DeserializeOwned>(&self, query: &Query) -> Result<T, Problem> {
        let response = self.send(Request::get(self.url(query))).await?;
        readable(&response)
    }

    /// Reads one record. `None` if it does not exist or may not be read.
    pub async fn find<T: DeserializeOwned>(&self, query: &Query) -> Result<Option<T>, Problem> {
        let response = self.send(Request::get(self.url(query))).await?;
        match Refusal::of(&response) {
            Some(_) => Ok(None),
            None => readable(&response).map(Some),
        }
    }

    /// Creates the record that the query names, and returns its selected columns. A record that exists already stays as
    /// it is.
    pub async fn create<T: DeserializeOwned>(
        &self,
        query: &Query,
        columns: &Payload,
    ) -> Result<Creation<T>, Problem> {
        let request = self.writing(Method::Patch, query, columns);
        self.created(request.header("If-None-Match", "*")).await
    }

    /// Creates a record in the table of the query, together with the new records inside it: all of them or none. Their
    /// ids are among their columns.
    pub async fn create_with_related<T: DeserializeOwned>(
        &self,
        query: &Query,
        columns: &Payload,
    ) -> Result<Creation<T>, Problem> {
        self.created(self.writing(Method::Post, query, columns))
            .await
    }

    fn writing(&self, method: Method, query: &Query, columns: &Payload) -> Request {
        Request::with_body(method, self.url(query), columns.to_string())
            .header("Content-Type", "application/json; charset=utf-8")
            .header("Prefer", "return=representation")
    }

    async fn created<T: DeserializeOwned>(&self, request: Request) -> Result<Creation<T>, Problem> {
        let response = self.send(request).await?;
        match Refusal::of(&response) {
            Some(refusal) => Ok(Err(refusal)),
            None => readable(&response).map(Ok),
        }
    }

    fn base(&self) -> String {
        format!("{}/api/data/v9.2/", self.environment.organization)
    }

    fn url(&self, query: &Query) -> String {
        format!("{}{query}", self.base())
    }

    async fn page<T: DeserializeOwned>(&self, url: String, rows: u32) -> Result<Page<T>, Problem> {
        let prefer =
            format!("odata.maxpagesize={rows},odata.include-annotations=\"{LOOKUP_TABLE}\"");
        let response = self
            .send(Request::get(url).header("Prefer", &prefer))
            .await?;
        readable(&response)
    }

    /// Sends a request with a token.
    fn send(&self, request: Request) -> Step<'_, Response> {
        step(self.send_with_token(request))
    }

    /// If Dynamics refuses the token, forgets it and tries once more with a new one.
    async fn send_with_token(&self, request: Request) -> Result<Response, Problem> {
        let request = request
            .header("OData-Version", "4.0")
            .header("OData-MaxVersion", "4.0");
        let token = self.token().await?;
        let response = self.send_with(&token, &request).await?;
        if response.status != 401 {
            return Ok(response);
        }
        login::forget(self.cache, self.environment, &token);
        let token = self.token().await?;
        self.send_with(&token, &request).await
    }

    async fn token(&self) -> Result<Rc<str>, Problem> {
        login::token(self.host, self.cache, self.environment).await
    }

    async fn send_with(&self, token: &str, request: &Request) -> Result<Response, Problem> {
        let authorization = format!("Bearer {token}");
        let request = request.clone().header("Authorization", &authorization);
        self.host.fetch(&request).await
    }
}

fn readable<T: DeserializeOwned>(response: &Response) -> Result<T, Problem> {
    if let Some(refusal) = Refusal::of(response) {
        return Err(refusal.into());
    }
    let words = "Dynamics gave an answer that could not be read.";
    response
        .json()
        .ok_or_else(|| Problem::new(Kind::UnreadableAnswer, words))
}
