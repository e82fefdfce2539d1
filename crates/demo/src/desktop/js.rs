//! Makes JavaScript objects with functions on them, as a plugin expects of `Twilio.Flex`.

use js_sys::{JSON, Object, Reflect};
use serde_json::Value;
use wasm_bindgen::convert::{FromWasmAbi, ReturnWasmAbi};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// Data as a JavaScript value.
pub fn from_data(data: &Value) -> JsValue {
    JSON::parse(&data.to_string()).unwrap_or(JsValue::NULL)
}

/// A JavaScript value as data. Null for what JSON can't express.
pub fn to_data(value: &JsValue) -> Value {
    let text = JSON::stringify(value)
        .ok()
        .and_then(|text| text.as_string());
    text.and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or_default()
}

/// An object with these properties.
pub fn object<const N: usize>(properties: [(&str, JsValue); N]) -> JsValue {
    let object = Object::new();
    for (name, value) in properties {
        set(&object, name, &value);
    }
    object.into()
}

/// Sets a property of an object that accepts any.
pub fn set(object: &JsValue, name: &str, value: &JsValue) {
    let _ = Reflect::set(object, &JsValue::from_str(name), value);
}

/// An object with a property that is computed anew each time.
pub fn asked<R: ReturnWasmAbi + 'static>(name: &str, answer: impl Fn() -> R + 'static) -> JsValue {
    let asked = Object::new();
    let property = object([("get", function0(answer))]);
    let name = JsValue::from_str(name);
    let _ = Object::define_property(&asked, &name, property.unchecked_ref());
    asked.into()
}

/// A property. Undefined if there is none.
pub fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(name)).unwrap_or_default()
}

/// A function without arguments. It lives as long as the page.
pub fn function0<R: ReturnWasmAbi + 'static>(run: impl Fn() -> R + 'static) -> JsValue {
    Closure::<dyn Fn() -> R>::new(run)
        .into_js_value()
        .unchecked_into()
}

/// A function with one argument. It lives as long as the page.
pub fn function1<A, R>(run: impl Fn(A) -> R + 'static) -> JsValue
where
    A: FromWasmAbi + 'static,
    R: ReturnWasmAbi + 'static,
{
    Closure::<dyn Fn(A) -> R>::new(run)
        .into_js_value()
        .unchecked_into()
}

/// A function with two arguments. It lives as long as the page.
pub fn function2<A, B, R>(run: impl Fn(A, B) -> R + 'static) -> JsValue
where
    A: FromWasmAbi + 'static,
    B: FromWasmAbi + 'static,
    R: ReturnWasmAbi + 'static,
{
    Closure::<dyn Fn(A, B) -> R>::new(run)
        .into_js_value()
        .unchecked_into()
}
