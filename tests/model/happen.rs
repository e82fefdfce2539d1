//! What comes of a step.

use std::collections::VecDeque;

use serde_json::json;
use simulation::dynamics::{self as host, AgentAction as HostAct, Owner};
use simulation::flex::{Input as FlexInput, Route, Timer as FlexTimer};
use simulation::stage::Scheduler;
use store::{AgentAction, Event, ReservationSid, SessionId, TabId, Timer};

use super::explorer::{self, Cause, Pace};
use super::step::{Act, Hand, Step};
use super::world::{PHONE, Turn, World, contact, record};

impl World {
    /// The world after a step.
    pub fn after(&self, step: Step) -> Self {
        let mut next = self.clone();
        next.turn = Default::default();
        if let Step::Ill(_, call, fault) = step {
            next.turn.fault = Some((call, fault));
            next.left.budget.faults = next.left.budget.faults.saturating_sub(1);
        }
        next.happen(step.act());
        next.put_away();
        next
    }

    fn happen(&mut self, act: Act) {
        let budget = &mut self.left.budget;
        match act {
            Act::InFlex(..) | Act::InList(..) => budget.acts -= 1,
            Act::GoTo(_) | Act::Close(_) | Act::SetMode(_) => budget.moves -= 1,
            Act::Switch(_) | Act::CloseSession(_) => budget.switches -= 1,
            Act::Leave(_) => budget.leaves -= 1,
            Act::Reload(_) => budget.reloads -= 1,
            Act::Early(_) => budget.slow -= 1,
            Act::OpenOther => budget.others -= 1,
            Act::Click => budget.clicks -= 1,
            Act::Lose => budget.losses -= 1,
            _ => {}
        }
        match act {
            Act::GoTo(_)
            | Act::Close(_)
            | Act::Switch(_)
            | Act::CloseSession(_)
            | Act::OpenOther => {
                self.history.moved = true;
            }
            Act::SetMode(_) => self.history.set_mode = true,
            Act::Click => self.history.clicks += 1,
            _ => {}
        }
        match act {
            Act::Contact => self.contact(),
            Act::Leave(task) => self.step_flex(FlexInput::CustomerLeft { sid: sid(task) }),
            Act::InFlex(hand, task) => self.step_flex(FlexInput::Invoke {
                id: 0,
                action: action(hand).into(),
                payload: json!({"sid": sid(task)}),
            }),
            Act::InList(hand, task) => self.in_list(hand, task),
            Act::GoTo(place) => self.by_hand(HostAct::FocusTab(self.tab(place))),
            Act::Close(place) => self.by_hand(HostAct::CloseTab(self.tab(place))),
            Act::Switch(place) => self.by_hand(HostAct::SwitchSession(self.session(place))),
            Act::CloseSession(place) => self.by_hand(HostAct::CloseSession(self.session(place))),
            Act::SetMode(mode) => self.by_hand(HostAct::SetMode(mode)),
            Act::OpenOther => self.by_hand(HostAct::OpenSession {
                owner: Owner::Other,
                title: "Another provider".into(),
                panel: None,
            }),
            Act::Click => self.by_hand(HostAct::ClickPhone {
                record: contact(),
                column: PHONE,
            }),
            Act::CallOut => {
                self.channels.calls_out = false;
                self.step_flex(FlexInput::TimeUp(FlexTimer::Outbound));
            }
            Act::Answers => {
                let sid = self.ringing().map(str::to_owned);
                sid.into_iter()
                    .for_each(|sid| self.step_flex(FlexInput::CustomerAnswers { sid }));
            }
            Act::Lose => self.step_flex(FlexInput::Connection(false)),
            Act::Regain => self.step_flex(FlexInput::Connection(true)),
            Act::Reload(what) => self.reload(what),
            Act::DynamicsIsUp => self.dynamics_is_up(),
            Act::FlexIsUp => self.flex_is_up(),
            Act::HearDynamics => {
                let channel = self.channels.dynamics.as_mut();
                if let Some(event) = channel.and_then(VecDeque::pop_front) {
                    self.tell(Event::Dynamics(event));
                }
            }
            Act::HearFlex => {
                let channel = self.channels.flex.as_mut();
                if let Some(event) = channel.and_then(VecDeque::pop_front) {
                    self.hear_flex(event);
                }
            }
            Act::Answer(place) => {
                let (_, event) = self.channels.answers.remove(place.into());
                self.tell(event);
            }
            Act::Clock(place) | Act::Early(place) => {
                let clock = self.channels.clocks.remove(place.into());
                self.tell(Event::TimeUp(clock));
            }
            Act::Tab(place) => {
                let timer = self.channels.tabs.remove(place.into());
                self.step_dynamics(host::Input::TimeUp(timer));
            }
        }
    }

    /// The agent's hand in Dynamics.
    fn by_hand(&mut self, act: HostAct) {
        self.step_dynamics(host::Input::Agent(act));
    }

    fn contact(&mut self) {
        let about = self.setting.customers.get(usize::from(self.left.customers));
        let id = about.map(|number| record(*number).id.to_string());
        self.left.customers += 1;
        self.step_flex(FlexInput::Offer {
            channel: self.setting.channel.into(),
            attributes: json!({"name": "Ann", "incidentId": id}),
            route: Route::Queue,
        });
    }

    fn in_list(&mut self, hand: Hand, task: u8) {
        let sid = ReservationSid::from(sid(task).as_str());
        if hand == Hand::Open
            && let Some(record) = self.panel.task(&sid).and_then(|task| task.record)
        {
            *self.history.asked.entry(record).or_default() += 1;
        }
        self.tell(Event::Agent(match hand {
            Hand::Select => AgentAction::Select(sid),
            Hand::Accept => AgentAction::Accept(sid),
            Hand::End => AgentAction::End(sid),
            Hand::Complete => AgentAction::Complete(sid),
            Hand::Open => AgentAction::Open(sid),
        }));
    }

    fn tab(&self, place: u8) -> TabId {
        let tabs = &self.dynamics.sessions().front().tabs;
        tabs.get(usize::from(place))
            .map_or(TabId::from(""), |tab| tab.id.clone())
    }

    fn session(&self, place: u8) -> SessionId {
        let session = self.dynamics.sessions().iter().nth(place.into());
        session.map_or(SessionId::from(""), |session| session.id.clone())
    }

    /// The world after two polls of the panel, if nobody does anything meanwhile.
    pub fn a_moment_later(&self) -> Self {
        let mut world = self.clone();
        for _ in 0..4 {
            while let Some(step) = world.steps().into_iter().find(Step::is_message) {
                world = world.after(step);
            }
            if !world.channels.clocks.is_empty() {
                world = world.after(Step::Well(Act::Clock(0)));
            }
        }
        world
    }

    /// How a step can go wrong that has led to this world.
    pub fn ills(&self, well: Step, world: &Self) -> Vec<Step> {
        let calls = (0..).zip(&world.turn.calls);
        let possible = calls.filter(|_| self.left.budget.faults > 0);
        possible
            .flat_map(|(call, faults)| faults.map(|fault| Step::Ill(well.act(), call, fault)))
            .collect()
    }

    /// The last step was a clock that is set anew until something comes up.
    fn is_recurring(&self) -> bool {
        matches!(
            self.turn.told.first(),
            Some(Event::TimeUp(Timer::LookAgain(_) | Timer::Poll(_)))
        )
    }
}

impl explorer::World for World {
    type Step = Step;

    fn successors(&self) -> Vec<(Step, Self)> {
        let mut successors = Vec::new();
        for well in self.steps() {
            let world = self.after(well);
            let ills = self.ills(well, &world);
            successors.push((well, world));
            successors.extend(ills.into_iter().map(|ill| (ill, self.after(ill))));
        }
        successors
    }

    fn key(&self) -> u64 {
        self.canonical_key()
    }

    fn broken(&self) -> Option<&'static str> {
        self.turn
            .broken
            .or_else(|| super::invariants::broken_in(self))
    }

    fn settle(&mut self) {
        self.turn = Turn::default();
    }

    fn pace(&self, step: Step) -> Pace {
        let act = step.act();
        let cause = if self.is_recurring() {
            Cause::Clock
        } else if step.is_message()
            || matches!(act, Act::Clock(_) | Act::DynamicsIsUp | Act::FlexIsUp)
        {
            Cause::Message
        } else {
            Cause::People
        };
        Pace {
            effects: self.turn.effects,
            cause,
        }
    }
}

fn sid(task: u8) -> String {
    format!("WR{task:032x}")
}

fn action(hand: Hand) -> &'static str {
    match hand {
        Hand::Select | Hand::Open => "SelectTask",
        Hand::Accept => "AcceptTask",
        Hand::End => "WrapupTask",
        Hand::Complete => "CompleteTask",
    }
}
