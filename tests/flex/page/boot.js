// Starts the real Flex UI as its own `Manager.create` does, but without the log-in: TaskRouter's SDK and the SDK for
// interactions with a fake event bridge, then the plugins with Flex's own loader, then the UI.
//   /config.json = { "eventBridge": "127.0.0.1:<port>", "panelOrigin": "<of the panel>", "hideTaskList": false,
//     "plugins": "bridge", "patience": 20000 }
// `plugins` names a list in plugins/. `patience` is how long Flex waits for TaskRouter before it goes on without it.

const React = require("react");
const ReactDOM = require("react-dom");
const { Provider } = require("react-redux");
const { combineReducers, compose, createStore } = require("redux");
const Flex = require("@twilio/flex-ui");
const voice = require("./voice");

const TOKEN = "token";
const { createElement } = React;

// All plugins expect this.
window.Twilio = { Flex };
window.React = React;

function createManager({ eventBridge, panelOrigin, hideTaskList, plugins = "bridge" }) {
  const store = createStore(
    combineReducers({ flex: Flex.FlexReducer }),
    compose(Flex.flexStoreEnhancer, Flex.applyFlexMiddleware()),
  );
  const configuration = {
    accountSid: "AC00000000000000000000000000000001",
    disableTelemetry: true,
    pluginService: { enabled: true, url: `/plugins/${plugins}.json` },
    sdkOptions: {
      worker: {
        ebServer: `http://${eventBridge}/v1/wschannels`,
        wsServer: `ws://${eventBridge}/v1/wschannels`,
      },
    },
  };
  const manager = new Flex.Manager(configuration, store);
  manager._serviceConfiguration = {
    account_sid: configuration.accountSid,
    taskrouter_offline_activity_sid: "WA00000000000000000000000000000000",
    outbound_call_flows: {
      default: {
        enabled: true,
        caller_id: "+15005550006",
        location: "US",
        queue_sid: "WQ1",
        workflow_sid: "WW1",
      },
    },
    ui_attributes: { cif_panel: { origins: [panelOrigin], hideTaskList } },
  };
  const Manager = Object.getPrototypeOf(Flex.Manager);
  Manager._instance = manager;
  Manager.createProxiedInstance();
  return manager;
}

// Flex's own log-in first gets a token and connects more: Sync, voice, conversations.
async function connect({ patience = 20_000 }) {
  window.flexClientManager.initCBMSDK(TOKEN);
  // If TaskRouter does not answer in time, Flex goes on without it.
  await Promise.allSettled([window.flexClientManager.taskRouterSdkSafeInit(patience, TOKEN)()]);
  const permissions = { agentDesktopView: true, selfEditStatus: true };
  return { tokenPayload: { token: TOKEN, identity: "agent", roles: ["agent"], permissions } };
}

// A view of a plugin, because Flex's own views need Sync.
function addView() {
  const view = createElement(Flex.View, { name: "notes", key: "notes" }, "Notes");
  Flex.ViewCollection.Content.add(view);
}

// The customers of the simulated Dynamics, in the top window, get in touch through the event bridge.
function callCustomers({ eventBridge }) {
  const CLOUD = "flex-cif-panel demo: cloud?";
  const hello = setInterval(() => window.top.postMessage(CLOUD, "*"), 100);
  window.addEventListener("message", ({ source, data, ports }) => {
    if (source !== window.top || data !== CLOUD) return;
    clearInterval(hello);
    ports[0].onmessage = ({ data }) =>
      fetch(`http://${eventBridge}/customers`, { method: "POST", body: data });
  });
}

async function boot() {
  const config = await (await fetch("/config.json")).json();
  callCustomers(config);
  const manager = createManager(config);
  voice.install(manager, config);
  window.logIn = () =>
    manager.store.dispatch({ type: "FLEX_ACTION_LOGIN", payload: connect(config) });
  await window.logIn();
  await window.flexClientManager.initFlexPlugins(Flex, manager);
  await manager.loadInitialData();
  addView();
  const { store } = manager;
  const root = createElement(Flex.ContextProvider, { manager }, createElement(Flex.RootContainer));
  ReactDOM.render(createElement(Provider, { store }, root), document.getElementById("flex"));
}

boot().catch((error) => (window.bootError = String(error?.stack ?? error)));
