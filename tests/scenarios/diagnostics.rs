//! What those who help get to see of an agent's day: all of it, but nobody in it.

use flex_cif_panel::diagnostics::facts::Facts;
use flex_cif_panel::diagnostics::log::CAPACITY;
use flex_cif_panel::diagnostics::report::Report;
use flex_cif_panel::diagnostics::rows::rows;
use flex_cif_panel::diagnostics::{Filter, Masks};
use serde_json::Value;
use simulation::dynamics::AgentAction as HostAct;
use simulation::flex::Input as FlexInput;
use simulation::people::PEOPLE;
use store::settings::Sessions;
use store::{AgentAction, Millis, Settings};

use crate::day::DAY;
use crate::world::{World, person};

/// The report, and all that it says in one line per entry, with masks or without.
fn told(world: &World, masked: bool) -> String {
    let mut masks = Masks::default();
    masks.off = !masked;
    let rows = rows(&world.log, &mut masks);
    let summaries: Vec<String> = rows.iter().map(|row| row.summary()).collect();
    let report = Report {
        at: Millis(world.now),
        masked,
        facts: &Facts::default(),
        rows: &rows,
        forgotten: world.log.forgotten(),
    };
    format!("{}{}", report.text(), summaries.join("\n"))
}

/// Names, numbers, concerns, records and Cases of the demo's people, and of what Dynamics shows.
fn secrets(world: &World) -> Vec<String> {
    let people = PEOPLE.iter().flat_map(|person| {
        let surname = person.name.split_whitespace().last();
        [
            Some(person.name),
            surname,
            Some(person.contact),
            Some(person.number),
            Some(person.telephone),
            Some(person.mobile),
            Some(person.concern),
        ]
    });
    let people = people.flatten().filter(|text| !text.is_empty());
    let records = world.shown_anywhere();
    let numbers = world
        .panel
        .tasks
        .iter()
        .filter_map(|task| task.case_number.clone());
    people
        .map(str::to_owned)
        .chain(records.map(|record| record.id.to_string()))
        .chain(numbers.map(|number| number.to_string()))
        .chain(["@".to_owned()])
        .collect()
}

#[test]
fn nobody_of_a_day_is_in_the_masked_report() {
    for sessions in [Sessions::Shared, Sessions::PerTask] {
        let mut world = World::with(Settings {
            sessions,
            ..Settings::default()
        });
        let mut seen = 0;
        for (step, act) in DAY {
            act(&mut world);
            world.rest();
            let (masked, open) = (told(&world, true), told(&world, false));
            for secret in secrets(&world) {
                assert!(!masked.contains(&secret), "{step}: {secret} in {masked}");
                seen += usize::from(open.contains(&secret));
            }
        }
        assert!(
            seen > 50,
            "without masks the day tells who was in it: {seen}"
        );
    }
}

#[test]
fn the_report_is_json_with_every_entry_of_the_log() {
    let mut world = World::new();
    let ada = world.accepted("ada", "voice");
    let mut masks = Masks::default();
    let rows = rows(&world.log, &mut masks);
    let text = Report {
        at: Millis(world.now),
        masked: true,
        facts: &Facts::default(),
        rows: &rows,
        forgotten: world.log.forgotten(),
    }
    .text();
    let report: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(report["masked"], true);
    let log = report["log"].as_array().expect("a list");
    assert_eq!(log.len(), world.log.entries().count());
    let tasks = log.iter().filter(|entry| entry["kind"] == "task");
    let told = tasks.map(|entry| &entry["details"]["task"]);
    let told: Vec<_> = told.filter(|task| task["sid"] == ada.as_str()).collect();
    assert!(
        told.iter().all(|task| task["customer"] == "[name 1]"),
        "{told:?}"
    );
    let answers = log
        .iter()
        .filter(|entry| entry["to"] == "searchAndOpenRecords");
    assert!(answers.map(|entry| &entry["tookMs"]).all(Value::is_u64));
}

#[test]
fn an_hour_without_news_leaves_the_log_as_it_was() {
    let mut world = World::new();
    let ada = world.accepted("ada", "voice");
    let _ = world.accepted("juergen", "chat");
    world.in_list(AgentAction::Select(ada.as_str().into()));
    world.rest();
    let before = world.log.entries().count();
    world.pass(3_600_000);
    assert_eq!(world.log.entries().count(), before);
    assert_eq!(world.log.forgotten(), 0);
    let polls = world.log.entries().map(|entry| entry.times).max();
    assert!(polls > Some(1_000), "{polls:?}");
}

#[test]
fn what_happened_to_a_task_is_found_by_its_sid() {
    let mut world = World::new();
    let ada = world.accepted("ada", "voice");
    let juergen = world.accepted("juergen", "chat");
    let rows = rows(&world.log, &mut Masks::default());
    assert!(rows.len() < CAPACITY);
    let kinds = |words: &str| -> Vec<&str> {
        let words = words.to_owned();
        let filter = Filter {
            words,
            ..Filter::default()
        };
        let found = rows.iter().filter(|row| filter.lets_through(row));
        found.map(|row| row.kind).collect()
    };
    for sid in [&ada, &juergen] {
        let kinds = kinds(&format!("{sid} event"));
        assert!(
            kinds.contains(&"task") && kinds.contains(&"selected"),
            "{kinds:?}"
        );
    }
    assert!(kinds(&format!("{ada} {juergen} task")).is_empty());
}

#[test]
fn a_choice_among_numbers_and_an_extension_are_masked() {
    let mut world = World::new();
    let record = person("smith-sons").record().expect("a contact");
    world.in_dynamics(HostAct::OpenRecord(record));
    let column = "mobilephone";
    world.in_dynamics(HostAct::ClickPhone { record, column });
    world.rest();
    let choice = world.panel.calls.choice.clone().expect("a choice");
    let office = choice.numbers.first().cloned().expect("a number");
    world.in_list(AgentAction::Call(office));
    world.pass(2_000);
    let sid = world.panel.tasks[0].sid.clone();
    world.in_cloud(FlexInput::CustomerAnswers {
        sid: sid.as_str().to_owned(),
    });
    world.rest();
    world.in_list(AgentAction::SendExtension(sid));
    world.rest();
    let (masked, open) = (told(&world, true), told(&world, false));
    for secret in ["+12125550147", "+12125550148", "\"40\""] {
        assert!(!masked.contains(secret), "{secret} in {masked}");
        assert!(open.contains(secret), "{secret} in {open}");
    }
}
