//! The platform misbehaves at the boundary of the client library: every call fails in every way, and the agent is
//! told, can try again, and the list works on. The panel's clocks run ten times as fast, so that its patience ends
//! in seconds.

mod focusing;
mod mode;
mod opening;
mod start;

use serde_json::{Value, json};

use crate::stage::{Outcome, Setting, Side, World, play};

/// Wraps the library as soon as it is there: `faults[call]` says what goes wrong, `met[call]` how often it has.
const WRAP: &str = r#"
    const clock = window.setTimeout.bind(window);
    window.setTimeout = (act, millis, ...more) => clock(act, (millis ?? 0) / 10, ...more);
    window.faults = {};
    window.met = {};
    window.unhandled = [];
    window.addEventListener("unhandledrejection", (event) => window.unhandled.push(String(event.reason)));
    window.addEventListener("error", (event) => window.unhandled.push(event.message));
    const nonsense = () => {
        const circle = { get trap() { throw new Error("a getter that throws"); } };
        circle.circle = circle;
        return circle;
    };
    const outcome = {
        text: () => Promise.reject("Access denied"),
        map: () => Promise.reject(new Map([["message", "Access denied"]])),
        throws: () => { throw new TypeError("not now"); },
        nonsense: (real) => real().then(nonsense),
        empty: (real) => real().then(() => undefined),
        off: () => Promise.resolve(false),
        never: () => new Promise(() => {}),
        late: (real) => real().then((value) => new Promise((resolve) => clock(resolve, 7000, value))),
    };
    const wrap = (library) => {
        for (const [name, method] of Object.entries(library)) {
            library[name] = (...args) => {
                const call = name === "searchAndOpenRecords" && args[2] ? "search" : name;
                const real = async () => method(...args);
                const fault = window.faults[call];
                if (!fault) return method(...args);
                window.met[call] = (window.met[call] ?? 0) + 1;
                return outcome[fault](real);
            };
        }
    };
    let microsoft;
    Object.defineProperty(window, "Microsoft", {
        get: () => microsoft,
        set: (value) => { microsoft = value; if (value?.CIFramework) wrap(value.CIFramework); },
    });
"#;

const FAULTS: [&str; 7] = [
    "text", "map", "throws", "nonsense", "empty", "never", "late",
];
/// One for each fault: each has a Case of their own.
const PEOPLE: [&str; 7] = [
    "juergen",
    "oconnor",
    "smith-sons",
    "amelie",
    "linnea",
    "jack",
    "rajesh",
];

/// A panel whose library is wrapped, and fails like this from its first call on.
async fn wrapped(
    config: Value,
    faults: Value,
    test: impl AsyncFnOnce(&World) -> Outcome,
) -> Outcome {
    let setting = Setting {
        held: Some((Side::Dynamics, "/webresources/")),
        ..Setting::with(config)
    };
    play(setting, async |world| {
        world
            .panel_until("the panel waits for the library", |panel| {
                panel.mode.is_some()
            })
            .await?;
        let script = format!("{WRAP} window.faults = {faults};");
        world.run_in(Side::Panel, &script).await?;
        world.release();
        test(world).await?;
        let unhandled = world.run_in(Side::Panel, "return window.unhandled").await?;
        assert_eq!(unhandled, json!([]), "rejections that nobody handled");
        Ok(())
    })
    .await
}

async fn set_fault(world: &World, call: &str, fault: Option<&str>) -> Outcome {
    let fault = json!({ call: fault });
    let script = format!("window.met = {{}}; window.faults = {fault};");
    world.run_in(Side::Panel, &script).await?;
    Ok(())
}

async fn is_met(world: &World, call: &str) -> Outcome {
    let script = format!("return window.met[{}] ?? 0", json!(call));
    let met = async || world.run_in(Side::Panel, &script).await;
    world
        .until_soon(&format!("{call} fails"), met, |met| met.as_u64() > Some(0))
        .await
}

/// The same, with Ada's call accepted and her Case in its tab before anything fails.
async fn with_ada_on_the_phone(
    config: Value,
    test: impl AsyncFnOnce(&World, &str) -> Outcome,
) -> Outcome {
    wrapped(config, json!({}), async |world| {
        world.at_rest().await?;
        let ada = world.arrival("ada", "call").await?;
        world.press(&ada, "accept").await?;
        world.row_until(&ada, "accepted").await?;
        world.row_settled(&ada).await?;
        test(world, &ada).await
    })
    .await
}

async fn adas_case_in_front(world: &World) -> Outcome {
    world
        .dynamics_until("Ada's Case is in front", |dynamics| {
            dynamics
                .tab("Espresso machine leaks")
                .is_some_and(|tab| tab.focused)
        })
        .await?;
    Ok(())
}
