//! The messages of one language, read from its Fluent file.
//!
//! The panel uses a part of Fluent: messages with at most one attribute, `remedy`, and in them text, variables, string
//! literals, and selectors on variables. A file that uses more is refused.

use std::collections::BTreeMap;

use fluent_syntax::ast::{self, Entry, Expression, InlineExpression, PatternElement, VariantKey};
use fluent_syntax::parser;

/// All messages, by their names.
pub type Catalog = BTreeMap<String, Message>;

/// A message.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// What it is for. The comment in the English file.
    pub comment: String,
    /// Its text.
    pub what: Pattern,
    /// What a person can do about it. Only messages about a problem have it.
    pub remedy: Option<Pattern>,
}

/// The parts of a text, in order.
pub type Pattern = Vec<Part>;

/// A part of a text.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// A fixed text.
    Text(String),
    /// The value of the variable with this name.
    Variable(String),
    /// One of these variants, chosen by the value of the variable.
    Select(String, Vec<Variant>),
}

/// A variant of a selector. The last variant is used if no other fits.
#[derive(Clone, Debug, PartialEq)]
pub struct Variant {
    /// The value that chooses it. For a number, the category of its plural.
    pub key: String,
    /// Its text.
    pub says: Pattern,
}

/// Reads a Fluent file.
///
/// # Errors
/// What is wrong with it, in words.
pub fn read(source: &str) -> Result<Catalog, Vec<String>> {
    let resource = parser::parse(source).map_err(|(_, errors)| {
        let tell = |error: &parser::ParserError| {
            let before = source.get(..error.pos.start).unwrap_or(source);
            format!("line {}: {}", before.lines().count(), error.kind)
        };
        errors.iter().map(tell).collect::<Vec<_>>()
    })?;
    let mut catalog = Catalog::new();
    let mut problems = Vec::new();
    for entry in &resource.body {
        match entry {
            Entry::Message(read) => match message(read) {
                Ok(message) => {
                    if catalog.insert(read.id.name.into(), message).is_some() {
                        problems.push(format!("{} is defined twice", read.id.name));
                    }
                }
                Err(problem) => problems.push(format!("{}: {problem}", read.id.name)),
            },
            Entry::Term(term) => {
                problems.push(format!("-{}: terms are not supported", term.id.name))
            }
            Entry::Junk { content } => problems.push(format!("not valid Fluent: {content}")),
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
        }
    }
    if problems.is_empty() {
        Ok(catalog)
    } else {
        Err(problems)
    }
}

fn message(message: &ast::Message<&str>) -> Result<Message, String> {
    let what = message.value.as_ref().ok_or("the message has no text")?;
    let remedy = match message.attributes.as_slice() {
        [] => None,
        [remedy] if remedy.id.name == "remedy" => Some(pattern(&remedy.value)?),
        _ => return Err("the only attribute allowed is .remedy".into()),
    };
    let comment = message.comment.as_ref();
    Ok(Message {
        comment: comment.map_or_else(String::new, |comment| comment.content.join(" ")),
        what: pattern(what)?,
        remedy,
    })
}

fn pattern(pattern: &ast::Pattern<&str>) -> Result<Pattern, String> {
    let mut parts = Pattern::new();
    for element in &pattern.elements {
        let part = match element {
            // A line break counts as a space, as in a web page.
            PatternElement::TextElement { value } => Part::Text(value.replace('\n', " ")),
            PatternElement::Placeable { expression } => placeable(expression)?,
        };
        match (parts.last_mut(), part) {
            (Some(Part::Text(before)), Part::Text(text)) => before.push_str(&text),
            (_, part) => parts.push(part),
        }
    }
    Ok(parts)
}

fn placeable(expression: &Expression<&str>) -> Result<Part, String> {
    match expression {
        Expression::Inline(InlineExpression::StringLiteral { value }) => {
            Ok(Part::Text((*value).into()))
        }
        Expression::Inline(InlineExpression::VariableReference { id }) => {
            Ok(Part::Variable(id.name.into()))
        }
        Expression::Select {
            selector: InlineExpression::VariableReference { id },
            variants,
        } => select(id.name, variants),
        _ => Err("only variables, selectors on variables and string literals are supported".into()),
    }
}

fn select(variable: &str, variants: &[ast::Variant<&str>]) -> Result<Part, String> {
    if !variants.last().is_some_and(|last| last.default) {
        return Err(format!(
            "the default variant of ${variable} has to be the last one"
        ));
    }
    let variants = variants.iter().map(|variant| match &variant.key {
        VariantKey::Identifier { name } => Ok(Variant {
            key: (*name).into(),
            says: pattern(&variant.value)?,
        }),
        VariantKey::NumberLiteral { value } => {
            Err(format!("[{value}]: a variant cannot be chosen by a number"))
        }
    });
    Ok(Part::Select(
        variable.into(),
        variants.collect::<Result<_, String>>()?,
    ))
}

/// Calls `see` with each part, including the parts inside variants.
pub fn walk(pattern: &[Part], see: &mut impl FnMut(&Part)) {
    for part in pattern {
        see(part);
        if let Part::Select(_, variants) = part {
            for variant in variants {
                walk(&variant.says, see);
            }
        }
    }
}

/// The variables of a text, in the order of their first use.
pub fn variables<'a>(patterns: impl IntoIterator<Item = &'a Pattern>) -> Vec<String> {
    let mut names = Vec::new();
    for pattern in patterns {
        walk(pattern, &mut |part| {
            if let Part::Variable(name) | Part::Select(name, _) = part
                && !names.contains(name)
            {
                names.push(name.clone());
            }
        });
    }
    names
}
