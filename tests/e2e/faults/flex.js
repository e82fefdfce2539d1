// Stands between the bridge script and Flex from the script's first moment on. `faults[action]` says how a command
// fails, and `met[action]` how often it has failed. While the page is `offline`, Flex reports nothing and does nothing.
(() => {
  window.faults = {};
  window.met = {};
  window.offline = false;

  const flex = window.Twilio.Flex;
  const unsaid = [];
  const reconnected = [];

  const outcome = {
    text: () => Promise.reject("Flex is busy"),
    map: () => Promise.reject(new Map([["message", "Flex is busy"]])),
    throws: () => {
      throw new TypeError("not now");
    },
    nonsense: (real) => real().then(() => window),
    empty: (real) => real().then(() => undefined),
    never: () => new Promise(() => {}),
    late: (real) => real().then(() => new Promise((resolve) => unsaid.push(resolve))),
    // These faults concern the reply.
    twice: (real) => real(),
    garbled: (real) => real(),
  };
  const replies = {
    twice: (reply, post) => [reply, reply].forEach(post),
    garbled: (reply, post) => post({ ...reply, error: 42 }),
  };

  window.answerLate = () => unsaid.splice(0).forEach((say) => say());

  window.reconnect = () => {
    window.offline = false;
    reconnected.forEach((listener) => listener("connected"));
  };

  const { invokeAction } = flex.Actions;
  flex.Actions.invokeAction = (action, payload) => {
    const real = async () => invokeAction(action, payload);
    if (window.offline) return outcome.never();
    const fault = window.faults[action];
    if (!fault) return real();
    window.met[action] = (window.met[action] ?? 0) + 1;
    return outcome[fault](real);
  };

  // The replies. The script's port is the one that comes with the welcome.
  window.addEventListener("message", ({ data, ports }) => {
    if (data?.cifPanel !== "welcome") return;
    const [port] = ports;
    const actions = new Map();
    port.addEventListener("message", ({ data: { type, request, action } }) => {
      if (type === "command") actions.set(request, action);
    });
    const post = port.postMessage.bind(port);
    port.postMessage = (message) => {
      const fault = message.type === "reply" && window.faults[actions.get(message.request)];
      const reply = replies[fault];
      if (reply) reply(message, post);
      else post(message);
    };
  });

  // The events. No event tells what happens while the page is offline.
  const online = (listener) => (argument) => window.offline || listener(argument);
  const { init } = flex.Plugins;
  flex.Plugins.init = (Plugin) => {
    const start = Plugin.prototype.init;
    Plugin.prototype.init = function (flexItself, manager) {
      const { events, store } = manager;
      const on = (name, listener) => {
        if (name === "connectionStateChanged") reconnected.push(listener);
        events.on(name, online(listener));
      };
      const subscribe = (subscriber) => store.subscribe(online(subscriber));
      const heard = { ...manager, events: { on }, store: { ...store, subscribe } };
      start.call(this, flexItself, heard);
    };
    init(Plugin);
  };
})();
