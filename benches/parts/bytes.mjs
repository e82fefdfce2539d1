// How much the panel loads from its own origin until an agent has accepted a call, its Case is open and Flex answers. The
// agent speaks German, so the words of a language are among it.

import { execFileSync } from "node:child_process";
import { sleep, until } from "../browser.mjs";
import { openStage } from "../world.mjs";
import { bounded } from "../table.mjs";
import { call, caseOf } from "../tasks.mjs";

const WHAT = "of the own origin until a call is accepted and its Case is open, gzip -9";
const GOAL = 250_000;
/** What the panel still asks for afterwards is counted, too. */
const AFTERWARDS = 2_000;

export default async function bytes(world) {
  const server = world.sides.ours;
  const before = server.asked.length;
  const { page, flex, panel, close } = await openStage(world, "ours");
  await flex.evaluate((task) => window.put(task), call(1));
  const accepted = flex.evaluate(() => window.nextCommand("AcceptTask"));
  await panel.click("[data-act=accept]");
  await accepted;
  await until("the Case is open", () =>
    page.evaluate((id) => window.host.tabs.includes(id), caseOf(1)),
  );
  await sleep(AFTERWARDS);
  await close();
  const paths = [...new Set(server.asked.slice(before))];
  const files = [];
  for (const path of paths) files.push({ path, size: zipped(await server.read(path)) });
  files.sort((one, other) => other.size - one.size);
  files.forEach(({ path, size }) => console.log(`  ${size.toLocaleString("en")} ${path}`));
  const value = files.reduce((sum, { size }) => sum + size, 0);
  return [bounded(WHAT, { value, bound: GOAL, unit: "bytes" })];
}

/** The size of these bytes after `gzip -9`. */
const zipped = (input) =>
  execFileSync("gzip", ["-9", "-n", "-c"], { input, maxBuffer: 2 ** 26 }).length;
