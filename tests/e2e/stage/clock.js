// Long timers of this page stand still until the test says that time passes, so no time-out depends on how busy the
// machine is. Short timers (the panel's looks) run ten times as fast.
(() => {
  const LONG = 10_000;
  const held = new Map();
  const start = window.setTimeout.bind(window);
  const stop = window.clearTimeout.bind(window);
  let now = 0;
  window.setTimeout = (act, millis = 0, ...more) => {
    if (millis < LONG) return start(act, millis / 10, ...more);
    const id = start(() => {}, 2 ** 31 - 1);
    held.set(id, { due: now + millis, act: () => act(...more) });
    return id;
  };
  window.clearTimeout = (id) => {
    held.delete(id);
    stop(id);
  };
  window.timePasses = (millis) => {
    now += millis;
    const over = [...held].filter(([, clock]) => clock.due <= now);
    over.sort(([, one], [, other]) => one.due - other.due);
    over.forEach(([id, clock]) => held.delete(id) && clock.act());
  };
})();
