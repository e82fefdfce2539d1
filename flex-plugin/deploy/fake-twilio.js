// A Flex API on this machine for the tests. It keeps what it is told, and refuses what the real one refuses. Its pages
// hold two entries, and it replaces `ui_attributes` as a whole. It also serves the hosted script.

const { createHash } = require("node:crypto");
const { readFileSync } = require("node:fs");
const { createServer } = require("node:http");
const { join } = require("node:path");

const ACCOUNT = `AC${"a".repeat(32)}`;
const TOKEN = "a-token-that-nobody-may-see";
const SCRIPT = readFileSync(join(__dirname, "../cif-panel-bridge.js"), "utf8");
const HASH = createHash("sha256").update(SCRIPT).digest("hex").slice(0, 16);
const HOSTED = `/cif-panel-bridge-${HASH}.js`;
const SERVICE = "/v1/PluginService";

class Refusal extends Error {
  constructor(status, code, message) {
    super(message);
    Object.assign(this, { status, code });
  }
}
const refuse = (status, code, message) => {
  throw new Refusal(status, code, message);
};
const missing = () => refuse(404, 20404, "The requested resource was not found");

class FakeTwilio {
  /** The requests so far, as `POST /v1/…`. */
  heard = [];
  /** How many of the next requests are refused as too many. */
  tooMany = 0;
  /** Called after each GET with its path. It stands for the work of somebody else. */
  meanwhile = () => {};
  configuration = { account_sid: ACCOUNT, ui_attributes: { theme: { dark: true }, custom: [1] } };
  plugins = [];
  versions = [];
  configurations = [];
  releases = [];
  #made = 0;

  sid(prefix) {
    this.#made += 1;
    return `${prefix}${String(this.#made).padStart(32, "0")}`;
  }

  /** Another plugin in the active release. */
  install(unique_name, version, phase = 3) {
    const plugin = { sid: this.sid("FP"), unique_name };
    const made = {
      sid: this.sid("FV"),
      plugin_sid: plugin.sid,
      version,
      plugin_url: `https://x.example/${unique_name}.js`,
    };
    this.plugins.push(plugin);
    this.versions.push(made);
    const before =
      this.configurations.find((one) => one.sid === this.releases[0]?.configuration_sid)?.plugins ??
      [];
    const configuration = {
      sid: this.sid("FJ"),
      plugins: [...before, { plugin_version: made.sid, phase }],
    };
    this.configurations.push(configuration);
    this.releases.unshift({ sid: this.sid("FK"), configuration_sid: configuration.sid });
  }

  /** The plugins of a configuration, as the API lists them. */
  configured(configuration) {
    return configuration.plugins.map(({ plugin_version, phase }) => {
      const version = this.versions.find((one) => one.sid === plugin_version);
      const plugin = this.plugins.find((one) => one.sid === version.plugin_sid);
      const { unique_name } = plugin;
      const { plugin_url } = version;
      return {
        unique_name,
        plugin_url,
        version: version.version,
        plugin_version_sid: version.sid,
        phase,
      };
    });
  }

  /** The active plugins, as `name version phase`. */
  active() {
    const [release] = this.releases;
    const configuration = this.configurations.find((one) => one.sid === release?.configuration_sid);
    return configuration
      ? this.configured(configuration).map(
          (one) => `${one.unique_name} ${one.version} ${one.phase}`,
        )
      : [];
  }

  answer(method, url, headers, body) {
    const [status, told] = this.settle(method, url, headers, body);
    const seen = structuredClone(told);
    if (method === "GET") this.meanwhile(url.pathname);
    return [status, seen];
  }

  settle(method, url, headers, body) {
    const { pathname } = url;
    if (headers.authorization !== `Basic ${Buffer.from(`${ACCOUNT}:${TOKEN}`).toString("base64")}`)
      refuse(401, 20003, "Authenticate");
    if (this.tooMany > 0) {
      this.tooMany -= 1;
      refuse(429, 20429, "Too Many Requests");
    }
    if (pathname === "/v1/Configuration") return this.configure(method, headers, body);
    if (!pathname.startsWith(`${SERVICE}/`)) missing();
    if (method === "POST" && headers["content-type"] !== "application/x-www-form-urlencoded")
      refuse(415, 20415, "Unsupported Media Type");
    const form = new URLSearchParams(body);
    return this.serve(method, pathname.slice(SERVICE.length + 1).split("/"), form, url);
  }

  configure(method, headers, body) {
    if (method === "POST") {
      if (headers["content-type"] !== "application/json")
        refuse(415, 20415, "Unsupported Media Type");
      const told = JSON.parse(body);
      if (told.account_sid !== ACCOUNT) refuse(400, 45002, "account_sid is required");
      Object.assign(this.configuration, told);
    }
    return [200, this.configuration];
  }

  serve(method, [kind, sid, part], form, url) {
    const post = method === "POST";
    const find = (list, key = "sid") =>
      list.find((one) => one.sid === sid || one[key] === sid) ?? missing();
    if (kind === "Plugins" && part === "Versions") {
      const plugin = find(this.plugins, "unique_name");
      const own = this.versions.filter((one) => one.plugin_sid === plugin.sid);
      return post ? this.makeVersion(plugin, own, form) : page("plugin_versions", own, url);
    }
    if (kind === "Plugins")
      return post ? this.makePlugin(form) : [200, find(this.plugins, "unique_name")];
    if (kind === "Configurations" && part === "Plugins")
      return page("plugins", this.configured(find(this.configurations)), url);
    if (kind === "Configurations" && post) return this.makeConfiguration(form);
    if (kind === "Releases" && sid === "Active") return [200, this.releases[0] ?? missing()];
    if (kind === "Releases")
      return post ? this.makeRelease(form) : page("releases", this.releases, url);
    return missing();
  }

  makePlugin(form) {
    const unique_name = form.get("UniqueName") ?? refuse(400, 20001, "UniqueName is required");
    if (this.plugins.some((one) => one.unique_name === unique_name))
      refuse(409, 45607, "Already exists");
    const plugin = { sid: this.sid("FP"), unique_name };
    this.plugins.push(plugin);
    return [201, plugin];
  }

  makeVersion(plugin, own, form) {
    const [version, plugin_url] = [form.get("Version"), form.get("PluginUrl")];
    if (!version || !plugin_url) refuse(400, 20001, "Version and PluginUrl are required");
    if (own.some((one) => one.version === version)) refuse(409, 45608, "Already exists");
    const made = {
      sid: this.sid("FV"),
      plugin_sid: plugin.sid,
      version,
      plugin_url,
      archived: false,
    };
    this.versions.unshift(made);
    return [201, made];
  }

  makeConfiguration(form) {
    if (!form.get("Name")) refuse(400, 20001, "Name is required");
    const plugins = form.getAll("Plugins").map((one) => JSON.parse(one));
    if (!plugins.every((one) => this.versions.some((known) => known.sid === one.plugin_version)))
      refuse(400, 45606, "No such plugin version");
    const configuration = { sid: this.sid("FJ"), plugins };
    this.configurations.push(configuration);
    return [201, configuration];
  }

  makeRelease(form) {
    const configuration_sid = form.get("ConfigurationId");
    if (!this.configurations.some((one) => one.sid === configuration_sid)) missing();
    const release = { sid: this.sid("FK"), configuration_sid };
    this.releases.unshift(release);
    return [201, release];
  }
}

function page(key, all, url) {
  const from = Number(url.searchParams.get("Page") ?? 0) * 2;
  const next = new URL(url);
  next.searchParams.set("Page", from / 2 + 1);
  const next_page_url = from + 2 < all.length ? next.href : null;
  return [200, { [key]: all.slice(from, from + 2), meta: { key, next_page_url } }];
}

/** Starts a fake API. `close` ends it. */
async function start() {
  const fake = new FakeTwilio();
  fake.hosted = { [HOSTED]: { type: "text/javascript; charset=utf-8", text: SCRIPT } };
  const server = createServer(async (request, response) => {
    const body = (await request.toArray()).join("");
    const url = new URL(request.url, fake.base);
    const say = (status, headers, text) => response.writeHead(status, headers).end(text);
    if (fake.hosted[url.pathname]) {
      const { type, text, headers } = fake.hosted[url.pathname];
      return say(200, { "Content-Type": type, ...headers }, text);
    }
    fake.heard.push(`${request.method} ${url.pathname}`);
    const json = { "Content-Type": "application/json" };
    try {
      const [status, told] = fake.answer(request.method, url, request.headers, body);
      say(status, json, JSON.stringify(told));
    } catch (error) {
      const { status = 500, code, message } = error;
      say(
        status,
        { ...json, ...(status === 429 && { "Retry-After": "7" }) },
        JSON.stringify({ status, code, message }),
      );
    }
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  fake.base = `http://127.0.0.1:${server.address().port}`;
  fake.url = `${fake.base}${HOSTED}`;
  fake.close = () => new Promise((closed) => server.close(closed).closeAllConnections());
  return fake;
}

module.exports = { ACCOUNT, HASH, SCRIPT, TOKEN, start };
