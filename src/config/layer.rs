//! One source of settings, read and checked. One layer can lie over another.

use std::rc::Rc;

use serde_json::Value;

use super::keys::{KEYS, Key, ORGANIZATION, Values};
use super::sources::{Source, Sources};
use store::configuration::{ConfigProblem, Place};

/// What one source sets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Layer {
    /// The first problem of the source. The values that are right are set all the same, for the person who has to
    /// correct it.
    pub problem: Option<ConfigProblem>,
    /// The values that it sets.
    pub sources: Sources,
}

/// How many characters of a wrong key or value are shown.
const LONGEST: usize = 100;

impl Layer {
    /// The build's defaults. An empty default counts as not set.
    pub fn of_build() -> Self {
        let mut layer = Self::default();
        for key in &KEYS {
            if let Some(default) = key.default.filter(|default| !default.is_empty()) {
                layer.set(Place::Build, key.name, &Value::from(default));
            }
        }
        layer
    }

    /// The text of `config.json`.
    pub fn of_file(text: &str) -> Self {
        // Some editors write a byte order mark at the start.
        let text = text.trim_start_matches('\u{feff}');
        match serde_json::from_str(text) {
            Ok(told) => Self::of_object(Place::File, &told),
            Err(why) => Self::wrong(ConfigProblem::NotJson {
                place: Place::File,
                line: why.line(),
                column: why.column().max(1),
            }),
        }
    }

    /// The Custom Parameters, read as JSON. A text here means that they were no JSON.
    pub fn of_custom_parameters(told: &Value) -> Self {
        match told {
            Value::Null => Self::default(),
            told => Self::of_object(Place::CustomParameters, told),
        }
    }

    /// A source that can't be used at all.
    pub fn wrong(problem: ConfigProblem) -> Self {
        Self {
            problem: Some(problem),
            ..Self::default()
        }
    }

    fn of_object(place: Place, told: &Value) -> Self {
        let Some(object) = told.as_object() else {
            return Self::wrong(ConfigProblem::NotAnObject { place });
        };
        let mut layer = Self::default();
        for (key, value) in object {
            layer.set(place, key, value);
        }
        layer
    }

    fn set(&mut self, place: Place, name: &str, value: &Value) {
        if let Err(problem) = self.try_to_set(place, name, value) {
            let _ = self.problem.get_or_insert(problem);
        }
    }

    fn try_to_set(&mut self, place: Place, name: &str, value: &Value) -> Result<(), ConfigProblem> {
        let Some(key) = KEYS.iter().find(|key| key.name == name) else {
            return Err(ConfigProblem::UnknownKey {
                place,
                key: cut(name),
                known: names(place).into(),
            });
        };
        if !may_stand(key, place) {
            return Err(ConfigProblem::NotThere {
                place,
                key: key.name.into(),
            });
        }
        let is_second = ORGANIZATION.contains(&name) && self.sources.has_any(&ORGANIZATION);
        let is_allowed = |text: &&str| !is_second && (key.put)(&mut Values::default(), text);
        if let Some(text) = value.as_str().filter(is_allowed) {
            self.sources.set(key.name, text, Source::Set(place));
            return Ok(());
        }
        Err(ConfigProblem::BadValue {
            place,
            key: key.name.into(),
            value: cut(&value.to_string()),
        })
    }

    /// An address that nobody has set is on this origin.
    pub fn on_demo_origin(&mut self, origin: &str) {
        if !self.sources.has_any(&ORGANIZATION) {
            self.sources.set("dynamicsUrl", origin, Source::Demo);
        }
        if !self.sources.has_any(&["flexUrl"]) {
            let flex = format!("{origin}/agent-desktop");
            self.sources.set("flexUrl", &flex, Source::Demo);
        }
    }

    /// This layer over another one: what this layer does not set comes from `below`.
    pub fn over(self, below: Self) -> Self {
        Self {
            problem: below.problem.or(self.problem),
            sources: self.sources.over(below.sources),
        }
    }
}

fn may_stand(key: &Key, place: Place) -> bool {
    key.overridable || place != Place::CustomParameters
}

fn names(place: Place) -> String {
    let names: Vec<&str> = KEYS
        .iter()
        .filter(|key| may_stand(key, place))
        .map(|key| key.name)
        .collect();
    names.join(", ")
}

fn cut(text: &str) -> Rc<str> {
    text.chars().take(LONGEST).collect::<String>().into()
}
