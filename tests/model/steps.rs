//! What can happen next in a world. What comes of it stands in [`happen`](super::happen).

use simulation::dynamics::Mode;
use simulation::flex::Status;
use store::Timer;
use store::state::TaskStatus;

use super::step::{Act, Hand, Reload, Step};
use super::world::World;

impl World {
    /// What can happen next, if all goes well.
    pub fn steps(&self) -> Vec<Step> {
        let mut acts = Vec::new();
        self.messages(&mut acts);
        self.people(&mut acts);
        acts.into_iter().map(Step::Well).collect()
    }

    fn messages(&self, acts: &mut Vec<Act>) {
        let channels = &self.channels;
        match &channels.dynamics {
            None => acts.push(Act::DynamicsIsUp),
            Some(events) if !events.is_empty() => acts.push(Act::HearDynamics),
            Some(_) => {}
        }
        match &channels.flex {
            None => acts.push(Act::FlexIsUp),
            Some(messages) if !messages.is_empty() => acts.push(Act::HearFlex),
            Some(_) => {}
        }
        acts.extend(numbers(channels.answers.len()).map(Act::Answer));
        for (place, clock) in numbers(channels.clocks.len()).zip(&channels.clocks) {
            if self.is_due(*clock) {
                acts.push(Act::Clock(place));
            } else if self.left.budget.slow > 0 {
                acts.push(Act::Early(place));
            }
        }
        acts.extend(numbers(channels.tabs.len()).map(Act::Tab));
        acts.extend(channels.calls_out.then_some(Act::CallOut));
        acts.extend(self.ringing().map(|_| Act::Answers));
        acts.extend((!self.desktop.flex.connected).then_some(Act::Regain));
    }

    /// An opening has a minute, which no message takes. It is a fault of Dynamics if that is over before its tab is
    /// up, or has been seen. An outbound call gets its reservation in its time, too.
    fn is_due(&self, clock: Timer) -> bool {
        let opened = self
            .panel
            .tabs
            .opening
            .as_ref()
            .map(|opening| opening.record);
        let untroubled = self.left.budget.faults == self.setting.budget.faults
            && self.left.budget.slow == self.setting.budget.slow;
        let comes = untroubled && self.shown_anywhere().any(|shown| Some(shown) == opened);
        match clock {
            Timer::Opening(_) => self.channels.are_silent() && !comes,
            Timer::OutboundTask(_) => self.channels.are_silent(),
            _ => true,
        }
    }

    fn people(&self, acts: &mut Vec<Act>) {
        let left = &self.left.budget;
        // Flex and the list are in the panel: minimized, neither can be used.
        let acts_left = left.acts > 0 && self.dynamics.mode() == Mode::Docked;
        if usize::from(self.left.customers) < self.setting.customers.len() {
            acts.push(Act::Contact);
        }
        let flex = &self.desktop.flex;
        for task in flex.tasks() {
            let task_number = number_of(&task.sid);
            if left.leaves > 0 && task.status != Status::Wrapping {
                acts.push(Act::Leave(task_number));
            }
            if acts_left {
                if flex.selected.as_deref() != Some(&task.sid) {
                    acts.push(Act::InFlex(Hand::Select, task_number));
                }
                acts.push(Act::InFlex(next_hand(task.status), task_number));
            }
        }
        if acts_left {
            for task in &self.panel.tasks {
                let task_number = number_of(task.sid.as_str());
                let commands = [Hand::Select, Hand::Open, hand_in_list(task.status)];
                acts.extend(commands.map(|hand| Act::InList(hand, task_number)));
            }
        }
        if left.moves > 0 {
            let front = self.dynamics.sessions().front();
            for (place, tab) in front.tabs.iter().enumerate() {
                if tab.id != front.focused {
                    acts.push(Act::GoTo(place as u8));
                }
                if place > 0 {
                    acts.push(Act::Close(place as u8));
                }
            }
            let modes = [Mode::Minimized, Mode::Docked].into_iter();
            acts.extend(
                modes
                    .filter(|mode| *mode != self.dynamics.mode())
                    .map(Act::SetMode),
            );
        }
        if left.switches > 0 {
            let sessions = self.dynamics.sessions();
            for (place, session) in (0..).zip(sessions.iter()) {
                if session.id != sessions.front().id {
                    acts.push(Act::Switch(place));
                }
                if place > 0 {
                    acts.push(Act::CloseSession(place));
                }
            }
        }
        if left.others > 0 && self.dynamics.sessions().have_room() {
            acts.push(Act::OpenOther);
        }
        if left.clicks > 0 {
            acts.push(Act::Click);
        }
        if left.losses > 0 && self.desktop.flex.connected {
            acts.push(Act::Lose);
        }
        if left.reloads > 0 {
            let whole = self.channels.flex.is_some();
            let reloads = self.setting.reloads_of.iter().copied();
            // Flex that is loading anew already has nothing to lose.
            let reloads = reloads.filter(|what| whole || *what != Reload::Flex);
            acts.extend(reloads.map(Act::Reload));
        }
    }

    /// The call of the agent's own that rings at the customer.
    pub fn ringing(&self) -> Option<&str> {
        let flex = &self.desktop.flex;
        let ringing = flex.tasks().iter().find(|task| flex.rings(task));
        ringing.map(|task| task.sid.as_str())
    }

    /// Whether a step is possible.
    pub fn can(&self, step: Step) -> bool {
        self.steps().contains(&Step::Well(step.act()))
    }
}

fn numbers(count: usize) -> impl Iterator<Item = u8> {
    0..count as u8
}

fn number_of(sid: &str) -> u8 {
    let digits = sid.get(2..).unwrap_or_default();
    u8::from_str_radix(digits.trim_start_matches('0'), 16).unwrap_or_default()
}

fn next_hand(status: Status) -> Hand {
    match status {
        Status::Pending => Hand::Accept,
        Status::Accepted => Hand::End,
        _ => Hand::Complete,
    }
}

fn hand_in_list(status: TaskStatus) -> Hand {
    match status {
        TaskStatus::Pending => Hand::Accept,
        TaskStatus::Accepted => Hand::End,
        TaskStatus::Paused | TaskStatus::Wrapping => Hand::Complete,
    }
}
