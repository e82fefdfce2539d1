//! One turn of the store: the state that it changes, and the effects that it asks for, in their order.

use std::ops::{Deref, DerefMut};

use super::awaited::Awaited;
use super::{DynamicsCall, Effect, FlexCommand, RequestId, State, Timer};

/// A turn under way. It dereferences to the state.
pub(super) struct Turn<'a> {
    /// What the panel knows.
    pub(super) state: &'a mut State,
    /// What the turn does to the world, in order.
    pub(super) effects: &'a mut Vec<Effect>,
}

impl Turn<'_> {
    /// Calls Dynamics; the answer carries this number and goes to `awaited`.
    pub(super) fn call(&mut self, call: DynamicsCall, awaited: Awaited) -> RequestId {
        let request = self.next_request();
        let _ = self.awaited.insert(request, awaited);
        self.effects.push(Effect::Dynamics { request, call });
        request
    }

    /// Calls Dynamics by a call that is never answered.
    pub(super) fn call_unanswered(&mut self, call: DynamicsCall) {
        let request = self.next_request();
        self.effects.push(Effect::Dynamics { request, call });
    }

    /// Commands Flex; the reply carries this number and goes to `awaited`.
    pub(super) fn command(&mut self, command: FlexCommand, awaited: Awaited) -> RequestId {
        let request = self.next_request();
        let _ = self.awaited.insert(request, awaited);
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
