//! The messages in one language: [`I18n`] has one function for each message of `languages/en.ftl`. The build writes
//! these functions (`crates/languages`). [`texts`] has what they say.
//!
//! Why not the crate `fluent-bundle`: it reads the Fluent files in the browser, finds a missing or misnamed message only
//! at run time, and is larger than all of this.

use std::rc::Rc;

use super::texts::{self, Part, Texts};
use crate::browser::intl::Intl;
use store::Millis;
use store::language::Language;

/// The messages in one language, and how that language writes numbers. A clone shares them.
#[derive(Clone)]
pub struct I18n(Rc<Shared>);

struct Shared {
    language: Language,
    texts: Option<Texts>,
    disguise: Option<Disguise>,
    intl: Intl,
    digits: [char; 10],
}

/// What happened, and what a person can do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// What happened.
    pub what: String,
    /// What the agent, or an administrator, can do.
    pub remedy: String,
}

/// Makes messages look different, so that a text that is no message stands out. The values of variables stay as they
/// are.
#[derive(Clone, Copy, Debug)]
pub struct Disguise {
    /// Changes the fixed texts of a message.
    pub text: fn(&str) -> String,
    /// Stand around each message, and tell one disguise from another.
    pub brackets: [char; 2],
}

impl PartialEq for Disguise {
    fn eq(&self, other: &Self) -> bool {
        self.brackets == other.brackets
    }
}

/// The value of a variable.
enum Value<'a> {
    Count(usize),
    Text(&'a str),
}

/// A text from elsewhere may run in the other direction. These two characters isolate it, so that it does not reverse
/// the message around it.
const ISOLATE: char = '\u{2068}';
const END_OF_ISOLATE: char = '\u{2069}';

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

impl I18n {
    /// The messages of a language, in English if its texts are not here. This asks the browser for a lot: keep the
    /// result.
    #[must_use]
    pub fn of(language: Language) -> Self {
        Self::disguised(language, None).unwrap_or_default()
    }

    /// The messages of a language, in disguise if there is one. `None` if its texts are not here, or are those of another
    /// build.
    #[must_use]
    pub fn disguised(language: Language, disguise: Option<Disguise>) -> Option<Self> {
        let texts = texts::of(language).filter(|texts| texts.count() == TEXTS)?;
        Some(Self::with(language, disguise, Some(texts)))
    }

    fn with(language: Language, disguise: Option<Disguise>, texts: Option<Texts>) -> Self {
        let intl = Intl::new(language.tag());
        let digits = intl.digits();
        Self(Rc::new(Shared {
            language,
            texts,
            disguise,
            intl,
            digits,
        }))
    }

    /// The language of these messages.
    #[must_use]
    pub fn language(&self) -> Language {
        self.0.language
    }

    /// A number, written as the language writes it.
    #[must_use]
    pub fn number(&self, number: usize) -> String {
        self.0.intl.number(number)
    }

    /// How long something has lasted, in whole seconds, as clocks write it: `4:05`, `1:04:05`.
    #[must_use]
    pub fn duration(&self, seconds: u64) -> String {
        let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        let written = match hours {
            0 => format!("{minutes}:{seconds:02}"),
            _ => format!("{hours}:{minutes:02}:{seconds:02}"),
        };
        let digit = |letter: char| {
            let value = letter
                .to_digit(10)
                .and_then(|digit| usize::try_from(digit).ok());
            let digit = value.and_then(|value| self.0.digits.get(value));
            digit.copied().unwrap_or(letter)
        };
        written.chars().map(digit).collect()
    }

    /// A time of day.
    #[must_use]
    pub fn time_of_day(&self, moment: Millis) -> String {
        self.0.intl.time_of_day(moment)
    }

    /// The name of a country (ISO 3166 alpha-2).
    #[must_use]
    pub fn country(&self, code: &str) -> String {
        self.0.intl.country(code)
    }

    fn advice(&self, index: usize, values: &[Value<'_>]) -> Advice {
        Advice {
            what: self.text(index, values),
            remedy: self.text(index + 1, values),
        }
    }

    fn text(&self, index: usize, values: &[Value<'_>]) -> String {
        let mut text = String::new();
        if let Some(texts) = &self.0.texts {
            self.append(texts.get(index), values, &mut text);
        }
        match self.0.disguise {
            Some(Disguise {
                brackets: [start, end],
                ..
            }) => format!("{start}{text}{end}"),
            None => text,
        }
    }

    fn append(&self, pattern: &str, values: &[Value<'_>], text: &mut String) {
        for part in texts::parts(pattern) {
            match part {
                Part::Text(fixed) => match self.0.disguise {
                    Some(disguise) => text.push_str(&(disguise.text)(fixed)),
                    None => text.push_str(fixed),
                },
                Part::Variable(place) => match values.get(place) {
                    Some(Value::Count(number)) => text.push_str(&self.number(*number)),
                    Some(Value::Text(value)) => {
                        text.push(ISOLATE);
                        text.push_str(value);
                        text.push(END_OF_ISOLATE);
                    }
                    None => {}
                },
                Part::Select(place, variants) => {
                    let key = match values.get(place) {
                        Some(Value::Count(number)) => self.0.intl.plural(*number),
                        Some(Value::Text(value)) => value,
                        None => "",
                    };
                    let named = variants.iter().find(|(name, _)| *name == key);
                    if let Some((_, pattern)) = named.or(variants.last()) {
                        self.append(pattern, values, text);
                    }
                }
            }
        }
    }
}

/// In English, which is always here.
impl Default for I18n {
    fn default() -> Self {
        let language = Language::English;
        Self::with(language, None, texts::of(language))
    }
}

/// Two of the same language in the same disguise have the same messages.
impl PartialEq for I18n {
    fn eq(&self, other: &Self) -> bool {
        self.0.language == other.0.language && self.0.disguise == other.0.disguise
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn counted(language: Language, say: impl Fn(&I18n, usize) -> String) -> Vec<String> {
        let i18n = I18n::of(language);
        let counts = [0, 1, 2, 3, 11, 100];
        counts.iter().map(|&count| say(&i18n, count)).collect()
    }

    #[test]
    fn each_language_has_its_own_plurals() {
        for (language, said) in [
            (
                Language::English,
                [
                    "0 tasks",
                    "1 task",
                    "2 tasks",
                    "3 tasks",
                    "11 tasks",
                    "100 tasks",
                ],
            ),
            (
                Language::French,
                [
                    "0 tâche",
                    "1 tâche",
                    "2 tâches",
                    "3 tâches",
                    "11 tâches",
                    "100 tâches",
                ],
            ),
            (
                Language::Portuguese,
                [
                    "0 tarefa",
                    "1 tarefa",
                    "2 tarefas",
                    "3 tarefas",
                    "11 tarefas",
                    "100 tarefas",
                ],
            ),
            (
                Language::Japanese,
                [
                    "0 件のタスク",
                    "1 件のタスク",
                    "2 件のタスク",
                    "3 件のタスク",
                    "11 件のタスク",
                    "100 件のタスク",
                ],
            ),
        ] {
            assert_eq!(counted(language, I18n::tasks), said, "{language:?}");
        }
    }

    #[test]
    fn arabic_has_six_plurals() {
        let mut said = counted(Language::Arabic, |i18n, count| {
            let said = i18n.tasks(count);
            said.replace(&count.to_string(), "")
        });
        said.sort();
        said.dedup();
        assert_eq!(said.len(), 6, "{said:?}");
    }

    #[test]
    fn a_text_from_elsewhere_is_isolated() {
        let i18n = I18n::of(Language::Arabic);
        let said = i18n.arrival("voice", "Ada", "");
        assert!(said.contains("\u{2068}Ada\u{2069}"), "{said}");
    }

    #[test]
    fn a_text_from_elsewhere_is_not_read_as_fluent() {
        let name = "{ $count } <b>\u{202e}{\"x\"}";
        let said = I18n::default().arrival("chat", name, "");
        assert_eq!(
            said,
            format!("New: chat from \u{2068}{name}\u{2069}, waiting.")
        );
    }

    #[test]
    fn durations_are_written_as_clocks_write_them() {
        for (seconds, written) in [
            (0, "0:00"),
            (9, "0:09"),
            (65, "1:05"),
            (3599, "59:59"),
            (3600, "1:00:00"),
            (36_061, "10:01:01"),
            (90_061, "25:01:01"),
        ] {
            assert_eq!(I18n::default().duration(seconds), written);
        }
    }

    #[test]
    fn a_disguise_changes_every_message_and_leaves_the_values() {
        let disguise = Disguise {
            text: str::to_uppercase,
            brackets: ['<', '>'],
        };
        let i18n = I18n::disguised(Language::English, Some(disguise)).unwrap();
        let said = i18n.arrival("chat", "Ada", "");
        assert_eq!(said, "<NEW: CHAT FROM \u{2068}Ada\u{2069}, WAITING.>");
        let Advice { what, remedy } = i18n.record_not_found("case");
        for said in [what, remedy, i18n.tasks(1)] {
            assert!(said.starts_with('<') && said.ends_with('>'), "{said}");
        }
        assert!(i18n != I18n::default());
    }
}
