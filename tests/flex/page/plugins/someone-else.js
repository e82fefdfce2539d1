// Another company's plugin. It aborts the actions that the test puts into `refused`, and swallows those in `swallowed`.
(() => {
  const ACTIONS = ["AcceptTask", "SelectTask", "SetActivity"];
  window.refused = new Set();
  window.swallowed = new Set();

  class SomeoneElse {
    name = "someone-else";

    init({ Actions }) {
      for (const action of ACTIONS) {
        Actions.addListener(`before${action}`, (payload, abort) => {
          if (window.refused.has(action)) abort();
        });
        Actions.replaceAction(action, async (payload, original) => {
          if (!window.swallowed.delete(action)) await original(payload);
        });
      }
    }
  }

  window.Twilio.Flex.Plugins.init(SomeoneElse);
})();
