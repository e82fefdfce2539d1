//! The forms of a Case and of a Contact. Phone fields are links while click-to-act is on; a click on one is told
//! to the panel.

use yew::{Callback, Html, MouseEvent, html};

use super::dashboard::link;
use crate::demo::icons::{self, icon};
use crate::simulation::dynamics::{AgentAct, Dynamics, Records};
use crate::store::ids::{Entity, Record};

/// The form of a record.
pub fn form(dynamics: &Dynamics, record: Record, act: &Callback<AgentAct>) -> Html {
    let records = dynamics.records();
    let (kind, strokes, cards) = match record.entity {
        Entity::Case => ("Case", icons::CASE, case(dynamics, record, act)),
        Entity::Contact => ("Contact", icons::PERSON, contact(dynamics, record, act)),
    };
    html! {
        <section class="work form" role="tabpanel" key={record.id.to_string()}
            data-record={record.id.to_string()} data-entity={record.entity.logical_name()}>
            <header class="form-header">
                <span class="form-icon">{ icon(strokes) }</span>
                <div>
                    <h1>{ records.title(record).unwrap_or_default() }</h1>
                    <p class="muted">{ kind }{ " · Omnichannel main form" }</p>
                </div>
                <dl class="header-fields">{ header_fields(records, record) }</dl>
            </header>
            <nav class="form-tabs">
                <span class="current">{ "Summary" }</span>
                <span>{ "Details" }</span>
                <span>{ "Related" }</span>
            </nav>
            <div class="cards">{ cards }</div>
        </section>
    }
}

fn header_fields(records: &Records, record: Record) -> Html {
    let fields: &[(&str, &str)] = match record.entity {
        Entity::Case => &[("Priority", "Normal"), ("Status", "In progress")],
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

fn case(dynamics: &Dynamics, case: Record, act: &Callback<AgentAct>) -> Html {
    let records = dynamics.records();
    let column = |name| html! { records.column(case, name).unwrap_or("—") };
    let customer = records.customer(case);
    html! {
        <>
            <article class="card">
                <h2>{ "Case details" }</h2>
                <dl>
                    { field("Case title", column("title")) }
                    { field("ID", column("ticketnumber")) }
                    if let Some(customer) = customer {
                        { field("Customer", link(records, customer, act)) }
                    }
                    { field("Owner", html! { "Alex Agent" }) }
                </dl>
            </article>
            <article class="card timeline">
                <h2>{ "Timeline" }</h2>
                <ul>
                    { entry("Case created", "by the Studio flow, before routing") }
                    { entry("Customer identified", "contact found by phone number") }
                </ul>
            </article>
            if let Some(customer) = customer {
                <article class="card">
                    <h2>{ "Customer" }</h2>
                    <dl>
                        { field("Full name", link(records, customer, act)) }
                        { phones(dynamics, customer, act) }
                        { field("Preferred method of contact", html! { "Any" }) }
                    </dl>
                </article>
            }
        </>
    }
}

fn contact(dynamics: &Dynamics, contact: Record, act: &Callback<AgentAct>) -> Html {
    let records = dynamics.records();
    let cases = records.all(Entity::Case).map(|(case, _)| case);
    let own: Vec<Record> = cases
        .filter(|case| records.customer(*case) == Some(contact))
        .collect();
    let links = own
        .iter()
        .map(|case| html! { <li key={case.id.to_string()}>{ link(records, *case, act) }</li> });
    html! {
        <>
            <article class="card">
                <h2>{ "Contact information" }</h2>
                <dl>
                    { field("Full name", html! { records.title(contact).unwrap_or("—") }) }
                    { phones(dynamics, contact, act) }
                    { field("Preferred method of contact", html! { "Any" }) }
                    { field("Owner", html! { "Alex Agent" }) }
                </dl>
            </article>
            <article class="card timeline">
                <h2>{ "Cases" }<span class="count">{ own.len() }</span></h2>
                if own.is_empty() { <p class="muted">{ "No case yet." }</p> }
                <ul>{ for links }</ul>
            </article>
        </>
    }
}

fn entry(what: &str, how: &str) -> Html {
    html! { <li><strong>{ what.to_owned() }</strong><span class="muted">{ how.to_owned() }</span></li> }
}

fn field(label: &str, value: Html) -> Html {
    html! { <div class="field"><dt>{ label.to_owned() }</dt><dd>{ value }</dd></div> }
}

/// The phone fields of a contact.
fn phones(dynamics: &Dynamics, contact: Record, act: &Callback<AgentAct>) -> Html {
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
                    AgentAct::ClickPhone {
                        record: contact,
                        column,
                    }
                });
                html! {
                    <a data-phone={column} href={format!("tel:{number}")} onclick={click}>
                        { icon(icons::CALL) }{ number }
                    </a>
                }
            }
            number => html! { number.unwrap_or("—") },
        };
        field(label, value)
    });
    html! { <>{ for fields }</> }
}
