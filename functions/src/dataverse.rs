//! The Web API of Dataverse, version 9.2: one request, its token, and what a refusal says.

use std::cell::RefCell;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::cache::Cache;
use crate::desk::{Desk, Step};
use crate::environment::Environment;
use crate::http::{Method, Request, Response};
use crate::login;
use crate::odata::Query;
use crate::problem::{Kind, Problem};

/// "Object does not exist": a record that is read, or that another one should point to.
pub const DOES_NOT_EXIST: &str = "0x80040217";
/// "Outside the valid range": no such option, or a number too small or too large for its column.
const OUT_OF_RANGE: &str = "0x8004431a";
/// "Exceeded the maximum allowed length".
const TOO_LONG: &str = "0x80044331";

/// The organization, as one call sees it.
pub struct Dataverse<'a> {
    /// The way out.
    pub desk: &'a Desk,
    /// What earlier calls have learnt.
    pub cache: &'a RefCell<Cache>,
    /// Who and where we are.
    pub environment: &'a Environment,
}

/// A page of rows.
#[derive(Deserialize)]
pub struct Page<T> {
    /// The rows.
    pub value: Vec<T>,
    /// Where the next page is, if there is one.
    #[serde(rename = "@odata.nextLink")]
    pub next: Option<String>,
}

/// What has come of the creation of a record.
pub enum Creation<T> {
    /// It is done; these are the selected columns.
    Done(T),
    /// There is one of this id already. It is left as it is.
    Exists,
    /// Dataverse refuses.
    Refused(Refusal),
}

/// What Dataverse says when it refuses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The HTTP status.
    pub status: u16,
    /// Its code, `0x80040217`; may be empty.
    pub code: String,
    /// Its own words.
    pub words: String,
}

impl<'a> Dataverse<'a> {
    /// The organization of this environment.
    #[must_use]
    pub fn new(desk: &'a Desk, cache: &'a RefCell<Cache>, environment: &'a Environment) -> Self {
        Self {
            desk,
            cache,
            environment,
        }
    }

    /// Reads rows, so many to a page.
    pub async fn rows<T: DeserializeOwned>(
        &self,
        query: &Query,
        page: u32,
    ) -> Result<Page<T>, Problem> {
        self.page(self.url(query), page).await
    }

    /// Reads the page that another one has named as its next. It has to be of the same organization: our token goes
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

    /// Reads one record; `None` if it does not exist.
    pub async fn find<T: DeserializeOwned>(&self, query: &Query) -> Result<Option<T>, Problem> {
        let response = self.send(Request::get(self.url(query))).await?;
        match Refusal::of(&response) {
            Some(refusal) if refusal.status == 404 && refusal.code == DOES_NOT_EXIST => Ok(None),
            _ => readable(&response).map(Some),
        }
    }

    /// Creates the record that the query names, and gives its selected columns.
    pub async fn create<T: DeserializeOwned>(
        &self,
        query: &Query,
        columns: Map<String, Value>,
    ) -> Result<Creation<T>, Problem> {
        let request = self.writing(Method::Patch, query, columns);
        self.created(request.header("If-None-Match", "*")).await
    }

    /// Creates a record in the table that the query names, together with the new ones that stand inside it: all of
    /// them or none. Their ids are among their columns; [`Creation::Exists`] if one of these is taken.
    pub async fn create_with_related<T: DeserializeOwned>(
        &self,
        query: &Query,
        columns: Map<String, Value>,
    ) -> Result<Creation<T>, Problem> {
        self.created(self.writing(Method::Post, query, columns))
            .await
    }

    fn writing(&self, method: Method, query: &Query, columns: Map<String, Value>) -> Request {
        let body = Value::Object(columns).to_string();
        Request::with_body(method, self.url(query), body)
            .header("Content-Type", "application/json; charset=utf-8")
            .header("Prefer", "return=representation")
    }

    async fn created<T: DeserializeOwned>(&self, request: Request) -> Result<Creation<T>, Problem> {
        let response = self.send(request).await?;
        match Refusal::of(&response) {
            Some(refusal) if refusal.status == 412 => Ok(Creation::Exists),
            Some(refusal) => Ok(Creation::Refused(refusal)),
            None => readable(&response).map(Creation::Done),
        }
    }

    fn base(&self) -> String {
        format!("{}/api/data/v9.2/", self.environment.host)
    }

    fn url(&self, query: &Query) -> String {
        format!("{}{query}", self.base())
    }

    async fn page<T: DeserializeOwned>(&self, url: String, rows: u32) -> Result<Page<T>, Problem> {
        let prefer = format!("odata.maxpagesize={rows}");
        let response = self
            .send(Request::get(url).header("Prefer", &prefer))
            .await?;
        readable(&response)
    }

    /// Sends with a token.
    fn send(&self, request: Request) -> Step<'_, Response> {
        Box::pin(self.send_with_token(request))
    }

    /// A token that is refused is forgotten, and a new one tried, once.
    async fn send_with_token(&self, request: Request) -> Result<Response, Problem> {
        let request = request
            .header("OData-Version", "4.0")
            .header("OData-MaxVersion", "4.0");
        let mut response = self.send_once(&request).await?;
        if response.status == 401 {
            login::forget(self.cache, self.environment);
            response = self.send_once(&request).await?;
        }
        Ok(response)
    }

    async fn send_once(&self, request: &Request) -> Result<Response, Problem> {
        let token = login::token(self.desk, self.cache, self.environment).await?;
        let request = request
            .clone()
            .header("Authorization", &format!("Bearer {token}"));
        self.desk.fetch(&request).await
    }
}

impl Refusal {
    /// The refusal in a response; `None` if it is none.
    #[must_use]
    pub fn of(response: &Response) -> Option<Self> {
        if response.is_success() {
            return None;
        }
        let body: Value = response.json().unwrap_or_default();
        let part = |name: &str| {
            let text = body
                .pointer(&format!("/error/{name}"))
                .and_then(Value::as_str);
            text.unwrap_or_default().to_owned()
        };
        Some(Self {
            status: response.status,
            code: part("code").to_lowercase(),
            words: part("message"),
        })
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        let Refusal {
            status,
            code,
            words,
        } = refusal;
        match code.as_str() {
            OUT_OF_RANGE | TOO_LONG => Self::new(Kind::RefusedValue, words),
            DOES_NOT_EXIST => Self::new(Kind::RecordNotFound, words),
            _ => {
                let words = format!("Dynamics refuses with status {status}: {words}");
                Self::new(Kind::DynamicsRefused, words)
            }
        }
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
