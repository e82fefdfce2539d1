//! Click-to-act: phone fields that tell the panel of a click, and the switch for it, which is a column of the
//! provider's record in Dataverse.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde_json::{Value, json};

use super::answer::Answer;
use super::records::phone_columns;
use super::trouble::Trouble;
use super::{Dynamics, Output};
use store::ids::Record;

/// The characters that a browser encodes in a `tel:` link.
const TEL: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>');

impl Dynamics {
    /// `setclicktoact`: writes the provider's record, which applies to everybody.
    pub(super) fn set_click_to_act(&mut self, value: Option<&Value>) -> Answer {
        let Some(on) = value.and_then(Value::as_bool) else {
            return Answer::invalid("The setClickToAct parameter value must be a boolean.");
        };
        if self.troubles.contains(&Trouble::NoPrivilege) {
            let words = "Principal user is missing prvWritemsdyn_channelprovider privilege.";
            return Answer::xrm(words.to_owned());
        }
        self.click_to_act = on;
        Answer::Done
    }

    /// The agent clicks a phone field. Nothing happens while click-to-act is off or the field is empty.
    pub(super) fn click_phone(&mut self, record: Record, column: &str, out: &mut Vec<Output>) {
        if !self.click_to_act || !phone_columns(record.entity).contains(&column) {
            return;
        }
        let Some(number) = self.records.column(record, column) else {
            return;
        };
        let data = json!({
            "value": utf8_percent_encode(number, TEL).to_string(),
            "name": column,
            "format": "phone",
            "entityLogicalName": record.entity.logical_name(),
            "entityId": record.id.to_string(),
            "recordTitle": self.records.title(record),
        });
        self.tell("onclicktoact", &data, out);
    }
}
