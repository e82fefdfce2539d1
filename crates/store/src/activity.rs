//! The worker's activity: Flex has it, the header shows it and can ask for another one.
//!
//! What the agent has chosen is shown until the outcome is known; from then on what Flex has is shown. Flex's answer does
//! not tell the outcome: the activity that Flex has soon after it does.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::awaited::Awaited;
use super::ids::{ActivitySid, RequestId};
use super::problem::{CommandProblem, Problem};
use super::turn::Turn;
use super::{FlexCommand, State, Timer, patience};

/// An activity of the account, as Flex has it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Activity {
    /// Its key.
    pub sid: ActivitySid,
    /// Its name in the account's own words.
    pub name: Rc<str>,
    /// Tasks are routed to the worker.
    pub available: bool,
    /// The account's offline activity: Flex places no calls in it.
    pub offline: bool,
}

/// A `SetActivity` of ours whose outcome is not known.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct AskedActivity {
    /// The command; it names the timer too.
    pub request: RequestId,
    /// What it asks for.
    pub sid: ActivitySid,
    /// Flex has had it since: whatever Flex has after that is no longer the outcome of this command.
    pub came: bool,
}

impl State {
    /// The activity to show: the chosen one until its outcome is known, else the one that Flex has.
    #[must_use]
    pub fn shown_activity(&self) -> Option<&Activity> {
        let asked = self.asked_activity.as_ref().filter(|asked| !asked.came);
        let chosen = asked.and_then(|asked| self.activity_named(&asked.sid));
        chosen.or(self.activity.as_deref())
    }

    fn has_activity(&self, sid: &ActivitySid) -> bool {
        self.activity.as_ref().is_some_and(|now| now.sid == *sid)
    }

    fn activity_named(&self, sid: &ActivitySid) -> Option<&Activity> {
        self.activities.iter().find(|one| one.sid == *sid)
    }
}

/// The agent chooses an activity. The latest choice counts; the answer to an earlier one is then stale.
pub(super) fn choose(turn: &mut Turn<'_>, sid: ActivitySid) {
    let shown = turn.shown_activity().map(|shown| &shown.sid);
    if shown == Some(&sid) || turn.activity_named(&sid).is_none() {
        return;
    }
    turn.take_back(Problem::is_about_activity);
    let activity_sid = sid.clone();
    let request = turn.command(FlexCommand::SetActivity { activity_sid }, Awaited::Activity);
    turn.asked_activity = Some(AskedActivity {
        request,
        sid,
        came: false,
    });
}

/// Flex answers `SetActivity`; false if the request is not that. Its yes is no change yet: it resolves even if
/// TaskRouter has refused.
pub(super) fn replied(
    turn: &mut Turn<'_>,
    request: RequestId,
    result: &Result<(), CommandProblem>,
) -> bool {
    let is_asked = |asked: &AskedActivity| asked.request == request;
    let Some(asked) = turn.asked_activity.take_if(|asked| is_asked(asked)) else {
        return false;
    };
    match result {
        _ if asked.came || turn.has_activity(&asked.sid) => {}
        Ok(()) => {
            turn.asked_activity = Some(asked);
            turn.wait(Timer::Activity(request), patience::ACTIVITY);
        }
        Err(why) => turn.tell(Problem::CommandFailed {
            action: "SetActivity",
            why: why.clone(),
        }),
    }
    true
}

/// The worker's activity has changed: what was told of a change that did not come is over.
pub(super) fn changed(state: &mut State, activity: Activity) {
    if !state.has_activity(&activity.sid) {
        state.take_back(Problem::is_about_activity);
    }
    if let Some(asked) = &mut state.asked_activity {
        asked.came |= asked.sid == activity.sid;
    }
    state.activity = Some(activity.into());
}

/// The activity has had its time to become the chosen one.
pub(super) fn time_up(state: &mut State, request: RequestId) {
    let is_due = |asked: &mut AskedActivity| asked.request == request;
    let asked = state.asked_activity.take_if(is_due);
    if asked.is_some_and(|asked| !asked.came && !state.has_activity(&asked.sid)) {
        state.tell(Problem::ActivityNotChanged);
    }
}

/// Flex is loaded anew before it has answered.
pub(super) fn unanswered(turn: &mut Turn<'_>) {
    if let Some(asked) = &turn.asked_activity {
        let _ = replied(turn, asked.request, &Err(CommandProblem::TimedOut));
    }
}

impl Problem {
    fn is_about_activity(&self) -> bool {
        match self {
            Self::ActivityNotChanged => true,
            Self::CommandFailed { action, .. } => *action == "SetActivity",
            _ => false,
        }
    }
}
