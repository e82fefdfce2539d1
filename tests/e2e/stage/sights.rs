//! What the three pages show at one moment. One script reads each page.

use serde::Deserialize;

use super::outcome::{Failure, Outcome};

/// The panel, as the agent sees it.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct PanelSight {
    /// `docked`, `minimized`, `hidden` or `unknown`. `None` if the panel is not in the page.
    pub mode: Option<String>,
    /// `leading`, `following` or `alone`.
    pub role: Option<String>,
    /// How many frames hold Flex.
    pub flex_frames: usize,
    /// The link to Dynamics.
    pub dynamics: Option<String>,
    /// The link to Flex.
    pub flex: Option<String>,
    /// The worker's activity, as the header shows it.
    pub activity: Option<String>,
    /// The task list, from top to bottom.
    pub rows: Vec<Row>,
    /// The notices.
    pub notices: Vec<Told>,
    /// The page in the place of the panel, with its words.
    pub page: Option<Told>,
    /// All words that are visible in the page.
    pub words: String,
}

/// A row of the task list.
#[derive(Clone, Debug, Deserialize)]
pub struct Row {
    /// The reservation's sid.
    pub sid: String,
    /// `pending`, `accepted` or `wrapping`.
    pub status: String,
    /// `voice`, `chat`, `sms` or another.
    pub channel: String,
    /// Whether it is selected.
    pub selected: bool,
    /// Whether it says that its record is ready.
    pub ready: bool,
    /// Its problems.
    pub problems: Vec<Told>,
    /// Its buttons, by their acts.
    pub acts: Vec<String>,
    /// All its words.
    pub words: String,
}

/// A code and words for a person.
#[derive(Clone, Debug, Deserialize)]
pub struct Told {
    /// For logs and support.
    pub code: String,
    /// For the person.
    pub words: String,
}

impl PanelSight {
    /// The row of a task.
    pub fn row(&self, sid: &str) -> Option<&Row> {
        self.rows.iter().find(|row| row.sid == sid)
    }

    /// The row of a task that must be there.
    pub fn known_row(&self, sid: &str) -> Outcome<&Row> {
        self.row(sid)
            .ok_or_else(|| Failure(format!("no row for {sid}")))
    }

    /// The selected task's sid.
    pub fn selected(&self) -> Option<&str> {
        let mut selected = self.rows.iter().filter(|row| row.selected);
        selected.next().map(|row| row.sid.as_str())
    }

    /// Whether the mode is this one.
    pub fn is(&self, mode: &str) -> bool {
        self.mode.as_deref() == Some(mode)
    }

    /// The codes of the notices.
    pub fn notice_codes(&self) -> Vec<&str> {
        self.notices
            .iter()
            .map(|notice| notice.code.as_str())
            .collect()
    }
}

impl Row {
    /// The codes of the problems.
    pub fn problem_codes(&self) -> Vec<&str> {
        self.problems
            .iter()
            .map(|problem| problem.code.as_str())
            .collect()
    }
}

/// The Dynamics window.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct DynamicsSight {
    /// The tab strip of the session in front, from left to right.
    pub tabs: Vec<TabSight>,
    /// The side panel's mode.
    pub mode: Option<String>,
    /// Why the panel is hidden, as the page beside it says.
    pub hidden: Option<Told>,
    /// The trouble that is chosen.
    pub trouble: Option<String>,
}

/// A tab of Dynamics.
#[derive(Clone, Debug, Deserialize)]
pub struct TabSight {
    /// Its id.
    pub id: String,
    /// Whether it has the focus.
    pub focused: bool,
    /// Its title.
    pub title: String,
}

impl DynamicsSight {
    /// The code of the reason why the panel is hidden.
    pub fn hidden_by(&self) -> Option<&str> {
        self.hidden.as_ref().map(|hidden| hidden.code.as_str())
    }

    /// The tab whose title contains this.
    pub fn tab(&self, title: &str) -> Option<&TabSight> {
        self.tabs.iter().find(|tab| tab.title.contains(title))
    }

    /// The id of a tab that must be there.
    pub fn known_tab(&self, title: &str) -> Outcome<String> {
        self.tab(title)
            .map(|tab| tab.id.clone())
            .ok_or_else(|| Failure(format!("no tab for {title}")))
    }

    /// The id of the focused tab.
    pub fn focused(&self) -> Option<&str> {
        let mut focused = self.tabs.iter().filter(|tab| tab.focused);
        focused.next().map(|tab| tab.id.as_str())
    }
}

/// The agent desktop.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct FlexSight {
    /// The worker's activity.
    pub activity: Option<String>,
    /// The reservations.
    pub reservations: Vec<Reservation>,
}

/// A reservation in the agent desktop.
#[derive(Clone, Debug, Deserialize)]
pub struct Reservation {
    /// Its sid.
    pub sid: String,
    /// Whether it is selected.
    pub selected: bool,
}

impl FlexSight {
    /// The selected reservation's sid.
    pub fn selected(&self) -> Option<&str> {
        let mut selected = self.reservations.iter().filter(|one| one.selected);
        selected.next().map(|one| one.sid.as_str())
    }
}

/// Functions that the three scripts share.
const HELPERS: &str = r#"
    const all = (css, from = document) => [...from.querySelectorAll(css)];
    const one = (css, name) => document.querySelector(css)?.getAttribute(name) ?? null;
    const chosen = (css) => document.querySelector(css)?.selectedOptions[0]?.label ?? null;
    const words = (node) => (node?.innerText ?? "").replace(/\s+/g, " ").trim();
    const told = (css, name, from) =>
        all(css, from).map((node) => ({ code: node.getAttribute(name), words: words(node) }));
"#;

const PANEL: &str = r#"
    return {
        mode: one("[data-panel]", "data-mode"),
        role: one("[data-panel]", "data-role"),
        flex_frames: all("iframe[data-flex]").length,
        dynamics: one("[data-link=dynamics]", "data-state"),
        flex: one("[data-link=flex]", "data-state"),
        activity: chosen("select[data-activity]"),
        rows: all("[data-task]").map((row) => ({
            sid: row.dataset.task,
            status: row.dataset.status,
            channel: row.dataset.channel,
            selected: row.getAttribute("aria-current") === "true",
            ready: row.querySelector("[data-ready]") !== null,
            problems: told("[data-problem]", "data-problem", row),
            acts: all("[data-act]", row).map((button) => button.dataset.act),
            words: words(row),
        })),
        notices: told("[data-notice]", "data-notice"),
        page: told("[data-page]", "data-page")[0] ?? null,
        // The live regions for screen readers are not on screen.
        words: words(document.body).replace(words(document.querySelector("[data-announcer]")), ""),
    };
"#;

const DYNAMICS: &str = r#"
    return {
        tabs: all("[data-tab]").map((tab) => ({
            id: tab.dataset.tab,
            focused: tab.getAttribute("aria-selected") === "true",
            title: words(tab),
        })),
        mode: one("[data-side-panel]", "data-mode"),
        hidden: told("[data-hidden-panel]", "data-hidden-panel")[0] ?? null,
        trouble: document.querySelector("select[data-trouble]")?.value ?? null,
    };
"#;

const FLEX: &str = r#"
    return {
        activity: chosen("select[data-activity]"),
        reservations: all("[data-reservation]").map((node) => ({
            sid: node.dataset.reservation,
            selected: node.getAttribute("aria-current") === "true",
        })),
    };
"#;

/// The script that reads the panel.
pub fn panel_script() -> String {
    format!("{HELPERS}{PANEL}")
}

/// The script that reads the Dynamics window.
pub fn dynamics_script() -> String {
    format!("{HELPERS}{DYNAMICS}")
}

/// The script that reads the agent desktop.
pub fn flex_script() -> String {
    format!("{HELPERS}{FLEX}")
}
