// The minimal Flex of flex.html: it speaks the protocol of the bridge (crates/wire/src/bridge) itself, so that the bench
// decides what is sent and when. It does what the panel commands as Flex does: the yes, and then the news.

const now = () => performance.timeOrigin + performance.now();
const tasks = new Map();
let port;
let heard = () => {};

/** Whether the panel has answered. */
window.isWelcomed = () => port !== undefined;
/** When the browser began to fetch this document, in milliseconds since 1970. */
window.requested = () =>
  performance.timeOrigin + performance.getEntriesByType("navigation")[0].fetchStart;

const send = (type, fields) => port.postMessage({ to: "panel", type, ...fields });
window.send = send;

window.snapshot = (list, selected = null) => {
  tasks.clear();
  list.forEach((task) => tasks.set(task.sid, task));
  const activity = { sid: "WA1", name: "Available", available: true, offline: false };
  send("snapshot", {
    tasks: list,
    selected,
    view: "agent-desktop",
    activity,
    activities: [activity],
    connected: true,
  });
};
window.put = (task) => {
  tasks.set(task.sid, task);
  send("task", { task });
};
window.end = (sid) => {
  tasks.delete(sid);
  send("taskEnded", { sid, ending: "completed" });
};
/** Selects a task, and returns when. */
window.select = (sid) => {
  const sent = now();
  send("selected", { sid });
  return sent;
};
/** The next command of this name. */
window.nextCommand = (action) =>
  new Promise((resolve) => {
    heard = (command) => command.action === action && resolve(command.payload);
  });

const news = {
  SelectTask: ({ sid }) => send("selected", { sid }),
  AcceptTask: ({ sid }) => window.put({ ...tasks.get(sid), status: "accepted" }),
};

const command = ({ data }) => {
  if (data.type !== "command") return;
  send("reply", { request: data.request, error: null });
  news[data.action]?.(data.payload);
  heard(data);
};

addEventListener("message", ({ data, ports }) => {
  if (data?.cifPanel !== "welcome") return;
  clearInterval(hello);
  port = ports[0];
  port.onmessage = command;
  window.snapshot([]);
});
const sayHello = () =>
  parent.postMessage({ cifPanel: "hello", version: 1, bridge: "bench", flex: "2.17.1" }, "*");
const hello = setInterval(sayHello, 200);
sayHello();
