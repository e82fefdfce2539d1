#!/usr/bin/env node
// Releases the hosted bridge script as a Flex plugin through the Plugins API. Other plugins of the active release stay
// as they are.
//   node flex-plugin/deploy/plugin.mjs release --url https://panel.example.com/cif-panel-bridge-<hash>.js
//   node flex-plugin/deploy/plugin.mjs rollback [--to FJ…]
// --dry-run shows what would be done; --yes does it without asking. Credentials: see twilio.mjs.

import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

import { checkedVersion } from "./hosted.mjs";
import { Trouble, confirmed, fromEnvironment, run } from "./twilio.mjs";

const SERVICE = "/v1/PluginService";
const NAME = "cif-panel-bridge";
// The phase of Flex's start in which the plugin is initialized. Twilio's own CLI uses 3.
const PHASE = 3;

/** Creates Plugin, PluginVersion, Configuration and Release, each only if it is missing. */
export async function release(api, { url, say, agree }) {
  const version = await checkedVersion(url);
  const { origin } = new URL(url);
  if (!(await listedOrigins(api)).includes(origin))
    say(`Note: ${origin} is not in cif_panel.origins. A panel there needs settings.mjs --origin.`);
  const active = await api.find(`${SERVICE}/Releases/Active`);
  const now = active ? await configured(api, active.configuration_sid) : [];
  const ours = now.find(isOurs);
  if (ours?.plugin_url === url) return say(`${url} is in the active release already.`);
  say(
    active
      ? `Active release: ${active.sid} (${active.configuration_sid})`
      : "There is no release yet.",
  );
  const wanted = { unique_name: NAME, version };
  for (const line of difference(now, [...now.filter(isOther), wanted])) say(line);
  if (!(await agree("Release this?"))) return say("Nothing was changed.");

  await unchanged(api, active);
  const plugin =
    (await api.find(`${SERVICE}/Plugins/${NAME}`)) ??
    (await api.postForm(`${SERVICE}/Plugins`, {
      UniqueName: NAME,
      FriendlyName: "CIF panel bridge",
      Description: "Keeps the panel in Dynamics 365 in step with Flex.",
    }));
  const versions = `${SERVICE}/Plugins/${plugin.sid}/Versions`;
  const known = await api.list(versions, "plugin_versions");
  const { sid } =
    known.find((one) => one.plugin_url === url && !one.archived) ??
    (await api.postForm(versions, { Version: unused(version, known), PluginUrl: url }));
  const entries = [
    ...now.filter(isOther),
    { plugin_version_sid: sid, phase: ours?.phase ?? PHASE },
  ];
  const configuration = await configure(api, entries, `${NAME} ${version}`);
  await activate(api, active, configuration, say);
  if (active) say(`Back again: rollback, or rollback --to ${active.configuration_sid}`);
}

/**
 * Gives the bridge its earlier version by one more release, because a release can't be undone. What others have
 * released since stays, unless an earlier configuration is asked for as a whole.
 */
export async function rollback(api, { to, say, agree }) {
  const [active, ...earlier] = await api.list(`${SERVICE}/Releases`, "releases");
  if (!active) throw new Trouble("There is no release to go back from.");
  if (to === active.configuration_sid) return say(`${to} is active already.`);
  const now = await configured(api, active.configuration_sid);
  const then = to ? await configured(api, to) : await withoutOurLast(api, now, earlier);
  say(`Active release: ${active.sid} (${active.configuration_sid})`);
  for (const line of difference(now, then)) say(line);
  if (!(await agree("Release this?"))) return say("Nothing was changed.");
  await unchanged(api, active);
  const configuration =
    to ?? (await configure(api, then, `${NAME} taken back from ${active.configuration_sid}`));
  await activate(api, active, configuration, say);
}

/** The current plugins, with the bridge as it was before its last change: an older version, or none. */
async function withoutOurLast(api, now, earlier) {
  const ours = now.find(isOurs);
  if (!ours) throw new Trouble(`${NAME} is not in the active release.`);
  for (const { configuration_sid } of earlier) {
    const before = (await configured(api, configuration_sid)).find(isOurs);
    if (before?.plugin_version_sid !== ours.plugin_version_sid)
      return before ? now.map((one) => (isOurs(one) ? before : one)) : now.filter(isOther);
  }
  return now.filter(isOther);
}

/** The version, or a later one if it exists already for another address or is archived. */
function unused(version, known) {
  const taken = known.filter((one) => one.version.startsWith(version)).length;
  return taken === 0 ? version : `${version}.${taken + 1}`;
}

const isOurs = (plugin) => plugin.unique_name === NAME;
const isOther = (plugin) => !isOurs(plugin);

/** The plugins of a configuration. */
const configured = (api, sid) => api.list(`${SERVICE}/Configurations/${sid}/Plugins`, "plugins");

/** The panels to which the bridge may talk, by the account's current settings. */
async function listedOrigins(api) {
  const { ui_attributes } = await api.get("/v1/Configuration");
  return [ui_attributes?.cif_panel?.origins ?? []].flat();
}

/** What happens to each plugin. */
function difference(now, then) {
  const named = (plugins, { unique_name }) =>
    plugins.find((one) => one.unique_name === unique_name);
  const line = (what, { unique_name, version }) => `  ${what.padEnd(9)}${unique_name} ${version}`;
  const stays = then.flatMap((one) => {
    const before = named(now, one);
    if (!before) return [line("adds", one)];
    if (before.version === one.version) return [line("keeps", one)];
    return [line("replaces", before), line("by", one)];
  });
  const goes = now.filter((one) => !named(then, one)).map((one) => line("removes", one));
  return [...stays, ...goes];
}

async function configure(api, plugins, name) {
  const entry = ({ plugin_version_sid, phase }) =>
    JSON.stringify({ plugin_version: plugin_version_sid, phase });
  const configuration = await api.postForm(`${SERVICE}/Configurations`, {
    Name: name,
    Plugins: plugins.map(entry),
  });
  return configuration.sid;
}

async function activate(api, active, configuration, say) {
  await unchanged(api, active);
  const released = await api.postForm(`${SERVICE}/Releases`, { ConfigurationId: configuration });
  say(`Released: ${released.sid} (${configuration}). Agents get it when they reload Flex.`);
}

/** Checks that nothing has changed since it was shown, so that nobody else's release is overwritten. */
async function unchanged(api, active) {
  const now = await api.find(`${SERVICE}/Releases/Active`);
  if (now?.sid !== active?.sid)
    throw new Trouble(
      "Somebody has released something meanwhile. Nothing was released; start again.",
    );
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
