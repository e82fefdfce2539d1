//! In place of the browser's `Intl`, natively.

use intl_pluralrules::{PluralRuleType, PluralRules};
use unic_langid::LanguageIdentifier;

use super::category;
use crate::store::Millis;

/// A language's numbers.
pub struct Intl {
    plurals: Option<PluralRules>,
}

impl Intl {
    /// Those of the language of this tag.
    #[must_use]
    pub fn new(tag: &str) -> Self {
        // The rules know languages, not countries.
        let language = tag.split('-').next().unwrap_or(tag);
        let language: Option<LanguageIdentifier> = language.parse().ok();
        let rules = |language| PluralRules::create(language, PluralRuleType::CARDINAL).ok();
        Self {
            plurals: language.and_then(rules),
        }
    }

    /// The category of plural that goes with a number.
    #[must_use]
    pub fn plural(&self, number: usize) -> &'static str {
        let rules = self.plurals.as_ref();
        rules
            .and_then(|rules| rules.select(number).ok())
            .map_or("other", |told| {
                category(&format!("{told:?}").to_lowercase())
            })
    }

    /// A number.
    #[must_use]
    pub fn number(&self, number: usize) -> String {
        number.to_string()
    }

    /// The digits from 0 to 9.
    #[must_use]
    pub fn digits(&self) -> [char; 10] {
        ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']
    }

    /// The name of a country: here its code.
    #[must_use]
    pub fn country(&self, code: &str) -> String {
        code.to_owned()
    }

    /// A time of day: here in UTC.
    #[must_use]
    pub fn time_of_day(&self, Millis(moment): Millis) -> String {
        let minutes = moment / 60_000;
        format!("{}:{:02}", minutes / 60 % 24, minutes % 60)
    }
}
