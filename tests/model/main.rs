//! The model check: every order in which messages, answers, clocks, people and faults can come, around the real
//! store. Start with [`world`] (what there is), [`steps`] (what can happen), [`invariants`] (what must hold).
//!
//! `tools/test model` explores the settings below completely, the largest one as deep as some seconds allow, and goes
//! at random far beyond ([`walks`]). `make check-model` also explores the settings that take minutes, gives the largest
//! one longer, and tries whether the check notices broken rules.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::panic, clippy::expect_used)]

mod canon;
mod desk;
mod explorer;
mod happen;
mod invariants;
mod key;
mod progress;
mod report;
mod setting;
mod step;
mod steps;
mod traces;
mod turn;
mod walks;
mod windows;
mod wires;
mod world;

use std::time::Duration;

use store::Settings;
use store::settings::Sessions;

use explorer::Limit;
use report::{check, search};
use setting::{Budget, Setting};
use step::Reload;

/// The tests of settings: the customers by their records, and how often what may happen.
macro_rules! explored_completely {
    ($($(#[$when:meta])? $name:ident: $customers:expr, { $($budget:ident: $times:expr),* } $(, $key:ident: $value:expr)*;)*) => {
        $(#[test]
        $(#[$when])?
        fn $name() {
            let budget = Budget { $($budget: $times,)* ..Budget::default() };
            let customers = &$customers;
            check(stringify!($name), Setting { customers, budget, $($key: $value,)* ..Setting::default() });
        })*
    };
}

explored_completely! {
    one_task: [1], {acts: 3, leaves: 1};
    one_task_from_the_start: [1], {acts: 1, leaves: 1}, asleep: true;
    #[ignore = "minutes"] one_task_with_a_fault_and_a_slow_dynamics: [1], {acts: 1, faults: 1, slow: 1};
    one_task_with_a_fault_and_a_reload: [1], {acts: 1, faults: 1, reloads: 1};
    #[ignore = "minutes"] one_task_with_a_reload_of_anything: [1], {acts: 1, moves: 1, reloads: 1}, reloads_of: ANYTHING;
    two_tasks: [1, 2], {acts: 1};
    two_calls_of_which_one_waits: [1, 2], {acts: 1}, channel: "voice", settings: Settings::default();
    #[ignore = "minutes"] two_calls_of_which_one_waits_with_two_acts: [1, 2], {acts: 2}, channel: "voice", settings: Settings::default();
    two_tasks_with_a_move_in_dynamics: [1, 2], {moves: 1};
    #[ignore = "minutes"] two_tasks_with_a_fault_and_a_reload: [1, 2], {faults: 1, reloads: 1};
    two_tasks_in_two_sessions_with_a_fault: [1, 2], {faults: 1}, settings: per_task();
    #[ignore = "minutes"] two_tasks_in_two_sessions_with_a_switch: [1, 2], {switches: 1}, settings: per_task();
    two_tasks_of_one_record_beside_another_provider: [1, 1], {others: 1, switches: 1};
    #[ignore = "minutes"] one_task_beside_another_provider_with_a_fault: [1], {others: 1, switches: 1, faults: 1};
    one_task_and_a_click_on_a_number: [1], {acts: 1, clicks: 1};
    a_click_on_a_number_with_a_reload: [], {acts: 1, clicks: 2, reloads: 1}, reloads_of: ANYTHING;
    #[ignore = "minutes"] a_click_on_a_number_with_a_fault_and_a_reload: [], {acts: 1, clicks: 2, faults: 1, reloads: 1}, reloads_of: ANYTHING;
    one_task_with_a_lost_connection: [1], {acts: 1, leaves: 1, losses: 1};
    two_tasks_of_one_record: [1, 1], {acts: 1, leaves: 1};
    two_tasks_of_one_record_with_a_fault: [1, 1], {faults: 1};
    one_task_where_the_search_opens_nothing: [1], {acts: 1, leaves: 1, faults: 1}, search_opens: false;
    two_tasks_where_the_search_opens_nothing_with_a_reload: [1, 2], {reloads: 1}, search_opens: false;
    two_tasks_and_room_for_one_tab: [1, 2], {moves: 1}, tabs: 8;
    #[ignore = "minutes"] one_task_in_a_full_session_with_a_fault: [1], {acts: 1, moves: 1, faults: 1}, tabs: 9;
}

/// All that can be loaded anew.
const ANYTHING: &[Reload] = &[Reload::Panel, Reload::Flex, Reload::Window];

/// One session per customer.
fn per_task() -> Settings {
    Settings {
        sessions: Sessions::PerTask,
        ..Setting::default().settings
    }
}

/// Breadth first as deep as `MODEL_SECONDS` allow.
#[test]
fn three_tasks_as_deep_as_time_allows() {
    let seconds = report::seconds();
    let setting = Setting {
        customers: &[1, 2, 1],
        budget: Budget {
            acts: 2,
            moves: 1,
            switches: 1,
            leaves: 1,
            faults: 1,
            reloads: 1,
            ..Budget::default()
        },
        settings: per_task(),
        ..Setting::default()
    };
    let limit = Limit {
        time: Duration::from_secs(seconds),
        states: 20_000_000,
        kept: 100_000,
    };
    let found = search("three_tasks_as_deep_as_time_allows", &setting, limit);
    assert!(seconds < 600 || found.states() > 1_000_000);
}
