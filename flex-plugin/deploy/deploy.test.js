// Tests the deployment scripts against a Flex API on this machine, which refuses what the real one refuses.

const { after, beforeEach, afterEach, describe, test } = require("node:test");
const assert = require("node:assert/strict");
const { spawn, spawnSync } = require("node:child_process");
const {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");
const { ACCOUNT, HASH, SCRIPT, TOKEN, start } = require("./fake-twilio");

const VERSION = `1.5.0-h${HASH.slice(0, 8)}`;
const folder = mkdtempSync(join(tmpdir(), "flex-deploy-"));
after(() => rmSync(folder, { recursive: true }));

let fake;
beforeEach(async () => (fake = await start()));
afterEach(() => fake.close());

/** Runs a script as an administrator does, but without a terminal. Returns its output and its exit code. */
function script(name, ...args) {
  return new Promise((ended) => {
    const env = {
      PATH: process.env.PATH,
      TWILIO_ACCOUNT_SID: ACCOUNT,
      TWILIO_AUTH_TOKEN: TOKEN,
      TWILIO_FLEX_API: fake.base,
      ...fake.env,
    };
    const child = spawn(process.execPath, [join(__dirname, name), ...args], { cwd: folder, env });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (said += text));
    child.on("close", (code) => {
      assert.ok(!said.includes(TOKEN), "the token is never shown");
      ended({ said, code });
    });
  });
}

const written = () => fake.heard.filter((one) => one.startsWith("POST"));

describe("release", () => {
  const release = (...args) => script("plugin.mjs", "release", "--url", fake.url, ...args);

  test("the first: plugin, version, configuration and release are made", async () => {
    const { said, code } = await release("--yes");
    assert.equal(code, 0, said);
    assert.deepEqual(fake.active(), [`cif-panel-bridge ${VERSION} 3`]);
    assert.equal(fake.versions[0].plugin_url, fake.url);
  });

  test("the plugins of others stay, each in its phase, beyond the first page", async () => {
    ["one", "two", "three"].forEach((name, phase) => fake.install(name, "2.0.0", phase));
    const { said } = await release("--yes");
    assert.deepEqual(fake.active(), [
      "one 2.0.0 0",
      "two 2.0.0 1",
      "three 2.0.0 2",
      `cif-panel-bridge ${VERSION} 3`,
    ]);
    assert.match(said, /keeps {4}three 2\.0\.0/);
  });

  test("a newer script replaces the older one", async () => {
    fake.install("cif-panel-bridge", "1.0.0", 1);
    const { said } = await release("--yes");
    assert.deepEqual(fake.active(), [`cif-panel-bridge ${VERSION} 1`]);
    assert.match(said, /replaces cif-panel-bridge 1\.0\.0/);
  });

  test("a version that is active already is left alone", async () => {
    await release("--yes");
    fake.heard = [];
    const { said } = await release("--yes");
    assert.match(said, /already/);
    assert.deepEqual(written(), []);
  });

  test("a version that an interrupted run has made is used", async () => {
    await release("--yes");
    fake.releases = [];
    const { code } = await release("--yes");
    assert.equal(code, 0);
    assert.equal(fake.versions.length, 1);
    assert.deepEqual(fake.active(), [`cif-panel-bridge ${VERSION} 3`]);
  });

  test("the same script at another address, or one that is archived, gets a version of its own", async () => {
    await release("--yes");
    const moved = fake.url.replace("/cif", "/moved/cif");
    fake.hosted[new URL(moved).pathname] = fake.hosted[new URL(fake.url).pathname];
    const { said, code } = await script("plugin.mjs", "release", "--url", moved, "--yes");
    assert.equal(code, 0, said);
    assert.deepEqual(fake.active(), [`cif-panel-bridge ${VERSION}.2 3`]);
    assert.equal(fake.versions[0].plugin_url, moved);
    fake.versions[0].archived = true;
    fake.releases = [];
    await script("plugin.mjs", "release", "--url", moved, "--yes");
    assert.deepEqual(fake.active(), [`cif-panel-bridge ${VERSION}.3 3`]);
  });

  test("--dry-run shows it and writes nothing; without a terminal --yes is needed", async () => {
    const dry = await release("--dry-run");
    assert.equal(dry.code, 0);
    assert.match(dry.said, new RegExp(`adds {5}cif-panel-bridge ${VERSION}`));
    const unasked = await release();
    assert.equal(unasked.code, 1);
    assert.match(unasked.said, /--yes/);
    assert.deepEqual(written(), []);
  });

  test("a release that somebody else makes meanwhile is not overwritten, however late it comes", async () => {
    for (const last of [2, 3]) {
      fake.releases = [];
      fake.install(`other-${last}`, "2.0.0");
      let looks = 0;
      fake.meanwhile = (path) => {
        if (!path.endsWith("/Releases/Active")) return;
        looks += 1;
        if (looks === last - 1) fake.install(`theirs-${last}`, "3.0.0");
      };
      const { said, code } = await release("--yes");
      assert.equal(code, 1);
      assert.match(said, /meanwhile/);
      assert.deepEqual(fake.active(), [`other-${last} 2.0.0 3`, `theirs-${last} 3.0.0 3`]);
    }
  });

  test("a host that the bridge will not talk to is reported", async () => {
    assert.match((await release("--dry-run")).said, /Note: .* is not in cif_panel\.origins/);
    fake.configuration.ui_attributes.cif_panel = { origins: [fake.base] };
    assert.doesNotMatch((await release("--dry-run")).said, /Note:/);
  });

  const type = "text/javascript";
  const wrong = {
    "a script that is not what its name says": [{ text: `${SCRIPT}//`, type }, /not the script/],
    "a page in its place": [{ text: "<!doctype html>", type: "text/html" }, /not as JavaScript/],
    "a script that only its own site may load": [
      { text: SCRIPT, type, headers: { "Cross-Origin-Resource-Policy": "same-site" } },
      /must be cross-origin/,
    ],
  };
  for (const [name, [hosted, words]] of Object.entries(wrong)) {
    test(`refused: ${name}`, async () => {
      fake.hosted[new URL(fake.url).pathname] = hosted;
      const { said, code } = await release("--yes");
      assert.equal(code, 1);
      assert.match(said, words);
      assert.deepEqual(written(), []);
    });
  }

  test("refused: addresses that are not the script's", async () => {
    for (const url of [
      "https://panel.example.com/cif-panel-bridge.js",
      `http://panel.example.com/cif-panel-bridge-${HASH}.js`,
      "no address",
    ]) {
      const { said, code } = await script("plugin.mjs", "release", "--url", url, "--yes");
      assert.equal(code, 1);
      assert.match(said, /--url must be/);
    }
  });
});

describe("rollback", () => {
  const release = () => script("plugin.mjs", "release", "--url", fake.url, "--yes");
  const rollback = (...args) => script("plugin.mjs", "rollback", ...args);

  test("goes back to what was released before", async () => {
    fake.install("other", "2.0.0");
    await release();
    const { said, code } = await rollback("--yes");
    assert.equal(code, 0, said);
    assert.match(said, new RegExp(`removes {2}cif-panel-bridge ${VERSION}`));
    assert.deepEqual(fake.active(), ["other 2.0.0 3"]);
    assert.equal(fake.releases.length, 3);
  });

  test("goes back to the version before, in its phase", async () => {
    fake.install("cif-panel-bridge", "1.0.0", 1);
    fake.install("other", "2.0.0");
    await release();
    const { said } = await rollback("--yes");
    assert.match(
      said,
      new RegExp(`replaces cif-panel-bridge ${VERSION}\n {2}by {7}cif-panel-bridge 1.0.0`),
    );
    assert.deepEqual(fake.active(), ["other 2.0.0 3", "cif-panel-bridge 1.0.0 1"]);
  });

  test("keeps what others have released since", async () => {
    await release();
    fake.install("theirs", "3.0.0");
    const { said } = await rollback("--yes");
    assert.match(said, /keeps {4}theirs 3\.0\.0/);
    assert.deepEqual(fake.active(), ["theirs 3.0.0 3"]);
  });

  test("goes back to a named configuration as a whole, and shows what changes with it", async () => {
    ["one", "two", "three"].forEach((name) => fake.install(name, "2.0.0"));
    const [first] = fake.configurations;
    const dry = await rollback("--to", first.sid, "--dry-run");
    assert.match(dry.said, /keeps {4}one 2\.0\.0\n {2}removes {2}two 2\.0\.0/);
    assert.deepEqual(written(), []);
    await rollback("--to", first.sid, "--yes");
    assert.deepEqual(fake.active(), ["one 2.0.0 3"]);
    assert.equal(fake.releases[0].configuration_sid, first.sid);
  });

  test("says so if there is nothing to go back to", async () => {
    assert.match((await rollback("--yes")).said, /no release/);
    fake.install("other", "2.0.0");
    assert.match((await rollback("--yes")).said, /not in the active release/);
    const gone = await script("plugin.mjs", "rollback", "--to", "FJ0", "--yes");
    assert.match(gone.said, /not found \(404, code 20404\)/);
    assert.deepEqual(written(), []);
  });

  test("does not overwrite a release that somebody else makes meanwhile", async () => {
    await release();
    fake.heard = [];
    fake.meanwhile = (path) => path.endsWith("/Releases") && fake.install("theirs", "3.0.0");
    const { said, code } = await rollback("--yes");
    assert.equal(code, 1);
    assert.match(said, /meanwhile/);
    assert.deepEqual(written(), []);
  });
});

describe("settings", () => {
  const settings = (...args) => script("settings.mjs", ...args);
  const PANEL = "https://panel.example.com";

  test("are merged into what is there, shown first", async () => {
    fake.configuration.ui_attributes.cif_panel = { origins: ["https://old.example"], fit: false };
    const { said, code } = await settings("--origin", PANEL, "--hide-task-list", "false", "--yes");
    assert.equal(code, 0, said);
    assert.deepEqual(fake.configuration.ui_attributes, {
      theme: { dark: true },
      custom: [1],
      cif_panel: { origins: [PANEL], fit: false, hideTaskList: false },
    });
    assert.match(said, /^- ui_attributes\.cif_panel = .*old\.example/m);
    assert.match(said, /^\+ ui_attributes\.cif_panel = .*panel\.example\.com/m);
    assert.ok(!said.includes("theme"));
  });

  test("what was seen is kept, and --restore brings it back", async () => {
    const seen = structuredClone(fake.configuration.ui_attributes);
    const before = readdirSync(folder);
    const { said } = await settings("--origin", PANEL, "--yes");
    const [file] = readdirSync(folder).filter((name) => !before.includes(name));
    assert.ok(said.includes(file));
    assert.deepEqual(JSON.parse(readFileSync(join(folder, file), "utf8")).ui_attributes, seen);
    fake.configuration.ui_attributes.theirs = 1;
    const { code } = await settings("--restore", file, "--yes");
    assert.equal(code, 0);
    assert.deepEqual(fake.configuration.ui_attributes, { ...seen, theirs: 1 }, "theirs stays");
    const whole = await settings("--restore", file, "--whole", "--yes");
    assert.match(whole.said, /^- ui_attributes\.theirs = 1/m);
    assert.deepEqual(fake.configuration.ui_attributes, seen);
  });

  test("--dry-run shows the change and writes nothing; settings that are right already are not written", async () => {
    const dry = await settings("--origin", PANEL, "--dry-run");
    assert.match(dry.said, /^\+ /m);
    fake.configuration.ui_attributes.cif_panel = { origins: [PANEL], hideTaskList: false };
    assert.match((await settings("--origin", PANEL, "--yes")).said, /Nothing to change/);
    assert.deepEqual(written(), []);
  });

  test("an account without ui_attributes gets some", async () => {
    fake.configuration.ui_attributes = null;
    await settings("--origin", PANEL, "--yes");
    assert.deepEqual(fake.configuration.ui_attributes, {
      cif_panel: { hideTaskList: true, origins: [PANEL] },
    });
  });

  test("a change that somebody else makes meanwhile is not overwritten", async () => {
    fake.meanwhile = () => (fake.configuration.ui_attributes.theirs = fake.heard.length);
    const { said, code } = await settings("--origin", PANEL, "--yes");
    assert.equal(code, 1);
    assert.match(said, /meanwhile/);
    assert.deepEqual(written(), []);
  });

  test("ui_attributes that are no object are refused", async () => {
    fake.configuration.ui_attributes.cif_panel = "a text";
    await settings("--origin", PANEL, "--yes");
    assert.deepEqual(fake.configuration.ui_attributes.cif_panel, {
      hideTaskList: true,
      origins: [PANEL],
    });
    fake.configuration.ui_attributes = ["a list"];
    assert.match((await settings("--origin", PANEL, "--yes")).said, /no object/);
    assert.deepEqual(fake.configuration.ui_attributes, ["a list"]);
  });

  test("a file that can't be read is reported in one line", async () => {
    writeFileSync(join(folder, "broken.json"), "{");
    for (const file of ["broken.json", "gone.json"])
      assert.match(
        (await settings("--restore", file, "--yes")).said,
        /^\w+\.json can't be read: [^\n]+\n$/,
      );
  });

  test("a file of another account is refused", async () => {
    writeFileSync(
      join(folder, "theirs.json"),
      JSON.stringify({ account_sid: "AC1", ui_attributes: {} }),
    );
    const { said } = await settings("--restore", "theirs.json", "--yes");
    assert.match(said, /another account/);
    assert.deepEqual(fake.heard, []);
  });

  test("invalid origins are refused", async () => {
    for (const origin of [`${PANEL}/`, `${PANEL}/panel`, "*", "panel.example.com"]) {
      const { said, code } = await settings("--origin", origin, "--yes");
      assert.equal(code, 1);
      assert.match(said, /no exact origin/);
    }
    assert.deepEqual(fake.heard, []);
  });
});

describe("credentials", () => {
  test("that are wrong lead to the API's own words", async () => {
    fake.env = { TWILIO_AUTH_TOKEN: "wrong" };
    const { said, code } = await script("settings.mjs", "--fit", "false", "--yes");
    assert.equal(code, 1);
    assert.match(said, /Authenticate \(401, code 20003\)/);
  });

  test("that are missing, or would go to an address without https, are not sent", async () => {
    for (const [env, words] of [
      [{ TWILIO_ACCOUNT_SID: "" }, /TWILIO_ACCOUNT_SID must be/],
      [{ TWILIO_AUTH_TOKEN: "" }, /Set TWILIO_AUTH_TOKEN/],
      [{ TWILIO_FLEX_API: "http://api.example.com" }, /no https address/],
    ]) {
      fake.env = env;
      const { said, code } = await script("settings.mjs", "--fit", "false", "--yes");
      assert.equal(code, 1);
      assert.match(said, words);
    }
    assert.deepEqual(fake.heard, []);
  });
});

describe("an API that says too many requests", () => {
  const client = async (pauses) => {
    const { FlexApi } = await import("./twilio.mjs");
    const pause = async (millis) => void pauses.push(millis);
    return new FlexApi({ account: ACCOUNT, user: ACCOUNT, secret: TOKEN, base: fake.base, pause });
  };

  test("is asked again after the pause that it names", async () => {
    fake.tooMany = 2;
    const pauses = [];
    const api = await client(pauses);
    assert.equal((await api.get("/v1/Configuration")).account_sid, ACCOUNT);
    assert.deepEqual(pauses, [7000, 7000]);
  });

  test("is not asked for ever", async () => {
    fake.tooMany = 100;
    const api = await client([]);
    await assert.rejects(api.get("/v1/Configuration"), /Too Many Requests \(429/);
    assert.equal(fake.heard.length, 4);
  });

  test("a body of the wrong type is refused, as the real one does", async () => {
    const api = await client([]);
    await assert.rejects(api.postJson("/v1/PluginService/Plugins", {}), /Unsupported/);
    await assert.rejects(api.postForm("/v1/Configuration", {}), /Unsupported/);
  });
});

test("the CLI's project holds the script as it is, except for the one line with which it offers itself", async () => {
  const { project } = await import("./project.mjs");
  const files = project();
  const offered = files["src/cif-panel-bridge.js"].split("\n").slice(1, -2).join("\n");
  assert.equal(
    `${offered}\n`.replace(
      "init(CifPanelBridge)",
      "window.Twilio.Flex.Plugins.init(CifPanelBridge)",
    ),
    SCRIPT,
  );
  assert.equal(JSON.parse(files["package.json"]).version, "1.5.0");
});

test("the bridge of the CLI's project is a plugin as the CLI needs it, and says hello", () => {
  const own = join(folder, "project");
  const write = (path, text) => {
    mkdirSync(join(own, path, ".."), { recursive: true });
    writeFileSync(join(own, path), text);
  };
  const made = spawnSync(process.execPath, [join(__dirname, "project.mjs"), own]);
  assert.equal(made.status, 0, made.stderr);
  // As webpack reads it.
  write("src/package.json", '{"type": "module"}');
  write(
    "node_modules/@twilio/flex-plugin/package.json",
    '{"type": "module", "exports": "./it.js"}',
  );
  write(
    "node_modules/@twilio/flex-plugin/it.js",
    `export class FlexPlugin { constructor(name) { this.name = name; } }
    export const loadPlugin = (Plugin) => (globalThis.plugin = new Plugin());`,
  );
  write(
    "src/try.js",
    `const said = [];
    const panel = "https://panel.example.com";
    const parent = { postMessage: (message, target) => said.push([message.bridge, target]) };
    const location = { ancestorOrigins: [panel] };
    globalThis.window = { location, parent, addEventListener() {} };
    const flex = { Actions: { invokeAction() {}, addListener() {} } };
    const store = {
      getState: () => ({ flex: { worker: { tasks: new Map() } } }),
      subscribe() {},
    };
    const serviceConfiguration = { ui_attributes: { cif_panel: { origins: [panel] } } };
    await import("./index.js");
    await plugin.init(flex, { events: { on() {} }, store, serviceConfiguration });
    console.log(JSON.stringify([plugin.name, said]));
    process.exit();`,
  );
  const tried = spawnSync(process.execPath, [join(own, "src/try.js")], { encoding: "utf8" });
  assert.equal(
    tried.stdout,
    '["cif-panel-bridge",[["1.5.0","https://panel.example.com"]]]\n',
    tried.stderr,
  );
});
