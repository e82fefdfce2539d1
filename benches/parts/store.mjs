// The store alone, natively: how long the message of a task's change takes, by the number of tasks in the list.
// crates/store/benches/message.rs measures it.

import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { bounded } from "../table.mjs";

const GOAL = 4;
const COMMAND = ["bench", "--quiet", "--workspace", "--bench", "message", "--profile", "dev"];

export default function store() {
  const cwd = fileURLToPath(new URL("../../", import.meta.url));
  const told = execFileSync("cargo", COMMAND, { cwd, encoding: "utf8" });
  const lines = told
    .trim()
    .split("\n")
    .map((line) => line.trim().split(" ").map(Number));
  const bySize = Object.fromEntries(lines.map(([size, ...times]) => [size, times]));
  const row = (what, at) =>
    bounded(`the store natively: ${what}, 2,000 tasks against 12, median`, {
      value: bySize[2_000][at] / bySize[12][at],
      bound: GOAL,
      unit: "×",
      spread: lines.map(([size, ...times]) => `${size}: ${times[at]} ns`).join(", "),
    });
  return [row("a message", 0), row("a message and publishing", 2)];
}
