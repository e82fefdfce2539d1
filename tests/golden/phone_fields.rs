//! The table of phone fields, for both of its readers: the panel and the Functions.

use phone::{Caller, Rules};
use serde::Deserialize;

/// The table.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    #[serde(rename = "about")]
    _about: Vec<String>,
    /// Texts in phone fields.
    pub fields: Vec<Field>,
    /// Callers, as the network gives them.
    pub callers: Vec<Told>,
}

/// A field, and the callers that it matches.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Field {
    /// Its text.
    pub text: String,
    /// The default country.
    pub country: Option<String>,
    dialled: Option<Vec<String>>,
    refused: Option<String>,
    refused_in_panel: Option<String>,
    /// The callers whose field it is, as the network gives them.
    #[serde(default)]
    pub callers: Vec<String>,
    #[serde(default)]
    others: Vec<String>,
    #[serde(rename = "note")]
    _note: Option<String>,
}

/// A caller, as the network gives it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Told {
    /// The text that the network gives.
    pub told: String,
    /// The default country.
    pub country: String,
    number: Option<String>,
    refused: Option<String>,
}

/// The whole of it.
pub fn table() -> Table {
    serde_json::from_str(include_str!("phone-fields.json")).expect("the table can be read")
}

impl Field {
    /// What a click dials, or why it dials nothing.
    pub fn dialled(&self, panel: bool) -> Result<Vec<String>, String> {
        match (&self.dialled, &self.refused, &self.refused_in_panel) {
            (Some(_), None, Some(why)) if panel => Err(why.clone()),
            (Some(numbers), None, _) => Ok(numbers.clone()),
            (None, Some(why), None) => Err(why.clone()),
            _ => panic!("{:?} is either dialled or refused", self.text),
        }
    }

    /// Where these rules read the field differently.
    pub fn misread(&self, rules: &impl Rules, panel: bool) -> Vec<String> {
        let mut wrong = Vec::new();
        let read = phone::read(rules, &self.text, self.country.as_deref());
        let dialled = read
            .map(|numbers| numbers.iter().map(ToString::to_string).collect())
            .map_err(|why| format!("{why:?}"));
        if dialled != self.dialled(panel) {
            let told = self.dialled(panel);
            wrong.push(format!("{:?}: {dialled:?}, not {told:?}", self.text));
        }
        let country = self.country.as_deref().unwrap_or("US");
        let is = |caller: &String| match Caller::read(rules, caller, country) {
            Ok(caller) => caller.is_in(rules, &self.text, country),
            Err(why) => panic!("{:?}: {caller}: {why:?}", self.text),
        };
        let strangers = self.callers.iter().filter(|caller| !is(caller));
        wrong.extend(strangers.map(|caller| format!("{:?} is {caller}'s", self.text)));
        let found = self.others.iter().filter(|caller| is(caller));
        wrong.extend(found.map(|caller| format!("{:?} is not {caller}'s", self.text)));
        wrong
    }
}

impl Told {
    /// Where these rules read the caller differently.
    pub fn misread(&self, rules: &impl Rules) -> Option<String> {
        let read = Caller::read(rules, &self.told, &self.country);
        let number = read
            .as_ref()
            .map(Caller::e164)
            .map_err(|why| format!("{why:?}"));
        let expected = self
            .number
            .as_deref()
            .ok_or(self.refused.clone().unwrap_or_default());
        (number != expected).then(|| format!("{:?}: {number:?}, not {expected:?}", self.told))
    }
}
