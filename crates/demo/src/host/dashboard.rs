//! The first tab of a session: the agent's day, the active cases, the contacts.

use yew::{Callback, Html, html};

use super::activities::Activities;
use super::customers::Stage;
use super::pieces::{badge, card, link, nothing};
use crate::face::face;
use crate::icons;
use simulation::dynamics::{AgentAction, Records};
use store::ids::{Entity, Record};

/// The agent's dashboard.
pub fn dashboard(records: &Records, activities: &Activities, act: &Callback<AgentAction>) -> Html {
    let mut cases: Vec<Record> = records.all(Entity::Case).map(|(case, _)| case).collect();
    cases.reverse();
    let contacts: Vec<Record> = records.all(Entity::Contact).map(|(it, _)| it).collect();
    let live = activities.at(&[Stage::Talking, Stage::OnHold]);
    html! {
        <>
            <header class="page-header">
                <h1>{ "Agent dashboard" }</h1>
                <p class="muted">{ "Your conversations, cases and contacts at a glance" }</p>
            </header>
            <dl class="tiles">
                { tile("Waiting for you", activities.at(&[Stage::Waiting])) }
                { tile("In conversation", live) }
                { tile("To wrap up", activities.at(&[Stage::Over])) }
                { tile("Active cases", cases.len()) }
            </dl>
            <div class="columns">
                { active_cases(records, activities, &cases, act) }
                { card("My contacts", Some(contacts.len()), html! {
                    <ul class="records">
                        { for contacts.into_iter().map(|it| contact(records, it, act)) }
                    </ul>
                }) }
            </div>
        </>
    }
}

fn tile(label: &str, count: usize) -> Html {
    html! {
        <div class="tile" data-some={(count > 0).to_string()}>
            <dt>{ label.to_owned() }</dt><dd>{ count }</dd>
        </div>
    }
}

fn active_cases(
    records: &Records,
    activities: &Activities,
    cases: &[Record],
    act: &Callback<AgentAction>,
) -> Html {
    let content = if cases.is_empty() {
        let how = "When a known customer gets in touch, a Case is opened for them.";
        nothing(icons::CASE, "No active case", how)
    } else {
        let rows = cases
            .iter()
            .map(|case| case_row(records, activities, *case, act));
        html! { <ul class="records">{ for rows }</ul> }
    };
    card("My active cases", Some(cases.len()), content)
}

/// A case in a list: title, number, customer, and the stage of its last conversation.
fn case_row(
    records: &Records,
    activities: &Activities,
    case: Record,
    act: &Callback<AgentAction>,
) -> Html {
    let customer = records.customer(case).and_then(|it| records.title(it));
    let last = activities.about(case).next();
    html! {
        <li key={case.id.to_string()}>
            <div class="record">
                { link(records, case, act) }
                <p class="muted">
                    { records.column(case, "ticketnumber").unwrap_or_default() }
                    if let Some(customer) = customer { { " · " }{ customer } }
                </p>
            </div>
            if let Some(last) = last { { badge(last.stage) } }
        </li>
    }
}

fn contact(records: &Records, contact: Record, act: &Callback<AgentAction>) -> Html {
    html! {
        <li key={contact.id.to_string()}>
            { face(records.title(contact).unwrap_or_default()) }
            <div class="record">
                { link(records, contact, act) }
                <p class="muted">{ records.column(contact, "telephone1").unwrap_or_default() }</p>
            </div>
        </li>
    }
}
