//! Writes one Rust function for each message. `src/components/words/i18n.rs` includes them and has the types that they use.

use std::fmt::Write;

use crate::catalog::{Catalog, Message, variables};
use crate::check::NUMBER;
use crate::texts::patterns;

/// All functions, of an `impl` of `I18n`. The count of texts follows them.
#[must_use]
pub fn functions(english: &Catalog) -> String {
    let mut code = String::from("impl I18n {\n");
    let mut index = 0;
    for (name, message) in english {
        code.push_str(&function(name, message, index));
        index += patterns(message).count();
    }
    let _ = writeln!(code, "}}\n\nconst TEXTS: usize = {index};");
    code
}

fn function(name: &str, message: &Message, index: usize) -> String {
    let variables = variables(patterns(message));
    let (mut parameters, mut values) = (String::new(), String::new());
    for variable in &variables {
        let (kind, value) = match variable.as_str() {
            NUMBER => ("usize", "Count"),
            _ => ("&str", "Text"),
        };
        let _ = write!(parameters, ", {variable}: {kind}");
        let _ = write!(values, "Value::{value}({variable}), ");
    }
    let (reader, result) = match message.remedy {
        Some(_) => ("advice", "Advice"),
        None => ("text", "String"),
    };
    format!(
        "    /// {}\n    #[must_use]\n    pub fn {}(&self{parameters}) -> {result} {{\n        self.{reader}({index}, &[{values}])\n    }}\n",
        message.comment,
        name.replace('-', "_"),
    )
}
