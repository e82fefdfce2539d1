//! The search in the top bar: cases by title and number, contacts by name and phone number.

use web_sys::HtmlInputElement;
use yew::{Callback, Html, InputEvent, SubmitEvent, TargetCast, html};

use super::pieces::link;
use crate::icons::{self, icon};
use simulation::dynamics::{AgentAction, Records};
use store::ids::{Entity, Record};

/// How many results are listed.
const HITS: usize = 8;

/// The search with its results. Enter opens the first one.
pub fn search(
    query: &str,
    records: &Records,
    act: &Callback<AgentAction>,
    ask: &Callback<String>,
) -> Html {
    let hits = hits(records, query);
    let typed = ask.reform(|event: InputEvent| {
        let field = event.target_dyn_into::<HtmlInputElement>();
        field.map(|it| it.value()).unwrap_or_default()
    });
    let open = {
        let (act, ask) = (act.clone(), ask.clone());
        Callback::from(move |chosen: AgentAction| {
            ask.emit(String::new());
            act.emit(chosen);
        })
    };
    let first = hits.first().copied();
    let submit = {
        let open = open.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(first) = first {
                open.emit(AgentAction::OpenRecord(first));
            }
        })
    };
    html! {
        <form class="search" role="search" onsubmit={submit}>
            <label class="search-box">
                { icon(icons::SEARCH) }
                <input type="search" placeholder="Search cases and contacts"
                    aria-label="Search cases and contacts" autocomplete="off"
                    value={query.to_owned()} oninput={typed} />
            </label>
            if !query.trim().is_empty() {
                <ul class="hits" aria-label="Found">
                    if hits.is_empty() { <li class="muted">{ "Nothing found" }</li> }
                    { for hits.into_iter().map(|record| hit(records, record, &open)) }
                </ul>
            }
        </form>
    }
}

fn hit(records: &Records, record: Record, open: &Callback<AgentAction>) -> Html {
    let (strokes, aside) = match record.entity {
        Entity::Case => (icons::CASE, "ticketnumber"),
        Entity::Contact => (icons::PERSON, "telephone1"),
    };
    html! {
        <li key={record.id.to_string()}>
            { icon(strokes) }
            { link(records, record, open) }
            <span class="muted">{ records.column(record, aside).unwrap_or_default() }</span>
        </li>
    }
}

/// The records that contain these words, cases first.
fn hits(records: &Records, query: &str) -> Vec<Record> {
    let query = query.trim().to_lowercase();
    if query.is_empty() {
        return Vec::new();
    }
    let columns = [
        "title",
        "ticketnumber",
        "fullname",
        "telephone1",
        "mobilephone",
    ];
    let all = [Entity::Case, Entity::Contact].into_iter();
    let found = all
        .flat_map(|entity| records.all(entity))
        .filter(|(record, _)| {
            let texts = columns.iter().filter_map(|it| records.column(*record, it));
            texts
                .into_iter()
                .any(|text| text.to_lowercase().contains(&query))
        });
    found.map(|(record, _)| record).take(HITS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use simulation::people::{self, PEOPLE};

    #[test]
    fn a_contact_is_found_by_name_and_by_number() {
        let records = people::records();
        let [ada, ..] = &PEOPLE;
        for query in ["whitfield", " ADA ", "555-0132", "+14155550178"] {
            assert_eq!(hits(&records, query), [ada.record().unwrap()], "{query}");
        }
    }

    #[test]
    fn a_search_without_words_finds_nothing_and_common_words_do_not_find_everything() {
        let records = people::records();
        assert_eq!(hits(&records, "  "), []);
        assert_eq!(hits(&records, "nobody at all"), []);
        assert_eq!(hits(&records, "a").len(), HITS);
    }
}
