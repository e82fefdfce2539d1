// The parts of Flex that need a log-in at Twilio's voice and conversations: the call in this browser, a task's
// conference, the customer's messages. They are put into Flex's store by Flex's own actions. Only the Call object is a
// fake.

const { ConferenceParticipant } = require("@twilio/flex-ui");

class FakeCall {
  constructor(sid, over) {
    this.parameters = { CallSid: sid };
    this.muted = false;
    this.digits = "";
    this.over = over;
  }

  isMuted() {
    return this.muted;
  }

  mute(muted) {
    this.muted = muted;
  }

  sendDigits(digits) {
    this.digits += digits;
  }

  disconnect() {
    this.over(this.parameters.CallSid);
  }

  on() {}

  off() {}

  removeListener() {}
}

// `window.voice` is for the tests.
exports.install = ({ store }, { eventBridge }) => {
  const tasks = () => store.getState().flex.worker.tasks;

  // The call leaves the browser, and TaskRouter is told.
  function over(sid) {
    store.dispatch({ type: "PHONE_REMOVE_CALL" });
    fetch(`http://${eventBridge}/calls`, { method: "POST", body: sid });
  }

  const ofConversation = (conversationSid) => ({
    conversationSid,
    chatState: { session: { client: { user: { identity: "agent" } } } },
  });

  window.voice = {
    // There is a microphone, so calls can be placed in this browser.
    hasMicrophone: () =>
      store.dispatch({ type: "PHONE_INIT", payload: { listener: { isMicrophoneSet: true } } }),

    call(sid) {
      store.dispatch({ type: "PHONE_ADD_CALL", payload: new FakeCall(sid, over) });
    },

    digits: () => store.getState().flex.phone.activeCall?.digits ?? null,

    // Participants: { type, callSid, workerSid?, hold?, status? }
    conference(reservation, participants) {
      const { taskSid } = tasks().get(reservation);
      const conference = new window.flexConference(taskSid, "active", `CF-${taskSid}`);
      const joined = ({ type, callSid, workerSid, hold = false, status = "joined" }) =>
        new ConferenceParticipant({
          type,
          participantSid: callSid,
          routingProperties: { workerSid },
          mediaProperties: { callSid, hold, muted: false, status },
          connecting: false,
        });
      conference.participants.push(...participants.map(joined));
      conference.source = { sid: taskSid, channelParticipants: [] };
      const payload = { conferences: [conference] };
      store.dispatch({ type: "CONFERENCE_MULTIPLE_UPDATE", payload });
    },

    // The messages of a conversation: [{ author, at }], in milliseconds since 1970.
    conversation(sid, messages) {
      const meta = ofConversation(sid);
      const conversation = { sid };
      store.dispatch({
        type: "CONVERSATION_INIT",
        payload: { conversation, listener: null },
        meta,
      });
      messages.forEach(({ author, at }, index) => {
        const dateCreated = new Date(at);
        const payload = { sid: `IM${index}`, index, author, body: "…", dateCreated, conversation };
        store.dispatch({ type: "CONVERSATION_ADD_MESSAGE", payload, meta });
      });
    },
  };
};
