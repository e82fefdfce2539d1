//! The keyboard shortcuts: which keys there are, and the command of each. [`mod@resolve`] says what a command does to
//! which task, [`listen`] hears the keys, [`help`] shows them.
//!
//! A shortcut is Alt and Shift with a letter, a digit or Enter. None of these keys writes a character, and none is
//! taken by Dynamics, Flex, the browser or a screen reader. `docs/keyboard.md` has the comparison, and a test reads it.
//!
//! A letter is known by its place on the keyboard, so it works with an Arabic or a Japanese layout. The chosen letters
//! stand in the same place on English, French and German keyboards.

pub mod help;
pub mod listen;
pub mod resolve;

/// What a shortcut asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Accepts a task.
    Accept,
    /// Declines a task.
    Decline,
    /// Selects the next task.
    Next,
    /// Selects the previous task.
    Previous,
    /// Selects one of the first nine tasks, counted from 0.
    Nth(usize),
    /// Shows the shortcuts.
    Help,
}

/// A key press, as `KeyboardEvent` describes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Press {
    /// The place of the key: `KeyJ`, `Digit1`, `Enter`.
    pub code: String,
    /// What the key writes.
    pub key: String,
    /// Alt is held (on a Mac: Option).
    pub alt: bool,
    /// Shift is held.
    pub shift: bool,
    /// Ctrl is held, or the key of the operating system (Windows, Command).
    pub other: bool,
}

/// The keys that give a command when Alt and Shift are held.
const KEYS: [(&str, Command); 14] = [
    ("Enter", Command::Accept),
    ("NumpadEnter", Command::Accept),
    ("KeyX", Command::Decline),
    ("KeyJ", Command::Next),
    ("KeyK", Command::Previous),
    ("Digit1", Command::Nth(0)),
    ("Digit2", Command::Nth(1)),
    ("Digit3", Command::Nth(2)),
    ("Digit4", Command::Nth(3)),
    ("Digit5", Command::Nth(4)),
    ("Digit6", Command::Nth(5)),
    ("Digit7", Command::Nth(6)),
    ("Digit8", Command::Nth(7)),
    ("Digit9", Command::Nth(8)),
];

/// The question mark, and how Arabic and Japanese write it.
const HELP: [&str; 3] = ["?", "؟", "？"];

/// The command of a key press.
#[must_use]
pub fn command(press: &Press) -> Option<Command> {
    if press.other {
        None
    } else if press.alt && press.shift {
        let mut keys = KEYS.into_iter();
        let (_, command) = keys.find(|(code, _)| *code == press.code)?;
        Some(command)
    } else if !press.alt && HELP.contains(&press.key.as_str()) {
        Some(Command::Help)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    const DOCUMENT: &str = include_str!("../../../docs/keyboard.md");

    fn press(code: &str) -> Press {
        Press {
            code: code.into(),
            alt: true,
            shift: true,
            ..Press::default()
        }
    }

    /// The key as people write it.
    fn written(code: &str) -> String {
        let key = ["Key", "Digit", "Numpad"]
            .into_iter()
            .find_map(|kind| code.strip_prefix(kind));
        format!("Alt+Shift+{}", key.unwrap_or(code))
    }

    /// All keys that a section of the document names, such as ``Ctrl+Shift+A``.
    fn named_under(heading: &str) -> BTreeSet<String> {
        let section = DOCUMENT.split("\n## ").find(|one| one.starts_with(heading));
        let section = section.unwrap_or_else(|| panic!("no section {heading}"));
        let rows = section.lines().filter(|line| line.starts_with('|'));
        let keys = rows.flat_map(|row| row.split('`').skip(1).step_by(2));
        keys.map(str::to_owned).collect()
    }

    #[test]
    fn every_key_gives_its_command_and_no_key_is_listed_twice() {
        let mut codes = BTreeSet::new();
        for (code, expected) in KEYS {
            assert_eq!(command(&press(code)), Some(expected));
            assert!(codes.insert(code), "{code} twice");
        }
    }

    #[test]
    fn a_key_with_more_or_fewer_modifiers_gives_no_command() {
        for (code, _) in KEYS {
            for other in [
                Press {
                    alt: false,
                    ..press(code)
                },
                Press {
                    shift: false,
                    ..press(code)
                },
                Press {
                    other: true,
                    ..press(code)
                },
            ] {
                assert_eq!(command(&other), None, "{other:?}");
            }
        }
    }

    #[test]
    fn the_question_mark_shows_the_shortcuts_in_every_script() {
        for key in HELP {
            let pressed = Press {
                key: key.into(),
                shift: true,
                ..Press::default()
            };
            assert_eq!(command(&pressed), Some(Command::Help));
            let ctrl = Press {
                other: true,
                ..pressed.clone()
            };
            assert_eq!(command(&ctrl), None);
            let alt = Press {
                alt: true,
                ..pressed
            };
            assert_eq!(command(&alt), None);
        }
        let typed = Press {
            key: "j".into(),
            ..Press::default()
        };
        assert_eq!(command(&typed), None);
    }

    #[test]
    fn the_document_lists_every_shortcut_and_no_other_program_has_taken_one() {
        let ours: BTreeSet<String> = KEYS.iter().map(|(code, _)| written(code)).collect();
        let documented = named_under("The shortcuts");
        assert!(documented.contains("?"));
        let missing: Vec<_> = ours.difference(&documented).collect();
        assert!(missing.is_empty(), "not documented: {missing:?}");
        let taken = named_under("What others have taken");
        assert!(taken.len() > 40, "{taken:?}");
        let clashes: Vec<_> = documented.intersection(&taken).collect();
        assert!(clashes.is_empty(), "{clashes:?}");
    }

    #[test]
    fn letters_stand_in_the_same_place_on_english_french_and_german_keyboards() {
        let letters = KEYS.iter().filter_map(|(code, _)| code.strip_prefix("Key"));
        for letter in letters {
            assert!(
                !["A", "Q", "W", "Z", "Y", "M"].contains(&letter),
                "{letter}"
            );
        }
    }
}
