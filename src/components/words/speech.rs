//! A language, spoken: one function for each message of `languages/en.ftl`, which the build writes (`build/rust.rs`).
//!
//! Why not the crate `fluent-bundle`: it reads its files in the browser, takes what is missing or misnamed for a matter
//! of run time, and weighs more than all seven languages do here.

use std::rc::Rc;

use super::Words;
use crate::browser::intl::Intl;
use crate::store::Millis;
use crate::store::language::Language;

/// A language and how it writes numbers. Cloning it clones the handle.
#[derive(Clone)]
pub struct Speech(Rc<Spoken>);

struct Spoken {
    language: Language,
    intl: Intl,
    digits: [char; 10],
}

/// A text of one language.
type Pattern = &'static [Part];

/// A part of a text. Variables are named by their places.
enum Part {
    Text(&'static str),
    Variable(usize),
    /// The one that the variable's value names, else the last one.
    Select(usize, &'static [(&'static str, Pattern)]),
}

/// The value of a variable.
enum Value<'a> {
    Count(usize),
    Text(&'a str),
}

/// Texts from elsewhere may run in the other direction: they are isolated, so that they don't turn ours around.
const ISOLATE: char = '\u{2068}';
const END_OF_ISOLATE: char = '\u{2069}';

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

impl Speech {
    /// A language, ready to be spoken. This is dear: keep it.
    #[must_use]
    pub fn of(language: Language) -> Self {
        let intl = Intl::new(language.tag());
        let digits = intl.digits();
        Self(Rc::new(Spoken {
            language,
            intl,
            digits,
        }))
    }

    /// The language.
    #[must_use]
    pub fn language(&self) -> Language {
        self.0.language
    }

    /// A number by itself.
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

    fn tell(&self, index: usize, values: &[Value<'_>]) -> Words {
        Words {
            what: self.say(index, values),
            remedy: self.say(index + 1, values),
        }
    }

    fn say(&self, index: usize, values: &[Value<'_>]) -> String {
        let mut said = String::new();
        if let Some(pattern) = patterns(self.0.language).get(index) {
            self.put_together(pattern, values, &mut said);
        }
        said
    }

    fn put_together(&self, pattern: Pattern, values: &[Value<'_>], said: &mut String) {
        for part in pattern {
            match part {
                Part::Text(text) => said.push_str(text),
                Part::Variable(place) => match values.get(*place) {
                    Some(Value::Count(number)) => said.push_str(&self.number(*number)),
                    Some(Value::Text(text)) => {
                        said.push(ISOLATE);
                        said.push_str(text);
                        said.push(END_OF_ISOLATE);
                    }
                    None => {}
                },
                Part::Select(place, variants) => {
                    let key = match values.get(*place) {
                        Some(Value::Count(number)) => self.0.intl.plural(*number),
                        Some(Value::Text(text)) => text,
                        None => "",
                    };
                    let named = variants.iter().find(|(name, _)| *name == key);
                    if let Some((_, pattern)) = named.or(variants.last()) {
                        self.put_together(pattern, values, said);
                    }
                }
            }
        }
    }
}

impl Default for Speech {
    fn default() -> Self {
        Self::of(Language::default())
    }
}

/// Two that speak the same language say the same.
impl PartialEq for Speech {
    fn eq(&self, other: &Self) -> bool {
        self.0.language == other.0.language
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(language: Language, say: impl Fn(&Speech, usize) -> String) -> Vec<String> {
        let speech = Speech::of(language);
        let counts = [0, 1, 2, 3, 11, 100];
        counts.iter().map(|&count| say(&speech, count)).collect()
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
            assert_eq!(counted(language, Speech::tasks), said, "{language:?}");
        }
    }

    #[test]
    fn arabic_has_six_plurals() {
        let mut said = counted(Language::Arabic, |speech, count| {
            let said = speech.tasks(count);
            said.replace(&count.to_string(), "")
        });
        said.sort();
        said.dedup();
        assert_eq!(said.len(), 6, "{said:?}");
    }

    #[test]
    fn what_comes_from_elsewhere_is_isolated() {
        let speech = Speech::of(Language::Arabic);
        let said = speech.arrival("voice", "Ada", "");
        assert!(said.contains("\u{2068}Ada\u{2069}"), "{said}");
    }

    #[test]
    fn what_comes_from_elsewhere_is_no_message() {
        let name = "{ $count } <b>\u{202e}{\"x\"}";
        let said = Speech::default().arrival("chat", name, "");
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
            assert_eq!(Speech::default().duration(seconds), written);
        }
    }

    #[test]
    fn the_pseudo_language_says_everything_in_brackets() {
        let speech = Speech::of(Language::Pseudo);
        let Words { what, remedy } = speech.record_not_found("case");
        for said in [what, remedy, speech.tasks(1)] {
            assert!(said.starts_with('⟦') && said.ends_with('⟧'), "{said}");
        }
    }
}
