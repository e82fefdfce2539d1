//! Sessions and their tabs. Exactly one session is in front, and exactly one of its tabs has the focus.

use store::ids::{Record, SessionId, TabId};

use super::mode::Mode;

/// How many sessions the host opens, including the home session.
pub const SESSIONS: usize = 10;

/// Who owns a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Owner {
    /// The home session, which belongs to everybody.
    Home,
    /// The panel's provider made it.
    Panel,
    /// Another provider made it, or Omnichannel itself.
    Other,
}

/// What a tab shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Page {
    /// The first tab of a session.
    Dashboard,
    /// The form of a record.
    Record(Record),
    /// A search page.
    Search,
}

impl Page {
    /// The record, if it shows one.
    #[must_use]
    pub fn record(self) -> Option<Record> {
        match self {
            Self::Record(record) => Some(record),
            Self::Dashboard | Self::Search => None,
        }
    }
}

/// A tab.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tab {
    /// The id. It is unique only within its session.
    pub id: TabId,
    /// The title on the tab.
    pub title: String,
    /// What it shows.
    pub page: Page,
}

/// A tab that was asked for and is not there yet.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Coming {
    /// What it will show.
    pub page: Page,
    /// `onpagenavigate` has been sent.
    pub navigating: bool,
    /// The `openform` request that is answered once the tab is there.
    pub request: Option<String>,
}

/// A session.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Session {
    /// `session-id-0` is the home session.
    pub id: SessionId,
    /// The title in the rail.
    pub title: String,
    /// Its owner.
    pub owner: Owner,
    /// The mode that the template of the session sets for the panel, each time the session comes to the front.
    pub panel: Option<Mode>,
    /// The panel has asked the agent to come to this session (`requestFocusSession`).
    pub asks_for_focus: bool,
    /// Its tabs in order. The first tab can't be closed.
    pub tabs: Vec<Tab>,
    /// The tab with the focus.
    pub focused: TabId,
    made: u32,
}

impl Session {
    fn new(id: SessionId, title: String, owner: Owner, panel: Option<Mode>) -> Self {
        let mut session = Self {
            id,
            title,
            owner,
            panel,
            asks_for_focus: false,
            tabs: Vec::new(),
            focused: TabId::from(""),
            made: 0,
        };
        session.open(Page::Dashboard, "Dashboard".to_owned());
        session
    }

    /// Opens a new tab, which takes the focus.
    pub(super) fn open(&mut self, page: Page, title: String) -> TabId {
        let id = TabId::from(format!("tab-id-{}", self.made).as_str());
        self.made += 1;
        self.tabs.push(Tab {
            id: id.clone(),
            title,
            page,
        });
        self.focused = id.clone();
        id
    }

    /// Gives a tab the focus. Returns `false` if the tab is gone.
    pub(super) fn focus(&mut self, id: &TabId) -> bool {
        let there = self.tabs.iter().any(|tab| tab.id == *id);
        if there {
            self.focused = id.clone();
        }
        there
    }

    /// Closes a tab, unless it is the first one. If it had the focus, the tab before it gets the focus.
    pub(super) fn close(&mut self, id: &TabId) {
        let place = self.tabs.iter().position(|tab| tab.id == *id);
        let Some(before) = place.and_then(|place| place.checked_sub(1)) else {
            return;
        };
        self.tabs.remove(before + 1);
        if self.focused == *id
            && let Some(tab) = self.tabs.get(before)
        {
            self.focused = tab.id.clone();
        }
    }

    /// The tab with the focus.
    #[must_use]
    pub fn focused_tab(&self) -> Option<&Tab> {
        self.tabs.iter().find(|tab| tab.id == self.focused)
    }
}

/// All sessions.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Sessions {
    home: Session,
    others: Vec<Session>,
    front: SessionId,
    made: u32,
}

impl Sessions {
    pub(super) fn new() -> Self {
        let id = session_id(0);
        Self {
            home: Session::new(id.clone(), "Home".to_owned(), Owner::Home, None),
            others: Vec::new(),
            front: id,
            made: 1,
        }
    }

    /// All sessions, the home session first.
    pub fn iter(&self) -> impl Iterator<Item = &Session> {
        std::iter::once(&self.home).chain(&self.others)
    }

    /// The session with this id.
    #[must_use]
    pub fn get(&self, id: &SessionId) -> Option<&Session> {
        self.iter().find(|session| session.id == *id)
    }

    /// The session in front.
    #[must_use]
    pub fn front(&self) -> &Session {
        self.get(&self.front).unwrap_or(&self.home)
    }

    pub(super) fn front_mut(&mut self) -> &mut Session {
        let front = &self.front;
        self.others
            .iter_mut()
            .find(|session| session.id == *front)
            .unwrap_or(&mut self.home)
    }

    /// A session that the panel has made.
    pub(super) fn own_mut(&mut self, id: &SessionId) -> Option<&mut Session> {
        self.others
            .iter_mut()
            .find(|session| session.id == *id && session.owner == Owner::Panel)
    }

    /// Whether one more session can be opened.
    #[must_use]
    pub fn have_room(&self) -> bool {
        self.iter().count() < SESSIONS
    }

    /// Opens a session behind the one in front. `None` if there are too many.
    pub(super) fn open(
        &mut self,
        owner: Owner,
        title: &str,
        panel: Option<Mode>,
    ) -> Option<SessionId> {
        if !self.have_room() {
            return None;
        }
        let id = session_id(self.made);
        self.made += 1;
        self.others
            .push(Session::new(id.clone(), title.to_owned(), owner, panel));
        Some(id)
    }

    /// Brings a session to the front. Returns the session that was there before, if it was another one.
    pub(super) fn switch(&mut self, id: &SessionId) -> Option<SessionId> {
        let other = self.front != *id && self.get(id).is_some();
        if let Some(session) = self.others.iter_mut().find(|session| session.id == *id) {
            session.asks_for_focus = false;
        }
        other.then(|| std::mem::replace(&mut self.front, id.clone()))
    }

    /// Closes a session that is not in front. Returns `false` for the home session and for an unknown session.
    pub(super) fn close(&mut self, id: &SessionId) -> bool {
        let before = self.others.len();
        self.others
            .retain(|session| session.id != *id || session.id == self.front);
        self.others.len() < before
    }
}

/// The id of the home session.
pub(super) fn home() -> SessionId {
    session_id(0)
}

fn session_id(number: u32) -> SessionId {
    SessionId::from(format!("session-id-{number}").as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_tab_gets_the_focus_and_the_tab_before_it_gets_it_back() {
        let mut session = Sessions::new().front().clone();
        let first = session.focused.clone();
        let second = session.open(Page::Search, "Search".to_owned());
        let third = session.open(Page::Search, "Search".to_owned());
        assert_eq!(session.focused, third);
        session.close(&third);
        assert_eq!(session.focused, second);
        assert!(session.focus(&first));
        session.close(&second);
        session.close(&first);
        assert_eq!(session.focused, first);
        assert!(!session.focus(&third));
    }

    #[test]
    fn tab_ids_repeat_across_sessions_but_never_within_one() {
        let mut sessions = Sessions::new();
        let other = sessions.open(Owner::Panel, "Ann", None).unwrap();
        assert_eq!(
            sessions.front().focused,
            sessions.get(&other).unwrap().focused
        );
        let front = sessions.front_mut();
        let closed = front.open(Page::Search, "Search".to_owned());
        front.close(&closed);
        assert_ne!(front.open(Page::Search, "Search".to_owned()), closed);
    }

    #[test]
    fn at_most_ten_sessions_are_open() {
        let mut sessions = Sessions::new();
        let opened = (0..20)
            .filter_map(|_| sessions.open(Owner::Other, "", None))
            .count();
        assert_eq!(opened, SESSIONS - 1);
    }

    #[test]
    fn the_home_session_and_the_session_in_front_can_not_be_closed() {
        let mut sessions = Sessions::new();
        let other = sessions.open(Owner::Other, "", None).unwrap();
        assert!(!sessions.close(&home()));
        assert_eq!(sessions.switch(&other), Some(home()));
        assert_eq!(sessions.switch(&other), None);
        assert!(!sessions.close(&other));
        assert_eq!(sessions.switch(&home()), Some(other.clone()));
        assert!(sessions.close(&other));
    }
}
