//! The roles of characters in a phone number.

/// The role of a character in a phone number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Character {
    /// A digit, converted to ASCII.
    Digit(char),
    /// A plus sign.
    Plus,
    /// A space.
    Blank,
    /// A dash.
    Dash,
    /// A dot, or another sign that is part of a number.
    Sign,
    /// An opening bracket.
    Open,
    /// A closing bracket.
    Close,
    /// A slash, within a number or between two numbers.
    Slash,
    /// A comma: a pause before an extension, or a sign between two numbers.
    Comma,
    /// `#`, before or after an extension.
    Hash,
    /// `*`, within an extension.
    Star,
    /// `:` or `=`, after a word.
    Colon,
    /// A sign that ends what stands before it.
    Break,
    /// A character that nobody sees.
    Invisible,
    /// Any other character. It is part of a word.
    Letter,
}

/// The zeros of the scripts whose digits people type: Arabic, Persian, Devanagari, Bengali, Thai, full width.
const ZEROS: [char; 6] = [
    '\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}', '\u{e50}', '\u{ff10}',
];

impl Character {
    pub(crate) fn of(c: char) -> Self {
        match c {
            '0'..='9' => Self::Digit(c),
            'a'..='z' | 'A'..='Z' => Self::Letter,
            '+' | '\u{207a}' | '\u{fe62}' | '\u{ff0b}' => Self::Plus,
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => Self::Break,
            ' '
            | '\t'
            | '\u{a0}'
            | '\u{2000}'..='\u{200a}'
            | '\u{202f}'
            | '\u{205f}'
            | '\u{3000}' => Self::Blank,
            '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{30fc}' | '\u{fe63}' | '\u{ff0d}' => {
                Self::Dash
            }
            '.'
            | '\u{b7}'
            | '\u{2022}'
            | '\u{2024}'
            | '\u{ff0e}'
            | '_'
            | '~'
            | '\''
            | '"'
            | '\u{2018}'..='\u{201f}' => Self::Sign,
            '(' | '[' | '{' | '<' | '\u{ff08}' | '\u{ff3b}' | '\u{3010}' => Self::Open,
            ')' | ']' | '}' | '>' | '\u{ff09}' | '\u{ff3d}' | '\u{3011}' => Self::Close,
            '/' | '\\' | '\u{ff0f}' => Self::Slash,
            ',' | '\u{60c}' | '\u{3001}' | '\u{ff0c}' => Self::Comma,
            '#' | '\u{ff03}' => Self::Hash,
            '*' => Self::Star,
            ':' | '=' | '\u{ff1a}' => Self::Colon,
            ';' | '|' | '&' | '?' | '!' | '\u{61b}' | '\u{ff1b}' | '\u{ff5c}' => Self::Break,
            '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{20e3}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\0'..='\u{1f}'
            | '\u{7f}' => Self::Invisible,
            _ => foreign_digit(c).map_or(Self::Letter, Self::Digit),
        }
    }
}

fn foreign_digit(c: char) -> Option<char> {
    ZEROS.into_iter().find_map(|zero| {
        let digit = u32::from(c).checked_sub(u32::from(zero))?;
        char::from_digit(digit, 10)
    })
}

/// The text without invisible characters.
pub(crate) fn visible(text: &str) -> String {
    let is_visible = |c: &char| Character::of(*c) != Character::Invisible;
    text.chars().filter(is_visible).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_all_scripts_are_digits() {
        for text in [
            "0123456789",
            "٠١٢٣٤٥٦٧٨٩",
            "۰۱۲۳۴۵۶۷۸۹",
            "०१२३४५६७८९",
            "０１２３４５６７８９",
        ] {
            let digits: Vec<_> = text.chars().map(Character::of).collect();
            let ascii: Vec<_> = "0123456789".chars().map(Character::Digit).collect();
            assert_eq!(digits, ascii);
        }
    }

    #[test]
    fn invisible_marks_are_removed() {
        assert_eq!(
            visible("\u{202a}+44\u{200b} 20\u{ad}7946\u{2069}"),
            "+44 207946"
        );
    }
}
