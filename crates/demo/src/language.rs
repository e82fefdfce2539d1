//! The language that `?language=<tag>` names.
//!
//! `en-XA` is a pseudo-language, made from English: all letters have accents, texts are 40 % longer and stand in
//! brackets. A text without brackets is hard-wired in the code. A text that is cut off would be cut off in German as
//! well.

use flex_cif_panel::components::language::Preset;
use flex_cif_panel::components::words::i18n::Disguise;
use store::language::Language;
use yew::html::ChildrenProps;
use yew::prelude::*;

use crate::page;

/// The tag of the pseudo-language.
const PSEUDO: &str = "en-XA";

/// English as the pseudo-language.
const DISGUISE: Disguise = Disguise {
    text: longer,
    brackets: ['⟦', '⟧'],
};

/// Lets the panel inside begin with the language that the page's address names, if it names one.
#[component]
pub fn Spoken(props: &ChildrenProps) -> Html {
    let inside = props.children.clone();
    let preset = page::parameter("language").and_then(|tag| preset(&tag));
    match preset {
        Some(context) => {
            html! { <ContextProvider<Preset> {context}>{ inside }</ContextProvider<Preset>> }
        }
        None => html! { <>{ inside }</> },
    }
}

fn preset(tag: &str) -> Option<Preset> {
    Some(Preset {
        language: Language::of_tag(tag)?,
        disguise: (tag == PSEUDO).then_some(DISGUISE),
    })
}

/// Accents the letters, and doubles each second or third of them, because words are longer in other languages.
fn longer(text: &str) -> String {
    let mut letters = 0;
    let mut longer = String::new();
    for letter in text.chars() {
        let accented = accent(letter);
        longer.push(accented);
        if letter.is_alphabetic() {
            letters += 1;
            if letters % 5 == 2 || letters % 5 == 4 {
                longer.push(accented);
            }
        }
    }
    longer
}

fn accent(letter: char) -> char {
    const PLAIN: &str = "AaCcDdEeGgHhIiKkLlNnOoRrSsTtUuWwYyZz";
    const ACCENTED: &str = "ÅåÇçĐđÉéĞğĤĥÎîĶķĻļÑñÖöŘřŠšŢţÛûŴŵÝýŽž";
    let mut pairs = PLAIN.chars().zip(ACCENTED.chars());
    pairs
        .find(|(plain, _)| *plain == letter)
        .map_or(letter, |(_, accented)| accented)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pseudo_language_has_accents_and_longer_words() {
        assert_eq!(longer("Accept, 12"), "Åçççéépţ, 12");
        assert_eq!(longer(""), "");
    }

    #[test]
    fn only_the_pseudo_language_is_in_disguise() {
        for (tag, language) in [
            ("de", Some((Language::German, false))),
            ("en", Some((Language::English, false))),
            (PSEUDO, Some((Language::English, true))),
            ("it", None),
        ] {
            let read = preset(tag).map(|it| (it.language, it.disguise.is_some()));
            assert_eq!(read, language, "{tag}");
        }
    }
}
