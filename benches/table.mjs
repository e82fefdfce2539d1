// The figures of a series, and the table that they make.

/** The value below which this share of a series lies. */
export function quantile(values, share) {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (sorted.length - 1) * share;
  const below = Math.floor(at);
  const [low, high] = [sorted[below], sorted[Math.min(below + 1, sorted.length - 1)]];
  return low + (high - low) * (at - below);
}

export const median = (values) => quantile(values, 0.5);
export const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
export const p95 = (values) => quantile(values, 0.95);
export const geometricMean = (values) => Math.exp(mean(values.map((value) => Math.log(value))));

const figure = (value) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));
const quartiles = (values) => `${figure(quantile(values, 0.25))}–${figure(quantile(values, 0.75))}`;

/** A row that compares two series of the same rounds: their medians, and where the middle half of each lies. */
export function compared(what, { ours, peer, unit, goal, of = median }) {
  const [mine, theirs] = [of(ours), of(peer)];
  return {
    what,
    ours: `${figure(mine)} ${unit}`,
    peer: `${figure(theirs)} ${unit}`,
    ratio: mine / theirs,
    spread: `${quartiles(ours)} / ${quartiles(peer)}`,
    goal: goal && `≤ ${goal} ×`,
    isMet: goal && mine / theirs <= goal,
  };
}

/** A row for one ratio of many. */
export const summed = (what, ratio, goal) => ({
  what,
  ours: "",
  peer: "",
  ratio,
  spread: "",
  goal: goal && `≤ ${goal} ×`,
  isMet: goal && ratio <= goal,
});

/** A row with a bound of its own. */
export function bounded(what, { value, bound, unit = "", spread = "", peer = "", isMet }) {
  return {
    what,
    ours: `${figure(value)} ${unit}`,
    peer,
    spread,
    goal: `≤ ${bound} ${unit}`,
    isMet: isMet ?? value <= bound,
  };
}

const HEAD = ["what", "ours", "peer", "ratio", "middle half: ours / peer", "goal", ""];

/** The rows as a table of Markdown. */
export function table(rows) {
  const lines = rows.map(({ what, ours, peer, ratio, spread, goal, isMet }) => [
    what,
    ours,
    peer,
    ratio === undefined ? "" : `${ratio.toFixed(2)} ×`,
    spread,
    goal ?? "",
    goal ? (isMet ? "met" : "**short**") : "",
  ]);
  const all = [HEAD, ...lines];
  const widths = HEAD.map((_, at) => Math.max(3, ...all.map((line) => line[at].length)));
  const write = (line) => `| ${line.map((cell, at) => cell.padEnd(widths[at])).join(" | ")} |`;
  return [write(HEAD), write(widths.map((width) => "-".repeat(width))), ...lines.map(write)].join(
    "\n",
  );
}
