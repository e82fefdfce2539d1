// The bridge between Twilio Flex and the panel around it: a Flex plugin without a build.
//
// It has no logic of its own. It tells the panel what happens in Flex, and does in Flex what the panel asks, over
// a MessagePort that it gets in answer to its hello. Only panels on the account's own list are spoken to:
//   ui_attributes.cif_panel = { "origins": ["https://panel.example.com"], "fit": true, "hideTaskList": false }
// Without the list it stays silent. The protocol stands in src/flex/protocol/ and tests/golden/bridge/; wire.d.ts
// has its types. docs/flex-setup.md tells how it is deployed.
//
// One handshake lasts for the life of this page: when the panel reloads, this frame and this script reload with
// it. A welcome that comes later all the same replaces the port: the newest one counts, on both sides.

/**
 * @typedef {typeof import("@twilio/flex-ui")} Flex
 * @typedef {import("@twilio/flex-ui").Manager} Manager
 * @typedef {import("@twilio/flex-ui").ITask} ITask
 * @typedef {import("./wire").ToPanel} ToPanel
 */
(() => {
  "use strict";

  const VERSION = 1;
  const SCRIPT = "1.2.0";
  const HELLO_EVERY = 2000;
  // A task that has left the store for so long, and no event has told of its end, has ended unseen.
  const UNSEEN_END = 2000;
  const LONGEST_TEXT = 1000;
  const LONGEST_WORDS = 500;
  const DESKTOP = "agent-desktop";

  const LIVE = new Set(["pending", "accepted", "paused", "wrapping"]);
  const ATTRIBUTES = ["name", "contactId", "incidentId", "ticketNumber", "direction"];
  /** @type {Record<string, import("./wire").Ending>} */
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
    ["SetActivity", ["activitySid"]],
  ]);

  // ---- Reading Flex: chosen fields only, whatever a flow or another plugin has made of them.

  // Half a surrogate pair, cut or sent so, is no text to the other side.
  /** @param {string} value @param {number} longest */
  const cut = (value, longest) => value.slice(0, longest).replace(/\p{Surrogate}/gu, "\uFFFD");
  /** @param {unknown} value */
  const text = (value) => (typeof value === "string" ? cut(value, LONGEST_TEXT) : null);
  /** @param {unknown} value */
  const flag = (value) => (typeof value === "boolean" ? value : null);
  /** @type {(value: unknown) => value is Record<string, unknown>} */
  const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

  /** Strings cut, lists and objects emptied: the panel still sees what kind of thing it was. @param {unknown} value */
  function light(value) {
    if (typeof value === "string") return text(value);
    if (Array.isArray(value)) return [];
    if (isObject(value)) return {};
    return typeof value === "number" || typeof value === "boolean" ? value : null;
  }

  /** @param {unknown} attributes */
  function chosenAttributes(attributes) {
    if (!isObject(attributes)) return null;
    return Object.fromEntries(
      ATTRIBUTES.filter((name) => attributes[name] !== undefined).map((name) => [
        name,
        light(attributes[name]),
      ]),
    );
  }

  /** @param {ITask} task @returns {import("./wire").Task} */
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

  /** @type {(task: ITask | undefined) => task is ITask} */
  const isLive = (task) => typeof task?.sid === "string" && LIVE.has(task.status);

  /** @param {any} error */
  function wordsOf(error) {
    try {
      return cut(String(error?.message ?? error), LONGEST_WORDS);
    } catch {
      return "";
    }
  }

  /**
   * Whatever goes wrong in here stays in here: Flex must go on working.
   * @template {any[]} Args
   * @param {(...args: Args) => unknown} act
   * @returns {(...args: Args) => void}
   */
  const contained =
    (act) =>
    (...args) => {
      try {
        act(...args);
      } catch {
        // Nobody to tell: the panel hears of what it asked for, and that is caught where it is done.
      }
    };

  // What the bridge itself refuses; the code is the protocol's.
  class Refusal extends Error {
    /** @param {string} code @param {string} message */
    constructor(code, message) {
      super(message);
      this.code = code;
    }
  }

  // ---- The bridge.

  /** @param {Flex} flex @param {Manager} manager */
  function bridge(flex, manager) {
    const attributes = /** @type {import("./wire").UiAttributes} */ (
      manager.serviceConfiguration?.ui_attributes
    );
    const settings = attributes?.cif_panel;
    const origins = listedOrigins(settings);
    if (origins.length === 0 || window.parent === window) return;
    const lacks = lacking(flex, manager);
    if (lacks.length > 0)
      return meet(flex.VERSION, origins, (port) =>
        port.postMessage({ to: "panel", type: "unfit", lacks }),
      );
    if (settings?.fit !== false) fitToPanel(flex);
    if (settings?.hideTaskList === true) contained(hideTaskList)(flex);

    /** @type {MessagePort | null} */
    let port = null;
    /** What the panel knows of the tasks. @type {Map<string, string>} */
    const told = new Map();
    /** Tasks whose end has been told, as long as the store has them. @type {Set<string>} */
    const ended = new Set();
    /** What is not connected: Flex to Twilio's Sync, the worker to TaskRouter. @type {Set<string>} */
    const lost = new Set();
    /** @type {string | null} */
    let selected = null;
    let activities = "";
    let looking = false;

    const state = () => manager.store.getState().flex;
    /** @returns {Map<string, ITask>} */
    const tasks = () => state().worker?.tasks ?? new Map();
    // Flex calls none "".
    const selectedSid = () => text(state().view?.selectedTaskSid) || null;
    /** @param {ToPanel} message */
    const post = (message) => port?.postMessage({ to: "panel", ...message });

    /** @param {unknown} activity @returns {import("./wire").Activity | null} */
    function readActivity(activity) {
      if (!isObject(activity)) return null;
      return {
        sid: text(activity.sid) ?? "",
        name: text(activity.name) ?? "",
        available: activity.available === true,
        offline:
          activity.sid !== undefined &&
          activity.sid === manager.serviceConfiguration.taskrouter_offline_activity_sid,
      };
    }

    const readActivities = () =>
      [...(state().worker?.activities?.values() ?? [])]
        .map(readActivity)
        .filter((one) => one !== null);

    /** Tells a task unless all of this has been told already; its age alone is no news. @param {ITask} task */
    function tell(task) {
      if (!isLive(task) || ended.has(task.sid)) return;
      const fields = chosenFields(task);
      if (isNews(fields)) post({ type: "task", task: fields });
    }

    /** @param {import("./wire").Task} fields */
    function isNews(fields) {
      const key = JSON.stringify({ ...fields, age: null });
      if (told.get(fields.sid) === key) return false;
      told.set(fields.sid, key);
      return true;
    }

    /** @param {ITask} task @param {import("./wire").Ending} ending */
    function tellEnding(task, ending) {
      if (typeof task?.sid !== "string") return;
      told.delete(task.sid);
      ended.add(task.sid);
      const handedOn = ending === "completed" && task.outgoingTransferObject?.mode === "COLD";
      post({ type: "taskEnded", sid: task.sid, ending: handedOn ? "transferred" : ending });
    }

    function tellSelection() {
      const sid = selectedSid();
      if (sid === selected) return;
      selected = sid;
      post({ type: "selected", sid });
    }

    function tellActivities() {
      const now = readActivities();
      const key = JSON.stringify(now);
      if (key === activities) return;
      activities = key;
      post({ type: "activities", activities: now });
    }

    function tellSnapshot() {
      const live = [...tasks().values()]
        .filter((task) => isLive(task) && !ended.has(task.sid))
        .map(chosenFields)
        .sort((one, other) => other.age - one.age);
      told.clear();
      live.forEach(isNews);
      selected = selectedSid();
      const activity = readActivity(state().worker?.activity);
      const all = readActivities();
      activities = JSON.stringify(all);
      post({
        type: "snapshot",
        tasks: live,
        selected,
        view: text(state().view?.activeView),
        activity,
        activities: all,
        connected: lost.size === 0,
      });
    }

    /** Whatever happened without a connection, no event has told. @param {string} part @param {boolean} there */
    function tellConnection(part, there) {
      const before = lost.size;
      if (there) lost.delete(part);
      else lost.add(part);
      if (!port) return;
      if (lost.size === 0) tellSnapshot();
      else if (before === 0) post({ type: "reconnecting" });
    }

    const hasUnseenEnd = () => [...told.keys()].some((sid) => !tasks().has(sid));

    function lookForUnseenEnds() {
      if (looking || !hasUnseenEnd()) return;
      looking = true;
      const look = () => {
        looking = false;
        if (hasUnseenEnd()) tellSnapshot();
      };
      setTimeout(contained(look), UNSEEN_END);
    }

    // Events tell of new tasks, and they alone how one ended. The store knows the rest: every selection (Flex's own
    // included), hold and mute, and what has come or gone without an event.
    function listen() {
      /** @param {string} name @param {(...args: any[]) => unknown} act */
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
      on("connectionStateChanged", (now) => tellConnection("Flex", now === "connected"));
      manager.workerClient?.on?.(
        "disconnected",
        contained(() => tellConnection("worker", false)),
      );
      manager.workerClient?.on?.(
        "ready",
        contained(() => tellConnection("worker", true)),
      );
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
          tasks().forEach(tell);
          ended.forEach((sid) => tasks().has(sid) || ended.delete(sid));
          lookForUnseenEnds();
          tellSelection();
          tellActivities();
        }),
      );
    }

    /** @param {string} action @param {unknown} payload */
    async function invoke(action, payload) {
      const keys = ACTIONS.get(action);
      if (!keys) throw new Refusal("unknown-action", "the bridge takes no such action");
      const given = isObject(payload) ? payload : {};
      if (keys.includes("sid") && !tasks().has(/** @type {string} */ (given.sid))) {
        // Flex itself would select it: SelectTask resolves for any sid.
        throw new Refusal("unknown-task", "Flex has no such task");
      }
      if (action === "SelectTask" && state().view?.activeView !== DESKTOP) {
        await flex.Actions.invokeAction("NavigateToView", { viewName: DESKTOP });
      }
      const passed = keys.filter((key) => given[key] !== undefined).map((key) => [key, given[key]]);
      const before = selectedSid();
      await flex.Actions.invokeAction(action, Object.fromEntries(passed));
      if (action === "SelectTask" && before !== given.sid && selectedSid() === before) {
        // Another plugin has replaced the action.
        throw new Refusal("refused", "Flex has not selected the task");
      }
    }

    /** @typedef {(message: ToPanel) => void} Reply */
    /** @param {import("./wire").Command} command @param {Reply} reply */
    async function obey({ request, action, payload }, reply) {
      try {
        await invoke(action, payload);
        reply({ type: "reply", request, error: null });
      } catch (error) {
        const code = error instanceof Refusal ? error.code : "refused";
        reply({ type: "reply", request, error: { code, message: wordsOf(error) } });
      }
    }

    /** @param {any} message @param {Reply} reply */
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

    /** @param {MessagePort} newPort */
    function connect(newPort) {
      port?.close();
      port = newPort;
      // A reply goes to the port that asked.
      /** @type {Reply} */
      const reply = contained((message) => newPort.postMessage({ to: "panel", ...message }));
      newPort.onmessage = contained((event) => receive(event.data, reply));
      tellSnapshot();
    }

    listen();
    meet(flex.VERSION, origins, connect);
  }

  /** What this Flex lacks of what the bridge needs. @param {Flex} flex @param {Manager} manager */
  function lacking(flex, manager) {
    const needed = {
      "Actions.invokeAction": flex?.Actions?.invokeAction,
      "Actions.addListener": flex?.Actions?.addListener,
      "manager.events": manager.events?.on,
      "manager.store": manager.store?.subscribe,
    };
    return Object.entries(needed)
      .filter(([, found]) => typeof found !== "function")
      .map(([name]) => name);
  }

  /**
   * Says hello to the panels on the list until one answers, or refuses this version.
   * @param {string} ui the version of Flex UI, for support
   * @param {string[]} origins
   * @param {(port: MessagePort) => void} connect
   */
  function meet(ui, origins, connect) {
    const parent = window.location.ancestorOrigins?.[0];
    const targets = parent === undefined ? origins : origins.filter((origin) => origin === parent);
    if (targets.length === 0) return;
    const hello = { cifPanel: "hello", version: VERSION, bridge: SCRIPT, flex: ui };
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

  /**
   * Exact origins: what is none (a path, a trailing slash, a wildcard) is not on the list.
   * @param {import("./wire").Settings | undefined} settings
   */
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

  /** One column, the side navigation in sight, no project switcher; each only where it is. @param {Flex} flex */
  function fitToPanel(flex) {
    contained(() => (flex.AgentDesktopView.defaultProps.showPanel2 = false))();
    contained(() => (flex.MainContainer.defaultProps.keepSideNavOpen = true))();
    contained(() => flex.RootContainer.Content.remove("project-switcher"))();
  }

  /**
   * Flex's list and canvas share a splitter: the canvas takes its place.
   * @param {Flex} flex
   */
  function hideTaskList(flex) {
    const { Content } = flex.AgentDesktopView.Panel1;
    const canvas = window.React.createElement(flex.TaskCanvas, { key: "cif-panel-canvas" });
    /** @param {{ tasks?: Map<string, unknown> }} props */
    const hasTasks = ({ tasks }) => (tasks?.size ?? 0) > 0;
    Content.remove("splitter-1");
    Content.add(canvas, { if: hasTasks });
  }

  class CifPanelBridge {
    constructor() {
      this.name = "cif-panel-bridge";
    }

    /** @param {Flex} flex @param {Manager} manager */
    async init(flex, manager) {
      if (window.cifPanelBridge) return;
      window.cifPanelBridge = SCRIPT;
      contained(bridge)(flex, manager);
    }
  }

  contained(() => window.Twilio.Flex.Plugins.init(CifPanelBridge))();
})();
