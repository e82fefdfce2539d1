//! The real Flex and the simulated one, side by side. Everything is done in both, and both must show the same. The real
//! one has no plugin, so that only Flex itself acts.

use serde_json::{Value, json};
use simulation::flex::{Flex, Input, Output, Route, Timer};

use crate::agent::{LOADING, play_from_load, with_flex};
use crate::event_bridge::{self, EventBridge, Status};
use crate::stage::{Failure, Outcome, Side, World};
use crate::voice::BROWSER;

/// A task in both, by its place among the tasks of the test.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Task(usize);

/// Both of them.
pub struct Both<'a> {
    pub world: &'a World,
    pub cloud: &'a EventBridge,
    pub flex: Flex,
    /// The reservations of the real one; those of the simulated one have the same places.
    pub(super) real: Vec<String>,
    pub(super) simulated: Vec<String>,
}

/// The agent's telephone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Telephone {
    Browser,
    Desk,
}

/// Runs a test in both.
pub async fn play_in_both(
    telephone: Telephone,
    test: impl AsyncFnOnce(&mut Both<'_>) -> Outcome,
) -> Outcome {
    let cloud = EventBridge::open().await?;
    if telephone == Telephone::Browser {
        cloud.set_contact_uri(BROWSER);
    }
    let setting = with_flex(json!({ "plugins": "none" }));
    play_from_load(&cloud, setting, async |world| {
        let store = async || world.store().await;
        world
            .until(LOADING, "Flex has loaded", store, |flex| {
                flex.activity.is_some() && flex.view.is_some()
            })
            .await?;
        let mut flex = Flex::default();
        flex.desk_phone = telephone == Telephone::Desk;
        let mut both = Both {
            world,
            cloud: &cloud,
            flex,
            real: Vec::new(),
            simulated: Vec::new(),
        };
        both.script("window.voice.hasMicrophone()").await?;
        test(&mut both).await
    })
    .await
}

impl Both<'_> {
    /// A task comes to the agent.
    pub async fn offer(&mut self, channel: &str, attributes: Value, route: Route) -> Outcome<Task> {
        let real = self.cloud.reserve_as(channel, &attributes, of_cloud(route));
        self.input(Input::Offer {
            channel: channel.into(),
            attributes,
            route,
        });
        self.know(real).await
    }

    /// The call that was started has its reservation, and the agent's side of it comes up in the browser.
    pub async fn ringing(&mut self) -> Outcome<Task> {
        self.input(Input::TimeUp(Timer::Outbound));
        let newest = self.cloud.newest();
        let real = newest.ok_or_else(|| Failure("no call was placed".to_owned()))?;
        self.know(real).await
    }

    async fn know(&mut self, real: String) -> Outcome<Task> {
        let simulated = self.flex.tasks().last().map(|task| task.sid.clone());
        self.real.push(real);
        self.simulated.extend(simulated);
        self.alike("the task is there").await?;
        Ok(Task(self.real.len() - 1))
    }

    /// The agent's side of this call comes up in the browser.
    pub async fn call_comes_up(&mut self, task: Task) -> Outcome {
        self.world.browser_call(&self.real[task.0]).await?;
        let sid = self.simulated[task.0].clone();
        self.input(Input::TimeUp(Timer::Leg { sid }));
        self.alike("the call is in the browser").await
    }

    /// The customer answers the call that rings.
    pub async fn customer_answers(&mut self, task: Task) -> Outcome {
        self.world.customer_answers(self.cloud).await?;
        let sid = self.simulated[task.0].clone();
        self.input(Input::CustomerAnswers { sid });
        self.alike("the customer has answered").await
    }

    /// A call is accepted, comes up at the agent's telephone, and its conference becomes known.
    pub async fn on_the_line(&mut self) -> Outcome<Task> {
        let task = self.offer("voice", json!({}), Route::Queue).await?;
        self.accepted(task).await?;
        Ok(task)
    }

    /// Accepts a task that waits.
    pub async fn accepted(&mut self, task: Task) -> Outcome {
        // In the browser, a call is answered before TaskRouter says that it is accepted.
        let comes_up = !self.flex.desk_phone;
        self.settles_alike("AcceptTask", task, json!({})).await?;
        if comes_up {
            self.world.browser_call(&self.real[task.0]).await?;
        }
        self.alike("accepted, the conference not known yet").await?;
        self.conference(task, &["customer"]).await
    }

    /// Flex learns who is on the line.
    pub async fn conference(&mut self, task: Task, others: &[&str]) -> Outcome {
        self.world.conference(&self.real[task.0], others).await?;
        let sid = self.simulated[task.0].clone();
        let count = others.len().saturating_sub(1) as u8;
        self.input(Input::TimeUp(Timer::Conference { sid: sid.clone() }));
        self.input(Input::OthersOnLine { sid, count });
        self.alike("who is on the line").await
    }

    /// The agent invokes an action. It must settle alike and lead to the same in both. Returns how it settles.
    pub async fn act(&mut self, action: &str, task: Task) -> Outcome<Option<String>> {
        self.act_with(action, task, json!({})).await
    }

    /// The same with more in the payload.
    pub async fn act_with(
        &mut self,
        action: &str,
        task: Task,
        more: Value,
    ) -> Outcome<Option<String>> {
        let settled = self.settles_alike(action, task, more).await?;
        self.alike(&format!("after {action}")).await?;
        Ok(settled)
    }

    /// The action must settle alike. Its effects are not there yet.
    pub async fn settles_alike(
        &mut self,
        action: &str,
        task: Task,
        more: Value,
    ) -> Outcome<Option<String>> {
        let with = |sid: &str| {
            let mut payload = more.clone();
            payload["sid"] = json!(sid);
            payload
        };
        let payloads = (with(&self.real[task.0]), with(&self.simulated[task.0]));
        self.settle(action, payloads).await
    }

    /// Invokes an action that belongs to no task.
    pub async fn invoke(&mut self, action: &str, payload: Value) -> Outcome<Option<String>> {
        let settled = self.settle(action, (payload.clone(), payload)).await?;
        Ok(settled)
    }

    async fn settle(
        &mut self,
        action: &str,
        (real, simulated): (Value, Value),
    ) -> Outcome<Option<String>> {
        let real = self.world.invoke(action, real).await?;
        let outputs = self.input(Input::Invoke {
            id: 0,
            action: action.into(),
            payload: simulated,
        });
        let simulated = outputs.into_iter().find_map(|output| match output {
            Output::Settled { result, .. } => result.err(),
            _ => None,
        });
        assert_eq!(
            real.is_none(),
            simulated.is_none(),
            "{action}: {real:?}, simulated {simulated:?}"
        );
        Ok(real)
    }

    /// Something happens in the simulated one.
    pub fn input(&mut self, input: Input) -> Vec<Output> {
        self.flex.handle(input, 0)
    }

    /// Runs a script in the page of the real one.
    pub async fn script(&self, script: &str) -> Outcome<Value> {
        self.world.run_in(Side::Flex, script).await
    }

    /// The sids of a task in the real one and in the simulated one.
    pub fn sids(&self, task: Task) -> (&str, &str) {
        (&self.real[task.0], &self.simulated[task.0])
    }

    /// The customer or TaskRouter changes a task.
    pub async fn advance(
        &mut self,
        task: Task,
        next: Status,
        input: fn(String) -> Input,
    ) -> Outcome {
        self.cloud.advance(&self.real[task.0], next);
        self.input(input(self.simulated[task.0].clone()));
        self.alike(&format!("it is {next:?}")).await
    }
}

/// The same route in the words of the event bridge.
pub fn of_cloud(route: Route) -> event_bridge::Route {
    match route {
        Route::Queue => event_bridge::Route::Queue,
        Route::Target => event_bridge::Route::Target,
        Route::Transfer => event_bridge::Route::Transfer,
    }
}
