// How soon Flex is asked for, in a panel that Dynamics frames: from the moment in which Dynamics puts the panel in until
// the browser fetches Flex's document. The peer fetches config.json and then puts Flex in, as a panel of React does.
//
// Cold: a browser without a cache. Warm: the same browser once more.

import { contextOf, launch, load, openHost } from "../browser.mjs";
import { compared, median } from "../table.mjs";

const SIDES = ["ours", "react"];
/** The first script of each side. */
const SCRIPTS = { ours: "/start.js", react: "/panel-" };
/** How many browsers without a cache, and how often each loads the panel after that. */
const COLD = 14;
const WARM = 3;
/** 10 Mbit/s in bytes, and 40 ms. */
const SLOW = {
  latency: 40,
  downloadThroughput: 1_250_000,
  uploadThroughput: 1_250_000,
  offline: false,
};
/** With all frames in one process, what is said of the page's network holds for its frames as well. */
const TOGETHER = [
  "--disable-site-isolation-trials",
  "--disable-features=IsolateOrigins,site-per-process",
];

export default async function start(world) {
  const rows = [];
  for (const [network, goals] of [
    [null, { cold: 0.8, warm: 0.8 }],
    [SLOW, { cold: 0.8, warm: 0.95 }],
  ]) {
    const browser = network ? await launch(TOGETHER) : world.browser;
    const asked = documents(world);
    const times = await measure(world, browser, network);
    if (network) await browser.close();
    for (const cache of ["cold", "warm"]) {
      tellSteps(`${cache}${network ? ", slow network" : ""}`, times, cache);
      rows.push(
        compared(`start to Flex's document, ${cache}${network ? ", 10 Mbit/s, 40 ms" : ""}`, {
          ours: times.ours[cache].map(({ flex }) => flex),
          peer: times.react[cache].map(({ flex }) => flex),
          unit: "ms",
          goal: goals[cache],
        }),
      );
    }
    const starts = SIDES.length * COLD * (1 + WARM);
    console.log(`  ${starts} starts asked ${documents(world) - asked} times for Flex's document`);
  }
  return rows;
}

const documents = ({ flex }) => flex.asked.filter((path) => path === "/flex.html").length;

/** Tells when each step of a start is done, in milliseconds after Dynamics puts the panel in. */
function tellSteps(what, times, cache) {
  for (const side of SIDES) {
    const steps = Object.keys(times[side][cache][0]).map(
      (step) => `${step} ${median(times[side][cache].map((one) => one[step])).toFixed(0)}`,
    );
    console.log(`  ${what}, ${side}: ${steps.join(", ")}`);
  }
}

async function measure(world, browser, network) {
  const times = Object.fromEntries(SIDES.map((side) => [side, { cold: [], warm: [] }]));
  for (let round = 0; round < COLD; round += 1) {
    for (const side of round % 2 ? SIDES : SIDES.toReversed()) {
      const context = await contextOf(browser);
      const page = await openHost(context, world.host.url, world.sides[side].url);
      if (network) await slowDown(context, page, network);
      times[side].cold.push(await once(world, page, side));
      for (let again = 0; again < WARM; again += 1) {
        times[side].warm.push(await once(world, page, side));
      }
      await context.close();
    }
  }
  return times;
}

async function once(world, page, side) {
  const { began, flex, panel } = await load(page, world.flex.url);
  const requested = await flex.evaluate(() => window.requested());
  const steps = await panel.evaluate((script) => {
    const entries = [
      ...performance.getEntriesByType("navigation"),
      ...performance.getEntriesByType("resource"),
    ];
    const end = (part) => entries.find(({ name }) => name.includes(part))?.responseEnd;
    const names = { page: location.href, script, config: "/config.json" };
    const ends = Object.entries(names).map(([name, part]) => [
      name,
      performance.timeOrigin + end(part),
    ]);
    return Object.fromEntries(ends);
  }, SCRIPTS[side]);
  await page.evaluate(() => window.unload());
  const all = { ...steps, flex: requested };
  return Object.fromEntries(Object.entries(all).map(([step, at]) => [step, at - began]));
}

async function slowDown(context, page, network) {
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", network);
}
