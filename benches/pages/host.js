// The minimal Dynamics of host.html. It answers at once, so that what is measured is the panel. A record that is
// searched and opened gets a tab of its own, in front.

const query = new URLSearchParams(location.search);
const host = {
  mode: 1,
  tabs: ["home"],
  front: "home",
  /** Every call: its type and when it came, in milliseconds since 1970. */
  calls: [],
};
/** Resolves what waits for the next call of a type. */
const awaited = [];
let panel;

const now = () => performance.timeOrigin + performance.now();

const openTab = (id) => {
  if (!host.tabs.includes(id)) host.tabs.push(id);
  host.front = id;
};

const search = ({ queryParameters, searchOnly }) => {
  const id = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(queryParameters)?.[0];
  if (!searchOnly) setTimeout(openTab, 0, id);
  return new Map([["0", new Map([["incidentid", id]])]]);
};

const answers = {
  getenvironment: () =>
    new Map([
      ["clientUrl", location.origin],
      ["userLcid", 1031],
      ["customParams", ""],
    ]),
  setmode: ({ value }) => void (host.mode = value),
  getmode: () => host.mode,
  getclicktoact: () => true,
  getFocusedSession: () => "session-id-1",
  getFocusedTab: () => host.front,
  getTabsByTagOrName: () => host.tabs,
  focusTab: ({ tabId }) => void (host.front = tabId),
  canCreateSession: () => false,
  getAllSessions: () => [],
  search,
  searchandopenrecords: search,
  addGenericHandler: () => undefined,
};

addEventListener("message", ({ data, origin, source }) => {
  const came = now();
  const { messageType, messageData, messageCorrelationId } = data ?? {};
  if (!messageCorrelationId || messageType === undefined) return;
  const value = answers[messageType]?.(Object.fromEntries(messageData));
  const answer = value === undefined ? new Map() : new Map([["value", value]]);
  source.postMessage(
    { messageOutcome: "success", messageData: answer, messageCorrelationId },
    origin,
  );
  const call = { type: messageType, came };
  host.calls.push(call);
  for (const one of awaited.filter(({ type }) => type === messageType)) {
    awaited.splice(awaited.indexOf(one), 1);
    one.resolve(call);
  }
});

/** The next call of this type. */
window.nextCall = (type) => new Promise((resolve) => awaited.push({ type, resolve }));
/** Puts the panel into the page. Returns when, in milliseconds since 1970. */
window.load = () => {
  panel = document.createElement("iframe");
  panel.allow = "microphone; camera; geolocation";
  const began = now();
  panel.src = query.get("panel");
  document.body.append(panel);
  return began;
};
window.unload = () => panel.remove();
window.host = host;
