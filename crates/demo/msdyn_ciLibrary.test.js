import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const source = readFileSync(new URL("msdyn_ciLibrary.js", import.meta.url), "utf8");
const HOST = "http://dynamics.localhost:8081";

/** The library in a window of its own, and the messages that reach the host. */
async function load() {
  const window = new EventTarget();
  const sent = [];
  window.top = { postMessage: (data, target) => sent.push({ ...structuredClone(data), target }) };
  const document = {
    querySelector: (selector) =>
      selector === 'script[data-cifid="CIFMainLibrary"]'
        ? { dataset: { crmurl: `${HOST}/` } }
        : null,
  };
  let started = 0;
  window.addEventListener("CIFInitDone", () => (started += 1));
  const timers = new Map();
  const setTimer = (ring, delay) => timers.set(timers.size + 1, { ring, delay }).size;
  const advance = (to) =>
    [...timers]
      .filter(([, { delay }]) => delay <= to)
      .forEach(([id, { ring }]) => timers.delete(id) && ring());
  new Function("window", "document", "setTimeout", "clearTimeout", source)(
    window,
    document,
    setTimer,
    (id) => timers.delete(id),
  );
  assert.equal(started, 0, "CIFInitDone comes from a timer");
  advance(0);
  assert.equal(started, 1);
  const receive = (data, origin = HOST) =>
    window.dispatchEvent(Object.assign(new Event("message"), { data, origin }));
  const reply = (messageOutcome, fields, origin) =>
    receive(
      {
        messageOutcome,
        messageData: new Map(fields),
        messageCorrelationId: sent.at(-1).messageCorrelationId,
      },
      origin,
    );
  return { cif: window.Microsoft.CIFramework, sent, receive, reply, advance };
}

/** Lets promises run. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

test("a request goes to the host with a real Map and the port of its URL", async () => {
  const { cif, sent, reply } = await load();
  const mode = cif.setMode(1, "my-id");
  const [message] = sent;
  assert.equal(message.messageType, "setmode");
  assert.equal(message.target, HOST);
  assert.deepEqual(
    message.messageData,
    new Map(Object.entries({ value: 1, correlationId: "my-id" })),
  );
  assert.match(message.messageCorrelationId, /^[0-9a-f-]{36}$/);
  reply("success", [["value", 1]]);
  assert.equal(await mode, 1);
});

test("each method has its message type and its keys", async () => {
  const { cif, sent } = await load();
  const calls = [
    [
      () => cif.getTabs("name", "tag"),
      "getTabsByTagOrName",
      { msdyn_name: "name", templateTag: "tag" },
    ],
    [() => cif.getTabs(), "getTabsByTagOrName", { msdyn_name: undefined, templateTag: undefined }],
    [
      () => cif.searchAndOpenRecords("contact", "?q", true),
      "search",
      { entityName: "contact", queryParameters: "?q", searchOnly: true },
    ],
    [
      () => cif.searchAndOpenRecords("contact", "?q", false),
      "searchandopenrecords",
      { entityName: "contact", queryParameters: "?q", searchOnly: false },
    ],
    [
      () => cif.openForm("{}", "{}"),
      "openform",
      { entityFormOptions: "{}", entityFormParameters: "{}" },
    ],
    [
      () => cif.createRecord("contact", '{"a":1}'),
      "createrecord",
      { entityName: "contact", value: new Map([["a", 1]]) },
    ],
    [
      () => cif.setTabTitle("t", { title: "T" }),
      "setTabTitle",
      { tabId: "t", input: { title: "T" } },
    ],
    [
      () => cif.addHandler("onclicktoact", async () => {}),
      "addGenericHandler",
      { eventType: "onclicktoact" },
    ],
  ];
  for (const [call, type, keys] of calls) {
    call()?.catch(() => {});
    assert.equal(sent.at(-1).messageType, type);
    sent.at(-1).messageData.delete("correlationId");
    assert.deepEqual(sent.at(-1).messageData, new Map(Object.entries(keys)));
  }
});

test("results of the JSON methods are strings, their refusals too", async () => {
  const { cif, reply } = await load();
  const found = cif.searchAndOpenRecords("contact", "?q", true);
  reply("success", [["value", new Map([["0", new Map([["fullname", "Ann"]])]])]]);
  assert.equal(await found, '{"0":{"fullname":"Ann"}}');
  const refused = cif.retrieveRecord("contact", "1", "");
  reply("failure", [["value", new Map([["errorMsg", "no"]])]]);
  await assert.rejects(refused, (error) => error === '{"value":{"errorMsg":"no"}}');
});

test("a refusal of the other methods is a Map", async () => {
  const { cif, reply } = await load();
  const refused = cif.focusTab("gone");
  reply("failure", [["msdyn_name", "focusTab"]]);
  await assert.rejects(
    refused,
    (error) => error instanceof Map && error.get("message") === undefined,
  );
});

test("a JSON method never settles on a success without a value; the others resolve undefined", async () => {
  const { cif, reply } = await load();
  const environment = cif.getEnvironment();
  reply("success", [["message", "no handler"]]);
  assert.equal(await Promise.race([environment, settled().then(() => "hangs")]), "hangs");
  const tab = cif.getFocusedTab();
  reply("success", [["message", "no handler"]]);
  assert.equal(await tab, undefined);
});

test("a message from another host name is no reply; scheme and port do not matter", async () => {
  const { cif, reply } = await load();
  const mode = cif.getMode();
  reply("success", [["value", 0]], "http://evil.localhost:8081");
  assert.equal(await Promise.race([mode, settled().then(() => "waits")]), "waits");
  reply("success", [["value", 1]], "https://dynamics.localhost");
  assert.equal(await mode, 1);
});

test("a request is given up after 10 seconds, except those that wait for ever", async () => {
  const { cif, advance } = await load();
  const mode = cif.getMode();
  const search = cif.searchAndOpenRecords("contact", "?q", true);
  let opened = "waits";
  cif.openForm("{}", "{}").then(
    () => (opened = "done"),
    () => (opened = "failed"),
  );
  advance(9_999);
  assert.equal(await Promise.race([mode, settled().then(() => "waits")]), "waits");
  advance(10_000);
  await assert.rejects(
    mode,
    (error) => error instanceof Map && error.get("message").startsWith("Timeout occurred"),
  );
  await assert.rejects(search, (error) => JSON.parse(error).message.startsWith("Timeout occurred"));
  assert.equal(opened, "waits");
});

test("an event is answered with the handler's result", async () => {
  const { cif, sent, receive } = await load();
  assert.equal(
    cif.addHandler("onmodechanged", async (text) => JSON.parse(text).value + 1),
    undefined,
  );
  receive({ messageType: "onmodechanged", messageData: '{"value":1}', messageCorrelationId: "e1" });
  await settled();
  const { messageOutcome, messageData, messageCorrelationId } = sent.at(-1);
  assert.deepEqual(
    [messageOutcome, messageData, messageCorrelationId],
    ["success", new Map([["value", 2]]), "e1"],
  );
});

test("a handler that returns no promise, or throws, is a failure", async () => {
  for (const handler of [
    () => 1,
    () => {
      throw new Error("broken");
    },
  ]) {
    const { cif, sent, receive } = await load();
    cif.addHandler("onclicktoact", handler);
    receive({ messageType: "onclicktoact", messageData: "{}", messageCorrelationId: "e2" });
    await settled();
    assert.equal(sent.at(-1).messageOutcome, "failure");
    assert.equal(sent.at(-1).messageCorrelationId, "e2");
  }
});

test("an event without a handler, or whose handler was removed, is not answered", async () => {
  const { cif, sent, receive } = await load();
  const handler = async () => {};
  cif.addHandler("onclicktoact", handler);
  cif.removeHandler("onclicktoact", handler);
  const before = sent.length;
  receive({ messageType: "onclicktoact", messageData: "{}", messageCorrelationId: "e3" });
  await settled();
  assert.equal(sent.length, before);
});

test("a record that is no JSON makes createRecord throw at once", async () => {
  const { cif } = await load();
  assert.throws(() => cif.createRecord("contact", "{"), SyntaxError);
});
