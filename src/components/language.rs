//! The agent's language. [`I18nProvider`] finds it and provides it to everything inside, [`use_i18n`] reads it, and
//! [`LanguageChoice`] lets the agent choose another one.
//!
//! The first of these that is known counts: the language that the agent has chosen here, the agent's language in
//! Dynamics, the browser's language. A page that shows the panel can begin with another one, a [`Preset`].

use stylist::yew::use_style;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::icons::Icon;
use super::slice::use_slice;
use super::words::i18n::Disguise;
use super::words::{Advice, I18n};
use crate::browser::{crash, language, words};
use store::language::Language;

/// The language with which a page begins, in the place of the agent's choice. It is a context around the
/// [`I18nProvider`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Preset {
    /// The language, until the agent chooses another one.
    pub language: Language,
    /// How its messages look different.
    pub disguise: Option<Disguise>,
}

/// The messages, the agent's own choice of a language, and how to change that choice.
#[derive(Clone, PartialEq)]
struct LanguageContext {
    i18n: I18n,
    chosen: Option<Language>,
    choose: Callback<Option<Language>>,
}

/// What the provider contains.
#[derive(PartialEq, Properties)]
pub struct I18nProviderProps {
    /// Everything that shows messages.
    pub children: Html,
}

/// Provides the messages in the agent's language to everything inside, and tells the page its language.
#[component]
pub fn I18nProvider(props: &I18nProviderProps) -> Html {
    let preset = use_context::<Preset>();
    let chosen = use_state(|| preset.map(|it| it.language).or_else(language::chosen));
    let in_dynamics = use_slice(|state| state.language);
    let language = chosen
        .or(in_dynamics)
        .or_else(language::of_browser)
        .unwrap_or_default();
    let preset = preset.filter(|it| *chosen == Some(it.language));
    let disguise = preset.and_then(|it| it.disguise);
    let i18n = use_messages(language, disguise);
    use_effect_with(i18n.clone(), |i18n| {
        if let Some(i18n) = i18n {
            language::declare(i18n.language());
            // After a crash no code runs, so the message for a crash is written into the page beforehand.
            let Advice { what, remedy } = i18n.crashed();
            crash::prepare(&what, &remedy, &i18n.reload());
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
    // At the start the page stays empty for the moment that the words take.
    let Some(i18n) = i18n else {
        return Html::default();
    };
    let context = LanguageContext {
        i18n,
        chosen: *chosen,
        choose,
    };
    html! { <ContextProvider<LanguageContext> {context}>{ props.children.clone() }</ContextProvider<LanguageContext>> }
}

/// The messages in a language, loaded if they are not here. Until they are, the messages from before stay; at the start
/// there are none. If they can't be loaded: English.
#[hook]
fn use_messages(language: Language, disguise: Option<Disguise>) -> Option<I18n> {
    let tried = use_state(|| None::<Language>);
    let asked_for = (language, disguise, *tried);
    let found = use_memo(asked_for, |(language, disguise, tried)| {
        let found = I18n::disguised(*language, *disguise);
        found.or_else(|| (*tried == Some(*language)).then(I18n::default))
    });
    use_effect_with(language, move |language| {
        let language = *language;
        if I18n::disguised(language, None).is_none() {
            spawn_local(async move {
                words::load(language).await;
                tried.set(Some(language));
            });
        }
    });
    let before = use_mut_ref(|| None::<I18n>);
    if found.is_some() {
        before.replace((*found).clone());
    }
    before.borrow().clone()
}

/// The messages in the agent's language. Outside an [`I18nProvider`]: in English.
#[hook]
pub fn use_i18n() -> I18n {
    use_context::<LanguageContext>().map_or_else(I18n::default, |context| context.i18n)
}

/// The choice of a language: a globe button that opens the browser's own list.
#[component]
pub fn LanguageChoice() -> Html {
    let context = use_context::<LanguageContext>();
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
        /* Transparent and not hidden, because it takes the clicks and the focus. */
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
    let Some(LanguageContext {
        i18n,
        chosen,
        choose,
    }) = context
    else {
        return Html::default();
    };
    let onchange = Callback::from(move |event: Event| {
        if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
            choose.emit(Language::of_tag(&select.value()));
        }
    });
    let label = i18n.language_choice();
    html! {
        <div class={style} title={label.clone()}>
            { Icon::Globe.html() }
            <select {onchange} aria-label={label} data-language={i18n.language().tag()}>
                <option value="" selected={chosen.is_none()}>{ i18n.language_automatic() }</option>
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
