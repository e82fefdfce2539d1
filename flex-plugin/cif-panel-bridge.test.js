// Tests of the bridge script: `node --test flex-plugin/`. A small fake Flex and window (flex-world.js) stand around the
// real file. golden.test.js tests every message in detail.

const { test } = require("node:test");
const assert = require("node:assert/strict");
const { PANEL, connected, flexWorld, taskOf } = require("./flex-world");

const OTHER = "https://other.example.com";
const currency = ({ type, connected }) => [type, connected];
const command = (action, payload) => ({ to: "flex", type: "command", request: 1, action, payload });

// ---- The handshake.

test("it says hello every two seconds until it is welcomed", () => {
  const world = flexWorld();
  world.tick();
  assert.deepEqual(
    world.said,
    Array(2).fill({
      message: { cifPanel: "hello", version: 1, bridge: "1.5.0", flex: "2.17.1" },
      target: PANEL,
    }),
  );
  assert.equal(world.timers[0].millis, 2000);
  world.welcome();
  world.tick();
  assert.equal(world.said.length, 2);
});

const greetings = [
  { name: "no allow-list: silent", options: { ui: {} }, targets: [] },
  { name: "no settings at all: silent", options: { ui: null }, targets: [] },
  { name: "an empty list: silent", options: { origins: [] }, targets: [] },
  {
    name: "a list that is none: silent",
    options: { ui: { cif_panel: { origins: PANEL } } },
    targets: [],
  },
  { name: "a wildcard is no origin: silent", options: { origins: ["*"] }, targets: [] },
  {
    name: "an origin with a path is none: silent",
    options: { origins: [`${PANEL}/`] },
    targets: [],
  },
  { name: "not in a frame: silent", options: { framed: false }, targets: [] },
  { name: "the parent is not listed: silent", options: { ancestorOrigins: [OTHER] }, targets: [] },
  {
    name: "the parent's origin merely begins like a listed one: silent",
    options: { ancestorOrigins: [`${PANEL}.evil.example`] },
    targets: [],
  },
  {
    name: "the parent's own among several",
    options: { origins: [OTHER, PANEL] },
    targets: [PANEL],
  },
  {
    name: "a browser that tells no ancestors: each in turn",
    options: { origins: [OTHER, PANEL], ancestorOrigins: null },
    targets: [OTHER, PANEL],
  },
];
for (const { name, options, targets } of greetings) {
  test(`hello: ${name}`, () => {
    const world = flexWorld(options);
    assert.deepEqual(
      world.said.map((one) => one.target),
      targets,
    );
    if (targets.length > 0) return;
    assert.deepEqual([world.heeded(), world.timers.length], [0, 0], "nothing is listened to");
    assert.ok(world.flex.AgentDesktopView.defaultProps.showPanel2, "Flex looks as it does");
    assert.deepEqual([world.removed, world.added], [[], []]);
  });
}

test("if the browser does not name the frame around Flex, hello is said five times, and Flex is fitted when a panel answers", () => {
  const world = flexWorld({ ancestorOrigins: null });
  for (let second = 0; second < 20; second += 1) world.tick();
  assert.equal(world.said.length, 5);
  assert.ok(world.flex.AgentDesktopView.defaultProps.showPanel2);
  world.welcome();
  assert.ok(!world.flex.AgentDesktopView.defaultProps.showPanel2);
  world.welcome();
  assert.deepEqual(world.removed, ["project-switcher", "logo", "splitter-1"], "fitted once");
});

const answers = [
  { name: "from the parent with the listed origin", from: {}, connects: true },
  { name: "from another window", from: { source: {} }, connects: false },
  { name: "from another origin", from: { origin: OTHER }, connects: false },
  {
    name: "from an origin that merely begins like ours",
    from: { origin: `${PANEL}.evil.example` },
    connects: false,
  },
  { name: "from a sandboxed window", from: { origin: "null" }, connects: false },
  { name: "without a port", from: { ports: [] }, connects: false },
  { name: "of another version", from: {}, version: 2, connects: false },
];
for (const { name, from, version, connects } of answers) {
  test(`a welcome ${name} ${connects ? "connects" : "does not connect"}`, () => {
    const world = flexWorld();
    const port = world.welcome(from, version);
    world.tick();
    assert.equal(port.sent.length, connects ? 1 : 0);
    assert.equal(world.said.length, connects ? 1 : 2);
  });
}

test("only a refusal by the panel ends the hellos", () => {
  const world = flexWorld();
  world.hears({ cifPanel: "refused", version: 2 }, { origin: OTHER });
  world.tick();
  assert.equal(world.said.length, 2);
  world.hears({ cifPanel: "refused", version: 2 });
  world.tick();
  assert.equal(world.said.length, 2);
});

test("a second welcome replaces the port: the newest counts", async () => {
  const { world, port } = connected();
  const second = world.welcome();
  assert.equal(second.sent[0].type, "snapshot");
  assert.ok(port.closed);
  port.news();
  world.happens("taskReceived", taskOf("WR1"));
  assert.deepEqual(port.news(), []);
  assert.equal(second.sent[1].type, "task");
});

test("a script that is loaded twice runs once", () => {
  const world = flexWorld();
  const heeded = world.heeded();
  world.load();
  assert.equal(world.said.length, 1);
  assert.equal(world.timers.length, 1);
  assert.equal(world.heeded(), heeded);
});

test("strange window messages do no harm", () => {
  const world = flexWorld();
  for (const data of [null, undefined, "hello", 7, [], { cifPanel: {} }, { cifPanel: "welcome" }])
    world.hears(data);
  world.tick();
  assert.equal(world.said.length, 2);
});

// ---- Fitting Flex to the narrow panel.

test("it fits Flex to the panel, unless the settings forbid that or list no panel", () => {
  const fitted = (world) => [
    world.flex.AgentDesktopView.defaultProps.showPanel2,
    world.flex.MainContainer.defaultProps.keepSideNavOpen,
    world.removed,
  ];
  assert.deepEqual(fitted(flexWorld()), [false, true, ["project-switcher", "logo", "splitter-1"]]);
  const untouched = [true, false, []];
  assert.deepEqual(
    fitted(flexWorld({ ui: { cif_panel: { origins: [PANEL], fit: false, hideTaskList: false } } })),
    untouched,
  );
  assert.deepEqual(fitted(flexWorld({ origins: [] })), untouched);
});

test("Flex's canvas takes the place of its list unless the settings forbid that", () => {
  const fitted = (settings) => {
    const world = flexWorld({ ui: { cif_panel: { origins: [PANEL], fit: false, ...settings } } });
    return world;
  };
  assert.deepEqual(fitted({ hideTaskList: false }).removed, []);
  const { removed, added, flex } = fitted({});
  assert.deepEqual(removed, ["splitter-1"]);
  assert.equal(added[0].element.type, flex.TaskCanvas);
  const isShown = added[0].options.if;
  assert.deepEqual(
    [new Map(), new Map([["WR1", {}]]), undefined].map((tasks) => Boolean(isShown({ tasks }))),
    [false, true, false],
  );
});

test("a Flex without a canvas or without React keeps its list", () => {
  for (const change of [
    ({ window }) => delete window.React,
    ({ flex }) => delete flex.AgentDesktopView.Panel1,
  ]) {
    const { world, port } = connected({
      ui: { cif_panel: { origins: [PANEL], hideTaskList: true } },
      change,
    });
    assert.deepEqual(world.removed, ["project-switcher", "logo"]);
    assert.equal(port.news()[0].type, "snapshot");
  }
});

// ---- From the script to the panel.

test("a snapshot holds the live tasks, oldest first", () => {
  const tasks = [
    taskOf("WR1", { age: 5 }),
    taskOf("WR2", { age: 50, status: "canceled" }),
    taskOf("WR3", { age: 500, status: "pending" }),
  ];
  const { port } = connected({ tasks });
  assert.deepEqual(
    port.news()[0].tasks.map((task) => task.sid),
    ["WR3", "WR1"],
  );
});

test("a task is sent once, and a task that has ended is not sent", () => {
  const { world, port } = connected({ tasks: [taskOf("WR1")] });
  port.news();
  world.happens("taskUpdated", taskOf("WR1", { age: 9 }));
  world.happens("taskUpdated", taskOf("WR1", { status: "completed" }));
  assert.deepEqual(port.news(), []);
  world.happens("taskCompleted", taskOf("WR1", { status: "completed" }));
  world.changes(() => {});
  assert.deepEqual(
    port.news().map((one) => one.type),
    ["taskEnded"],
  );
});

test("a hold is sent although it has no event", () => {
  const { world, port } = connected({ tasks: [taskOf("WR1")] });
  port.news();
  const conference = { participants: [{ participantType: "customer", onHold: true }] };
  world.changes((state) => state.worker.tasks.set("WR1", taskOf("WR1", { conference })));
  assert.deepEqual(
    port.news().map((one) => one.task.onHold),
    [true],
  );
});

test("a change of the call in this browser is sent although it has no event", () => {
  const leg = { participantType: "worker", isCurrentWorker: true, callSid: "CA1" };
  const task = (sid, callSid) =>
    taskOf(sid, { conference: { participants: [{ ...leg, callSid }] } });
  const { world, port } = connected({ tasks: [task("WR1", "CA1"), task("WR2", "CA2")] });
  port.news();
  const lines = (CallSid) => {
    world.changes((state) => {
      state.phone = CallSid === null ? {} : { activeCall: { parameters: { CallSid } } };
    });
    return port.news().map(({ task }) => [task.sid, task.line]);
  };
  assert.deepEqual(lines("CA1"), [
    ["WR1", "own"],
    ["WR2", "other"],
  ]);
  assert.deepEqual(lines("CA2"), [
    ["WR1", "other"],
    ["WR2", "own"],
  ]);
  assert.deepEqual(lines(null), [
    ["WR1", "none"],
    ["WR2", "none"],
  ]);
});

test("unread messages are sent although they have no event, and a malformed conversation does no harm", () => {
  const chat = taskOf("WR1", { attributes: { conversationSid: "CH1" } });
  const { world, port } = connected({ tasks: [chat] });
  port.news();
  const unread = (conversation) => {
    world.changes((state) => (state.chat = { conversations: { CH1: conversation } }));
    return port.news().map(({ task }) => [task.unread, task.unanswered]);
  };
  const message = (isFromMe, dateCreated) => ({ isFromMe, source: { dateCreated } });
  const asked = message(false, new Date(5000));
  assert.deepEqual(unread({ unreadMessages: [asked], messages: [asked] }), [[1, 5000]]);
  const answered = [asked, message(true, new Date(6000))];
  assert.deepEqual(unread({ unreadMessages: [], messages: answered }), [[0, null]]);
  const robot = { ...message(true, new Date(7000)), isFromCCAIVirtualAgent: true };
  assert.deepEqual(unread({ unreadMessages: [], messages: [asked, robot] }), [[0, 5000]]);
  const undated = { unreadMessages: [asked], messages: [message(false, null)] };
  assert.deepEqual(unread(undated), [[1, null]]);
  for (const strange of [null, 7, {}, { unreadMessages: 3, messages: [] }]) {
    assert.deepEqual(unread({ unreadMessages: [], messages: [] }).at(-1), [0, null]);
    assert.deepEqual(unread(strange), [[null, null]]);
  }
});

test("a stage begins with the last change of status, and a hold and its end begin when they are seen", () => {
  const call = (fields) => taskOf("WR1", { dateUpdated: new Date(5000), ...fields });
  const held = (onHold) => ({
    conference: { participants: [{ participantType: "customer", onHold }] },
  });
  const { world, port } = connected({ tasks: [call({})] });
  assert.equal(port.news()[0].tasks[0].since, 5000);
  const since = (fields) => {
    world.changes((state) => state.worker.tasks.set("WR1", call(fields)));
    return port.news().map(({ task }) => task.since);
  };
  assert.deepEqual(since(held(false)), [5000], "a conference is no new stage");
  const [onHold] = since(held(true));
  assert.ok(onHold > 5000 && onHold <= Date.now());
  assert.deepEqual(since({ ...held(true), attributes: { name: "Jo" } }), [onHold]);
  const [talking] = since(held(false));
  assert.ok(talking >= onHold);
  const wrapping = { status: "wrapping", dateUpdated: new Date(9000) };
  assert.deepEqual(since(wrapping), [9000]);
});

test("an activity has the name that Flex's own menus show, and the activity Reserved is left out", () => {
  const activities = ["Available", "Break", "Reserved"].map((name, index) => ({
    sid: `WA${index}`,
    name,
    available: index === 0,
  }));
  const { world, port } = connected({ activities, activity: activities[2] });
  const [{ activity, activities: all }] = port.news();
  assert.deepEqual(
    all.map(({ name }) => name),
    ["Available", "Pause"],
  );
  assert.equal(activity.name, "Reserved");
  world.changes((state) => (state.worker.activity = activities[1]));
  assert.equal(port.news()[0].activity.name, "Pause");
});

test("each selection is sent once, whoever made it", () => {
  const { world, port } = connected();
  port.news();
  const select = (state) => (state.view.selectedTaskSid = "WR1");
  world.changes(select);
  world.changes(select);
  assert.deepEqual(port.news(), [{ to: "panel", type: "selected", sid: "WR1" }]);
});

test("an empty text, which Flex uses to deselect, counts as no selection", () => {
  const { world, port } = connected({ selectedTaskSid: "WR1" });
  port.news();
  world.changes((state) => (state.view.selectedTaskSid = ""));
  assert.deepEqual(port.news(), [{ to: "panel", type: "selected", sid: null }]);
});

test("an attribute of a megabyte is cut, and a task object full of functions is sent", () => {
  const { world, port } = connected();
  port.news();
  const attributes = { name: "x".repeat(1e6), incidentId: { deep: "x".repeat(1e6) }, secret: "s" };
  world.happens("taskReceived", taskOf("WR1", { attributes, age: "soon", complete() {} }));
  const [{ task }] = port.news();
  assert.equal(task.attributes.name.length, 1000);
  assert.deepEqual(task.attributes.incidentId, {});
  assert.ok(!("secret" in task.attributes));
  assert.equal(task.age, 0);
});

test("half a surrogate pair is replaced, in a cut name and in a flow's text", () => {
  const { world, port } = connected();
  port.news();
  const attributes = { name: `${"x".repeat(999)}😀`, ticketNumber: "\uDE00!", incidentId: "😀" };
  world.happens("taskReceived", taskOf("WR1", { attributes }));
  const [{ task }] = port.news();
  assert.equal(task.attributes.name, `${"x".repeat(999)}\uFFFD`);
  assert.equal(task.attributes.ticketNumber, "\uFFFD!");
  assert.equal(task.attributes.incidentId, "😀");
});

test("an event without a task, or a state without a worker, breaks nothing", async () => {
  const { world, port } = connected({ tasks: [taskOf("WR1")] });
  port.news();
  for (const name of [
    "taskReceived",
    "taskCompleted",
    "workerActivityUpdated",
    "selectedViewChanged",
  ])
    world.happens(name, undefined);
  world.changes((state) => (state.worker = undefined));
  const types = port.news().map(({ type }) => type);
  assert.deepEqual(types, ["reconnecting"], "nobody knows what the worker does");
  await port.says(command("AcceptTask", { sid: "WR1" }));
  assert.equal(port.news()[0].error.code, "unknown-task");
});

// ---- From the panel to the script.

const refusals = [
  {
    name: "an Error",
    thrown: new Error("Action AcceptTask cancelled by before event"),
    words: "Action AcceptTask cancelled by before event",
  },
  { name: "a text", thrown: "no", words: "no" },
  { name: "nothing", thrown: undefined, words: "undefined" },
  { name: "an endless text", thrown: new Error("x".repeat(1e6)), words: "x".repeat(500) },
  { name: "what has no words", thrown: Object.create(null), words: "" },
];
for (const { name, thrown, words } of refusals) {
  test(`Flex refuses with ${name}`, async () => {
    const actions = () => Promise.reject(thrown);
    const { port } = connected({ tasks: [taskOf("WR1")], actions });
    port.news();
    await port.says({
      to: "flex",
      type: "command",
      request: 9,
      action: "AcceptTask",
      payload: { sid: "WR1" },
    });
    assert.deepEqual(port.news(), [
      { to: "panel", type: "reply", request: 9, error: { code: "refused", message: words } },
    ]);
  });
}

test("no task is selected if its view can't be reached", async () => {
  const { world, port } = connected({
    view: "queues-stats",
    tasks: [taskOf("WR1")],
    actions: (action) => action === "NavigateToView" && Promise.reject(new Error("no")),
  });
  await port.says(command("SelectTask", { sid: "WR1" }));
  assert.deepEqual(
    world.invoked.map(([action]) => action),
    ["NavigateToView"],
  );
  assert.equal(port.news().at(-1).error.code, "refused");
});

test("a lost connection is sent once, and a snapshot when all connections are back", () => {
  const { world, port } = connected({ tasks: [taskOf("WR1")] });
  port.news();
  world.worker("disconnected", "gone");
  world.happens("connectionStateChanged", "notConnected");
  assert.deepEqual(port.news(), [{ to: "panel", type: "reconnecting" }]);
  world.happens("connectionStateChanged", "connected");
  world.worker("ready", {});
  assert.deepEqual(port.news().map(currency), [
    ["snapshot", false],
    ["snapshot", true],
  ]);
});

test("each time Flex says that it is connected, a snapshot is sent", () => {
  const { world, port } = connected({ tasks: [taskOf("WR1")] });
  port.news();
  for (let time = 0; time < 2; time += 1) {
    world.happens("connectionStateChanged", "connected");
    assert.deepEqual(port.news().map(currency), [["snapshot", true]]);
  }
});

test("a browser without a network is reported at once", () => {
  const { world, port } = connected();
  port.news();
  world.windowTells("offline");
  world.windowTells("online");
  assert.deepEqual(port.news().map(currency), [
    ["reconnecting", undefined],
    ["snapshot", true],
  ]);
});

const beginnings = {
  "Flex is connecting to Sync": ({ manager }) =>
    (manager.insightsClient = { connectionState: "connecting" }),
  "the browser has no network": ({ window }) => (window.navigator = { onLine: false }),
  "TaskRouter has not answered yet": ({ state }) => (state.worker.activity = undefined),
};
for (const [name, change] of Object.entries(beginnings)) {
  test(`at the start a snapshot is not current: ${name}`, () => {
    assert.deepEqual(connected({ change }).port.news().map(currency), [["snapshot", false]]);
  });
}

test("at the start a snapshot is current if Flex is connected", () => {
  const change = ({ manager, window }) => {
    manager.insightsClient = { connectionState: "connected" };
    window.navigator = { onLine: true };
  };
  assert.deepEqual(connected({ change }).port.news().map(currency), [["snapshot", true]]);
});

// ---- TaskRouter's clients come and go.

test("a TaskRouter that answers late is listened to, although Flex has removed all listeners", () => {
  const { world, port } = connected({ late: true });
  assert.deepEqual(port.news().map(currency), [["snapshot", false]]);
  world.changes((state) => (state.worker.activity = { sid: "WA1", name: "Available" }));
  assert.deepEqual(port.news().map(currency), [["snapshot", true]]);
  world.worker("ready", {});
  port.news();
  world.worker("disconnected", "gone");
  assert.deepEqual(port.news().map(currency), [["reconnecting", undefined]]);
});

test("a new client of TaskRouter replaces the old one", () => {
  const { world, port } = connected({ tasks: [taskOf("WR1")] });
  world.worker("disconnected", "gone");
  port.news();
  const client = world.newWorker();
  world.changes((state) => {
    Object.assign(state.worker, { source: client, tasks: new Map([["WR2", taskOf("WR2")]]) });
  });
  const [{ connected: current, tasks }] = port.news();
  assert.deepEqual([current, tasks.map(({ sid }) => sid)], [true, ["WR2"]]);
  client.emit("disconnected", "gone");
  assert.deepEqual(port.news().map(currency), [["reconnecting", undefined]]);
  client.emit("ready", {});
  assert.deepEqual(port.news().map(currency), [["snapshot", true]]);
  world.worker("disconnected", "gone");
  assert.deepEqual(port.news(), [], "nobody listens to the one before");
});

test("a TaskRouter that is ready several times is listened to once", () => {
  const { world } = connected();
  const heeded = world.heeded();
  world.worker("ready", {});
  world.worker("ready", {});
  assert.equal(world.heeded(), heeded);
});

// ---- The end of the session.

const ends = {
  "signed out, by the action": ["signedOut", (world) => world.afterAction("afterLogout", {})],
  "signed out, by the store": [
    "signedOut",
    (world) => world.changes((state) => (state.session = { loginState: "LOGGED_OUT" })),
  ],
  "opened elsewhere, by the event": [
    "sessionInvalidated",
    (world) => world.happens("sessionInvalidated"),
  ],
  // If the other session is in the same browser, Flex removes all listeners first.
  "opened elsewhere, by the store": [
    "sessionInvalidated",
    (world) =>
      world.changes((state) => (state.session.singleSessionGuard = { sessionInvalidated: true })),
  ],
};
for (const [name, [type, end]] of Object.entries(ends)) {
  test(`after the end of the session nothing is sent: ${name}`, async () => {
    const { world, port } = connected({ tasks: [taskOf("WR1")] });
    port.news();
    end(world);
    assert.deepEqual(port.news(), [{ to: "panel", type }]);
    end(world);
    world.changes((state) => state.worker.tasks.clear());
    world.rings();
    world.happens("taskReceived", taskOf("WR2"));
    world.happens("connectionStateChanged", "connected");
    world.worker("ready", {});
    world.afterAction("afterLogout", {});
    world.leaves();
    assert.deepEqual(port.news(), []);
    await port.says(command("AcceptTask", { sid: "WR1" }));
    assert.deepEqual(port.news()[0].error.code, "unknown-task", "who asks is answered");
  });

  test(`a panel that comes after the end of the session is told so: ${name}`, () => {
    const world = flexWorld();
    end(world);
    assert.deepEqual(world.welcome().sent, [{ to: "panel", type }]);
  });
}

test("after another log-in the script listens again, although Flex has removed all listeners", () => {
  const { world, port } = connected({ tasks: [taskOf("WR1")] });
  world.takesOffListeners();
  world.changes((state) => {
    state.session.loginState = "LOGGED_OUT";
    state.worker = { tasks: new Map(), activities: new Map() };
  });
  world.changes((state) => (state.session.loginState = "LOGGING_IN"));
  port.news();
  const client = world.newWorker();
  world.changes((state) => {
    state.session.loginState = "LOGGED_IN";
    const activity = { sid: "WA1", name: "Available" };
    state.worker = { ...state.worker, activity, source: client };
  });
  assert.deepEqual(port.news().map(currency), [["snapshot", true]]);
  world.happens("taskReceived", taskOf("WR2"));
  world.happens("taskRejected", taskOf("WR2"));
  assert.deepEqual(
    port.news().map(({ type }) => type),
    ["task", "taskEnded"],
  );
});

test("a task that comes to the store without an event is sent", () => {
  const { world, port } = connected();
  port.news();
  world.changes((state) => state.worker.tasks.set("WR1", taskOf("WR1")));
  assert.deepEqual(
    port.news().map((one) => one.task.sid),
    ["WR1"],
  );
});

test("a task that leaves the store without an event leads to a snapshot after a while", () => {
  const { world, port } = connected({ tasks: [taskOf("WR1"), taskOf("WR2")] });
  port.news();
  world.changes((state) => state.worker.tasks.delete("WR1"));
  assert.deepEqual(port.news(), []);
  assert.deepEqual(
    world.clocks.map((clock) => clock.millis),
    [2000],
  );
  world.rings();
  assert.deepEqual(
    port.news().map(({ type, tasks }) => [type, tasks.map((task) => task.sid)]),
    [["snapshot", ["WR2"]]],
  );
});

test("one timer waits for the end of a task that left the store, and an event makes it needless", () => {
  const { world, port } = connected({ tasks: [taskOf("WR1")] });
  port.news();
  world.changes((state) => state.worker.tasks.delete("WR1"));
  world.changes(() => {});
  assert.equal(world.clocks.length, 1);
  world.happens("taskCompleted", taskOf("WR1"));
  world.rings();
  assert.deepEqual(
    port.news().map(({ type }) => type),
    ["taskEnded"],
  );
});

test("a task that has ended but stays in the store is not sent again", () => {
  const { world, port } = connected({ tasks: [taskOf("WR1", { status: "pending" })] });
  port.news();
  world.happens("taskRejected", taskOf("WR1", { status: "pending" }));
  port.news();
  world.changes(() => {});
  world.happens("taskUpdated", taskOf("WR1", { status: "pending" }));
  world.happens("connectionStateChanged", "connected");
  assert.deepEqual(
    port.news().map(({ type, tasks }) => [type, tasks]),
    [["snapshot", []]],
  );
});

test("activities of any shape are sent without harm", () => {
  const strange = [null, 7, { sid: 7 }, { sid: "WA1", name: "x".repeat(5000), available: 1 }];
  const { world, port } = connected();
  port.news();
  world.changes((state) => {
    state.worker.activities = new Map(strange.map((one, index) => [index, one]));
  });
  const [{ activities }] = port.news();
  assert.deepEqual(
    activities.map(({ sid, name, available }) => [sid, name.length, available]),
    [
      ["", 0, false],
      ["WA1", 1000, false],
    ],
  );
  world.changes((state) => (state.worker.activities = undefined));
  assert.deepEqual(port.news(), [{ to: "panel", type: "activities", activities: [] }]);
});

test("a selection that another plugin swallows is refused, unless the task is selected already", async () => {
  const tasks = [taskOf("WR1"), taskOf("WR2")];
  const { port } = connected({ tasks, selectedTaskSid: "WR1", selects: false });
  const select = (sid) => command("SelectTask", { sid });
  await port.says(select("WR2"));
  assert.equal(port.news().at(-1).error.code, "refused");
  await port.says(select("WR1"));
  assert.equal(port.news().at(-1).error, null);
});
