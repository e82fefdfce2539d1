// Whatever goes wrong in the bridge script stays in it, and Flex goes on working. Each entry is made to throw or to be
// missing.

const { test } = require("node:test");
const assert = require("node:assert/strict");
const { connected, flexWorld, taskOf } = require("./flex-world");

const explode = () => {
  throw new Error("boom");
};
const broken = {
  "the store throws": ({ manager }) => (manager.store.getState = explode),
  "the store can't be subscribed to": ({ manager }) => (manager.store.subscribe = explode),
  "events can't be listened to": ({ manager }) => (manager.events = { on: explode }),
  "actions can't be listened to": ({ flex }) => (flex.Actions.addListener = explode),
  "there are no actions": ({ flex }) => delete flex.Actions,
  "there is no manager.events": ({ manager }) => delete manager.events,
  "there is no store": ({ manager }) => delete manager.store,
  "the state can't be read": ({ state }) =>
    Object.defineProperty(state, "session", { get: explode }),
  "there is no worker client": ({ state }) => delete state.worker.source,
  "the worker client throws": ({ state }) => (state.worker.source = { on: explode }),
  "the worker client is an empty one": ({ state }) => (state.worker.source = {}),
  "the configuration throws": ({ manager }) =>
    Object.defineProperty(manager, "serviceConfiguration", { get: explode }),
  "the parent can't be posted to": ({ window }) => (window.parent.postMessage = explode),
  "there is no Flex": ({ window }) => delete window.Twilio,
  "there are no plugins": ({ window }) => delete window.Twilio.Flex.Plugins,
};
for (const [name, change] of Object.entries(broken)) {
  test(`contained: ${name}`, async () => {
    const world = flexWorld({ change, tasks: [taskOf("WR1")] });
    const port = world.welcome();
    world.tick();
    for (const event of ["taskReceived", "taskCompleted", "connectionStateChanged"])
      world.happens(event, taskOf("WR1"));
    world.changes((state) => (state.view.selectedTaskSid = "WR1"));
    world.leaves();
    world.rings();
    for (const message of [null, { to: "flex", type: "command", request: 1, action: "SelectTask" }])
      await port.onmessage?.({ data: message });
  });
}

test("contained: a port that throws, and a task that does", () => {
  const { world, port } = connected({ tasks: [taskOf("WR1")] });
  const thrower = Object.defineProperty({ sid: "WR2", status: "pending" }, "age", { get: explode });
  world.happens("taskReceived", thrower);
  port.postMessage = explode;
  world.happens("taskReceived", taskOf("WR3"));
  world.changes((state) => (state.view.selectedTaskSid = "WR1"));
  world.leaves();
});

const unfit = {
  "there are no actions": [
    ({ flex }) => delete flex.Actions,
    ["Actions.invokeAction", "Actions.addListener"],
  ],
  "there is no state": [
    ({ manager }) => (manager.store.getState = () => ({})),
    ["flex.worker.tasks"],
  ],
  "the store throws": [({ manager }) => (manager.store.getState = explode), ["flex.worker.tasks"]],
  "events can't be listened to": [({ manager }) => (manager.events.on = explode), ["boom"]],
  "the store can't be subscribed to": [
    ({ manager }) => (manager.store.subscribe = explode),
    ["boom"],
  ],
};
for (const [name, [change, lacks]] of Object.entries(unfit)) {
  test(`what Flex lacks is named: ${name}`, () => {
    const { world, port } = connected({ change });
    world.happens("taskReceived", taskOf("WR1"));
    assert.deepEqual(port.news(), [{ to: "panel", type: "unfit", lacks }]);
  });
}

test("a task that can't be read does not hide the others", () => {
  const thrower = Object.defineProperty({ sid: "WR2", status: "pending" }, "age", { get: explode });
  const { world, port } = connected({ tasks: [taskOf("WR1"), thrower, taskOf("WR3")] });
  assert.deepEqual(
    port.news()[0].tasks.map(({ sid }) => sid),
    ["WR1", "WR3"],
  );
  world.changes((state) => state.worker.tasks.set("WR4", taskOf("WR4")));
  assert.deepEqual(
    port.news().map(({ task }) => task.sid),
    ["WR4"],
  );
});
