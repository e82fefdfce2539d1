//! Bindings to `Microsoft.CIFramework`, the client library of CIF v2, and the conversion of JavaScript values to plain
//! data.

use js_sys::{Array, Error, Function, Map, Promise, Reflect};
use serde_json::Value;
use wasm_bindgen::{JsCast, JsValue};

use wire::cif::decode::Raw;

/// Calls a method of the library. If the method throws, that is the error. If it returns no promise, the result counts
/// as resolved.
pub fn call(method: &str, args: &Array) -> Result<Promise, JsValue> {
    let namespace = Reflect::get(&js_sys::global(), &"Microsoft".into())?;
    let library = Reflect::get(&namespace, &"CIFramework".into())?;
    let function: Function = Reflect::get(&library, &method.into())?.dyn_into()?;
    function
        .apply(&library, args)
        .map(|value| Promise::resolve(&value))
}

/// How deep a value is read. Deeper parts and circles are cut off.
const DEEPEST: u8 = 8;

/// Converts a JavaScript value to plain data.
pub fn raw(value: &JsValue) -> Raw {
    Raw::from(json(value, 0))
}

fn json(value: &JsValue, depth: u8) -> Value {
    if let Some(text) = value.as_string() {
        return text.into();
    }
    if let Some(number) = value.as_f64() {
        return whole(number);
    }
    if let Some(truth) = value.as_bool() {
        return truth.into();
    }
    if depth == DEEPEST || value.is_function() || !value.is_object() {
        return Value::Null;
    }
    if let Some(error) = value.dyn_ref::<Error>() {
        return serde_json::json!({ "message": String::from(error.message()) });
    }
    if let Some(list) = value.dyn_ref::<Array>() {
        return list.iter().map(|item| json(&item, depth + 1)).collect();
    }
    let entries: Vec<(JsValue, JsValue)> = match value.dyn_ref::<Map>() {
        Some(map) => Array::from(&map.entries())
            .iter()
            .filter_map(|entry| entry.dyn_into::<Array>().ok())
            .map(|entry| (entry.get(0), entry.get(1)))
            .collect(),
        // A getter that throws counts as missing. It must not crash the panel.
        None => Reflect::own_keys(value)
            .unwrap_or_default()
            .iter()
            .filter_map(|key| Some((key.clone(), Reflect::get(value, &key).ok()?)))
            .collect(),
    };
    entries
        .into_iter()
        .filter_map(|(key, value)| Some((key.as_string()?, json(&value, depth + 1))))
        .collect()
}

/// Writes whole numbers as integers, because JavaScript has only one type of number.
fn whole(number: f64) -> Value {
    let integer = number as i64;
    if integer as f64 == number {
        integer.into()
    } else {
        number.into()
    }
}
