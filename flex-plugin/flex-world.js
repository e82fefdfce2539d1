// A small fake Flex in a fake window, around the real bridge script.

const { readFileSync } = require("node:fs");
const { join } = require("node:path");

const PANEL = "https://panel.example.com";
const SCRIPT = readFileSync(join(__dirname, "cif-panel-bridge.js"), "utf8");

// Lets all pending promises settle.
const settled = () => new Promise((resolve) => setImmediate(resolve));

const AVAILABLE = { sid: "WA1", name: "Available", available: true };

function emitter() {
  const handlers = new Map();
  return {
    on: (name, act) => handlers.set(name, [...(handlers.get(name) ?? []), act]),
    removeListener: (name, act) =>
      handlers.set(
        name,
        (handlers.get(name) ?? []).filter((one) => one !== act),
      ),
    removeAllListeners: () => handlers.clear(),
    count: () => [...handlers.values()].flat().length,
    emit: (name, ...args) => [...(handlers.get(name) ?? [])].forEach((act) => act(...args)),
  };
}

// A Flex in a frame with the script loaded. Without `selects`, another plugin has replaced SelectTask. `said` holds the
// messages to the parent, `invoked` the actions, and `heeded()` counts the script's listeners.
function flexWorld({
  origins = [PANEL],
  ui = { cif_panel: { origins } },
  ancestorOrigins = [PANEL],
  tasks = [],
  phone = {},
  chat = {},
  registered = [],
  view = "agent-desktop",
  selectedTaskSid,
  activity = AVAILABLE,
  activities = [],
  framed = true,
  change = () => {},
  actions = () => {},
  selects = true,
  late = false,
} = {}) {
  const world = { said: [], invoked: [], timers: [], clocks: [], removed: [], added: [] };
  const windowEvents = emitter();
  const managerEvents = emitter();
  const workerEvents = emitter();
  const actionEvents = emitter();
  const subscribers = [];
  world.state = {
    worker: {
      tasks: new Map(tasks.map((task) => [task.sid, task])),
      activity,
      activities: new Map(activities.map((one) => [one.sid, one])),
      source: workerEvents,
    },
    session: { loginState: "LOGGED_IN", singleSessionGuard: { sessionInvalidated: false } },
    view: { activeView: view, selectedTaskSid },
    phone,
    chat,
  };
  // Decides as Flex's own task channels do: by TaskRouter's channel, unless a plugin has registered a channel for this
  // kind of task.
  const isRegistered = ({ attributes }) => registered.includes(attributes?.taskType);
  const isCallTask = (task) => task.taskChannelUniqueName === "voice" && !isRegistered(task);
  const canWrapUp = (task) =>
    ["voice", "chat", "sms", "web", "email"].includes(task.taskChannelUniqueName) &&
    !isRegistered(task);
  world.parent = { postMessage: (message, target) => world.said.push({ message, target }) };
  const manager = {
    serviceConfiguration: { ui_attributes: ui, taskrouter_offline_activity_sid: "WA0" },
    store: { getState: () => ({ flex: world.state }), subscribe: (act) => subscribers.push(act) },
    events: managerEvents,
  };
  world.flex = {
    VERSION: "2.17.1",
    Actions: {
      invokeAction: async (action, payload) => {
        world.invoked.push([action, payload]);
        await actions(action, payload);
        if (action === "SelectTask" && selects) world.state.view.selectedTaskSid = payload.sid;
      },
      addListener: actionEvents.on,
    },
    AgentDesktopView: {
      defaultProps: { showPanel2: true },
      Panel1: {
        Content: {
          remove: (name) => world.removed.push(name),
          add: (element, options) => world.added.push({ element, options }),
        },
      },
    },
    TaskCanvas: class {},
    TaskHelper: {
      isCallTask,
      isInitialOutboundAttemptTask: (task) =>
        isCallTask(task) &&
        Boolean(task.routingTarget) &&
        task.attributes.direction === "outbound" &&
        !task.incomingTransferObject &&
        task.status === "pending",
    },
    TaskChannels: {
      getForTask: (task) => ({
        capabilities: new Set(canWrapUp(task) ? ["Info", "Wrapup"] : ["Info"]),
      }),
    },
    TaskChannelCapability: { Wrapup: "Wrapup" },
    templates: { tr_activity_Break: () => "Pause" },
    MainContainer: { defaultProps: { keepSideNavOpen: false } },
    MainHeader: { Content: { remove: (name) => world.removed.push(name) } },
    RootContainer: { Content: { remove: (name) => world.removed.push(name) } },
  };
  const window = {
    location: { ancestorOrigins },
    addEventListener: windowEvents.on,
    React: { createElement: (type, props) => ({ type, ...props }) },
    Twilio: { Flex: { Plugins: { init: (Plugin) => new Plugin().init(world.flex, manager) } } },
  };
  window.parent = framed ? world.parent : window;
  if (late) {
    // Flex has waited for TaskRouter in vain. It goes on without it, and removes all listeners, or tries to.
    delete world.state.worker.activity;
    workerEvents.on("ready", () => workerEvents.removeAllListeners());
  }
  change({ flex: world.flex, manager, window, state: world.state });
  world.load = () =>
    new Function("window", "setTimeout", "setInterval", "clearInterval", SCRIPT)(
      window,
      (act, millis) => world.clocks.push({ act, millis }),
      (act, millis) => world.timers.push({ act, millis, running: true }),
      (id) => (world.timers[id - 1].running = false),
    );
  world.tick = () => world.timers.filter((timer) => timer.running).forEach((timer) => timer.act());
  world.hears = (data, { origin = PANEL, source = world.parent, ports = [] } = {}) =>
    windowEvents.emit("message", { data, origin, source, ports });
  world.answered = (message, from = {}) => {
    const port = {
      sent: [],
      closed: false,
      postMessage: (message) => port.sent.push(structuredClone(message)),
    };
    port.close = () => (port.closed = true);
    world.hears(message, { ports: [port], ...from });
    return port;
  };
  world.welcome = (from, version = 1) => world.answered({ cifPanel: "welcome", version }, from);
  world.rings = () => world.clocks.splice(0).forEach((clock) => clock.act());
  world.happens = managerEvents.emit;
  world.worker = workerEvents.emit;
  // Flex does this when its session ends.
  world.takesOffListeners = () => managerEvents.removeAllListeners();
  world.newWorker = () => emitter();
  world.windowTells = windowEvents.emit;
  world.heeded = () =>
    [windowEvents, managerEvents, workerEvents, actionEvents].reduce(
      (sum, one) => sum + one.count(),
      subscribers.length,
    );
  world.leaves = () => windowEvents.emit("pagehide", {});
  world.afterAction = actionEvents.emit;
  world.changes = (change) => {
    change(world.state);
    subscribers.forEach((act) => act());
  };
  world.load();
  return world;
}

const connected = (options) => {
  const world = flexWorld(options);
  const port = world.welcome();
  port.says = async (message) => {
    port.onmessage({ data: message });
    await settled();
  };
  port.news = () => port.sent.splice(0);
  return { world, port };
};

const taskOf = (sid, fields = {}) => ({
  sid,
  status: "accepted",
  taskChannelUniqueName: "voice",
  age: 1,
  attributes: {},
  ...fields,
});

module.exports = { PANEL, connected, flexWorld, taskOf };
