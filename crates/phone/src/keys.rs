//! Numbers that are written with the letters of a telephone's keys: `1-800-FLOWERS`.

use crate::character::Character;
use crate::number::{Digits, LONGEST};

/// How many digits must stand before the letters.
const BEFORE: usize = 2;
/// How many letters there must be. A single letter is a typing error, such as an `O` for a zero.
const LETTERS: usize = 3;

/// The digits of the keys up to the end of each word, the shortest first. Empty if no letters follow digits.
pub(crate) fn readings(text: &str) -> Vec<Digits> {
    let mut readings = Vec::new();
    let mut row = Digits::default();
    let (mut before, mut letters, mut glued) = (0, 0, false);
    for c in text.chars().chain([' ']) {
        let character = Character::of(c);
        match character {
            Character::Digit(digit) => {
                row.digits.push(digit);
                before += usize::from(letters == 0);
            }
            Character::Plus => {
                row = Digits {
                    plus: true,
                    ..Digits::default()
                };
                (before, letters) = (0, 0);
            }
            Character::Letter if before > 0 => match key(c) {
                // In `24h` and `2nd` the digits are part of the word.
                Some(digit) if before > BEFORE || before == BEFORE && !glued => {
                    row.digits.push(digit);
                    letters += 1;
                }
                // A word of another script, or a word after the first item of a list.
                _ => return readings,
            },
            Character::Letter | Character::Dash | Character::Sign => {}
            _ => {
                if row.digits.len() > LONGEST {
                    return readings;
                }
                if letters >= LETTERS && readings.last() != Some(&row) {
                    readings.push(row.clone());
                }
            }
        }
        glued = matches!(character, Character::Digit(_));
    }
    readings
}

fn key(letter: char) -> Option<char> {
    Some(match letter.to_ascii_lowercase() {
        'a'..='c' => '2',
        'd'..='f' => '3',
        'g'..='i' => '4',
        'j'..='l' => '5',
        'm'..='o' => '6',
        'p'..='s' => '7',
        't'..='v' => '8',
        'w'..='z' => '9',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_may_be_the_last_of_the_number() {
        let digits = |text| -> Vec<String> {
            let readings = readings(text).into_iter();
            readings.map(|row| row.digits).collect()
        };
        assert_eq!(digits("1-800-FLOWERS"), ["18003569377"]);
        assert_eq!(digits("1 800 GO FEDEX"), ["18004633339"]);
        assert_eq!(
            digits("1-800-GO-FEDEX (now)"),
            ["18004633339", "18004633339669"]
        );
        assert_eq!(digits("Tel. 1300 CAT"), ["1300228"]);
        assert!(digits("FLOWERS").is_empty());
        assert!(digits("2nd floor").is_empty());
        assert!(digits("24h hotline").is_empty());
        assert!(digits("415-555-O132").is_empty());
        assert!(digits("0800 ЦВЕТЫ").is_empty());
    }
}
