//! A person's face in the demo: the initials in a coloured circle.

use yew::{Html, html};

/// How many colours there are. `styles/pieces.css` defines them.
const TINTS: u32 = 4;

/// The face of the person with this name. The name stands beside it, so the face is hidden from screen readers.
pub fn face(name: &str) -> Html {
    let sum = name.chars().map(u32::from).fold(0, u32::wrapping_add);
    let tint = (sum % TINTS).to_string();
    html! { <span class="face" data-tint={tint} aria-hidden="true">{ initials(name) }</span> }
}

/// The first letters of the first two words. A phone number has none.
fn initials(name: &str) -> String {
    let letters = name
        .split([' ', '-'])
        .filter_map(|word| word.chars().find(|it| it.is_alphabetic()));
    letters.take(2).flat_map(char::to_uppercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_face_shows_the_first_letters_of_two_words() {
        for (name, letters) in [
            ("Ada Whitfield", "AW"),
            ("Marie-Claire Tremblay", "MC"),
            ("Léa d'Arcy", "LD"),
            ("\"Sons\"", "S"),
            ("+15005550006", ""),
        ] {
            assert_eq!(initials(name), letters, "{name}");
        }
    }
}
