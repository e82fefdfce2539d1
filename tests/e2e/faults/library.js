// Stands between the panel and the client library from the library's first moment on. `faults[call]` says how a call
// fails, and `met[call]` how often it has failed. `acts` are the calls that change something in Dynamics.
(() => {
  window.faults = {};
  window.met = {};
  window.acts = [];
  window.unhandled = [];
  window.addEventListener("unhandledrejection", (event) =>
    window.unhandled.push(String(event.reason)),
  );
  window.addEventListener("error", (event) => window.unhandled.push(event.message));

  const READS = /^(get|can|add|search$)/;
  // The real library never settles some of the others.
  const SETTLES = /^(get|can|search$|focusTab|setMode)/;
  const unsaid = [];
  let hanging = false;
  let underWay = 0;

  function nonsense() {
    const circle = {
      get trap() {
        throw new Error("a getter that throws");
      },
    };
    circle.circle = circle;
    return circle;
  }

  const outcome = {
    text: () => Promise.reject("Access denied"),
    map: () => Promise.reject(new Map([["message", "Access denied"]])),
    throws: () => {
      throw new TypeError("not now");
    },
    nonsense: (real) => real().then(nonsense),
    empty: (real) => real().then(() => undefined),
    off: () => Promise.resolve(false),
    never: () => {
      hanging = true;
      return new Promise(() => {});
    },
    late: (real) => {
      hanging = true;
      return real().then((value) => new Promise((resolve) => unsaid.push(() => resolve(value))));
    },
  };

  // Ends the time of calls that hang, and of no others.
  window.giveUp = (millis) => {
    if (underWay > 0) return false;
    if (hanging) window.timePasses(millis);
    hanging = false;
    return true;
  };

  // Sends the late answers. Returns what the panel had done in Dynamics before them, and what it did because of them.
  window.answerLate = async () => {
    const before = window.acts.length;
    unsaid.splice(0).forEach((say) => say());
    await new Promise((resolve) => setTimeout(resolve));
    return window.acts.slice(before);
  };

  async function watched(answer) {
    underWay += 1;
    try {
      return await answer;
    } finally {
      underWay -= 1;
    }
  }

  function wrap(library) {
    for (const [name, method] of Object.entries(library)) {
      library[name] = (...args) => {
        const call = name === "searchAndOpenRecords" && args[2] ? "search" : name;
        if (!READS.test(call)) window.acts.push(call);
        const fault = window.faults[call];
        if (!fault) return SETTLES.test(call) ? watched(method(...args)) : method(...args);
        window.met[call] = (window.met[call] ?? 0) + 1;
        return outcome[fault](async () => method(...args));
      };
    }
  }

  let microsoft;
  Object.defineProperty(window, "Microsoft", {
    get: () => microsoft,
    set: (value) => {
      microsoft = value;
      if (value?.CIFramework) wrap(value.CIFramework);
    },
  });
})();
