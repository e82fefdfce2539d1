//! One turn of the store: the state that it changes, and the effects that it asks for, in their order.

use std::ops::{Deref, DerefMut};

use super::{DynamicsCall, Effect, FlexCommand, RequestId, State, Timer};

/// A turn under way. It dereferences to the state.
pub(super) struct Turn<'a> {
    /// What the panel knows.
    pub(super) state: &'a mut State,
    /// What the turn does to the world, in order.
    pub(super) effects: &'a mut Vec<Effect>,
}

impl Turn<'_> {
    /// Calls Dynamics; the answer carries this number.
    pub(super) fn call(&mut self, call: DynamicsCall) -> RequestId {
        let request = self.next_request();
        self.effects.push(Effect::Dynamics { request, call });
        request
    }

    /// Commands Flex; the reply carries this number.
    pub(super) fn command(&mut self, command: FlexCommand) -> RequestId {
        let request = self.next_request();
        self.effects.push(Effect::Flex { request, command });
        request
    }

    /// Sets a clock.
    pub(super) fn wait(&mut self, timer: Timer, millis: u32) {
        self.effects.push(Effect::Wait { timer, millis });
    }
}

impl Deref for Turn<'_> {
    type Target = State;

    fn deref(&self) -> &State {
        self.state
    }
}

impl DerefMut for Turn<'_> {
    fn deref_mut(&mut self) -> &mut State {
        self.state
    }
}
