//! The worker's activity. Flex has it. The header shows it, and the agent can ask there for another one.
//!
//! The header shows the activity that the agent has chosen until the outcome is known. From then on it shows the
//! activity that Flex has. Flex's answer does not tell the outcome: the activity that Flex has soon after the answer
//! does.

use crate::mechanisms::turn::Turn;
use crate::words::action::FlexAction;
use crate::words::activity::{Activity, AskedActivity};
use crate::words::awaited::Awaited;
use crate::words::effect::{FlexCommand, Timer};
use crate::words::ids::{ActivitySid, Ticket};
use crate::words::problem::{CommandProblem, Problem};
use crate::words::state::State;
use crate::words::timeouts;

impl State {
    /// The activity to show: the chosen one until its outcome is known, then the one that Flex has.
    #[must_use]
    pub fn shown_activity(&self) -> Option<&Activity> {
        let asked = self
            .flex
            .asked_activity
            .as_ref()
            .filter(|asked| !asked.came);
        let chosen = asked.and_then(|asked| self.activity_named(&asked.sid));
        chosen.or(self.flex.activity.as_deref())
    }

    fn has_activity(&self, sid: &ActivitySid) -> bool {
        self.flex
            .activity
            .as_ref()
            .is_some_and(|now| now.sid == *sid)
    }

    fn activity_named(&self, sid: &ActivitySid) -> Option<&Activity> {
        self.flex.activities.iter().find(|one| one.sid == *sid)
    }
}

/// The agent chooses an activity. The latest choice counts: the answer to an earlier one is stale.
pub(crate) fn choose(turn: &mut Turn<'_>, sid: ActivitySid) {
    let shown = turn.shown_activity().map(|shown| &shown.sid);
    if shown == Some(&sid) || turn.activity_named(&sid).is_none() {
        return;
    }
    turn.retract(Problem::is_about_activity);
    let activity_sid = sid.clone();
    let request = turn.command(FlexCommand::SetActivity { activity_sid }, Awaited::Activity);
    turn.flex.asked_activity = Some(AskedActivity {
        request,
        sid,
        came: false,
    });
}

/// Takes Flex's answer to `SetActivity`. Returns false if the request is another one. A yes is no change yet: Flex also
/// answers yes if TaskRouter refuses.
pub(crate) fn replied(
    turn: &mut Turn<'_>,
    request: Ticket,
    result: &Result<(), CommandProblem>,
) -> bool {
    let is_asked = |asked: &AskedActivity| asked.request == request;
    let Some(asked) = turn.flex.asked_activity.take_if(|asked| is_asked(asked)) else {
        return false;
    };
    match result {
        _ if asked.came || turn.has_activity(&asked.sid) => {}
        Ok(()) => {
            turn.flex.asked_activity = Some(asked);
            turn.wait(Timer::Activity(request), timeouts::ACTIVITY);
        }
        Err(why) => turn.notify(Problem::CommandFailed {
            action: FlexAction::SetActivity,
            why: why.clone(),
        }),
    }
    true
}

/// The worker's activity has changed: notices about a change that failed are out of date.
pub(crate) fn changed(state: &mut State, activity: Activity) {
    if !state.has_activity(&activity.sid) {
        state.retract(Problem::is_about_activity);
    }
    if let Some(asked) = &mut state.flex.asked_activity {
        asked.came |= asked.sid == activity.sid;
    }
    state.flex.activity = Some(activity.into());
}

/// The time for the activity to become the chosen one is over.
pub(crate) fn time_up(state: &mut State, request: Ticket) {
    let is_due = |asked: &mut AskedActivity| asked.request == request;
    let asked = state.flex.asked_activity.take_if(is_due);
    if asked.is_some_and(|asked| !asked.came && !state.has_activity(&asked.sid)) {
        state.notify(Problem::ActivityNotChanged);
    }
}

/// Flex is reloaded before it has answered.
pub(crate) fn unanswered(turn: &mut Turn<'_>) {
    if let Some(asked) = &turn.flex.asked_activity {
        let _ = replied(turn, asked.request, &Err(CommandProblem::TimedOut));
    }
}

impl Problem {
    fn is_about_activity(&self) -> bool {
        match self {
            Self::ActivityNotChanged => true,
            Self::CommandFailed { action, .. } => *action == FlexAction::SetActivity,
            _ => false,
        }
    }
}
