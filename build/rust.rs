//! Writes Rust from Fluent: one function for each message, and one table of texts for each language.
//!
//! `src/components/words/i18n.rs` includes the result. The result uses the types of that file.

use std::fmt::Write;

use crate::catalog::{Catalog, Message, Part, Pattern, variables};
use crate::check::NUMBER;

/// A language, by the name of its variant in `Language`.
pub struct Language {
    pub name: &'static str,
    pub catalog: Catalog,
}

/// The whole of the Rust code. The first language must be English.
pub fn generate(languages: &[Language]) -> String {
    let Some(english) = languages.first() else {
        return String::new();
    };
    let mut code = String::from("impl I18n {\n");
    let mut index = 0;
    for (name, message) in &english.catalog {
        code.push_str(&function(name, message, index));
        index += patterns(message).count();
    }
    let _ = writeln!(code, "}}\n\nconst PATTERNS: usize = {index};\n");
    let mut arms = String::new();
    for Language { name, catalog } in languages {
        let table = name.to_uppercase();
        let _ = writeln!(code, "static {table}: [Pattern; PATTERNS] = [");
        for (message, original) in catalog.values().zip(english.catalog.values()) {
            let variables = variables(patterns(original));
            for pattern in patterns(message) {
                let _ = writeln!(code, "    {},", parts(pattern, &variables));
            }
        }
        code.push_str("];\n\n");
        let _ = writeln!(arms, "        Language::{name} => &{table},");
    }
    let _ = writeln!(
        code,
        "fn patterns(language: Language) -> &'static [Pattern; PATTERNS] {{\n    match language {{\n{arms}    }}\n}}"
    );
    code
}

fn patterns(message: &Message) -> impl Iterator<Item = &Pattern> {
    [&message.what].into_iter().chain(&message.remedy)
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

fn parts(pattern: &Pattern, variables: &[String]) -> String {
    let place = |name: &String| variables.iter().position(|variable| variable == name);
    let parts = pattern.iter().map(|part| match part {
        Part::Text(text) => format!("Part::Text({text:?})"),
        Part::Variable(name) => format!("Part::Variable({})", place(name).unwrap_or_default()),
        Part::Select(name, variants) => {
            let variants = variants.iter().map(|variant| {
                format!(
                    "({:?}, {})",
                    variant.key,
                    self::parts(&variant.says, variables)
                )
            });
            let variants = variants.collect::<Vec<_>>().join(", ");
            format!(
                "Part::Select({}, &[{variants}])",
                place(name).unwrap_or_default()
            )
        }
    });
    format!("&[{}]", parts.collect::<Vec<_>>().join(", "))
}
