// The bridge between Twilio Flex and the panel around it: a Flex plugin without a build.
//
// It has no logic of its own. It tells the panel what happens in Flex, and does in Flex what the panel asks, over
// a MessagePort that it gets in answer to its hello. Only panels on the account's own list are spoken to:
//   ui_attributes.cif_panel = { "origins": ["https://panel.example.com"], "fit": true }
// Without the list it stays silent. The protocol stands in src/flex/protocol/ and tests/golden/bridge/.
//
// One handshake lasts for the life of this page: when the panel reloads, this frame and this script reload with
// it. A welcome that comes later all the same replaces the port: the newest one counts, on both sides.

(() => {
  "use strict";

  const VERSION = 1;
  const SCRIPT = "1.0.0";
  const HELLO_EVERY = 2000;
  const LONGEST_TEXT = 1000;
  const LONGEST_WORDS = 500;
  const DESKTOP = "agent-desktop";

  const LIVE = new Set(["pending", "accepted", "paused", "wrapping"]);
  const ATTRIBUTES = ["name", "contactId", "incidentId", "ticketNumber", "direction"];
  const ENDINGS = {
    taskCompleted: "completed",
    taskRejected: "rejected",
    taskTimeout: "timeout",
    taskCanceled: "canceled",
    taskRescinded: "rescinded",
  };
  const CHANGES = ["taskReceived", "taskUpdated", "taskAccepted", "taskWrapup"];
  // What the panel may ask for, and what of its payload is passed on.
  const ACTIONS = new Map([
    ["SelectTask", ["sid"]],
    ["AcceptTask", ["sid"]],
    ["RejectTask", ["sid"]],
    ["WrapupTask", ["sid"]],
    ["CompleteTask", ["sid"]],
    ["HangupCall", ["sid"]],
    ["HoldCall", ["sid"]],
    ["UnholdCall", ["sid"]],
    ["StartOutboundCall", ["destination", "taskAttributes"]],
    ["NavigateToView", ["viewName"]],
    ["SetActivity", ["activityName"]],
  ]);

  // ---- Reading Flex: chosen fields only, whatever a flow or another plugin has made of them.

  // Half a surrogate pair, cut or sent so, is no text to the other side.
  const cut = (value, longest) => value.slice(0, longest).replace(/\p{Surrogate}/gu, "\uFFFD");
  const text = (value) => (typeof value === "string" ? cut(value, LONGEST_TEXT) : null);
  const flag = (value) => (typeof value === "boolean" ? value : null);
  const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

  // Strings cut, lists and objects emptied: the panel still sees what kind of thing it was.
  function light(value) {
    if (typeof value === "string") return text(value);
    if (Array.isArray(value)) return [];
    if (isObject(value)) return {};
    return typeof value === "number" || typeof value === "boolean" ? value : null;
  }

  function chosenAttributes(attributes) {
    if (!isObject(attributes)) return null;
    return Object.fromEntries(
      ATTRIBUTES.filter((name) => attributes[name] !== undefined).map((name) => [
        name,
        light(attributes[name]),
      ]),
    );
  }

  function chosenFields(task) {
    const participants = Array.from(task.conference?.participants ?? []);
    const customer = participants.find((one) => one.participantType === "customer");
    const agent = participants.find(
      (one) => one.participantType === "worker" && one.isCurrentWorker,
    );
    const age = Math.round(Number(task.age));
    return {
      sid: task.sid,
      status: task.status,
      channel: text(task.taskChannelUniqueName) ?? "",
      age: Number.isSafeInteger(age) && age >= 0 ? age : 0,
      attributes: chosenAttributes(task.attributes),
      onHold: flag(customer?.onHold),
      muted: flag(agent?.muted),
    };
  }

  const isLive = (task) => typeof task?.sid === "string" && LIVE.has(task.status);

  function wordsOf(error) {
    try {
      return cut(String(error?.message ?? error), LONGEST_WORDS);
    } catch {
      return "";
    }
  }

  // Whatever goes wrong in here stays in here: Flex must go on working.
  const contained =
    (act) =>
    (...args) => {
      try {
        return act(...args);
      } catch {
        return undefined;
      }
    };

  // What the bridge itself refuses; the code is the protocol's.
  class Refusal extends Error {
    constructor(code, message) {
      super(message);
      this.code = code;
    }
  }

  // ---- The bridge.

  function bridge(flex, manager) {
    const settings = manager.serviceConfiguration?.ui_attributes?.cif_panel;
    const origins = listedOrigins(settings);
    if (origins.length === 0 || window.parent === window) return;
    if (settings.fit !== false) fitToPanel(flex);

    let port = null;
    const told = new Map();
    let selected;

    const state = () => manager.store.getState().flex;
    const tasks = () => state().worker?.tasks ?? new Map();
    const selectedSid = () => text(state().view?.selectedTaskSid);
    const post = (message) => port?.postMessage({ to: "panel", ...message });

    function readActivity(activity) {
      if (!isObject(activity)) return null;
      return {
        name: text(activity.name) ?? "",
        available: activity.available === true,
        offline:
          activity.sid !== undefined &&
          activity.sid === manager.serviceConfiguration.taskrouter_offline_activity_sid,
      };
    }

    // Tells a task unless all of this has been told already; its age alone is no news.
    function tell(task) {
      if (!isLive(task)) return;
      const fields = chosenFields(task);
      if (isNews(fields)) post({ type: "task", task: fields });
    }

    function isNews(fields) {
      const key = JSON.stringify({ ...fields, age: null });
      if (told.get(fields.sid) === key) return false;
      told.set(fields.sid, key);
      return true;
    }

    function tellEnding(task, ending) {
      if (typeof task?.sid !== "string") return;
      told.delete(task.sid);
      const handedOn = ending === "completed" && task.outgoingTransferObject?.mode === "COLD";
      post({ type: "taskEnded", sid: task.sid, ending: handedOn ? "transferred" : ending });
    }

    function tellSelection() {
      const sid = selectedSid();
      if (sid === selected) return;
      selected = sid;
      post({ type: "selected", sid });
    }

    function tellSnapshot() {
      const live = [...tasks().values()]
        .filter(isLive)
        .map(chosenFields)
        .sort((one, other) => other.age - one.age);
      told.clear();
      live.forEach(isNews);
      selected = selectedSid();
      const activity = readActivity(state().worker?.activity);
      post({
        type: "snapshot",
        tasks: live,
        selected,
        view: text(state().view?.activeView),
        activity,
      });
    }

    // Events tell of new tasks, and they alone how one ended. The store knows the rest: every selection (Flex's own
    // included), hold and mute. A task that has ended may stay in it for a moment, and is not told from there.
    function listen() {
      const on = (name, act) => manager.events.on(name, contained(act));
      CHANGES.forEach((name) => on(name, tell));
      Object.entries(ENDINGS).forEach(([name, ending]) =>
        on(name, (task) => tellEnding(task, ending)),
      );
      on(
        "selectedViewChanged",
        (name) => typeof name === "string" && post({ type: "view", name: text(name) }),
      );
      on("workerActivityUpdated", (raw) => {
        const activity = readActivity(raw);
        if (activity) post({ type: "activity", activity });
      });
      on("sessionInvalidated", () => post({ type: "sessionInvalidated" }));
      // Whatever happened without a connection, no event has told.
      on("connectionStateChanged", () => port && tellSnapshot());
      window.addEventListener(
        "pagehide",
        contained(() => post({ type: "leaving" })),
      );
      flex.Actions.addListener(
        "afterLogout",
        contained(() => post({ type: "signedOut" })),
      );
      manager.store.subscribe(
        contained(() => {
          if (!port) return;
          tasks().forEach((task) => told.has(task.sid) && tell(task));
          tellSelection();
        }),
      );
    }

    async function invoke(action, payload) {
      const keys = ACTIONS.get(action);
      if (!keys) throw new Refusal("unknown-action", "the bridge takes no such action");
      const given = isObject(payload) ? payload : {};
      if (keys.includes("sid") && !tasks().has(given.sid)) {
        // Flex itself would select it: SelectTask resolves for any sid.
        throw new Refusal("unknown-task", "Flex has no such task");
      }
      if (action === "SelectTask" && state().view?.activeView !== DESKTOP) {
        await flex.Actions.invokeAction("NavigateToView", { viewName: DESKTOP });
      }
      const passed = keys.filter((key) => given[key] !== undefined).map((key) => [key, given[key]]);
      await flex.Actions.invokeAction(action, Object.fromEntries(passed));
    }

    async function obey({ request, action, payload }, reply) {
      try {
        await invoke(action, payload);
        reply({ type: "reply", request, error: null });
      } catch (error) {
        const code = error instanceof Refusal ? error.code : "refused";
        reply({ type: "reply", request, error: { code, message: wordsOf(error) } });
      }
    }

    function receive(message, reply) {
      const type = message?.to === "flex" ? message.type : undefined;
      if (type === "error") return;
      if (type !== "command") {
        reply({ type: "error", code: "unknown-type", message: "the bridge knows no such message" });
      } else if (!Number.isSafeInteger(message.request)) {
        reply({ type: "error", code: "malformed", message: "a command needs a number" });
      } else {
        obey(message, reply);
      }
    }

    function connect(newPort) {
      port?.close();
      port = newPort;
      // A reply goes to the port that asked.
      const reply = contained((message) => newPort.postMessage({ to: "panel", ...message }));
      newPort.onmessage = contained((event) => receive(event.data, reply));
      tellSnapshot();
    }

    // Says hello to the panels on the list until one answers, or refuses this version.
    function meet() {
      const parent = window.location.ancestorOrigins?.[0];
      const targets =
        parent === undefined ? origins : origins.filter((origin) => origin === parent);
      if (targets.length === 0) return;
      const hello = { cifPanel: "hello", version: VERSION, bridge: SCRIPT };
      const sayHello = () =>
        targets.forEach(contained((origin) => window.parent.postMessage(hello, origin)));
      const timer = setInterval(sayHello, HELLO_EVERY);
      window.addEventListener(
        "message",
        contained((event) => {
          if (event.source !== window.parent || !targets.includes(event.origin)) return;
          const kind = event.data?.cifPanel;
          const isWelcome =
            kind === "welcome" && event.data.version === VERSION && event.ports?.length === 1;
          if (isWelcome || kind === "refused") clearInterval(timer);
          if (isWelcome) connect(event.ports[0]);
        }),
      );
      sayHello();
    }

    listen();
    meet();
  }

  // Exact origins: what is none (a path, a trailing slash, a wildcard) is not on the list.
  function listedOrigins(settings) {
    const listed = Array.isArray(settings?.origins) ? settings.origins : [];
    return listed.filter((origin) => {
      try {
        return new URL(origin).origin === origin;
      } catch {
        return false;
      }
    });
  }

  // One column, the side navigation in sight, no project switcher; each only where this Flex has it.
  function fitToPanel(flex) {
    contained(() => (flex.AgentDesktopView.defaultProps.showPanel2 = false))();
    contained(() => (flex.MainContainer.defaultProps.keepSideNavOpen = true))();
    contained(() => flex.RootContainer.Content.remove("project-switcher"))();
  }

  class CifPanelBridge {
    constructor() {
      this.name = "cif-panel-bridge";
    }

    init(flex, manager) {
      if (window.cifPanelBridge) return;
      window.cifPanelBridge = SCRIPT;
      contained(bridge)(flex, manager);
    }
  }

  window.Twilio.Flex.Plugins.init(CifPanelBridge);
})();
