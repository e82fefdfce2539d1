// What the list of tasks costs the main thread, with 12 and with 200 rows: all of its tasks, from the message to the
// picture. Each side draws every row. The clocks of the timers stand still meanwhile; the part `idle` measures them.
//
// Two times are read: the processor's time of the thread, and the time of its tasks by the clock. The second also counts
// the moments in which other programs have the processor, so the first one is compared with the goals.

import { meter, sleep } from "../browser.mjs";
import { openStage, rowsAre } from "../world.mjs";
import { compared, geometricMean, median, summed } from "../table.mjs";
import { chat, chats } from "../tasks.mjs";

const SIDES = ["ours", "react", "vanilla"];
const SIZES = [
  { size: 12, rounds: 16, goal: 1.0 },
  { size: 200, rounds: 10, goal: 1.2 },
];
const WORST = 1.5;
/** Rounds at the beginning that do not count: the browser compiles. */
const DROPPED = 3;
/** After each operation, until all that it leads to is done, in milliseconds. */
const REST = 220;
/** What a share of the rows is, for the operations that touch not all. */
const SHARE = 10;

/** The clocks that tick each second stand still. */
const WITHOUT_TICKS = `{
  const start = window.setInterval;
  window.setInterval = (act, millis, ...more) => millis === 1000 ? 0 : start(act, millis, ...more);
}`;

/** What Flex sends for each operation, in their order, and how many rows there are then. */
function operations(size, round) {
  const base = 1 + round * 10_000;
  const other = base + 5_000;
  const some = Math.ceil(size / SHARE);
  const kept = size - some;
  const sids = (from, count) => chats(from, count).map(({ sid }) => sid);
  return [
    ["create", { snapshot: chats(base, size) }, size],
    ["replace", { snapshot: chats(other, size) }, size],
    ["update", { put: Array.from({ length: some }, (_, at) => chat(other + at * SHARE, 1)) }, size],
    ["select", { select: chat(other + Math.floor(size / 2)).sid }, size],
    ["remove", { end: sids(other + kept, some) }, kept],
    ["append", { put: chats(other + kept, some) }, size],
    ["clear", { snapshot: [] }, 0],
  ];
}

const send = (flex, sent) =>
  flex.evaluate(({ snapshot, put, select, end }) => {
    if (snapshot) window.snapshot(snapshot);
    put?.forEach((task) => window.put(task));
    if (select) window.select(select);
    end?.forEach((sid) => window.end(sid));
  }, sent);

export default async function list(world) {
  const rows = [];
  for (const setting of SIZES) rows.push(...(await measure(world, setting)));
  return rows;
}

async function measure(world, { size, rounds, goal }) {
  const stages = {};
  for (const side of SIDES) {
    stages[side] = await openStage(world, side, { prepare: WITHOUT_TICKS });
    stages[side].meter = await meter(stages[side]);
  }
  const spent = {};
  for (let round = 0; round < rounds + DROPPED; round += 1) {
    for (const side of round % 2 ? SIDES : SIDES.toReversed()) {
      const { flex, panel, meter } = stages[side];
      for (const [name, sent, count] of operations(size, round)) {
        const before = await meter.read();
        await send(flex, sent);
        await sleep(REST);
        const after = await meter.read();
        await rowsAre(panel, count);
        if (round < DROPPED) continue;
        ((spent[name] ??= {})[side] ??= []).push(used(before, after));
      }
    }
  }
  for (const side of SIDES) await stages[side].close();
  tellParts(spent, size);
  return toRows(spent, size, goal);
}

const PARTS = {
  processor: "ThreadTime",
  clock: "TaskDuration",
  script: "ScriptDuration",
  style: "RecalcStyleDuration",
  layout: "LayoutDuration",
};

/** Where the time went, in milliseconds. */
const used = (before, after) =>
  Object.fromEntries(
    Object.entries(PARTS).map(([part, name]) => [part, (after[name] - before[name]) * 1000]),
  );

const seriesOf = (samples, part) => samples.map((sample) => sample[part]);

/** Tells where the time of each operation goes. */
function tellParts(spent, size) {
  for (const [name, bySide] of Object.entries(spent)) {
    const told = SIDES.map((side) => {
      const parts = Object.keys(PARTS).map(
        (part) => `${part} ${median(seriesOf(bySide[side], part)).toFixed(2)}`,
      );
      return `${side}: ${parts.join(" ")}`;
    });
    console.log(`  ${size} rows, ${name.padEnd(8)} ${told.join(" | ")}`);
  }
}

function toRows(spent, size, goal) {
  const compare = (peer, part, bound) =>
    Object.entries(spent).map(([name, bySide]) =>
      compared(`${size} rows: ${name}`, {
        ours: seriesOf(bySide.ours, part),
        peer: seriesOf(bySide[peer], part),
        unit: "ms",
        goal: bound,
      }),
    );
  const meanOf = (rows) => geometricMean(rows.map(({ ratio }) => ratio));
  const mean = (what, rows, bound) =>
    summed(`${size} rows: geometric mean${what}`, meanOf(rows), bound);
  const react = compare("react", "processor", WORST);
  return [
    ...react,
    mean("", react, goal),
    mean(", by the clock", compare("react", "clock")),
    mean(", against vanilla", compare("vanilla", "processor")),
  ];
}
