//! The buttons for what the agent can do with a task in its current status.

use stylist::yew::use_style;
use yew::prelude::*;

use super::button::{Button, Look};
use super::copy_number::CopyNumber;
use super::icons::Icon;
use super::language::use_i18n;
use super::row::Row;
use super::slice::use_dispatch;
use super::words::{self, I18n};
use store::AgentAction;
use store::state::{Line, TaskStatus};

/// One action and its button.
struct Action {
    name: &'static str,
    label: String,
    icon: Option<Icon>,
    look: Look,
    act: AgentAction,
    obstacle: Option<String>,
}

impl Action {
    fn new(name: &'static str, label: String, icon: Icon, look: Look, act: AgentAction) -> Self {
        Self {
            name,
            label,
            icon: Some(icon),
            look,
            act,
            obstacle: None,
        }
    }

    /// Shows the word instead of an icon, because no icon says it clearly.
    fn in_words(self) -> Self {
        Self { icon: None, ..self }
    }

    /// Hold and resume share one button, so the focus stays on it. All other actions have buttons of their own: a
    /// second press must not do something else than the first.
    fn key(&self) -> &'static str {
        match self.act {
            AgentAction::Hold(..) => "hold",
            _ => self.name,
        }
    }
}

/// The actions that a task's status allows.
fn actions(i18n: &I18n, row: &Row) -> Vec<Action> {
    let Row { task, .. } = row;
    let sid = || task.sid.clone();
    if task.is_ringing_out() {
        let (label, icon) = (i18n.cancel_call(), Icon::HangUp);
        let mut action = Action::new("cancel", label, icon, Look::Ending, AgentAction::End(sid()));
        // Until this browser has the call, it has nothing to hang up.
        action.obstacle = (task.line != Some(Line::Own)).then(|| i18n.call_not_here());
        return vec![action];
    }
    match task.status {
        TaskStatus::Pending if !task.is_waiting() => Vec::new(),
        TaskStatus::Pending => vec![
            Action::new(
                "accept",
                i18n.accept(),
                Icon::Check,
                Look::Primary,
                AgentAction::Accept(sid()),
            ),
            Action::new(
                "decline",
                i18n.decline(),
                Icon::Cross,
                Look::Outline,
                AgentAction::Decline(sid()),
            ),
        ],
        TaskStatus::Accepted => {
            let hold = task.on_hold.filter(|_| task.is_call()).map(|held| {
                let act = AgentAction::Hold(sid(), !held);
                if held {
                    Action::new("unhold", i18n.unhold(), Icon::Play, Look::Subtle, act)
                } else {
                    Action::new("hold", i18n.hold(), Icon::Pause, Look::Subtle, act)
                }
            });
            let act = AgentAction::End(sid());
            let by_phone =
                |label| Action::new("end", label, Icon::HangUp, Look::Ending, act.clone());
            let end = match (task.is_call(), task.group) {
                (true, true) => by_phone(i18n.leave_call()),
                (true, false) => by_phone(i18n.hang_up()),
                // A cross would look as if it closed the row.
                (false, _) => {
                    Action::new("end", i18n.end(), Icon::Cross, Look::Outline, act).in_words()
                }
            };
            hold.into_iter().chain([end]).collect()
        }
        TaskStatus::Paused => Vec::new(),
        TaskStatus::Wrapping => {
            let act = AgentAction::Complete(sid());
            vec![Action::new(
                "complete",
                i18n.complete(),
                Icon::Check,
                Look::Outline,
                act,
            )]
        }
    }
}

/// The buttons of a row: icons beside a running task, words where the agent has to decide.
#[component]
pub fn TaskActions(row: &Row) -> Html {
    let dispatch = use_dispatch();
    let i18n = use_i18n();
    let style = use_style!(
        r#"
        display: flex;
        gap: var(--space-xs);

        /* In the free corner of the row, above the row's own button. */
        &.quick {
            position: relative;
            grid-area: 2 / 3 / 4 / 4;
            align-self: end;
            margin-block-end: var(--space-s-nudge);
            margin-inline-end: var(--space-s);
        }
        /* A narrow button shows its word only, a very narrow one its icon only. */
        @media (max-width: 400px) {
            &.quick > .outline > .icon { display: none; }
        }
        @media (max-width: 280px) {
            &.quick > .outline > .icon { display: initial; }
            &.quick > .outline:has(> .icon) > span { display: none; }
        }
        &.answer {
            flex-wrap: wrap;
            padding: 0 var(--space-s) var(--space-s);
        }
        &.answer > button { flex: 1 1 0; }
        &.answer > [data-act="copy-number"] { flex: none; }
        "#
    );
    let Row { task, busy, .. } = row;
    let about = words::customer(&i18n, task);
    let place = if task.is_waiting() { "answer" } else { "quick" };
    html! {
        <div class={classes!(style, place)}>
            if let Some(number) = words::number(task) {
                <CopyNumber number={number.to_owned()} in_tab_order={row.tab_stop} />
            }
            { for actions(&i18n, row).into_iter().map(|action| {
                let key = action.key();
                let obstacle = action.obstacle.or_else(|| (!row.commanded).then(|| i18n.needs_flex()));
                let in_words = task.is_waiting() || action.look == Look::Outline;
                html! {
                    <Button
                        {key} act={action.name} label={action.label} about={about.clone()}
                        icon={action.icon} look={action.look} disabled={*busy} obstacle={obstacle.map(AttrValue::from)}
                        icon_only={!in_words} in_tab_order={row.tab_stop}
                        onclick={dispatch.reform(move |()| action.act.clone())}
                    />
                }
            }) }
        </div>
    }
}
