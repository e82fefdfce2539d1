// The bridge between Twilio Flex and the panel around it: a Flex plugin without a build.
//
// It has no logic of its own. It tells the panel what happens in Flex, and does in Flex what the panel asks. Both go
// over a MessagePort, which the panel sends in answer to the script's hello. The script talks only to panels on the
// account's own list:
//   ui_attributes.cif_panel = { "origins": ["https://panel.example.com"], "fit": true, "hideTaskList": true }
// If no panel of that list frames Flex, the script does and says nothing. crates/wire/src/bridge/ and tests/golden/bridge/
// define the protocol, wire.d.ts has its types, and docs/flex-setup.md says how to deploy the script.
//
// One handshake lasts for the life of this page: when the panel reloads, this frame and this script reload with it. If
// another welcome comes all the same, its port replaces the old one. The newest port counts, on both sides.

/**
 * @typedef {typeof import("@twilio/flex-ui")} Flex
 * @typedef {import("@twilio/flex-ui").Manager} Manager
 * @typedef {import("@twilio/flex-ui").ITask} ITask
 * @typedef {import("./wire").ToPanel} ToPanel
 */
(() => {
  "use strict";

  const VERSION = 1;
  const SCRIPT = "1.5.0";
  const HELLO_EVERY = 2000;
  // How many hellos are said if the browser does not name the frame around Flex. Each hello to a wrong origin is an
  // error in the console of the browser.
  const HELLOS_TO_A_STRANGER = 5;
  // A task has ended unseen if it left the store this long ago, in milliseconds, and no event told of its end.
  const UNSEEN_END = 2000;
  const LONGEST_TEXT = 1000;
  const LONGEST_WORDS = 500;
  const DESKTOP = "agent-desktop";

  const LIVE = new Set(["pending", "accepted", "paused", "wrapping"]);
  const ATTRIBUTES = [
    "name",
    "contactId",
    "incidentId",
    "ticketNumber",
    "direction",
    "taskType",
    "channelType",
    "customerName",
    "customerAddress",
    "from",
    "outbound_to",
    "flexInteractionChannelSid",
    "recordEntity",
    "recordId",
  ];
  /** @type {Record<string, import("./wire").Ending>} */
  const ENDINGS = {
    taskCompleted: "completed",
    taskRejected: "rejected",
    taskTimeout: "timeout",
    taskCanceled: "canceled",
    taskRescinded: "rescinded",
  };
  const CHANGES = ["taskReceived", "taskUpdated", "taskAccepted", "taskWrapup"];
  // The actions that the panel may ask for, and the keys of their payloads that are passed on.
  const ACTIONS = new Map([
    ["SelectTask", ["sid"]],
    ["AcceptTask", ["sid"]],
    ["RejectTask", ["sid"]],
    ["WrapupTask", ["sid"]],
    ["CompleteTask", ["sid"]],
    ["HangupCall", ["sid"]],
    ["HoldCall", ["sid"]],
    ["UnholdCall", ["sid"]],
    ["SendDTMFDigits", ["sid", "digits"]],
    ["StartOutboundCall", ["destination", "taskAttributes"]],
    ["NavigateToView", ["viewName"]],
    ["SetActivity", ["activitySid"]],
  ]);
  // Flex performs these on the call that this browser has, whichever task they name.
  const TO_THE_LINE = ["HangupCall", "SendDTMFDigits"];

  // ---- Reading Flex: only chosen fields, and any values, because a flow or another plugin may have changed them.

  // Half of a surrogate pair is not valid text for the panel. It comes from cutting a text, or Flex has it.
  /** @param {string} value @param {number} longest */
  const cut = (value, longest) => value.slice(0, longest).replace(/\p{Surrogate}/gu, "\uFFFD");
  /** @param {unknown} value */
  const text = (value) => (typeof value === "string" ? cut(value, LONGEST_TEXT) : null);
  /** @param {unknown} value */
  const flag = (value) => (typeof value === "boolean" ? value : null);
  /** @type {(value: unknown) => value is Record<string, unknown>} */
  const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

  /** Cuts strings and empties lists and objects. The panel still sees the type of the value. @param {unknown} value */
  function light(value) {
    if (typeof value === "string") return text(value);
    if (Array.isArray(value)) return [];
    if (isObject(value)) return {};
    return typeof value === "number" || typeof value === "boolean" ? value : null;
  }

  /** @param {Record<string, unknown>} object @param {string[]} names */
  const chosen = (object, names) =>
    Object.fromEntries(
      names.filter((name) => object[name] !== undefined).map((name) => [name, light(object[name])]),
    );

  /** @param {unknown} attributes */
  function chosenAttributes(attributes) {
    if (!isObject(attributes)) return null;
    const { customers } = attributes;
    return {
      ...chosen(attributes, ATTRIBUTES),
      ...(isObject(customers) && { customers: chosen(customers, ["phone"]) }),
    };
  }

  /** A whole number that is not negative. @param {unknown} value */
  function count(value) {
    const number = Math.round(Number(value));
    return Number.isSafeInteger(number) && number >= 0 ? number : null;
  }

  /** A moment in milliseconds since 1970. Null if the value is no moment. @param {unknown} value */
  const moment = (value) => count(new Date(/** @type {string} */ (value ?? NaN)).getTime());

  /**
   * Asks another part of Flex, which a plugin may have broken. Null if it fails.
   * @template Told @param {() => Told} ask
   */
  function told(ask) {
    try {
      return ask() ?? null;
    } catch {
      return null;
    }
  }

  /** The legs of this worker in a task's call. After a lost connection there may be two. @param {ITask} task */
  const ownLegs = (task) =>
    Array.from(task.conference?.participants ?? []).filter(
      (one) => one.participantType === "worker" && one.isCurrentWorker,
    );

  /** Whether the call is a leg of this worker in the task's call. @param {ITask} task @param {string} callSid */
  const hasLeg = (task, callSid) => ownLegs(task).some((leg) => leg.callSid === callSid);

  /** Whether the task is an outgoing call that still rings at the customer. @param {Flex} flex @param {ITask} task */
  const ringsOut = (flex, task) =>
    told(() => flex.TaskHelper.isInitialOutboundAttemptTask(task)) === true;

  /**
   * Whether the call in this browser is the task's call. An outgoing call that still rings has no conference. Then the
   * browser's call is its own, unless it is a leg of another task.
   * @param {Flex} flex @param {any} state @param {ITask} task
   * @returns {import("./wire").Line}
   */
  function lineOf(flex, state, task) {
    const call = state.phone?.activeCall;
    if (!call) return "none";
    const sid = call.parameters?.CallSid;
    if (typeof sid !== "string") return "other";
    if (hasLeg(task, sid)) return "own";
    if (!ringsOut(flex, task)) return "other";
    const isAnothers = (/** @type {ITask} */ other) => hasLeg(other, sid);
    return [...state.worker.tasks.values()].some(isAnothers) ? "other" : "own";
  }

  /**
   * How many messages of a conversation are unread, and since when the customer waits for an answer: since the first
   * message after the agent's last one.
   * @param {any} state @param {ITask} task
   */
  function conversationFields(state, task) {
    const { conversationSid, channelSid } = task.attributes ?? {};
    const conversation = state.chat?.conversations?.[conversationSid || channelSid];
    const { unreadMessages, messages } = conversation ?? {};
    if (!Array.isArray(unreadMessages) || !Array.isArray(messages))
      return { unread: null, unanswered: null };
    const byAgent = (/** @type {any} */ one) => one.isFromMe && !one.isFromCCAIVirtualAgent;
    const answered = messages.map((one) => Boolean(byAgent(one))).lastIndexOf(true);
    const source = messages[answered + 1]?.source;
    const unanswered = moment(source?.dateCreated ?? source?.timestamp);
    return { unread: unreadMessages.length, unanswered };
  }

  /**
   * The fields of a live task that are sent.
   * @param {Flex} flex @param {any} state @param {ITask} task
   * @returns {import("./wire").Task}
   */
  function chosenFields(flex, state, task) {
    const participants = Array.from(task.conference?.participants ?? []);
    const customer = participants.find((one) => one.participantType === "customer");
    const call = flag(told(() => flex.TaskHelper.isCallTask(task)));
    const capable = () =>
      flex.TaskChannels.getForTask(task)?.capabilities.has(flex.TaskChannelCapability.Wrapup);
    return {
      sid: task.sid,
      status: task.status,
      channel: text(task.taskChannelUniqueName) ?? "",
      channelType: text(task.channelType) ?? "",
      age: count(task.age) ?? 0,
      attributes: chosenAttributes(task.attributes),
      onHold: flag(customer?.onHold),
      muted: flag(ownLegs(task)[0]?.muted),
      call,
      // The call in this browser does not matter to other tasks.
      line: call ? lineOf(flex, state, task) : "none",
      participants: count(task.conference?.liveParticipantCount ?? NaN),
      targeted: Boolean(task.routingTarget),
      transfer: Boolean(task.incomingTransferObject),
      wrapup: flag(told(capable)),
      ...conversationFields(state, task),
      since: moment(task.dateUpdated),
    };
  }

  /** @param {any} error */
  function wordsOf(error) {
    try {
      return cut(String(error?.message ?? error), LONGEST_WORDS);
    } catch {
      return "";
    }
  }

  /**
   * Catches everything that goes wrong in here, because Flex must go on working.
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
        // The panel need not know: errors of what it asked for are caught and reported elsewhere.
      }
    };

  // A refusal by the bridge itself. The protocol defines the code.
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
    const parent = window.location.ancestorOrigins?.[0];
    const panels = listedOrigins(settings).filter((origin) => (parent ?? origin) === origin);
    if (panels.length === 0 || window.parent === window) return;
    const hellos = parent === undefined ? HELLOS_TO_A_STRANGER : Infinity;
    /** @param {(port: MessagePort) => void} connect */
    const meetPanel = (connect) => meet({ panels, hellos, ui: flex?.VERSION, connect });
    /** @param {string[]} lacks */
    const sayUnfit = (lacks) =>
      meetPanel((port) => port.postMessage({ to: "panel", type: "unfit", lacks }));
    const lacks = lacking(flex, manager);
    if (lacks.length > 0) return sayUnfit(lacks);

    let arranged = false;
    /** Fits Flex's layout to the panel. If it is known that there is a panel, this happens before Flex is drawn. */
    function arrange() {
      if (arranged) return;
      arranged = true;
      if (settings?.fit !== false) fitToPanel(flex);
      if (settings?.hideTaskList !== false) contained(hideTaskList)(flex);
    }
    if (parent !== undefined) arrange();

    /** @type {MessagePort | null} */
    let port = null;
    /** The tasks as they were last sent to the panel. @type {Map<string, { fields: import("./wire").Task, written: string }>} */
    const known = new Map();
    /** Tasks whose end has been sent and that are still in the store. @type {Set<string>} */
    const ended = new Set();
    /** What has lost its connection: Flex to Twilio's Sync, the worker to TaskRouter, the browser. @type {Set<string>} */
    const lost = new Set();
    /** How the session has ended. After that, nothing is sent. @type {"signedOut" | "sessionInvalidated" | null} */
    let over = null;
    /** TaskRouter's client that the script listens to. @type {any} */
    let worker;
    /** The client has connected once, so Flex knows the worker's activity. @type {boolean | undefined} */
    let ready;
    /** @type {string | null} */
    let selected = null;
    let activity = "";
    let activities = "";
    let looking = false;

    const state = () => manager.store.getState().flex;
    /** @returns {Map<string, ITask>} */
    const tasks = () => state().worker?.tasks ?? new Map();
    // Flex uses "" for no task.
    const selectedSid = () => text(state().view?.selectedTaskSid) || null;
    /** @param {ToPanel} message */
    const post = (message) => over || port?.postMessage({ to: "panel", ...message });

    /** @param {unknown} activity @returns {import("./wire").Activity | null} */
    function readActivity(activity) {
      if (!isObject(activity)) return null;
      return {
        sid: text(activity.sid) ?? "",
        name: shownName(text(activity.name) ?? ""),
        available: activity.available === true,
        offline:
          activity.sid !== undefined &&
          activity.sid === manager.serviceConfiguration.taskrouter_offline_activity_sid,
      };
    }

    /** The name in Flex's own menus: an account may have its own words for an activity. @param {string} name */
    const shownName = (name) => text(told(() => flex.templates[`tr_activity_${name}`]?.())) || name;

    const currentActivity = () => readActivity(state().worker?.activity);
    // Flex's own menus leave out the activity with this name.
    const readActivities = () =>
      [...(state().worker?.activities?.values() ?? [])]
        .filter((one) => one?.name !== "Reserved")
        .map(readActivity)
        .filter((one) => one !== null);

    /**
     * The fields of a task, if it is live. A task that can't be read is left out; the others are sent.
     * @param {ITask | undefined} task @returns {import("./wire").Task[]}
     */
    function current(task) {
      try {
        const live = typeof task?.sid === "string" && LIVE.has(task.status) && !ended.has(task.sid);
        return live ? [dated(chosenFields(flex, state(), task))] : [];
      } catch {
        return [];
      }
    }

    /**
     * The fields with the moment at which the task's stage began. TaskRouter dates each change of status. Flex keeps no
     * date for a hold or its end, so these begin when the script sees them.
     * @param {import("./wire").Task} fields @returns {import("./wire").Task}
     */
    function dated(fields) {
      const before = known.get(fields.sid)?.fields;
      if (before?.status !== fields.status) return fields;
      const same = (before.onHold === true) === (fields.onHold === true);
      return { ...fields, since: same ? before.since : Date.now() };
    }

    /** Sends a task if anything but its age has changed. @param {ITask} task */
    const tell = (task) =>
      current(task)
        .filter(isNews)
        .forEach((fields) => post({ type: "task", task: fields }));

    /** @param {import("./wire").Task} fields */
    function isNews(fields) {
      const before = known.get(fields.sid)?.written;
      const written = JSON.stringify({ ...fields, age: null });
      known.set(fields.sid, { fields, written });
      return before !== written;
    }

    /** @param {ITask} task @param {import("./wire").Ending} ending */
    function tellEnding(task, ending) {
      if (typeof task?.sid !== "string") return;
      known.delete(task.sid);
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

    function tellActivity() {
      const now = currentActivity();
      const key = JSON.stringify(now);
      if (key === activity) return;
      activity = key;
      if (now) post({ type: "activity", activity: now });
    }

    function tellActivities() {
      const now = readActivities();
      const key = JSON.stringify(now);
      if (key === activities) return;
      activities = key;
      post({ type: "activities", activities: now });
    }

    function tellSnapshot() {
      const live = [...tasks().values()].flatMap(current).sort((one, other) => other.age - one.age);
      known.clear();
      live.forEach(isNews);
      selected = selectedSid();
      const now = currentActivity();
      const all = readActivities();
      activity = JSON.stringify(now);
      activities = JSON.stringify(all);
      post({
        type: "snapshot",
        tasks: live,
        selected,
        view: text(state().view?.activeView),
        activity: now,
        activities: all,
        connected: lost.size === 0,
      });
    }

    /** Sends a snapshot after a lost connection, because no event tells what happened meanwhile. @param {string} part @param {boolean} there */
    function tellConnection(part, there) {
      const before = lost.size;
      if (there) lost.delete(part);
      else lost.add(part);
      if (!port) return;
      if (there) tellSnapshot();
      else if (before === 0) post({ type: "reconnecting" });
    }

    /** @param {"signedOut" | "sessionInvalidated"} how */
    function end(how) {
      post({ type: how });
      over ??= how;
    }

    const hasUnseenEnd = () => [...known.keys()].some((sid) => !tasks().has(sid));

    function lookForUnseenEnds() {
      if (looking || !hasUnseenEnd()) return;
      looking = true;
      const look = () => {
        looking = false;
        if (hasUnseenEnd()) tellSnapshot();
      };
      setTimeout(contained(look), UNSEEN_END);
    }

    // Events tell of new tasks, and only events tell how a task ended. The store has everything else: every selection
    // (also Flex's own), hold and mute, and tasks that came or went without an event.
    const ofFlex = {
      ...Object.fromEntries(CHANGES.map((name) => [name, tell])),
      ...Object.fromEntries(
        Object.entries(ENDINGS).map(([name, ending]) => [
          name,
          (/** @type {ITask} */ task) => tellEnding(task, ending),
        ]),
      ),
      /** @param {unknown} name */
      selectedViewChanged: (name) =>
        typeof name === "string" && post({ type: "view", name: text(name) }),
      sessionInvalidated: () => end("sessionInvalidated"),
      /** @param {unknown} now */
      connectionStateChanged: (now) => tellConnection("Flex", now === "connected"),
    };
    const ofWorker = {
      disconnected: () => tellConnection("worker", false),
      ready: () => {
        // If the first connection comes late, Flex tries to remove all listeners. So far its own proxy of the client
        // prevents that.
        workerEvents.hear(worker);
        tellConnection("worker", true);
      },
    };
    const ofWindow = {
      offline: () => tellConnection("browser", false),
      online: () => tellConnection("browser", true),
      pagehide: () => post({ type: "leaving" }),
    };
    const flexEvents = listener(ofFlex);
    const workerEvents = listener(ofWorker);

    /** Notices another client of TaskRouter, and whether it has connected. */
    function attend() {
      const { source, activity: does } = state().worker ?? {};
      if (source === worker && Boolean(does) === ready) return;
      ready = Boolean(does);
      if (source !== worker) contained(turnTo)(source);
      tellConnection("worker", ready);
    }

    /** Listens to another client. Flex gets its tasks from a new client after each log-in. @param {any} client */
    function turnTo(client) {
      const before = worker;
      worker = client;
      if (client && over) {
        // Logging out has removed all listeners.
        flexEvents.hear(manager.events);
        over = null;
      }
      workerEvents.ignore(before);
      workerEvents.hear(client);
    }

    /** Finds the end of the session in the store, because Flex may remove all listeners before it sends the event. */
    function lookForEnd() {
      const { loginState, singleSessionGuard } = state().session ?? {};
      if (singleSessionGuard?.sessionInvalidated === true) end("sessionInvalidated");
      else if (String(loginState) === "LOGGED_OUT") end("signedOut");
    }

    function look() {
      lookForEnd();
      attend();
      if (!port || over) return;
      tasks().forEach(tell);
      ended.forEach((sid) => tasks().has(sid) || ended.delete(sid));
      lookForUnseenEnds();
      tellSelection();
      tellActivity();
      tellActivities();
    }

    function listen() {
      flexEvents.hear(manager.events);
      Object.entries(ofWindow).forEach(([name, act]) =>
        window.addEventListener(name, contained(act)),
      );
      flex.Actions.addListener(
        "afterLogout",
        contained(() => end("signedOut")),
      );
      manager.store.subscribe(contained(look));
      const sync = manager.insightsClient?.connectionState;
      if (sync !== undefined && sync !== "connected") lost.add("Flex");
      if (window.navigator?.onLine === false) lost.add("browser");
      attend();
    }

    /** @param {string} action @param {unknown} payload */
    async function invoke(action, payload) {
      const keys = ACTIONS.get(action);
      if (!keys) throw new Refusal("unknown-action", "the bridge takes no such action");
      const given = isObject(payload) ? payload : {};
      if (keys.includes("sid") && !tasks().has(/** @type {string} */ (given.sid))) {
        // Flex itself would select it, because SelectTask resolves for any sid.
        throw new Refusal("unknown-task", "Flex has no such task");
      }
      if (action === "SelectTask" && state().view?.activeView !== DESKTOP) {
        await flex.Actions.invokeAction("NavigateToView", { viewName: DESKTOP });
      }
      const passed = keys.filter((key) => given[key] !== undefined).map((key) => [key, given[key]]);
      const before = selectedSid();
      // This is checked in the same turn, because the call may have changed since the panel was told of it.
      const task = tasks().get(/** @type {string} */ (given.sid));
      if (TO_THE_LINE.includes(action) && (!task || lineOf(flex, state(), task) !== "own")) {
        throw new Refusal("not-its-call", "the call in this browser is not this task's");
      }
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
      arrange();
      if (over) reply({ type: over });
      else tellSnapshot();
    }

    try {
      listen();
    } catch (error) {
      return sayUnfit([wordsOf(error)]);
    }
    meetPanel(connect);
  }

  /**
   * Listens to emitters, to each of them only once, however often it is asked.
   * @param {Record<string, (...args: any[]) => unknown>} acts
   */
  function listener(acts) {
    const kept = Object.entries(acts).map(([name, act]) => [name, contained(act)]);
    /** @param {any} emitter */
    const ignore = (emitter) => kept.forEach(([name, act]) => emitter?.removeListener?.(name, act));
    /** @param {any} emitter */
    const hear = (emitter) => {
      ignore(emitter);
      kept.forEach(([name, act]) => emitter?.on?.(name, act));
    };
    return { hear, ignore };
  }

  /** What the bridge needs and this Flex lacks. @param {Flex} flex @param {Manager} manager */
  function lacking(flex, manager) {
    const needed = {
      "Actions.invokeAction": () => flex.Actions.invokeAction,
      "Actions.addListener": () => flex.Actions.addListener,
      "manager.events": () => manager.events.on,
      "manager.store": () => manager.store.subscribe,
      "flex.worker.tasks": () => manager.store.getState().flex.worker.tasks.values,
    };
    /** @param {() => unknown} find */
    const isThere = (find) => {
      try {
        return typeof find() === "function";
      } catch {
        return false;
      }
    };
    return Object.entries(needed)
      .filter(([, find]) => !isThere(find))
      .map(([name]) => name);
  }

  /**
   * Says hello until a panel answers or refuses this version. If it is not known which panel frames Flex, it says hello
   * to each of them.
   * @param {{ panels: string[], hellos: number, ui: string, connect: (port: MessagePort) => void }} meeting
   *   `ui` is the version of Flex UI, for support.
   */
  function meet({ panels, hellos, ui, connect }) {
    const hello = { cifPanel: "hello", version: VERSION, bridge: SCRIPT, flex: ui };
    let left = hellos;
    const sayHello = () => {
      panels.forEach(contained((panel) => window.parent.postMessage(hello, panel)));
      left -= 1;
      if (left <= 0) clearInterval(timer);
    };
    const timer = setInterval(sayHello, HELLO_EVERY);
    window.addEventListener(
      "message",
      contained((event) => {
        if (event.source !== window.parent || !panels.includes(event.origin)) return;
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
   * The exact origins on the list. An entry that is no origin (with a path, a trailing slash, a wildcard) is ignored.
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

  /**
   * Fits Flex to the narrow panel: one column, the side navigation in sight, and neither project switcher nor logo, which
   * would leave no room for the agent's menu. What this Flex does not have is skipped.
   * @param {Flex} flex
   */
  function fitToPanel(flex) {
    contained(() => (flex.AgentDesktopView.defaultProps.showPanel2 = false))();
    contained(() => (flex.MainContainer.defaultProps.keepSideNavOpen = true))();
    contained(() => flex.RootContainer.Content.remove("project-switcher"))();
    contained(() => flex.MainHeader.Content.remove("logo"))();
  }

  /**
   * Hides Flex's own task list. The list and the canvas share a splitter; the canvas takes its place.
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
