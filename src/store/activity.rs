//! The worker's activity: Flex has it, the header shows it and can ask for another one.
//!
//! What the agent has chosen is shown until Flex answers; whatever it answers, what is shown then is what Flex has.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::ids::{ActivitySid, RequestId};
use super::problem::{CommandProblem, Problem};
use super::update::Effects;
use super::{FlexCommand, State};

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

/// A `SetActivity` of ours that Flex has not answered.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct AskedActivity {
    /// The command.
    pub request: RequestId,
    /// What it asks for.
    pub sid: ActivitySid,
}

impl State {
    /// The activity to show: the chosen one while Flex has not answered, else the one that Flex has.
    #[must_use]
    pub fn shown_activity(&self) -> Option<&Activity> {
        let asked = self.asked_activity.as_ref();
        let chosen = asked.and_then(|asked| self.activity_named(&asked.sid));
        chosen.or(self.activity.as_deref())
    }

    fn activity_named(&self, sid: &ActivitySid) -> Option<&Activity> {
        self.activities.iter().find(|one| one.sid == *sid)
    }
}

/// The agent chooses an activity. The latest choice counts; the answer to an earlier one is then stale.
pub(super) fn choose(state: &mut State, sid: ActivitySid, effects: &mut Effects) {
    let shown = state.shown_activity().map(|shown| &shown.sid);
    if shown == Some(&sid) || state.activity_named(&sid).is_none() {
        return;
    }
    state.take_back(Problem::is_about_activity);
    let activity_sid = sid.clone();
    let request = state.command(FlexCommand::SetActivity { activity_sid }, effects);
    state.asked_activity = Some(AskedActivity { request, sid });
}

/// Flex answers `SetActivity`; false if the request is not that.
pub(super) fn replied(
    state: &mut State,
    request: RequestId,
    result: &Result<(), CommandProblem>,
) -> bool {
    let answered = state
        .asked_activity
        .take_if(|asked| asked.request == request);
    let has_come = |asked: &AskedActivity| {
        let now = state.activity.as_ref();
        now.is_some_and(|now| now.sid == asked.sid)
    };
    // What Flex has told of itself needs no answer.
    let unknown = *result == Err(CommandProblem::TimedOut);
    if let (Some(asked), Err(why)) = (&answered, result)
        && !(unknown && has_come(asked))
    {
        state.tell(Problem::CommandFailed {
            action: "SetActivity",
            why: why.clone(),
        });
    }
    answered.is_some()
}

/// Flex is loaded anew before it has answered.
pub(super) fn unanswered(state: &mut State) {
    if let Some(asked) = &state.asked_activity {
        let _ = replied(state, asked.request, &Err(CommandProblem::TimedOut));
    }
}

impl Problem {
    fn is_about_activity(&self) -> bool {
        matches!(self, Self::CommandFailed { action, .. } if *action == "SetActivity")
    }
}
