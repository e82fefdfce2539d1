//! Foreign words are kept only up to a length.

/// The first characters of a text.
pub(crate) fn cut(text: &str, characters: usize) -> String {
    text.chars().take(characters).collect()
}
