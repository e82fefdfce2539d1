//! Searching, and opening records in tabs. A search is answered before its tab is there, and a tab takes its time.

use serde_json::{Value, json};

use super::answer::Answer;
use super::query::{self, Query};
use super::sessions::{Coming, Page};
use super::trouble::Trouble;
use super::{Arguments, Dynamics, Output, Timer};
use store::ids::{Entity, Guid, Record};

/// How long a tab takes under [`Trouble::Slow`], in milliseconds.
pub const SLOW: u32 = 20_000;
/// The host's words if the session is full, as Microsoft's documentation of `canCreateTab` quotes them.
const FULL: &str = "Maximum tabs reached. Close a tab in this session before opening another.";
/// From `onpagenavigate` to the navigation, in milliseconds.
pub const NAVIGATION: u32 = 200;

impl Dynamics {
    /// `search`: searches without opening anything.
    pub(super) fn search(&mut self, arguments: &Arguments) -> Answer {
        match self.find(arguments) {
            Ok((_, _, rows)) => Answer::Value(rows),
            Err(refusal) => refusal,
        }
    }

    /// `searchandopenrecords`: opens the record if the search finds exactly one. Any other result opens a search page.
    /// The host answers at once and never reports the tab: not even that there is no room for it, or that this app
    /// opens none.
    pub(super) fn search_and_open(
        &mut self,
        arguments: &Arguments,
        out: &mut Vec<Output>,
    ) -> Answer {
        let (page, answer) = match self.find(arguments) {
            Ok((query, found, rows)) => {
                let page = match found.as_slice() {
                    [record] if query.search.is_none() => Page::Record(*record),
                    _ => Page::Search,
                };
                (page, Answer::Value(rows))
            }
            Err(refusal) => (Page::Search, refusal),
        };
        if self.organization.search_opens {
            self.ask_for_tab(page, None, out);
        }
        answer
    }

    fn find(&mut self, arguments: &Arguments) -> Result<(Query, Vec<Record>, Value), Answer> {
        let (Some(entity), Some(text)) = (
            arguments.text("entityName"),
            arguments.text("queryParameters"),
        ) else {
            return Err(Answer::invalid(
                "Parameter: queryParameters cannot be empty",
            ));
        };
        let query = query::parse(entity, text).map_err(Answer::xrm)?;
        if self.happens(Trouble::NotReadable) {
            return Err(not_readable(entity));
        }
        if self.happens(Trouble::NotFound) {
            return Ok((query, Vec::new(), json!({})));
        }
        let (found, rows) = query.rows(&self.records);
        Ok((query, found, rows))
    }

    /// `openform`: takes two JSON texts, and is answered once the tab of the form is there.
    pub(super) fn open_form(
        &mut self,
        arguments: &Arguments,
        request: &str,
        out: &mut Vec<Output>,
    ) -> Answer {
        let json = |key| {
            let text = arguments.text(key).unwrap_or_default();
            serde_json::from_str::<Value>(text)
                .ok()
                .filter(Value::is_object)
        };
        let (Some(options), Some(_)) = (json("entityFormOptions"), json("entityFormParameters"))
        else {
            return Answer::invalid("The parameters of openForm must be JSON texts.");
        };
        let option = |name: &str| {
            options
                .get(name)
                .and_then(Value::as_str)
                .unwrap_or_default()
        };
        let (name, id) = (option("entityName"), option("entityId"));
        let record = Entity::from_logical_name(name)
            .zip(Guid::parse(id))
            .map(|(entity, id)| Record { entity, id })
            .filter(|record| self.records.get(*record).is_some());
        let Some(record) = record else {
            return Answer::xrm(format!("{name} With Id = {id} Does Not Exist"));
        };
        if self.happens(Trouble::NotReadable) {
            return not_readable(name);
        }
        if !self.has_room() {
            return Answer::xrm(FULL.to_owned());
        }
        self.ask_for_tab(Page::Record(record), Some(request.to_owned()), out);
        Answer::Nothing
    }

    fn ask_for_tab(&mut self, page: Page, request: Option<String>, out: &mut Vec<Output>) {
        if self.happens(Trouble::NeverShows) {
            return;
        }
        let slow = self.happens(Trouble::Slow);
        let usual = self.organization.tab_millis;
        let millis = if slow { SLOW } else { usual };
        let coming = Coming {
            page,
            navigating: false,
            request,
        };
        self.wait(coming, millis.saturating_sub(NAVIGATION), out);
    }

    fn wait(&mut self, coming: Coming, millis: u32, out: &mut Vec<Output>) {
        self.last_timer += 1;
        let timer = Timer(self.last_timer);
        self.coming.insert(timer, coming);
        out.push(Output::Wait { timer, millis });
    }

    /// A tab that was asked for starts to navigate, and later is there: as a new tab, with the focus, in the session
    /// that is in front by then. If there is no room for it, nothing happens and nobody is told.
    pub(super) fn time_up(&mut self, timer: Timer, out: &mut Vec<Output>) {
        match self.coming.remove(&timer) {
            Some(_) if !self.has_room() => {}
            Some(coming) if coming.navigating => {
                self.show(coming.page);
                if let Some(request) = coming.request {
                    let answer = Answer::Value(json!({ "savedEntityReference": [] }));
                    self.reply(answer, "openform", &request, out);
                }
            }
            Some(coming) => {
                let data = json!({ "value": self.url(coming.page) });
                self.tell("onpagenavigate", &data, out);
                let navigating = true;
                self.wait(
                    Coming {
                        navigating,
                        ..coming
                    },
                    NAVIGATION,
                    out,
                );
            }
            None => {}
        }
    }

    /// The tab of this request still comes, but without an answer.
    pub(super) fn never_answer(&mut self, request: &str) {
        for coming in self.coming.values_mut() {
            coming.request.take_if(|of| of == request);
        }
    }

    /// Whether the session in front has room for one more tab.
    pub(super) fn has_room(&self) -> bool {
        self.sessions.front().tabs.len() < self.organization.tabs
    }

    /// Shows a page in a new tab of the session in front.
    pub(super) fn show(&mut self, page: Page) {
        let title = match page {
            Page::Dashboard => "Dashboard",
            Page::Search => "Search",
            Page::Record(record) => self.records.title(record).unwrap_or("Record"),
        };
        let title = title.to_owned();
        let _ = self.sessions.front_mut().open(page, title);
    }

    /// The URL of a page.
    #[must_use]
    pub fn url(&self, page: Page) -> String {
        let organization = &self.organization;
        let page = match page {
            Page::Dashboard => "dashboard".to_owned(),
            Page::Search => "search".to_owned(),
            Page::Record(Record { entity, id }) => {
                format!("entityrecord&etn={}&id={id}", entity.logical_name())
            }
        };
        format!(
            "{}/main.aspx?appid={}&pagetype={page}",
            organization.url, organization.app_id
        )
    }
}

fn not_readable(entity: &str) -> Answer {
    Answer::xrm(format!(
        "Principal user is missing prvRead{entity} privilege."
    ))
}
