// Everything that runs around the panels of a bench: the servers and the browser.

import { folder, open } from "./serve.mjs";
import { contextOf, launch, load, openHost, sleep, until, welcomed } from "./browser.mjs";
import { peer } from "./peers.mjs";
import { readLook, readRows } from "./capture.mjs";
import { chats } from "./tasks.mjs";

const ROOT = new URL("../", import.meta.url);
const LIBRARY = "/webresources/Widget/msdyn_ciLibrary.js";
/** How many rows are compared before the bench begins. */
const ALIKE = 3;
/** How long a panel gets to come to rest, in milliseconds. */
const SETTLED = 1_000;

/** Opens the servers. A stage is opened by its side's name: `ours`, `react`, `vanilla`, `relay`. */
export async function openWorld() {
  const pages = folder(new URL("pages/", import.meta.url));
  const library = new URL("crates/demo/msdyn_ciLibrary.js", ROOT);
  const host = await open("dynamics", (path) => (path === LIBRARY ? library : pages(path)));
  const flex = await open("flex", pages);
  const config = JSON.stringify({ dynamicsUrl: host.url, flexUrl: `${flex.url}/flex.html` });
  const ours = await open("panel", folder(new URL("dist/", ROOT), { "/config.json": config }));
  const sides = { ours };
  const world = {
    host,
    flex,
    sides,
    browser: await launch(),
    close: async () => {
      await world.browser.close();
      await Promise.all([host, flex, ...Object.values(sides)].map((server) => server.close()));
    },
  };
  try {
    await addPeers(world, config);
  } catch (error) {
    await world.close();
    throw error;
  }
  return world;
}

async function addPeers(world, config) {
  const stage = await openStage(world, "ours");
  const { look, rows } = await showRows(stage);
  await stage.close();
  for (const name of ["react", "vanilla", "relay"]) {
    const texts = await peer(name, { config, look });
    world.sides[name] = await open(name, folder(new URL("dist/", ROOT), texts));
  }
  for (const name of ["react", "vanilla"]) {
    const stage = await openStage(world, name);
    const theirs = await showRows(stage);
    await stage.close();
    if (theirs.rows !== rows) {
      throw new Error(`${name} draws other rows than the panel:\n${theirs.rows}\n\n${rows}`);
    }
  }
}

async function showRows({ flex, panel }) {
  await flex.evaluate((list) => window.snapshot(list, list[1].sid), chats(1, ALIKE));
  await rowsAre(panel, ALIKE);
  return { look: await readLook(panel), rows: await readRows(panel) };
}

/** Waits until a panel shows this many rows. */
export const rowsAre = (panel, count) =>
  until(`${count} rows`, () =>
    panel.evaluate((count) => document.querySelectorAll("[data-task]").length === count, count),
  );

/** Opens Dynamics with the panel of a side, in a context of its own. */
export async function openStage(world, side, { prepare, browser = world.browser } = {}) {
  const context = await contextOf(browser, prepare);
  const page = await openHost(context, world.host.url, world.sides[side].url);
  await load(page, world.flex.url);
  await sleep(SETTLED);
  const loaded = await welcomed(page, world.flex.url);
  return { ...loaded, context, close: () => context.close() };
}
