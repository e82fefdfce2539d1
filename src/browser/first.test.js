// Tests the page's first script in a small fake page. What it must find in a configuration stands in
// tests/golden/first.json, which the panel's own tests read as well.

const { test } = require("node:test");
const assert = require("node:assert/strict");
const { readFileSync } = require("node:fs");
const { join } = require("node:path");

const source = readFileSync(join(__dirname, "first.js"), "utf8");
const golden = JSON.parse(readFileSync(join(__dirname, "../../tests/golden/first.json"), "utf8"));
const [plain] = golden.configurations;

// Lets all pending promises settle.
const settled = () => new Promise((resolve) => setImmediate(resolve));

// A page with the script in it. The browser gives the lock when the test says so.
function page({
  build = {},
  status = 200,
  file = "",
  refuses = false,
  lacks = [],
  isOld = false,
} = {}) {
  const world = { frames: [], links: [], said: [], fetched: [], lock: undefined, closed: false };
  const listeners = {};
  const listen = (name, act) => (listeners[name] = act);
  world.happens = (name) => listeners[name]();
  const list = (elements) => ({
    append(element) {
      element.remove = () => elements.splice(elements.indexOf(element), 1);
      elements.push(element);
    },
  });
  const document = {
    currentScript: { dataset: isOld ? {} : { build: JSON.stringify(build) } },
    createElement: (tag) => ({ tag, dataset: {} }),
    head: list(world.links),
    body: list(world.frames),
    addEventListener: listen,
  };
  class BroadcastChannel {
    constructor(name) {
      world.channel = {
        name,
        hear: (message) => this.onmessage({ data: JSON.stringify(message) }),
      };
    }
    postMessage(text) {
      assert.ok(!world.closed, "the channel is open");
      world.said.push(JSON.parse(text));
    }
    close() {
      world.closed = true;
    }
  }
  const locks = {
    request: (name, granted) => {
      if (refuses) return Promise.reject(new Error("forbidden"));
      return new Promise((resolve, reject) => {
        world.lock = { name, held: false };
        world.grant = () => {
          world.lock.held = true;
          const ended = (settle) => (value) => ((world.lock.held = false), settle(value));
          const answer = new Promise((answer) => answer(granted({ name })));
          answer.then(ended(resolve), ended(reject));
        };
        world.steal = () => ((world.lock.held = false), reject(new Error("stolen")));
      });
    },
  };
  const fetch = async (url, options) => {
    world.fetched.push([url, options]);
    if (status === null) throw new TypeError("Failed to fetch");
    return { status, ok: status >= 200 && status < 300, text: async () => file };
  };
  const given = { window: world, document, navigator: { locks }, BroadcastChannel, fetch };
  lacks.forEach((name) => (name === "locks" ? delete given.navigator.locks : delete given[name]));
  const names = ["window", "document", "navigator", "BroadcastChannel", "fetch"];
  new Function(...names, "addEventListener", source)(...names.map((name) => given[name]), listen);
  return world;
}

// A page that leads.
async function leading() {
  const world = page(plain);
  await settled();
  world.grant();
  await settled();
  return world;
}

const isOver = (world) => {
  assert.deepEqual(world.frames, []);
  assert.ok(!world.lock?.held, "the lock is not held");
};

for (const { about, panelOnly = false, lock, flex, library, ...told } of golden.configurations) {
  test(`a configuration: ${about}`, async () => {
    const world = page(told);
    await settled();
    if (lock === undefined || panelOnly) {
      assert.equal(world.lock, undefined);
      assert.deepEqual(world.links, []);
      return isOver(world);
    }
    assert.equal(world.lock.name, lock);
    const [{ tag, rel, as, href }] = world.links;
    assert.deepEqual(
      { tag, rel, as, href },
      { tag: "link", rel: "preload", as: "script", href: library },
    );
    assert.deepEqual(world.frames, []);
    world.grant();
    assert.equal(world.channel.name, lock);
    const [{ tag: name, src, allow, dataset }, ...more] = world.frames;
    assert.deepEqual({ name, src, allow }, { name: "iframe", src: flex, allow: golden.allow });
    assert.deepEqual(dataset, { flex: "true" });
    assert.deepEqual(more, []);
  });
}

test("config.json is fetched at once and once, past the cache", () => {
  assert.deepEqual(page(plain).fetched, [["config.json", { cache: "no-cache" }]]);
});

test("in a page of an earlier release the script does nothing", async () => {
  const world = page({ ...plain, isOld: true });
  await settled();
  assert.deepEqual([world.fetched, world.flexFirst], [[], undefined]);
});

test("the panel gets the answer for config.json, whatever it is", async () => {
  assert.deepEqual(await page(plain).flexFirst.config, { status: 200, text: plain.file });
  assert.deepEqual(await page({ status: 404, file: "gone" }).flexFirst.config, {
    status: 404,
    text: "",
  });
  const silent = page({ status: null });
  await assert.rejects(silent.flexFirst.config, /Failed to fetch/);
  isOver(silent);
});

test("a frame says that it has loaded", async () => {
  const [frame] = (await leading()).frames;
  frame.onload();
  assert.equal(frame.dataset.loaded, "true");
});

test("a browser without locks or channels, or that forbids locks, leaves everything to the panel", async () => {
  for (const lack of ["locks", "BroadcastChannel"]) {
    const world = page({ ...plain, lacks: [lack] });
    await settled();
    world.grant?.();
    await settled();
    isOver(world);
    assert.equal(world.flexFirst.take(plain.lock), undefined);
  }
  const world = page({ ...plain, refuses: true });
  await settled();
  isOver(world);
});

test("a window without the lock says nothing and shows nothing", async () => {
  const world = page(plain);
  await settled();
  for (const event of ["freeze", "resume", "pagehide"]) world.happens(event);
  assert.deepEqual([world.frames, world.said, world.channel], [[], [], undefined]);
});

test("the leader answers who leads, to the window that asks", async () => {
  const world = await leading();
  const { whoLeads, iLead } = golden.messages;
  world.channel.hear(whoLeads);
  const [{ from, ...answer }, ...more] = world.said;
  assert.deepEqual({ from: iLead.from, ...answer }, iLead);
  assert.deepEqual(more, []);
  assert.ok(Number.isInteger(from.opened) && from.salt >= 0 && from.salt < 2 ** 32);
  world.channel.hear(golden.messages.iLeave);
  assert.equal(world.said.length, 1);
});

test("a frozen leader says that it leaves, answers nothing, and leads again when it thaws", async () => {
  const world = await leading();
  world.happens("freeze");
  world.channel.hear(golden.messages.whoLeads);
  world.happens("resume");
  world.channel.hear(golden.messages.whoLeads);
  assert.deepEqual(
    world.said.map(({ says }) => says),
    ["ILeave", "ILead", "ILead"],
  );
  assert.equal(world.frames.length, 1);
  assert.ok(world.lock.held);
});

test("a leader whose page goes says that it leaves and gives the lock back", async () => {
  const world = await leading();
  world.happens("pagehide");
  await settled();
  const [{ from, ...leaving }, ...more] = world.said;
  assert.deepEqual({ from: golden.messages.iLeave.from, ...leaving }, golden.messages.iLeave);
  assert.deepEqual([typeof from.opened, more], ["number", []]);
  isOver(world);
  assert.equal(world.flexFirst.take(plain.lock), undefined);
});

test("a lock that comes after the page has gone is given back", async () => {
  const world = page(plain);
  await settled();
  world.happens("pagehide");
  world.grant();
  await settled();
  isOver(world);
});

test("a leader whose lock is stolen removes its frame and is silent", async () => {
  const world = await leading();
  world.steal();
  await settled();
  isOver(world);
  assert.ok(world.closed);
  for (const event of ["freeze", "resume", "pagehide"]) world.happens(event);
  assert.equal(world.flexFirst.take(plain.lock), undefined);
});

test("the panel takes over the lock and the frame, and the script does nothing any more", async () => {
  const world = await leading();
  const { opened, salt, held, release } = world.flexFirst.take(plain.lock);
  assert.ok(Number.isInteger(opened) && Number.isInteger(salt));
  assert.ok(world.closed && world.lock.held);
  for (const event of ["freeze", "resume", "pagehide"]) world.happens(event);
  assert.equal(world.frames.length, 1);
  assert.ok(world.lock.held);
  assert.equal(world.flexFirst.take(plain.lock), undefined);
  assert.equal(world.frames.length, 1);
  release();
  await held;
  assert.ok(!world.lock.held);
});

test("the panel learns of a theft after it has taken over", async () => {
  const world = await leading();
  const { held } = world.flexFirst.take(plain.lock);
  world.steal();
  await assert.rejects(held, /stolen/);
  assert.equal(world.frames.length, 1);
});

test("a panel that means another lock gets neither lock nor frame", async () => {
  const world = await leading();
  assert.equal(world.flexFirst.take("flex-cif-panel another"), undefined);
  await settled();
  isOver(world);
});

test("a panel that comes before the lock gets nothing, and the lock is given back", async () => {
  const world = page(plain);
  await settled();
  assert.equal(world.flexFirst.take(plain.lock), undefined);
  world.grant();
  await settled();
  isOver(world);
});
