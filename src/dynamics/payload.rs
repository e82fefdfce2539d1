//! How a call of the store looks in CIF v2: method and arguments, as plain data.

use serde_json::Value;

/// A call of one method of `Microsoft.CIFFramework`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Invocation {
    /// The method's name.
    pub method: &'static str,
    /// Its arguments in order, without the optional correlation id.
    pub args: Vec<Value>,
}
