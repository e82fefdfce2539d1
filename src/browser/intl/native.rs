//! Replaces the browser's `Intl` in native tests.

use intl_pluralrules::{PluralRuleType, PluralRules};
use unic_langid::LanguageIdentifier;

use super::category;
use store::Millis;

/// The numbers of a language.
pub struct Intl {
    plurals: Option<PluralRules>,
}

impl Intl {
    /// For the language of this tag.
    #[must_use]
    pub fn new(tag: &str) -> Self {
        // The plural rules are known by language, without a country.
        let language = tag.split('-').next().unwrap_or(tag);
        let language: Option<LanguageIdentifier> = language.parse().ok();
        let rules = |language| PluralRules::create(language, PluralRuleType::CARDINAL).ok();
        Self {
            plurals: language.and_then(rules),
        }
    }

    /// The plural category of a number.
    #[must_use]
    pub fn plural(&self, number: usize) -> &'static str {
        let rules = self.plurals.as_ref();
        rules
            .and_then(|rules| rules.select(number).ok())
            .map_or("other", |told| {
                category(&format!("{told:?}").to_lowercase())
            })
    }

    /// A number, with Latin digits.
    #[must_use]
    pub fn number(&self, number: usize) -> String {
        number.to_string()
    }

    /// The digits from 0 to 9.
    #[must_use]
    pub fn digits(&self) -> [char; 10] {
        ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']
    }

    /// The name of a country. Here it is the code.
    #[must_use]
    pub fn country(&self, code: &str) -> String {
        code.to_owned()
    }

    /// A time of day. Here it is in UTC.
    #[must_use]
    pub fn time_of_day(&self, Millis(moment): Millis) -> String {
        let minutes = moment / 60_000;
        format!("{}:{:02}", minutes / 60 % 24, minutes % 60)
    }
}
