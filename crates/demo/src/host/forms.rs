//! The forms of a Case and of a Contact. Phone fields are links while click-to-act is on. A click on one goes to the
//! panel.

use yew::{Callback, Html, MouseEvent, html};

use super::activities::Activities;
use super::pieces::{card, field, link};
use super::timeline::timeline;
use crate::face::face;
use crate::icons::{self, icon};
use simulation::dynamics::{AgentAction, Dynamics, Records};
use store::ids::{Entity, Record};

/// The owner of all cases and contacts.
const OWNER: &str = "Alex Agent";

/// The form of a record.
pub fn form(
    dynamics: &Dynamics,
    activities: &Activities,
    record: Record,
    act: &Callback<AgentAction>,
) -> Html {
    let title = dynamics.records().title(record).unwrap_or_default();
    let (kind, picture, facts, others) = match record.entity {
        Entity::Case => (
            "Case",
            html! { <span class="emblem">{ icon(icons::CASE) }</span> },
            html! {
                <>{ customer(dynamics, record, act) }{ case_details(dynamics.records(), record) }</>
            },
            "Other cases of this customer",
        ),
        Entity::Contact => (
            "Contact",
            face(title),
            contact_details(dynamics, record, act),
            "Cases of this contact",
        ),
    };
    html! {
        <>
            <header class="form-header">
                { picture }
                <div class="heading">
                    <p class="muted">{ kind }</p>
                    <h1>{ title }</h1>
                </div>
                <dl class="header-fields">{ header_fields(dynamics.records(), record) }</dl>
            </header>
            <div class="columns">
                <div class="column">{ facts }</div>
                <div class="column">
                    { timeline(activities, record) }
                    { other_cases(dynamics.records(), record, others, act) }
                </div>
            </div>
        </>
    }
}

fn header_fields(records: &Records, record: Record) -> Html {
    let of_a_case = [("Priority", "Normal"), ("Status", "In progress")];
    let fields = match record.entity {
        Entity::Case => &of_a_case[..],
        Entity::Contact => &[("Status", "Active")],
    };
    let number = records.column(record, "ticketnumber");
    html! {
        <>
            if let Some(number) = number { { field("Case number", html! { number }) } }
            { for fields.iter().map(|(label, value)| field(label, html! { value })) }
        </>
    }
}

/// The customer of a case, and how to reach them.
fn customer(dynamics: &Dynamics, case: Record, act: &Callback<AgentAction>) -> Html {
    let records = dynamics.records();
    let Some(customer) = records.customer(case) else {
        return Html::default();
    };
    let content = html! {
        <>
            <div class="person">
                { face(records.title(customer).unwrap_or_default()) }
                <div class="record">
                    { link(records, customer, act) }
                    <p class="muted">{ "Contact" }</p>
                </div>
            </div>
            <dl>{ phones(dynamics, customer, act) }{ reached_by() }</dl>
        </>
    };
    card("Customer", None, content)
}

fn case_details(records: &Records, case: Record) -> Html {
    let column = |name| html! { records.column(case, name).unwrap_or("—") };
    let description = records.column(case, "description").unwrap_or_default();
    let content = html! {
        <dl>
            { field("Case title", column("title")) }
            { field("Case number", column("ticketnumber")) }
            if !description.is_empty() { { field("Description", html! { description }) } }
            { field("Case type", html! { "Problem" }) }
            { field("Owner", html! { OWNER }) }
        </dl>
    };
    card("Case details", None, content)
}

fn contact_details(dynamics: &Dynamics, contact: Record, act: &Callback<AgentAction>) -> Html {
    let name = dynamics.records().title(contact).unwrap_or("—");
    let content = html! {
        <dl>
            { field("Full name", html! { name }) }
            { phones(dynamics, contact, act) }
            { reached_by() }
            { field("Owner", html! { OWNER }) }
        </dl>
    };
    card("Contact information", None, content)
}

fn reached_by() -> Html {
    field("Preferred method of contact", html! { "Any" })
}

/// The cases of the same contact, without the one on the form.
fn other_cases(
    records: &Records,
    record: Record,
    heading: &str,
    act: &Callback<AgentAction>,
) -> Html {
    let contact = match record.entity {
        Entity::Case => records.customer(record),
        Entity::Contact => Some(record),
    };
    let cases = records.all(Entity::Case).map(|(case, _)| case);
    let cases: Vec<Record> = cases
        .filter(|case| *case != record && records.customer(*case) == contact)
        .collect();
    let rows = cases.iter().map(|case| {
        html! {
            <li key={case.id.to_string()}>
                <div class="record">
                    { link(records, *case, act) }
                    <p class="muted">{ records.column(*case, "ticketnumber").unwrap_or_default() }</p>
                </div>
            </li>
        }
    });
    let content = if cases.is_empty() {
        html! { <p class="muted">{ "None so far." }</p> }
    } else {
        html! { <ul class="records">{ for rows }</ul> }
    };
    card(heading, Some(cases.len()), content)
}

/// The phone fields of a contact.
fn phones(dynamics: &Dynamics, contact: Record, act: &Callback<AgentAction>) -> Html {
    let columns = [
        ("telephone1", "Business phone"),
        ("mobilephone", "Mobile phone"),
    ];
    let fields = columns.into_iter().map(|(column, label)| {
        let number = dynamics.records().column(contact, column);
        let value = match number {
            Some(number) if dynamics.click_to_act() => {
                let click = act.reform(move |event: MouseEvent| {
                    event.prevent_default();
                    AgentAction::ClickPhone {
                        record: contact,
                        column,
                    }
                });
                html! {
                    <a data-phone={column} href={format!("tel:{number}")} onclick={click}
                        title="Call with the panel">
                        { icon(icons::CALL) }<span>{ number }</span>
                    </a>
                }
            }
            number => html! { number.unwrap_or("—") },
        };
        field(label, value)
    });
    html! { <>{ for fields }</> }
}
