#!/usr/bin/env node
// Releases the hosted bridge script as a Flex plugin, through the Plugins API; other plugins of the active release
// stay as they are.
//   node flex-plugin/deploy/plugin.mjs release --url https://panel.example.com/cif-panel-bridge-<hash>.js
//   node flex-plugin/deploy/plugin.mjs rollback [--to FJ…]
// --dry-run shows what would be done; --yes does it unasked. Credentials: see twilio.mjs.

import { createHash } from "node:crypto";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

import { Trouble, confirmed, fromEnvironment, isSafe, run } from "./twilio.mjs";

const SERVICE = "/v1/PluginService";
const NAME = "cif-panel-bridge";
// When in Flex's start the plugin is initialized; 3 is what Twilio's own CLI gives.
const PHASE = 3;

/** Plugin, PluginVersion, Configuration, Release: each only where it is missing. */
export async function release(api, { url, say, agree }) {
  const version = await checkedVersion(url);
  const active = await api.find(`${SERVICE}/Releases/Active`);
  const configured = active
    ? await api.list(`${SERVICE}/Configurations/${active.configuration_sid}/Plugins`, "plugins")
    : [];
  const others = configured.filter((plugin) => plugin.unique_name !== NAME);
  const ours = configured.find((plugin) => plugin.unique_name === NAME);
  if (ours?.plugin_url === url) return say(`${url} is in the active release already.`);
  say(
    active
      ? `Active release: ${active.sid} (${active.configuration_sid})`
      : "There is no release yet.",
  );
  for (const plugin of others) say(`  keeps    ${plugin.unique_name} ${plugin.version}`);
  say(
    `  ${ours ? `replaces ${NAME} ${ours.version}\n  by       ` : "adds     "}${NAME} ${version}`,
  );
  if (!(await agree("Release this?"))) return say("Nothing was changed.");

  const plugin =
    (await api.find(`${SERVICE}/Plugins/${NAME}`)) ??
    (await api.postForm(`${SERVICE}/Plugins`, {
      UniqueName: NAME,
      FriendlyName: "CIF panel bridge",
      Description: "Keeps the panel in Dynamics 365 in step with Flex.",
    }));
  const versions = `${SERVICE}/Plugins/${plugin.sid}/Versions`;
  const known = await api.list(versions, "plugin_versions");
  const pluginVersion =
    known.find((one) => one.plugin_url === url && !one.archived) ??
    (await api.postForm(versions, { Version: version, PluginUrl: url }));
  const configuration = await api.postForm(`${SERVICE}/Configurations`, {
    Name: `${NAME} ${version}`,
    Description: active ? `As ${active.configuration_sid}, with ${NAME} ${version}` : "",
    Plugins: [
      ...others.map((one) => entry(one.plugin_version_sid, one.phase)),
      entry(pluginVersion.sid, ours?.phase ?? PHASE),
    ],
  });
  const released = await api.postForm(`${SERVICE}/Releases`, {
    ConfigurationId: configuration.sid,
  });
  say(`Released: ${released.sid} (${configuration.sid}). Agents get it when they reload Flex.`);
  if (active) say(`Back again: rollback --to ${active.configuration_sid}`);
}

/** Releases an earlier configuration anew: a release can't be taken back. */
export async function rollback(api, { to, say, agree }) {
  const [active, ...earlier] = await api.list(`${SERVICE}/Releases`, "releases");
  if (!active) throw new Trouble("There is no release to go back from.");
  const configuration =
    to ??
    earlier.find((one) => one.configuration_sid !== active.configuration_sid)?.configuration_sid;
  if (!configuration) throw new Trouble("There is no earlier release to go back to.");
  if (configuration === active.configuration_sid) return say(`${configuration} is active already.`);
  const plugins = await api.list(`${SERVICE}/Configurations/${configuration}/Plugins`, "plugins");
  say(`From ${active.configuration_sid} to ${configuration}:`);
  for (const plugin of plugins) say(`  ${plugin.unique_name} ${plugin.version}`);
  if (!(await agree("Release this?"))) return say("Nothing was changed.");
  const released = await api.postForm(`${SERVICE}/Releases`, { ConfigurationId: configuration });
  say(`Released: ${released.sid} (${configuration}). Agents get it when they reload Flex.`);
}

const entry = (sid, phase) => JSON.stringify({ plugin_version: sid, phase });

/** The version that stands in the script at this address, once that is found to be the one that its name says. */
async function checkedVersion(url) {
  const [, hash] = /\/cif-panel-bridge-([0-9a-f]{16})\.js$/.exec(url ?? "") ?? [];
  if (!hash || !isSafe(url))
    throw new Trouble(
      "--url must be the https address of a cif-panel-bridge-<hash>.js, as dist/ has it.",
    );
  const answer = await fetch(url).catch((error) => {
    throw new Trouble(`${url} can't be reached: ${error.cause?.message ?? error.message}`);
  });
  if (!answer.ok) throw new Trouble(`${url} answers ${answer.status}: copy dist/ there first.`);
  const type = answer.headers.get("Content-Type") ?? "none";
  if (!/javascript/.test(type))
    throw new Trouble(`${url} is served as ${type}, not as JavaScript.`);
  const script = await answer.text();
  if (createHash("sha256").update(script).digest("hex").slice(0, 16) !== hash)
    throw new Trouble(`${url} is not the script that its name says.`);
  const [, version] = /const SCRIPT = "([0-9.]+)"/.exec(script) ?? [];
  if (!version) throw new Trouble(`${url} names no version.`);
  return `${version}-h${hash.slice(0, 8)}`;
}

async function main(args) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      url: { type: "string" },
      to: { type: "string" },
      "dry-run": { type: "boolean", default: false },
      yes: { type: "boolean", default: false },
    },
  });
  const tasks = { release, rollback };
  const task =
    positionals.length === 1 && Object.hasOwn(tasks, positionals[0]) && tasks[positionals[0]];
  if (!task) throw new Trouble("Say what to do: release --url <address>, or rollback [--to FJ…].");
  const agree = values["dry-run"] ? async () => false : values.yes ? async () => true : confirmed;
  await task(fromEnvironment(), { ...values, agree, say: console.log });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await run(main);
