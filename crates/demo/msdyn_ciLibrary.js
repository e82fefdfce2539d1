/**
 * A client library of the Channel Integration Framework 2.0 for the demo and the tests. It offers
 * `Microsoft.CIFramework` and uses the wire of the real library, but shares no code with it. Requests go to
 * `window.top` as structured clones with a real `Map`. Replies and events come back to this window.
 *
 * Like the real library it makes no handshake, compares only host names, gives up after 10 s, rejects with a `Map` (or
 * with a JSON string if the method's result is one), and never settles some calls. Unlike the real library it keeps the
 * port of the organization's URL, so that a simulated organization can use any port.
 */
(() => {
  "use strict";

  const TIME_OUT_MS = 10_000;

  const script = document.querySelector('script[data-cifid="CIFMainLibrary"]');
  const organization = new URL(script.dataset.crmurl);

  /** Requests without a reply yet, by `messageCorrelationId`. */
  const pending = new Map();
  /** Handlers by the name of their event. */
  const handlers = new Map();

  /** Methods whose result is passed on as it came: name, type of the message, names of the arguments. */
  const PLAIN = [
    ["setMode", "setmode", "value"],
    ["setWidth", "setwidth", "value"],
    ["setClickToAct", "setclicktoact", "value"],
    ["getMode", "getmode"],
    ["getWidth", "getwidth"],
    ["getClickToAct", "getclicktoact"],
    ["renderSearchPage", "renderSearchPage", "entityName", "searchString"],
    ["getEntityMetadata", "getEntityMetadata", "entityName", "attributes"],
    ["focusTab", "focusTab", "tabId"],
    ["refreshTab", "refreshTab", "tabId"],
    ["getFocusedTab", "getFocusedTab"],
    ["getTabs", "getTabsByTagOrName", "msdyn_name", "templateTag"],
    ["createTab", "createTab", "input"],
    ["setTabTitle", "setTabTitle", "tabId", "input"],
    ["canCreateSession", "canCreateSession"],
    ["getAllSessions", "getAllSessions"],
    ["getFocusedSession", "getFocusedSession"],
    ["createSession", "createSession", "input", "context", "customerName", "providerSessionId"],
    ["getSession", "getSession", "sessionId"],
    ["requestFocusSession", "requestFocusSession", "sessionId", "messagesCount"],
    ["setSessionTitle", "setSessionTitle", "input"],
  ];

  /** Methods whose results and refusals are JSON strings. */
  const JSON_TEXT = [
    ["getEnvironment", "getenvironment"],
    ["openForm", "openform", "entityFormOptions", "entityFormParameters"],
    ["retrieveRecord", "retrieverecord", "entityName", "entityId", "queryParameters"],
    ["deleteRecord", "deleterecord", "entityName", "entityId"],
  ];

  /** The types of messages that wait for ever. */
  const PATIENT = new Set(["createSession", "notifyEvent", "openform"]);

  /** A value of the wire as plain data: every `Map` becomes an object. */
  function plain(value) {
    if (value instanceof Map) {
      return Object.fromEntries([...value].map(([key, inner]) => [key, plain(inner)]));
    }
    return Array.isArray(value) ? value.map(plain) : value;
  }

  /** Sends a request. Resolves with the `Map` of a success, or rejects with the `Map` of a failure. */
  function request(messageType, data, correlationId) {
    const messageCorrelationId = crypto.randomUUID();
    const messageData = new Map(Object.entries({ ...data, correlationId }));
    return new Promise((resolve, reject) => {
      const clock = PATIENT.has(messageType)
        ? undefined
        : setTimeout(() => {
            pending.delete(messageCorrelationId);
            const message = "Timeout occurred as no response was received from listener window";
            reject(new Map([["message", message]]));
          }, TIME_OUT_MS);
      pending.set(messageCorrelationId, { resolve, reject, clock });
      window.top.postMessage(
        { messageType, messageData, messageCorrelationId },
        organization.origin,
      );
    });
  }

  /** The same with JSON strings as results. As in the real library, a success whose value is no `Map` never settles. */
  function requestText(messageType, data, correlationId) {
    return new Promise((resolve, reject) => {
      request(messageType, data, correlationId).then(
        (reply) => {
          if (reply.get("value") instanceof Map) {
            resolve(JSON.stringify(plain(reply.get("value"))));
          }
        },
        (refusal) => reject(JSON.stringify(plain(refusal))),
      );
    });
  }

  function named(names, args) {
    return Object.fromEntries(names.map((name, at) => [name, args[at]]));
  }

  function answered({ messageOutcome, messageData, messageCorrelationId }) {
    const call = pending.get(messageCorrelationId);
    if (call) {
      pending.delete(messageCorrelationId);
      clearTimeout(call.clock);
      (messageOutcome === "success" ? call.resolve : call.reject)(messageData);
    }
  }

  /** Runs the handlers of an event, and answers the host with the result of the last one. */
  function happened({ messageType, messageData, messageCorrelationId }) {
    const all = [...(handlers.get(messageType) ?? [])];
    if (all.length === 0) {
      return;
    }
    const answer = (messageOutcome, key, value) =>
      window.top.postMessage(
        { messageOutcome, messageData: new Map([[key, value]]), messageCorrelationId },
        organization.origin,
      );
    const results = all.map((handler) => {
      try {
        const result = handler(messageData);
        return result instanceof Promise
          ? result
          : Promise.reject(new Error("The handler returned no promise"));
      } catch (error) {
        return Promise.reject(error);
      }
    });
    Promise.all(results)
      .then((values) => answer("success", "value", values.at(-1)))
      .catch((error) => answer("failure", "message", String(error?.message ?? error)));
  }

  window.addEventListener("message", ({ data, origin }) => {
    const known = URL.canParse(origin) && new URL(origin).hostname === organization.hostname;
    if (known && data?.messageCorrelationId) {
      (data.messageOutcome === undefined ? happened : answered)(data);
    }
  });

  const library = {
    searchAndOpenRecords(entityName, queryParameters, searchOnly, correlationId) {
      const type = searchOnly ? "search" : "searchandopenrecords";
      return requestText(type, { entityName, queryParameters, searchOnly }, correlationId);
    },
    createRecord(entityName, json, correlationId) {
      const value = new Map(Object.entries(JSON.parse(json)));
      return requestText("createrecord", { entityName, value }, correlationId);
    },
    updateRecord(entityName, entityId, json, correlationId) {
      const value = new Map(Object.entries(JSON.parse(json)));
      return requestText("updaterecord", { entityName, entityId, value }, correlationId);
    },
    notifyEvent(input, correlationId) {
      return requestText("notifyEvent", input, correlationId);
    },
    addHandler(eventType, handler) {
      handlers.set(eventType, (handlers.get(eventType) ?? new Set()).add(handler));
      void request("addGenericHandler", { eventType });
    },
    removeHandler(eventType, handler) {
      handlers.get(eventType)?.delete(handler);
      void request("removeGenericHandler", { eventType });
    },
  };
  for (const [method, type, ...names] of PLAIN) {
    library[method] = async (...args) => {
      const reply = await request(type, named(names, args), args[names.length]);
      return reply.get("value");
    };
  }
  for (const [method, type, ...names] of JSON_TEXT) {
    library[method] = (...args) => requestText(type, named(names, args), args[names.length]);
  }

  window.Microsoft = { ...window.Microsoft, CIFramework: library };
  setTimeout(() => window.dispatchEvent(new Event("CIFInitDone")), 0);
})();
