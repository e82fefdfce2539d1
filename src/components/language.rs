//! The agent's language: [`Speaking`] finds it and gives it to everything inside, [`use_speech`] takes it, and
//! [`LanguageChoice`] lets the agent choose another one.
//!
//! The agent's own choice counts first, then the language that the agent has in Dynamics, then the browser's.

use stylist::yew::use_style;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::icons::Icon;
use super::slice::use_slice;
use super::words::{Speech, Words};
use crate::browser::{crash, language};
use crate::store::language::Language;

/// What is spoken, and how to change it.
#[derive(Clone, PartialEq)]
struct Spoken {
    speech: Speech,
    chosen: Option<Language>,
    choose: Callback<Option<Language>>,
}

/// What stands inside.
#[derive(PartialEq, Properties)]
pub struct SpeakingProps {
    /// Everything that speaks.
    pub children: Html,
}

/// Gives the agent's language to everything inside, and to the page.
#[component]
pub fn Speaking(props: &SpeakingProps) -> Html {
    let chosen = use_state(language::chosen);
    let in_dynamics = use_slice(|state| state.language);
    let language = chosen
        .or(in_dynamics)
        .or_else(language::of_browser)
        .unwrap_or_default();
    let speech = use_memo(language, |language| Speech::of(*language));
    use_effect_with(language, {
        let speech = speech.clone();
        move |language| {
            language::declare(*language);
            // What is said when nothing can be said any more has to be written before.
            let Words { what, remedy } = speech.crashed();
            crash::prepare(&what, &remedy, &speech.reload());
        }
    });
    let elsewhere = chosen.setter();
    use_effect_with((), move |()| {
        let watching = language::watch(move |chosen| elsewhere.set(chosen));
        move || drop(watching)
    });
    let choose = use_callback((), {
        let setter = chosen.setter();
        move |choice, ()| {
            language::keep(choice);
            setter.set(choice);
        }
    });
    let spoken = Spoken {
        speech: (*speech).clone(),
        chosen: *chosen,
        choose,
    };
    html! { <ContextProvider<Spoken> context={spoken}>{ props.children.clone() }</ContextProvider<Spoken>> }
}

/// The agent's language. Outside of [`Speaking`]: English.
#[hook]
pub fn use_speech() -> Speech {
    use_context::<Spoken>().map_or_else(Speech::default, |spoken| spoken.speech)
}

/// The choice among the languages: a globe, with the browser's own list under it.
#[component]
pub fn LanguageChoice() -> Html {
    let spoken = use_context::<Spoken>();
    let style = use_style!(
        r#"
        position: relative;
        display: grid;
        flex: none;
        place-content: center;
        inline-size: 28px;
        block-size: 28px;
        border-radius: var(--radius-m);
        color: var(--foreground-2);
        font-size: 18px;

        &:hover {
            background: var(--background-1-hover);
            color: var(--brand-foreground);
        }
        &:has(:focus-visible) { outline: 2px solid var(--stroke-focus-outer); }
        /* Seen through, not hidden: it takes the clicks and the focus. */
        & select {
            position: absolute;
            inset: 0;
            inline-size: 100%;
            opacity: 0;
            font: var(--body-1);
            cursor: pointer;
        }
        "#
    );
    let Some(Spoken {
        speech,
        chosen,
        choose,
    }) = spoken
    else {
        return Html::default();
    };
    let onchange = Callback::from(move |event: Event| {
        if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
            choose.emit(Language::of_tag(&select.value()));
        }
    });
    let label = speech.language_choice();
    html! {
        <div class={style} title={label.clone()}>
            { Icon::Globe.html() }
            <select {onchange} aria-label={label} data-language={speech.language().tag()}>
                <option value="" selected={chosen.is_none()}>{ speech.language_automatic() }</option>
                { for Language::ALL.into_iter().map(|language| html! {
                    <option
                        value={language.tag()} lang={language.tag()} selected={chosen == Some(language)}
                        dir={language.direction()}
                    >
                        { language.name() }
                    </option>
                }) }
            </select>
        </div>
    }
}
