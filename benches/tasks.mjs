// The tasks of the bench, as the bridge sends them.

const NAMES = ["Ada Lovelace", "Grace Hopper", "Alan Turing", "Edsger Dijkstra", "Barbara Liskov"];

/** A running chat. `version` is in its subject, so that a change can be seen. */
export const chat = (number, version = 0) => ({
  sid: `WR${String(number).padStart(6, "0")}`,
  status: "accepted",
  channel: "chat",
  channelType: "web",
  age: 1_000_000 - number,
  attributes: { name: NAMES[number % NAMES.length], ticketNumber: `CAS-${number}-${version}` },
  call: false,
  unread: 2,
  unanswered: 1_790_000_000_000,
});

/** The id of the Case of a task. */
export const caseOf = (number) => `9f5c1a52-3c5d-4f10-8d3c-${String(number).padStart(12, "0")}`;

/** A task with a Case that waits for the agent. */
export const offered = (number, fields = {}) => {
  const task = chat(number);
  const attributes = { ...task.attributes, incidentId: caseOf(number) };
  return { ...task, status: "pending", age: 1, attributes, ...fields };
};

/** A call with a Case that waits for the agent. */
export const call = (number) =>
  offered(number, { channel: "voice", channelType: "", call: true, line: "own" });

export const chats = (from, count, version) =>
  Array.from({ length: count }, (_, at) => chat(from + at, version));
