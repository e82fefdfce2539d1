//! The part of `window.Twilio.Flex` that the bridge script uses. The script is the real one, loaded as Flex loads a
//! plugin.

use js_sys::{Array, Function, Reflect, Set};
use serde_json::json;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlScriptElement;

use super::js;
use super::running::Running;
use simulation::flex::{Flex, OFFLINE, Task};

/// Where the bridge script is, and the plugin's number. Flex starts no plugin without a number.
const BRIDGE: (&str, &str) = ("/cif-panel-bridge.js", "FJ00000000000000000000000000000001");

/// The version that this Flex claims to have.
const VERSION: &str = "simulated";

/// The capability of a channel whose conversations end in wrap-up.
const WRAP_UP: &str = "Wrapup";

/// Makes `window.Twilio.Flex`. The account's `ui_attributes` list this origin of the panel.
pub fn install(running: &Running, panel_origin: &str) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let manager = manager(running, panel_origin);
    let view = || js::object([("defaultProps", js::object([]))]);
    let content = js::object([("remove", js::function1(|_: JsValue| {}))]);
    let flex = js::object([
        ("Actions", actions(running)),
        ("TaskHelper", task_helper(running)),
        ("TaskChannels", task_channels(running)),
        (
            "TaskChannelCapability",
            js::object([("Wrapup", WRAP_UP.into())]),
        ),
        ("VERSION", VERSION.into()),
        ("AgentDesktopView", view()),
        ("MainContainer", view()),
        ("RootContainer", js::object([("Content", content)])),
    ]);
    js::set(&flex, "Plugins", &plugins(&flex, manager));
    js::set(&window, "Twilio", &js::object([("Flex", flex)]));
}

/// Loads the bridge script.
pub fn load_bridge() {
    let document = web_sys::window().and_then(|window| window.document());
    let script = document.and_then(|document| {
        let script = document.create_element("script").ok()?;
        let script = script.dyn_into::<HtmlScriptElement>().ok()?;
        let (src, uuid) = BRIDGE;
        script.set_attribute("uuid", uuid).ok()?;
        script.set_src(src);
        document.body()?.append_child(&script).ok()
    });
    drop(script);
}

fn actions(running: &Running) -> JsValue {
    let (invoke, listen) = (running.clone(), running.clone());
    js::object([
        (
            "invokeAction",
            js::function2(move |action: String, payload: JsValue| {
                JsValue::from(invoke.invoke(&action, js::to_data(&payload)))
            }),
        ),
        (
            "addListener",
            js::function2(move |name: String, listener: Function| listen.listen(name, listener)),
        ),
    ])
}

/// What Flex answers about a task that it still has.
fn ask_of_task(
    running: &Running,
    ask: fn(&Flex, &Task) -> bool,
) -> impl Fn(&JsValue) -> bool + use<> {
    let running = running.clone();
    move |task| {
        let sid = js::get(task, "sid").as_string().unwrap_or_default();
        running.read(|flex| flex.task(&sid).is_some_and(|task| ask(flex, task)))
    }
}

fn task_helper(running: &Running) -> JsValue {
    let is_call_task = ask_of_task(running, Flex::is_call_task);
    let rings = ask_of_task(running, Flex::rings);
    js::object([
        (
            "isCallTask",
            js::function1(move |task: JsValue| is_call_task(&task)),
        ),
        (
            "isInitialOutboundAttemptTask",
            js::function1(move |task: JsValue| rings(&task)),
        ),
    ])
}

fn task_channels(running: &Running) -> JsValue {
    let has_wrap_up = ask_of_task(running, Flex::has_wrap_up);
    let get_for_task = js::function1(move |task: JsValue| {
        let capabilities = Set::new(&JsValue::UNDEFINED);
        if has_wrap_up(&task) {
            let _ = capabilities.add(&WRAP_UP.into());
        }
        js::object([("capabilities", capabilities.into())])
    });
    js::object([("getForTask", get_for_task)])
}

fn manager(running: &Running, panel_origin: &str) -> JsValue {
    let (on, state, subscribe) = (running.clone(), running.clone(), running.clone());
    let events = js::object([(
        "on",
        js::function2(move |name: String, listener: Function| on.listen(name, listener)),
    )]);
    let store = js::object([
        ("getState", js::function0(move || state.state())),
        (
            "subscribe",
            js::function1(move |subscriber: Function| subscribe.subscribe(subscriber)),
        ),
    ]);
    let configuration = json!({
        "taskrouter_offline_activity_sid": OFFLINE,
        "ui_attributes": { "cif_panel": { "origins": [panel_origin] } },
    });
    let sync = running.clone();
    let insights = js::asked("connectionState", move || {
        let connected = sync.read(|flex| flex.connected);
        JsValue::from(if connected {
            "connected"
        } else {
            "disconnected"
        })
    });
    js::object([
        ("events", events),
        ("store", store),
        ("insightsClient", insights),
        ("serviceConfiguration", js::from_data(&configuration)),
    ])
}

/// `Plugins.init`: makes the plugin and starts it.
fn plugins(flex: &JsValue, manager: JsValue) -> JsValue {
    let flex = flex.clone();
    let init = js::function1(move |class: Function| {
        let Ok(plugin) = Reflect::construct(&class, &Array::new()) else {
            return;
        };
        if let Ok(start) = js::get(&plugin, "init").dyn_into::<Function>() {
            // If a plugin throws, Flex goes on.
            let _ = start.call2(&plugin, &flex, &manager);
        }
    });
    js::object([("init", init)])
}
