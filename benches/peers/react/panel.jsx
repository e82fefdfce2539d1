// A panel of React 19: it fetches config.json, puts Flex in, and draws the list of tasks. It is what a team that knows
// React would write to be fast: rows are memoized and have keys, one reducer holds the list, and the timers listen to
// one clock, so that a second draws nothing but timers.

import { memo, useEffect, useReducer, useRef, useState, useSyncExternalStore } from "react";
import { createRoot } from "react-dom/client";
import { ALLOW, listen, readConfig } from "../bridge.js";
import { CHAT, classes, label, lasted, reveal, shown } from "../row.js";

const clock = {
  now: Date.now(),
  listeners: new Set(),
  subscribe: (listener) => {
    clock.listeners.add(listener);
    return () => clock.listeners.delete(listener);
  },
};
setInterval(() => {
  clock.now = Date.now();
  clock.listeners.forEach((listener) => listener());
}, 1000);

const Timer = memo(({ since }) => {
  const words = useSyncExternalStore(clock.subscribe, () => lasted(since, clock.now));
  return (
    <span role="timer" aria-hidden="true" className="timer">
      {words}
    </span>
  );
});

const Row = memo(({ task, selected, stop }) => {
  const place = useRef(null);
  useEffect(() => {
    if (selected) reveal(place.current);
  }, [selected]);
  return (
    <li
      ref={place}
      data-task={task.sid}
      data-status={task.status}
      data-channel="chat"
      aria-current={selected || undefined}
      className={selected ? `${classes.row} selected` : classes.row}
    >
      <div className="top">
        <button
          type="button"
          className="select"
          aria-label={label(task, selected)}
          tabIndex={stop ? undefined : -1}
          onClick={() => command("SelectTask", { sid: task.sid })}
        >
          <span aria-hidden="true" className="avatar">
            <bdi>{task.initials}</bdi>
            <span className="badge">
              <svg viewBox="0 0 20 20" aria-hidden="true" className="icon">
                <path d={CHAT} />
              </svg>
            </span>
          </span>
          <span className="lines">
            <span className="first">
              <bdi title={task.name} className="customer">
                {task.name}
              </bdi>
              <Timer since={task.began} />
            </span>
            <span className="second">
              <span>
                <bdi title="Webchat">Webchat</bdi>
              </span>
              <span className="state">{task.state}</span>
            </span>
            <span className="third">
              <bdi title={task.subject}>{task.subject}</bdi>
              <span data-unread={task.unread} title={task.tip} className="unread">
                {task.unreadWords}
                <Timer since={task.unanswered} />
              </span>
            </span>
          </span>
        </button>
        <div className={`${classes.actions} quick`}>
          <button
            type="button"
            data-act="end"
            aria-label={task.end}
            className={`${classes.button} outline`}
            tabIndex={stop ? undefined : -1}
            onClick={() => command("WrapupTask", { sid: task.sid })}
          >
            <span>Beenden</span>
          </button>
        </div>
      </div>
      <div />
    </li>
  );
});

const NOTHING = { tasks: [], selected: null };

function reduce(list, message) {
  const { tasks } = list;
  switch (message.type) {
    case "snapshot":
      return { tasks: message.tasks.map(shown), selected: message.selected };
    case "task": {
      const task = shown(message.task);
      const at = tasks.findIndex(({ sid }) => sid === task.sid);
      return { ...list, tasks: at < 0 ? [...tasks, task] : tasks.with(at, task) };
    }
    case "taskEnded":
      return { ...list, tasks: tasks.filter(({ sid }) => sid !== message.sid) };
    case "selected":
      return { ...list, selected: message.sid };
    default:
      return list;
  }
}

// The messages may come before the panel is drawn for the first time.
let hear = () => {};
const early = [];
const command = listen((message) => hear(message) ?? early.push(message));

function Panel() {
  const [flexUrl, setFlexUrl] = useState();
  const [{ tasks, selected }, dispatch] = useReducer(reduce, NOTHING);
  useEffect(() => {
    hear = (message) => {
      dispatch(message);
      return true;
    };
    early.splice(0).forEach(hear);
    readConfig().then((config) => setFlexUrl(config.flexUrl));
  }, []);
  const stop = tasks.some(({ sid }) => sid === selected) ? selected : tasks[0]?.sid;
  return (
    <>
      <section className={classes.list} id="tasks">
        <div data-rows="true">
          <ul>
            {tasks.map((task) => (
              <Row
                key={task.sid}
                task={task}
                selected={task.sid === selected}
                stop={task.sid === stop}
              />
            ))}
          </ul>
        </div>
      </section>
      {flexUrl && <iframe src={flexUrl} allow={ALLOW} title="Flex" className="flex" />}
    </>
  );
}

createRoot(document.getElementById("app")).render(<Panel />);
