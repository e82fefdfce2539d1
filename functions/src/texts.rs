//! The words of people: the title and the description of a Case, cut to what their columns can hold. No Case is lost
//! because somebody talked for long.

use crate::dataverse::Dataverse;
use crate::metadata::{DESCRIPTION, TITLE, length};

/// The end of a text that was cut.
const ELLIPSIS: char = '…';

/// The title and the description as they came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Texts {
    /// The title. It is not empty.
    pub title: String,
    /// The description. If there is one, it is not empty.
    pub description: Option<String>,
}

/// The title and the description as they are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fitted {
    /// Both texts.
    pub texts: Texts,
    /// The columns whose texts were cut.
    pub truncated: Vec<&'static str>,
}

impl Texts {
    /// The texts cut to what their columns can hold. If the title is cut, the whole title stands above the description.
    /// The organization is asked for the lengths if a text is longer than usual, or if `exactly` is set.
    pub async fn fitted(&self, dataverse: &Dataverse<'_>, exactly: bool) -> Fitted {
        let mut truncated = Vec::new();
        let asks = exactly || units(&self.title) > TITLE.usual;
        let title = cut(&self.title, length(dataverse, &TITLE, asks).await);
        let mut description = self.description.clone();
        if title.is_some() {
            truncated.push(TITLE.column);
            let rest = description.map(|description| format!("\n\n{description}"));
            description = Some(self.title.clone() + &rest.unwrap_or_default());
        }
        if let Some(whole) = &description {
            let asks = exactly || units(whole) > DESCRIPTION.usual;
            let cut = cut(whole, length(dataverse, &DESCRIPTION, asks).await);
            if cut.is_some() {
                truncated.push(DESCRIPTION.column);
                description = cut;
            }
        }
        Fitted {
            texts: Self {
                title: title.unwrap_or_else(|| self.title.clone()),
                description,
            },
            truncated,
        }
    }
}

/// The length of a text as Dataverse counts it: in UTF-16.
fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// The beginning of a text that is longer than `max`, up to the end of a word, with an ellipsis. A word that takes more
/// than half of the room is cut itself, because not all languages put spaces between words.
fn cut(text: &str, max: usize) -> Option<String> {
    if units(text) <= max {
        return None;
    }
    let room = max.saturating_sub(ELLIPSIS.len_utf16());
    let (mut used, mut end, mut word_end, mut last) = (0, 0, 0, ' ');
    for (at, char) in text.char_indices() {
        if char.is_whitespace() && !last.is_whitespace() {
            word_end = at;
        }
        used += char.len_utf16();
        if used > room {
            break;
        }
        (end, last) = (at + char.len_utf8(), char);
    }
    let at_word = text
        .get(..word_end)
        .filter(|start| units(start) * 2 >= room);
    let start = at_word.or_else(|| text.get(..end)).unwrap_or_default();
    Some(start.trim_end().chars().chain([ELLIPSIS]).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_text_is_cut_at_a_word() {
        for (text, max, expected) in [
            ("one two", 7, None),
            ("one two three", 10, Some("one two…")),
            ("one two three", 8, Some("one two…")),
            ("one two three", 7, Some("one…")),
            ("one two  three", 10, Some("one two…")),
            ("incomprehensible", 5, Some("inco…")),
            ("a incomprehensible", 9, Some("a incomp…")),
            ("エスプレッソマシンが漏れる", 6, Some("エスプレッ…")),
            // Each of these takes two units of UTF-16.
            ("😀😀😀😀", 6, Some("😀😀…")),
            ("one two", 1, Some("…")),
        ] {
            assert_eq!(cut(text, max).as_deref(), expected, "{text} in {max}");
        }
    }

    proptest! {
        #[test]
        fn a_cut_text_fits_and_begins_like_the_whole_text(text in "[a-z 😀ä]{0,60}", max in 1_usize..70) {
            match cut(&text, max) {
                None => prop_assert!(units(&text) <= max),
                Some(cut) => {
                    prop_assert!(units(&cut) <= max);
                    let start = cut.strip_suffix(ELLIPSIS).unwrap();
                    prop_assert!(text.starts_with(start));
                }
            }
        }
    }
}
