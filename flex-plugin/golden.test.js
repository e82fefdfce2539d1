// Tests the bridge script with the golden messages, which the panel's own tests read as well.

const { test } = require("node:test");
const assert = require("node:assert/strict");
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { connected, flexWorld, taskOf } = require("./flex-world");

const golden = (name) =>
  JSON.parse(readFileSync(join(__dirname, "../tests/golden/bridge", `${name}.json`), "utf8"));

// ---- The handshake.

test("golden hello: the script says the first one", () => {
  assert.deepEqual(flexWorld().said[0].message, golden("handshake")[0].message);
});

for (const { about, answer, connects } of golden("handshake")) {
  test(`golden answer: ${about}`, () => {
    const world = flexWorld();
    const port = world.answered(answer);
    world.tick();
    assert.equal(world.said.length, 1);
    assert.equal(port.sent.length, connects ? 1 : 0);
  });
}

// ---- From the script to the panel.

for (const { about, around = {}, flex, message } of golden("tasks")) {
  test(`golden task: ${about}`, () => {
    const { tasks = [], ...others } = around;
    const { world, port } = connected(around);
    port.news();
    world.happens("taskReceived", flex);
    assert.deepEqual(port.news(), [message]);
    const { port: late } = connected({ ...others, tasks: [...tasks, flex] });
    assert.deepEqual(late.news()[0].tasks.at(-1), message.task);
  });
}

const GONE_HOME = { sid: "WA0", name: "Gone home", available: false };

const happenings = {
  "ended and wrapped up": (world) =>
    world.happens("taskCompleted", taskOf("WR1", { status: "completed" })),
  "the agent declined": (world) => world.happens("taskRejected", taskOf("WR1")),
  "the agent did not answer": (world) => world.happens("taskTimeout", taskOf("WR1")),
  "the customer gave up": (world) =>
    world.happens("taskCanceled", taskOf("WR1", { status: "canceled" })),
  "another agent took it": (world) => world.happens("taskRescinded", taskOf("WR1")),
  "transferred to another agent": (world) =>
    world.happens(
      "taskCompleted",
      taskOf("WR1", { status: "completed", outgoingTransferObject: { mode: "COLD" } }),
    ),
  selected: (world) => world.changes((state) => (state.view.selectedTaskSid = "WR1")),
  deselected: (world) => world.changes((state) => delete state.view.selectedTaskSid),
  "another view": (world) => world.happens("selectedViewChanged", "queues-stats"),
  "another activity": (world) => world.changes((state) => (state.worker.activity = GONE_HOME)),
  "the account's activities": (world) =>
    world.changes((state) => state.worker.activities.set("WA0", GONE_HOME)),
  "the connection is lost": (world) => world.happens("connectionStateChanged", "notConnected"),
  "signed out": (world) => world.afterAction("afterLogout", {}),
  "ended because of a newer session": (world) => world.happens("sessionInvalidated"),
  "left or reloaded": (world) => world.leaves(),
};
const events = golden("events");
for (const [about, happen] of Object.entries(happenings)) {
  test(`golden event: ${about}`, () => {
    const { world, port } = connected({
      selectedTaskSid: about === "deselected" ? "WR1" : undefined,
    });
    port.news();
    happen(world);
    assert.deepEqual(port.news(), [events.find((one) => one.about === about).message]);
  });
}

test("golden snapshots", () => {
  const activity = { sid: "WA1", name: "Available", available: true };
  const activities = [GONE_HOME, activity];
  const [nothing, something] = [
    connected({ view: null, activity: null }),
    connected({ selectedTaskSid: "WR1", activity, activities }),
  ];
  assert.deepEqual(nothing.port.news(), [events[0].message]);
  assert.deepEqual(something.port.news(), [events[1].message]);
  const lost = flexWorld({ view: null });
  lost.happens("connectionStateChanged", "notConnected");
  assert.deepEqual(lost.welcome().sent, [events[2].message]);
});

test("golden unfitness: the script names what Flex lacks and says nothing else", () => {
  const change = ({ flex, manager }) => {
    delete manager.events;
    delete flex.Actions.addListener;
  };
  const { message } = events.find((one) => one.about === "a Flex that is too old");
  const { world, port } = connected({ change, tasks: [taskOf("WR1")] });
  assert.deepEqual(port.news(), [{ ...message, lacks: message.lacks.toReversed() }]);
  world.changes((state) => (state.view.selectedTaskSid = "WR1"));
  assert.deepEqual(port.news(), []);
});

// ---- From the panel to the script.

// The call in this browser, as a task sees it. The task's own leg is CA1.
const LINES = { own: "CA1", other: "CA2", none: undefined };

for (const { about, state, message, invokes, error } of golden("commands")) {
  test(`golden command: ${about}`, async () => {
    const leg = { participantType: "worker", isCurrentWorker: true, callSid: "CA1" };
    const CallSid = LINES[state.line];
    const { world, port } = connected({
      view: state.view,
      tasks: state.tasks.map((sid) => taskOf(sid, { conference: { participants: [leg] } })),
      phone: CallSid && { activeCall: { parameters: { CallSid } } },
    });
    port.news();
    await port.says(message);
    assert.deepEqual(world.invoked, invokes);
    const [reply] = port.news();
    assert.deepEqual(
      [reply.type, reply.request, reply.error?.code ?? null],
      ["reply", message.request, error],
    );
  });
}

for (const { about, message, answer } of golden("strange")) {
  test(`golden strangeness: ${about}`, async () => {
    const { world, port } = connected();
    port.news();
    await port.says(message);
    const said = port.news().map(({ type, request, code, error }) => ({
      type,
      ...(request === undefined ? {} : { request }),
      code: code ?? error?.code,
    }));
    assert.deepEqual(said, answer ? [answer] : []);
    assert.deepEqual(world.invoked, []);
  });
}
