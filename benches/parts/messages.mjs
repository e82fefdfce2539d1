// A storm: 500 changes of tasks a second for ten seconds, over twelve rows. How long it takes from the message to the DOM
// of its row. A change that a later one overtakes is there with the later one.

import { openStage, rowsAre } from "../world.mjs";
import { bounded, compared, median, p95 } from "../table.mjs";
import { chats } from "../tasks.mjs";

const SIDES = ["ours", "react", "vanilla"];
const ROWS = 12;
const SECONDS = 10;
const PER_SECOND = 500;
const GOAL = 50;
/** How much longer the last second may take than the first, in milliseconds: one picture of the screen. */
const FLAT = 16;

/** Notes for each row when which version came into the DOM. */
const NOTE_VERSIONS = `
  window.seen = [];
  new MutationObserver((changes) => {
    const now = performance.timeOrigin + performance.now();
    const rows = new Set(changes.map(({ target }) => (target.closest ? target : target.parentNode)?.closest("[data-task]")));
    for (const row of rows) {
      const [, number, version] = row?.querySelector(".third bdi")?.textContent.split("-") ?? [];
      if (number) window.seen.push([Number(number), Number(version), now]);
    }
  }).observe(document, { subtree: true, childList: true, characterData: true });
`;

export default async function messages(world) {
  const times = {};
  for (const side of SIDES) {
    const stage = await openStage(world, side, { prepare: NOTE_VERSIONS });
    times[side] = await storm(stage);
    await stage.close();
  }
  const second = (side, at) =>
    times[side].filter(({ second }) => second === at).map(({ millis }) => millis);
  const rows = [];
  for (const [which, at] of [
    ["first", 0],
    ["last", SECONDS - 1],
  ]) {
    rows.push(
      bounded(`500 messages a second: message to DOM, ${which} second, p95`, {
        value: p95(second("ours", at)),
        bound: GOAL,
        unit: "ms",
        peer: `${p95(second("react", at)).toFixed(1)} ms`,
      }),
    );
  }
  const growth = p95(second("ours", SECONDS - 1)) - p95(second("ours", 0));
  rows.push(
    bounded("500 messages a second: last second, longer than the first", {
      value: Math.max(0, growth),
      bound: FLAT,
      unit: "ms",
    }),
  );
  const all = (side) => times[side].map(({ millis }) => millis);
  for (const peer of ["react", "vanilla"]) {
    const series = { ours: all("ours"), peer: all(peer), unit: "ms", of: median };
    rows.push(compared(`500 messages a second: message to DOM, median, against ${peer}`, series));
  }
  return rows;
}

async function storm({ flex, panel }) {
  await flex.evaluate((list) => window.snapshot(list), chats(1, ROWS));
  await rowsAre(panel, ROWS);
  const sent = await flex.evaluate(
    ([tasks, seconds, perSecond]) =>
      new Promise((resolve) => {
        const sent = [];
        const began = performance.now();
        const step = () => {
          const due = Math.min(seconds, (performance.now() - began) / 1000) * perSecond;
          while (sent.length < due) {
            const at = sent.length;
            const task = tasks[at % tasks.length];
            const version = 1 + Math.floor(at / tasks.length);
            const [, number] = task.attributes.ticketNumber.split("-");
            const attributes = { ...task.attributes, ticketNumber: `CAS-${number}-${version}` };
            sent.push([Number(number), version, performance.timeOrigin + performance.now()]);
            window.put({ ...task, attributes });
          }
          if (due < seconds * perSecond) setTimeout(step, 2);
          else setTimeout(resolve, 1500, sent);
        };
        step();
      }),
    [chats(1, ROWS), SECONDS, PER_SECOND],
  );
  return latencies(sent, await panel.evaluate(() => window.seen));
}

/** How long each message took. One that never came counts as endless. */
function latencies(sent, seen) {
  const began = sent[0][2];
  const byRow = {};
  seen.forEach((one) => (byRow[one[0]] ??= []).push(one));
  return sent.map(([number, version, at]) => {
    const there = byRow[number]?.find((one) => one[1] >= version);
    const millis = there ? there[2] - at : Infinity;
    return { second: Math.min(SECONDS - 1, Math.floor((at - began) / 1000)), millis };
  });
}
