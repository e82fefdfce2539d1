// A panel without a library: the floor under what a list costs. A row is cloned from a template, keeps its nodes, and
// writes only what has changed.

import { ALLOW, listen, readConfig } from "../bridge.js";
import { CHAT, classes, label, lasted, reveal, shown } from "../row.js";

const app = document.getElementById("app");
app.innerHTML = `<section class="${classes.list}" id="tasks"><div data-rows="true"><ul></ul></div></section>`;
const list = app.querySelector("ul");
const template = document.createElement("template");
template.innerHTML = `<li data-channel="chat" class="${classes.row}"><div class="top"><button type="button" class="select" tabindex="-1"
><span aria-hidden="true" class="avatar"><bdi></bdi><span class="badge"><svg viewBox="0 0 20 20" aria-hidden="true" class="icon"
><path d="${CHAT}"></path></svg></span></span><span class="lines"><span class="first"><bdi class="customer"></bdi
><span role="timer" aria-hidden="true" class="timer"> </span></span><span class="second"><span><bdi title="Webchat">Webchat</bdi
></span><span class="state"></span></span><span class="third"><bdi></bdi><span class="unread"> <span role="timer" aria-hidden="true" class="timer"
> </span></span></span></span></button><div class="${classes.actions} quick"><button type="button" data-act="end" class="${classes.button} outline" tabindex="-1"
><span>Beenden</span></button></div></div><div></div></li>`;

/** The rows by the sids of their tasks. */
const rows = new Map();
let selected = null;
let stop;

function make(task) {
  const li = template.content.firstElementChild.cloneNode(true);
  const [avatar, customer, , subject] = li.querySelectorAll("bdi");
  const [timer, waits] = li.querySelectorAll(".timer");
  const [select, end] = li.querySelectorAll("button");
  const [state, unread] = [li.querySelector(".state"), li.querySelector(".unread")];
  li.dataset.task = task.sid;
  const row = { li, avatar, customer, subject, timer, waits, select, end, state, unread, task: {} };
  write(row, task);
  rows.set(task.sid, row);
  list.append(li);
}

function write(row, task) {
  const before = row.task;
  row.task = task;
  if (before.status !== task.status) {
    row.li.dataset.status = task.status;
    row.state.textContent = task.state;
  }
  if (before.name !== task.name) {
    row.avatar.textContent = task.initials;
    row.customer.textContent = row.customer.title = task.name;
    row.end.ariaLabel = task.end;
  }
  if (before.subject !== task.subject) {
    row.subject.textContent = row.subject.title = task.subject;
  }
  if (before.unread !== task.unread || before.unanswered !== task.unanswered) {
    row.unread.dataset.unread = task.unread;
    row.unread.title = task.tip;
    row.unread.firstChild.data = task.unreadWords;
  }
  name(row);
  tick(row, Date.now());
}

function name(row) {
  row.select.ariaLabel = label(row.task, row.task.sid === selected);
}

function tick({ timer, waits, task }, now) {
  timer.firstChild.data = lasted(task.began, now);
  waits.firstChild.data = lasted(task.unanswered, now);
}

function mark(sid) {
  const [before, after] = [rows.get(selected), rows.get(sid)];
  selected = sid;
  before?.li.classList.remove("selected");
  before?.li.removeAttribute("aria-current");
  after?.li.classList.add("selected");
  after?.li.setAttribute("aria-current", "true");
  [before, after].forEach((row) => row && name(row));
  if (after) reveal(after.li);
}

/** One row can be reached by Tab: the selected one, else the first. */
function moveStop() {
  const next = rows.get(selected) ?? rows.values().next().value;
  if (next === stop) return;
  [stop?.select, stop?.end].forEach((button) => button?.setAttribute("tabindex", "-1"));
  [next?.select, next?.end].forEach((button) => button?.removeAttribute("tabindex"));
  stop = next;
}

const news = {
  snapshot({ tasks, selected: now }) {
    const there = new Set(tasks.map(({ sid }) => sid));
    [...rows.keys()].filter((sid) => !there.has(sid)).forEach((sid) => news.taskEnded({ sid }));
    tasks.forEach((task) => news.task({ task }));
    mark(now);
  },
  task({ task }) {
    const row = rows.get(task.sid);
    if (row) write(row, shown(task));
    else make(shown(task));
  },
  taskEnded({ sid }) {
    rows.get(sid)?.li.remove();
    rows.delete(sid);
  },
  selected: ({ sid }) => mark(sid),
};

const command = listen((message) => {
  news[message.type]?.(message);
  moveStop();
});
list.addEventListener("click", ({ target }) => {
  const { task } = target.closest("li").dataset;
  command(target.closest("[data-act]") ? "WrapupTask" : "SelectTask", { sid: task });
});
setInterval(() => {
  const now = Date.now();
  rows.forEach((row) => tick(row, now));
}, 1000);

readConfig().then(({ flexUrl }) => {
  const flex = Object.assign(document.createElement("iframe"), { src: flexUrl, allow: ALLOW });
  flex.className = "flex";
  document.body.append(flex);
});
