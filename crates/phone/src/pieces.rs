//! Splits a text into rows of digits and what stands between them.

use crate::character::Character;
use crate::number::Digits;

/// A row of digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    /// What stands before the row.
    pub(crate) opening: Opening,
    /// The digits. For an extension, with its pauses (`w`) and signs.
    pub(crate) row: Digits,
}

/// What stands before a row of digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Opening {
    /// A slash, or a dash between spaces. The row may continue the number before it, or begin another one.
    Soft,
    /// A word, a sign that ends the number before it, or nothing. The row begins a new number.
    Hard,
    /// A sign or a letter that may announce an extension: `#`, `x`.
    Weak,
    /// A pause while dialling, or a comma between two numbers.
    Pause,
    /// A word that announces an extension.
    Strong,
}

/// Words that announce an extension, in the panel's languages and in related ones.
const EXTENSION: [&str; 34] = [
    "ext",
    "extn",
    "xtn",
    "extension",
    "durchwahl",
    "dw",
    "nebenstelle",
    "nst",
    "apparat",
    "app",
    "klappe",
    "kl",
    "poste",
    "int",
    "interno",
    "interne",
    "extensión",
    "anexo",
    "ramal",
    "extensão",
    "extensao",
    "toestel",
    "tst",
    "wew",
    "anknytning",
    "lok",
    "доб",
    "вн",
    "内線",
    "内线",
    "转",
    "轉",
    "내선",
    "تحويلة",
];
/// Words that announce an extension only if digits follow at once.
const MAYBE: [&str; 4] = ["x", "then", "press", "option"];
/// Letters that stand for a pause if digits follow at once.
const PAUSES: [&str; 2] = ["p", "w"];
/// Endings that make one or two digits before them part of a word: `24h`, `9am`, `2nd`.
const OF_A_WORD: [&str; 10] = ["h", "hr", "hrs", "hs", "am", "pm", "st", "nd", "rd", "th"];

/// What may stand between rows that are one number or several numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Between {
    /// A slash, or a dash between spaces.
    Slashes,
    /// Also a space.
    Blanks,
}

/// Splits a text. Words in brackets, with a few digits, count as words: `(24h)`, `(after 18:00)`.
pub(crate) fn pieces(text: &str, between: Between) -> Vec<Piece> {
    let signs: Vec<_> = text.chars().map(|c| (c, Character::of(c))).collect();
    let mut taken = Apart {
        pieces: Vec::new(),
        opening: None,
        row: 0,
        between,
    };
    let mut at = 0;
    while let Some((_, character)) = signs.get(at) {
        let rest = signs.get(at..).unwrap_or_default();
        at += match character {
            Character::Letter => taken.word(rest),
            Character::Open => taken.bracket(rest),
            Character::Dash => taken.dash(signs.get(at.wrapping_sub(1)), rest.get(1)),
            other => taken.sign(*other),
        };
    }
    taken.pieces.retain(|piece| !piece.row.digits.is_empty());
    taken.pieces
}

type Signs<'a> = &'a [(char, Character)];

struct Apart {
    pieces: Vec<Piece>,
    /// What stands before the next digit, unless the digit continues the last piece.
    opening: Option<Opening>,
    /// How many digits stand directly before this place.
    row: usize,
    between: Between,
}

impl Apart {
    fn sign(&mut self, character: Character) -> usize {
        match character {
            Character::Digit(digit) => {
                self.push(digit);
                self.row += 1;
                return 1;
            }
            Character::Plus => {
                self.opening = None;
                self.begin(Opening::Hard, true);
            }
            Character::Slash => self.open_softly(),
            Character::Blank if self.between == Between::Blanks => self.open_softly(),
            Character::Comma => match self.extension() {
                Some((extension, Opening::Pause)) => extension.push('w'),
                _ => self.announce(Opening::Pause),
            },
            Character::Hash => match self.extension() {
                Some((extension, _)) => extension.push('#'),
                None => self.announce(Opening::Weak),
            },
            Character::Star => {
                if let Some((extension, _)) = self.extension() {
                    extension.push('*');
                }
            }
            Character::Colon if self.opening.is_some_and(Opening::announces) => {}
            Character::Colon | Character::Break => self.opening = Some(Opening::Hard),
            _ => {}
        }
        self.row = 0;
        1
    }

    fn word(&mut self, rest: Signs) -> usize {
        let is_letter = |(_, character): &&(char, Character)| *character == Character::Letter;
        let word: String = rest.iter().take_while(is_letter).map(|(c, _)| *c).collect();
        let length = word.chars().count();
        let lower = word.to_ascii_lowercase();
        let is = |words: &[&str]| words.contains(&lower.as_str());
        let digits_follow = {
            let mut behind = rest.iter().skip(length);
            let next = behind.find(|(_, it)| !matches!(it, Character::Blank | Character::Sign));
            matches!(next, Some((_, Character::Digit(_) | Character::Colon)))
        };
        if (1..=2).contains(&self.row)
            && is(&OF_A_WORD)
            && let Some(piece) = self.pieces.last_mut()
        {
            let kept = piece.row.digits.len().saturating_sub(self.row);
            piece.row.digits.truncate(kept);
        }
        if is(&EXTENSION) {
            self.announce(Opening::Strong);
        } else if is(&MAYBE) && digits_follow {
            self.announce(Opening::Weak);
        } else if is(&PAUSES) && digits_follow {
            self.announce(Opening::Pause);
        } else {
            self.opening = Some(Opening::Hard);
        }
        self.row = 0;
        length
    }

    fn bracket(&mut self, rest: Signs) -> usize {
        const FEW: usize = 4;
        self.row = 0;
        let within = rest.iter().skip(1);
        let within: Vec<_> = within
            .take_while(|(_, it)| *it != Character::Close)
            .collect();
        let is_digit = |(_, it): &&&(char, Character)| matches!(it, Character::Digit(_));
        let digits: Vec<_> = within.iter().filter(is_digit).map(|(c, _)| *c).collect();
        let has_words = within.iter().any(|(_, it)| *it == Character::Letter);
        if digits == ['0'] && within.len() == 1 && self.opening.is_none() {
            if let Some(last) = self.pieces.last_mut() {
                last.row.zero = Some(last.row.digits.len());
            }
        } else if has_words && digits.len() <= FEW && !announces_extension(&within) {
            self.opening = Some(Opening::Hard);
            return within.len().saturating_add(1);
        }
        1
    }

    fn dash(
        &mut self,
        before: Option<&(char, Character)>,
        behind: Option<&(char, Character)>,
    ) -> usize {
        let is_blank =
            |sign: Option<&(char, Character)>| matches!(sign, Some((_, Character::Blank)));
        if is_blank(before) && is_blank(behind) {
            self.open_softly();
        }
        self.row = 0;
        1
    }

    fn open_softly(&mut self) {
        let _ = self.opening.get_or_insert(Opening::Soft);
    }

    /// Notes an opening. An extension can only follow a number.
    fn announce(&mut self, opening: Opening) {
        self.opening = Some(match (self.pieces.is_empty(), self.opening) {
            (true, _) => Opening::Hard,
            (false, Some(Opening::Strong)) => Opening::Strong,
            (false, _) => opening,
        });
    }

    fn begin(&mut self, opening: Opening, plus: bool) {
        let row = Digits {
            plus,
            ..Digits::default()
        };
        self.pieces.push(Piece { opening, row });
    }

    fn push(&mut self, digit: char) {
        if let Some(opening) = self.opening.take() {
            self.begin(opening, false);
        } else if self.pieces.is_empty() {
            self.begin(Opening::Hard, false);
        }
        if let Some(piece) = self.pieces.last_mut() {
            piece.row.digits.push(digit);
        }
    }

    /// The digits of the extension that continues here.
    fn extension(&mut self) -> Option<(&mut String, Opening)> {
        let last = self.pieces.last_mut().filter(|_| self.opening.is_none())?;
        let opening = last.opening;
        opening
            .announces()
            .then_some((&mut last.row.digits, opening))
    }
}

impl Opening {
    /// Whether an extension may follow.
    pub(crate) fn announces(self) -> bool {
        matches!(self, Self::Weak | Self::Pause | Self::Strong)
    }
}

/// Whether brackets hold an extension: `x12`, `ext. 12`, `#12`.
fn announces_extension(signs: &[&(char, Character)]) -> bool {
    let mut runs = signs.split(|(_, it)| *it != Character::Letter);
    let is_word = |run: &[&(char, Character)]| {
        let word: String = run.iter().map(|(c, _)| c.to_ascii_lowercase()).collect();
        word == "x" || EXTENSION.contains(&word.as_str())
    };
    runs.any(is_word) || signs.iter().any(|(_, it)| *it == Character::Hash)
}

#[cfg(test)]
mod tests {
    use super::Opening::{Hard, Pause, Soft, Strong, Weak};
    use super::*;

    fn taken_apart(text: &str) -> Vec<(Opening, String)> {
        let pieces = pieces(text, Between::Slashes).into_iter();
        let shown = |Piece { opening, row }: Piece| {
            let plus = if row.plus { "+" } else { "" };
            (opening, format!("{plus}{}", row.digits))
        };
        pieces.map(shown).collect()
    }

    #[test]
    fn signs_belong_to_a_number_and_words_do_not() {
        for (text, expected) in [
            ("(415) 555-0132", vec![(Hard, "4155550132")]),
            ("030/90 18 20", vec![(Hard, "030"), (Soft, "901820")]),
            ("030 - 901820", vec![(Hard, "030"), (Soft, "901820")]),
            (
                "Jo: +49 30 1, +49 30 2",
                vec![(Hard, "+49301"), (Hard, "+49302")],
            ),
            ("555 or 556", vec![(Hard, "555"), (Hard, "556")]),
            ("555 24h", vec![(Hard, "555")]),
            ("555 (24h)", vec![(Hard, "555")]),
            ("555 (after 18:00) 556", vec![(Hard, "555"), (Hard, "556")]),
            ("", vec![]),
            ("n/a", vec![]),
        ] {
            let expected: Vec<_> = expected
                .into_iter()
                .map(|(opening, digits)| (opening, digits.to_owned()))
                .collect();
            assert_eq!(taken_apart(text), expected, "{text}");
        }
    }

    #[test]
    fn an_extension_is_announced() {
        for (text, opening, digits) in [
            ("555 ext. 12", Strong, "12"),
            ("555 (Durchwahl: 12)", Strong, "12"),
            ("555x12", Weak, "12"),
            ("555 #12#", Weak, "12#"),
            ("555,,12,34", Pause, "12w34"),
            ("555p12", Pause, "12"),
        ] {
            let pieces = taken_apart(text);
            assert_eq!(pieces.last(), Some(&(opening, digits.to_owned())), "{text}");
        }
        let (opening, _) = taken_apart("ext 12").swap_remove(0);
        assert_eq!(opening, Hard, "there is no number before it");
    }

    #[test]
    fn a_zero_in_brackets_after_a_country_code_is_marked() {
        let piece = pieces("+44 (0)20", Between::Slashes).swap_remove(0);
        assert_eq!(
            (piece.row.digits.as_str(), piece.row.zero),
            ("44020", Some(2))
        );
    }
}
