//! An organization for native tests of the functions. It keeps every request and can be told to make trouble.

// Each test file uses only a part of this.
#![allow(dead_code, clippy::expect_used, clippy::indexing_slicing)]

use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use functions::cache::Cache;
use functions::call::Call;
use functions::http::{Failure, Request, Response};
use functions::problem::Answer;
use functions::protocol::{Event, Input, Output, Start};
use functions::simulation::Cloud;
use functions::simulation::directory::Directory;
use functions::simulation::memory::Memory;
use serde_json::{Value, json};
use uuid::Uuid;

pub const HOST: &str = "https://acme.crm4.dynamics.com";
pub const API: &str = "https://acme.crm4.dynamics.com/api/data/v9.2/";
pub const ADA: &str = "6f0c2a10-7b1e-4c55-9a01-0242ac120001";
pub const ACME: &str = "acacacac-0000-4000-8000-000000000001";
pub const NOBODY: &str = "6f0c2a10-7b1e-4c55-9a01-0242ac12ffff";
pub const GRINDER: &str = "9a8b7c6d-0000-4000-8000-000000000001";
pub const WARRANTY: &str = "5e5e5e5e-0000-4000-8000-000000000001";

/// A trouble in the place of the next response.
pub enum Trouble {
    Response(Response),
    Failed(Failure),
    /// The request takes effect, but its response is lost.
    Lost,
    /// The request first waits for this many milliseconds.
    Slow(u64),
}

pub struct World {
    pub cloud: Cloud<Memory>,
    pub cache: Rc<Cache>,
    pub environment: BTreeMap<String, String>,
    pub requests: Vec<Request>,
    pub sleeps: Vec<u64>,
    pub now: u64,
    /// What happens to the next requests, in order. `None` is no trouble.
    pub troubles: VecDeque<Option<Trouble>>,
}

impl World {
    pub fn new() -> Self {
        let variables = [
            ("DYNAMICS_HOST", HOST),
            ("DYNAMICS_TENANT_ID", "acme.onmicrosoft.com"),
            ("DYNAMICS_CLIENT_ID", "client"),
            ("DYNAMICS_CLIENT_SECRET", "s3cret&"),
        ];
        Self {
            cloud: Cloud {
                organization: HOST.to_owned(),
                directory: directory("https://login.microsoftonline.com"),
                tables: rows(),
            },
            cache: Rc::default(),
            environment: variables.map(|(n, v)| (n.to_owned(), v.to_owned())).into(),
            requests: Vec::new(),
            sleeps: Vec::new(),
            now: 1_800_000_000_000,
            troubles: VecDeque::new(),
        }
    }

    pub fn call(&mut self, function: &str, parameters: Value) -> Answer {
        let start = Start {
            function: function.to_owned(),
            parameters: serde_json::from_value(parameters).expect("parameters are an object"),
            environment: self.environment.clone(),
            begun: self.now,
            random_id: Uuid::from_u128(
                0xabcd_ef01_2345_4678_9abc_def0_1234_5678 + self.now as u128,
            ),
        };
        self.requests.clear();
        self.sleeps.clear();
        let mut call = Call::new(start, Rc::clone(&self.cache));
        let mut event = Event::Begin;
        loop {
            match call.step(Input {
                now: self.now,
                event,
            }) {
                Output::Fetch(request) => event = self.fetch(request),
                Output::Sleep(millis) => {
                    self.now += millis;
                    self.sleeps.push(millis);
                    event = Event::Woke;
                }
                Output::Answer(answer) => return answer,
            }
        }
    }

    fn fetch(&mut self, request: Request) -> Event {
        let event = match self.troubles.pop_front().flatten() {
            None => Event::Response(self.cloud.answer(&request)),
            Some(Trouble::Response(response)) => Event::Response(response),
            Some(Trouble::Failed(failure)) => Event::Failed(failure),
            Some(Trouble::Lost) => {
                self.cloud.answer(&request);
                Event::Failed(Failure::TimeOut)
            }
            Some(Trouble::Slow(millis)) => {
                self.now += millis;
                Event::Response(self.cloud.answer(&request))
            }
        };
        self.requests.push(request);
        event
    }

    pub fn find(&mut self, number: &str) -> Answer {
        self.call("findContactByPhoneNum", json!({ "phoneNum": number }))
    }

    /// Creates a Case for Ada, with these further parameters.
    pub fn create(&mut self, parameters: Value) -> Answer {
        let mut all = json!({
            "contactid": ADA, "caseorigincode": "1", "casetypecode": "2", "title": "Espresso+machine+leaks"
        });
        for (name, value) in parameters.as_object().expect("parameters are an object") {
            all[name] = value.clone();
        }
        self.call("createCase", all)
    }

    /// The requests to Dynamics: method and path with the query, decoded.
    pub fn asked(&self) -> Vec<String> {
        let to_dynamics = self.requests.iter().filter_map(|request| {
            let path = request.url.strip_prefix(API)?;
            let path = percent_encoding::percent_decode_str(path)
                .decode_utf8()
                .expect("UTF-8");
            Some(format!("{:?} {path}", request.method))
        });
        to_dynamics.collect()
    }

    pub fn cases(&self) -> usize {
        self.cloud.tables.all("incidents").len()
    }

    /// The titles of all subjects.
    pub fn subjects(&self) -> Vec<&str> {
        let subjects = self.cloud.tables.all("subjects").iter();
        subjects.filter_map(|row| row["title"].as_str()).collect()
    }
}

pub fn directory(login_url: &str) -> Directory {
    Directory {
        login_url: login_url.to_owned(),
        tenant: "acme.onmicrosoft.com".to_owned(),
        client: "client".to_owned(),
        secret: "s3cret&".to_owned(),
        username: "flow@acme.example".to_owned(),
        password: "pass+word%".to_owned(),
        expires_in: 3_599,
        given_out: 0,
    }
}

pub fn rows() -> Memory {
    let mut rows = Memory::default();
    rows.add(
        "contacts",
        json!({
            "contactid": ADA, "firstname": "Ada", "lastname": "Whitfield", "emailaddress1": "ada@example.com",
            "telephone1": "+1 (415) 555-0132", "mobilephone": "4155550178", "statecode": 0,
            "modifiedon": "2026-03-01T08:00:00Z"
        }),
    );
    rows.add("accounts", json!({ "accountid": ACME, "name": "Acme" }));
    rows.add(
        "products",
        json!({ "productid": GRINDER, "name": "Grinder & Co's", "statecode": 0 }),
    );
    rows.add(
        "products",
        json!({ "productid": Uuid::from_u128(1).to_string(), "name": "Twin", "statecode": 0 }),
    );
    rows.add(
        "products",
        json!({ "productid": Uuid::from_u128(2).to_string(), "name": "Twin", "statecode": 0 }),
    );
    rows.add(
        "products",
        json!({ "productid": Uuid::from_u128(3).to_string(), "name": "Retired", "statecode": 1 }),
    );
    rows.add(
        "subjects",
        json!({ "subjectid": WARRANTY, "title": "Warranty", "createdon": "2020-01-01T00:00:00Z" }),
    );
    rows
}

/// A refusal by Dataverse, with its code and words.
pub fn refusal(status: u16, code: &str, words: &str) -> Option<Trouble> {
    Some(Trouble::Response(Response {
        status,
        headers: Default::default(),
        body: json!({ "error": { "code": code, "message": words } }).to_string(),
    }))
}

/// A response with a status, a `Retry-After` and nothing else.
pub fn busy(status: u16, retry_after: Option<&str>) -> Option<Trouble> {
    let header = retry_after.map(|seconds| ("retry-after".to_owned(), seconds.to_owned()));
    Some(Trouble::Response(Response {
        status,
        headers: header.into_iter().collect(),
        body: String::new(),
    }))
}

pub fn code(answer: &Answer) -> &str {
    answer.body["code"].as_str().unwrap_or_default()
}
