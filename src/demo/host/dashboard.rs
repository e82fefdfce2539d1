//! The first tab of a session: the agent's cases and contacts.

use yew::{Callback, Html, html};

use crate::simulation::dynamics::{AgentAct, Records};
use crate::store::ids::{Entity, Record};

/// The agent's dashboard.
pub fn dashboard(records: &Records, act: &Callback<AgentAct>) -> Html {
    let mut cases: Vec<Record> = records.all(Entity::Case).map(|(case, _)| case).collect();
    cases.reverse();
    let contacts = records.all(Entity::Contact).map(|(contact, _)| contact);
    let no_case = "No case yet. When a known customer gets in touch, the flow makes one.";
    html! {
        <section class="work dashboard" role="tabpanel">
            <h1>{ "Agent dashboard" }</h1>
            <div class="cards">
                <article class="card">
                    <h2>{ "My active cases" }<span class="count">{ cases.len() }</span></h2>
                    if cases.is_empty() {
                        <p class="muted">{ no_case }</p>
                    }
                    <ul>{ for cases.into_iter().map(|case| row(records, case, "ticketnumber", act)) }</ul>
                </article>
                <article class="card">
                    <h2>{ "Contacts" }</h2>
                    <ul>{ for contacts.map(|contact| row(records, contact, "telephone1", act)) }</ul>
                </article>
            </div>
        </section>
    }
}

fn row(records: &Records, record: Record, aside: &str, act: &Callback<AgentAct>) -> Html {
    html! {
        <li key={record.id.to_string()}>
            { link(records, record, act) }
            <span class="muted">{ records.column(record, aside).unwrap_or_default() }</span>
        </li>
    }
}

/// A link that opens a record in a tab.
pub fn link(records: &Records, record: Record, act: &Callback<AgentAct>) -> Html {
    html! {
        <button class="link" data-open={record.id.to_string()}
            onclick={act.reform(move |_| AgentAct::OpenRecord(record))}>
            { records.title(record).unwrap_or_default() }
        </button>
    }
}
