//! The parts of pages and forms: links to records, cards, fields, badges, and messages for empty places.

use yew::{Callback, Html, html};

use super::customers::Stage;
use crate::icons::icon;
use simulation::dynamics::{AgentAction, Records};
use store::ids::Record;

/// A link that opens a record in a tab.
pub fn link(records: &Records, record: Record, act: &Callback<AgentAction>) -> Html {
    html! {
        <button class="link" data-open={record.id.to_string()}
            onclick={act.reform(move |_| AgentAction::OpenRecord(record))}>
            { records.title(record).unwrap_or_default() }
        </button>
    }
}

/// A card with a heading, and the number of its entries if it lists something.
pub fn card(heading: &str, count: Option<usize>, content: Html) -> Html {
    html! {
        <section class="card">
            <h2>
                { heading.to_owned() }
                if let Some(count) = count { <span class="count">{ count }</span> }
            </h2>
            { content }
        </section>
    }
}

/// A field of a form or of its header.
pub fn field(label: &str, value: Html) -> Html {
    html! { <div class="field"><dt>{ label.to_owned() }</dt><dd>{ value }</dd></div> }
}

/// The message of an empty place, and how something gets there.
pub fn nothing(strokes: &'static str, what: &str, how: &str) -> Html {
    html! {
        <div class="nothing">
            <span class="emblem">{ icon(strokes) }</span>
            <p><strong>{ what.to_owned() }</strong></p>
            <p class="muted">{ how.to_owned() }</p>
        </div>
    }
}

/// The stage of a conversation, in the agent's words.
pub fn badge(stage: Option<Stage>) -> Html {
    let (name, words) = match stage {
        Some(Stage::Routing | Stage::Waiting) => ("waiting", "Waiting"),
        Some(Stage::Talking) => ("talking", "In conversation"),
        Some(Stage::OnHold) => ("on-hold", "On hold"),
        Some(Stage::Over) => ("over", "Wrap-up"),
        None => ("closed", "Closed"),
    };
    html! { <span class="badge" data-stage={name}>{ words }</span> }
}
