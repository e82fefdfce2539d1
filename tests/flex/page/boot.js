// Boots the real Flex UI as its own `Manager.create` does, without the log-in: TaskRouter's SDK and that of the
// interactions against the event bridge named in the query, then the plugins by Flex's own loader, then the UI.
//   ?eventBridge=127.0.0.1:<port>&panelOrigin=<origin of the panel>

const React = require("react");
const ReactDOM = require("react-dom");
const { Provider } = require("react-redux");
const { combineReducers, compose, createStore } = require("redux");
const Flex = require("@twilio/flex-ui");

const query = new URLSearchParams(location.search);
const eventBridge = `${query.get("eventBridge")}/v1/wschannels`;
const TOKEN = "token";

window.Twilio = { Flex };

function createManager() {
  const store = createStore(
    combineReducers({ flex: Flex.FlexReducer }),
    compose(Flex.flexStoreEnhancer, Flex.applyFlexMiddleware()),
  );
  const configuration = {
    accountSid: "AC00000000000000000000000000000001",
    disableTelemetry: true,
    pluginService: { enabled: true, url: "/plugins.json" },
    sdkOptions: {
      worker: { ebServer: `http://${eventBridge}`, wsServer: `ws://${eventBridge}` },
    },
  };
  const manager = new Flex.Manager(configuration, store);
  manager._serviceConfiguration = {
    account_sid: configuration.accountSid,
    taskrouter_offline_activity_sid: "WA00000000000000000000000000000000",
    outbound_call_flows: {
      default: { enabled: true, caller_id: "+15005550006", queue_sid: "WQ1", workflow_sid: "WW1", location: "US" },
    },
    ui_attributes: { cif_panel: { origins: [query.get("panelOrigin")] } },
  };
  const Manager = Object.getPrototypeOf(Flex.Manager);
  Manager._instance = manager;
  Manager.createProxiedInstance();
  return manager;
}

// Flex's own log-in gets a token first and connects more: Sync, voice, conversations.
async function connect() {
  window.flexClientManager.initCBMSDK(TOKEN);
  await window.flexClientManager.initTaskRouterSDK(TOKEN);
  const permissions = { agentDesktopView: true, queueStatsView: true, selfEditStatus: true };
  return { tokenPayload: { token: TOKEN, identity: "agent", roles: ["agent"], permissions } };
}

async function boot() {
  const manager = createManager();
  await manager.store.dispatch({ type: "FLEX_ACTION_LOGIN", payload: connect() });
  await window.flexClientManager.initFlexPlugins(Flex, manager);
  await manager.loadInitialData();
  const { createElement } = React;
  const root = createElement(Flex.ContextProvider, { manager }, createElement(Flex.RootContainer));
  const { store } = manager;
  ReactDOM.render(createElement(Provider, { store }, root), document.getElementById("flex"));
}

// The customers of the simulated Dynamics, in the top window, get in touch through the event bridge.
function callCustomers() {
  const CLOUD = "flex-cif-panel demo: cloud?";
  const hello = setInterval(() => window.top.postMessage(CLOUD, "*"), 100);
  window.addEventListener("message", ({ source, data, ports }) => {
    if (source !== window.top || data !== CLOUD) return;
    clearInterval(hello);
    ports[0].onmessage = ({ data }) =>
      fetch(`http://${query.get("eventBridge")}/customers`, { method: "POST", body: data });
  });
}

if (window.top !== window) callCustomers();
boot().catch((error) => (window.bootError = String(error?.stack ?? error)));
