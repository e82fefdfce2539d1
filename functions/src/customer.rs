//! The customer of a Case: a contact or an account.

use uuid::Uuid;

use crate::odata::bind;
use crate::parameters::Parameters;
use crate::payload::Payload;
use crate::problem::{Kind, Problem};
use crate::refusal::{DOES_NOT_EXIST, Refusal};

/// The lookup from a Case to the person to speak to.
const PRIMARY_CONTACT: &str = "primarycontactid@odata.bind";

/// The customer of a Case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Customer {
    /// A person.
    Contact(Uuid),
    /// A company, with the person to speak to if one was named.
    Account(Uuid, Option<Uuid>),
}

impl Customer {
    /// The customer that the parameters name.
    pub fn of(parameters: &Parameters) -> Result<Self, Problem> {
        let [contact, account] = ["contactid", "accountid"].map(|name| parameters.guid(name));
        match (contact?, account?) {
            (contact, Some(account)) => Ok(Self::Account(account, contact)),
            (Some(contact), None) => Ok(Self::Contact(contact)),
            (None, None) => {
                let words = "The parameter contactid is missing, and so is accountid.";
                Err(Problem::new(Kind::MissingParameter, words).about("contactid"))
            }
        }
    }

    /// Points the Case to the customer.
    pub fn bind(self, case: &mut Payload) {
        match self {
            Self::Contact(contact) => {
                case.set("customerid_contact@odata.bind", bind("contacts", contact));
            }
            Self::Account(account, contact) => {
                case.set("customerid_account@odata.bind", bind("accounts", account));
                if let Some(contact) = contact {
                    case.set(PRIMARY_CONTACT, bind("contacts", contact));
                }
            }
        }
    }

    /// What a refusal means. It may mean that the customer does not exist.
    #[must_use]
    pub fn problem(self, refusal: Refusal) -> Problem {
        let words = refusal.words.to_lowercase();
        let missing = |id: Uuid| {
            refusal.code == DOES_NOT_EXIST
                && !refusal.is_of_a_duplicate()
                && words.contains(&id.to_string())
        };
        let (contact, account) = match self {
            Self::Contact(contact) => (Some(contact), None),
            Self::Account(account, contact) => (contact, Some(account)),
        };
        if let Some(account) = account.filter(|id| missing(*id)) {
            let words = format!("There is no account {account}.");
            return Problem::new(Kind::AccountNotFound, words).about("accountid");
        }
        if let Some(contact) = contact.filter(|id| missing(*id)) {
            let words = format!("There is no contact {contact}.");
            return Problem::new(Kind::ContactNotFound, words).about("contactid");
        }
        refusal.into()
    }
}
