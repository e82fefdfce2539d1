#!/usr/bin/env node
// Sets ui_attributes.cif_panel of the account, which tells the bridge script which panels to talk to. The API replaces
// all of ui_attributes, so the script reads them, saves them to a file, merges, shows the change, and only then writes.
//   node flex-plugin/deploy/settings.mjs --origin https://panel.example.com [--origin …]
//        [--fit true|false] [--hide-task-list true|false]
//   node flex-plugin/deploy/settings.mjs --restore <file> [--whole]
// --restore brings back cif_panel alone, as the file has it; with --whole, all of ui_attributes.
// --dry-run shows the difference and writes nothing; --yes writes without asking. Credentials: see twilio.mjs.

import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { isDeepStrictEqual, parseArgs } from "node:util";

import { Trouble, confirmed, fromEnvironment, run } from "./twilio.mjs";

const CONFIGURATION = "/v1/Configuration";

/**
 * Changes `ui_attributes` by `change` (old to new) if `agree` allows it. `keep` saves the old value and returns where
 * it has saved it.
 */
export async function update(api, { change, keep, say, agree }) {
  const seen = await read(api);
  const wanted = change(seen);
  if (isDeepStrictEqual(seen, wanted)) return say("Nothing to change.");
  for (const line of difference(seen, wanted)) say(line);
  if (!(await agree("Write this?"))) return say("Nothing was changed.");
  if (!isDeepStrictEqual(await read(api), seen))
    throw new Trouble(
      "Somebody has changed ui_attributes meanwhile. Nothing was written; start again.",
    );
  const file = keep({ account_sid: api.account, ui_attributes: seen });
  const told = await api.postJson(CONFIGURATION, {
    account_sid: api.account,
    ui_attributes: wanted,
  });
  if (!isDeepStrictEqual(told.ui_attributes, wanted))
    throw new Trouble(
      `Flex now has something else than was written. Look; what it had is in ${file}.`,
    );
  say(`Written. Agents get it when they reload Flex. Back again: --restore ${file}`);
}

async function read(api) {
  const seen = (await api.get(CONFIGURATION)).ui_attributes ?? {};
  if (!isObject(seen)) throw new Trouble("The account's ui_attributes are no object.");
  return seen;
}

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

// The settings of an account that has not chosen others.
const DEFAULTS = { hideTaskList: true };

/** `cif_panel` with these settings. Other settings stay. */
export function withSettings({ origins, fit, hideTaskList }) {
  const wrong = origins.find(
    (origin) => !URL.canParse(origin) || new URL(origin).origin !== origin,
  );
  if (wrong !== undefined)
    throw new Trouble(
      `${wrong} is no exact origin: https://host, without a path or a slash at its end.`,
    );
  const given = { origins: origins.length > 0 ? origins : undefined, fit, hideTaskList };
  const named = Object.entries(given).filter(([, value]) => value !== undefined);
  return ({ cif_panel, ...others }) => ({
    ...others,
    cif_panel: {
      ...DEFAULTS,
      ...(isObject(cif_panel) ? cif_panel : {}),
      ...Object.fromEntries(named),
    },
  });
}

/** `cif_panel` from a file of `keep` with the rest as it is now, or everything from the file. */
export function restored(file, account, whole) {
  const { account_sid, ui_attributes } = kept(file);
  if (account_sid !== account) throw new Trouble(`${file} is of another account (${account_sid}).`);
  if (!isObject(ui_attributes)) throw new Trouble(`${file} holds no ui_attributes.`);
  if (whole) return () => ui_attributes;
  return (seen) => {
    const all = Object.entries({ ...seen, cif_panel: ui_attributes.cif_panel });
    return Object.fromEntries(all.filter(([, value]) => value !== undefined));
  };
}

function kept(file) {
  try {
    return Object(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    throw new Trouble(`${file} can't be read: ${error.message}`);
  }
}

/** The keys that differ, each with its old and its new value. */
export function difference(seen, wanted) {
  const keys = new Set([...Object.keys(seen), ...Object.keys(wanted)]);
  const differs = (key) => !isDeepStrictEqual(seen[key], wanted[key]);
  const line = (sign, key, value) =>
    value === undefined ? [] : [`${sign} ui_attributes.${key} = ${JSON.stringify(value)}`];
  return [...keys]
    .filter(differs)
    .flatMap((key) => [...line("-", key, seen[key]), ...line("+", key, wanted[key])]);
}

/** Writes a new file that only its owner can read. */
function keepInFile(seen) {
  const file = `ui_attributes-${new Date().toISOString().replaceAll(":", "")}.json`;
  writeFileSync(file, `${JSON.stringify(seen, null, 2)}\n`, { flag: "wx", mode: 0o600 });
  return file;
}

function flag(name, value) {
  if (value === undefined) return undefined;
  if (value === "true" || value === "false") return value === "true";
  throw new Trouble(`--${name} takes true or false.`);
}

async function main(args) {
  const { values } = parseArgs({
    args,
    options: {
      origin: { type: "string", multiple: true, default: [] },
      fit: { type: "string" },
      "hide-task-list": { type: "string" },
      restore: { type: "string" },
      whole: { type: "boolean", default: false },
      "dry-run": { type: "boolean", default: false },
      yes: { type: "boolean", default: false },
    },
  });
  const fit = flag("fit", values.fit);
  const hideTaskList = flag("hide-task-list", values["hide-task-list"]);
  const origins = values.origin;
  if (!values.restore && origins.length === 0 && fit === undefined && hideTaskList === undefined)
    throw new Trouble(
      "Say what to set: --origin <origin>, --fit, --hide-task-list; or --restore <file>.",
    );
  const api = fromEnvironment();
  const change = values.restore
    ? restored(values.restore, api.account, values.whole)
    : withSettings({ origins, fit, hideTaskList });
  const agree = values["dry-run"] ? async () => false : values.yes ? async () => true : confirmed;
  await update(api, { change, keep: keepInFile, agree, say: console.log });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await run(main);
