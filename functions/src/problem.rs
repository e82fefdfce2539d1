//! Everything that can go wrong, as a value: a status for the caller, a code for the flow, words for a person.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Value, json};

/// The answer for the caller.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The headers by name.
    pub headers: BTreeMap<&'static str, String>,
    /// The body as JSON.
    pub body: Value,
}

impl Answer {
    /// The answer of a call that worked.
    #[must_use]
    pub fn ok(body: Value) -> Self {
        Self {
            status: 200,
            headers: BTreeMap::new(),
            body,
        }
    }
}

/// The kinds of problems. Each has its status and its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A parameter is absent or blank.
    MissingParameter,
    /// A parameter is not what it should be.
    InvalidParameter,
    /// A parameter is neither one of the function's own nor a column of a Case.
    UnknownColumn,
    /// The organization refuses a value: a text is too long, or there is no such option.
    RefusedValue,
    /// There is no such function.
    UnknownFunction,
    /// The contact does not exist.
    ContactNotFound,
    /// The account does not exist.
    AccountNotFound,
    /// Another record that the Case should point to does not exist.
    RecordNotFound,
    /// An environment variable is missing or wrong.
    Configuration,
    /// The driver of the machine has broken its rules.
    OutOfOrder,
    /// Microsoft's log-in has refused the application or the user.
    LoginRefused,
    /// Dynamics refuses for a reason of its own.
    DynamicsRefused,
    /// An answer could not be read.
    UnreadableAnswer,
    /// No connection to Dynamics or to the log-in.
    Unreachable,
    /// Dynamics asks to come back later than the call's time allows.
    Busy,
    /// The call's time is up. Nobody knows whether the last request took effect.
    TimedOut,
}

impl Kind {
    /// The HTTP status and the code in the body.
    #[must_use]
    pub fn status_and_code(self) -> (u16, &'static str) {
        match self {
            Self::MissingParameter => (400, "missing_parameter"),
            Self::InvalidParameter => (400, "invalid_parameter"),
            Self::UnknownColumn => (400, "unknown_column"),
            Self::RefusedValue => (400, "refused_value"),
            Self::UnknownFunction => (404, "unknown_function"),
            Self::ContactNotFound => (404, "contact_not_found"),
            Self::AccountNotFound => (404, "account_not_found"),
            Self::RecordNotFound => (404, "record_not_found"),
            Self::Configuration => (500, "configuration"),
            Self::OutOfOrder => (500, "out_of_order"),
            Self::LoginRefused => (502, "login_refused"),
            Self::DynamicsRefused => (502, "dynamics_refused"),
            Self::UnreadableAnswer => (502, "unreadable_answer"),
            Self::Unreachable => (502, "unreachable"),
            Self::Busy => (503, "busy"),
            Self::TimedOut => (504, "timed_out"),
        }
    }
}

/// A problem.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// Its kind.
    pub kind: Kind,
    /// The words, for the person who builds the flow.
    pub message: String,
    /// The parameter or variable that it is about.
    pub parameter: Option<String>,
    /// After how many seconds another try may work.
    pub retry_after: Option<u64>,
}

impl Problem {
    /// A problem with a kind and words.
    pub fn new(kind: Kind, message: impl Into<String>) -> Self {
        Self {
            kind,
            message: message.into(),
            parameter: None,
            retry_after: None,
        }
    }

    /// This parameter is absent or blank.
    #[must_use]
    pub fn missing(parameter: &str) -> Self {
        let words = format!("The parameter {parameter} is missing.");
        Self::new(Kind::MissingParameter, words).about(parameter)
    }

    /// This parameter is wrong. The words continue the sentence after its name.
    #[must_use]
    pub fn invalid(parameter: &str, words: &str) -> Self {
        let words = format!("The parameter {parameter} {words}");
        Self::new(Kind::InvalidParameter, words).about(parameter)
    }

    /// This environment variable is missing or wrong. The words continue the sentence after its name.
    #[must_use]
    pub fn configuration(variable: &str, words: &str) -> Self {
        let words = format!("The environment variable {variable} {words}");
        Self::new(Kind::Configuration, words).about(variable)
    }

    /// The machine was not driven by its rules.
    #[must_use]
    pub fn out_of_order() -> Self {
        Self::new(Kind::OutOfOrder, "The call was driven out of order.")
    }

    /// The caller's parameters are no JSON that can be read.
    #[must_use]
    pub fn unreadable_parameters() -> Self {
        let words = "The parameters cannot be read: a text is no Unicode, or something is nested too deeply.";
        Self::new(Kind::InvalidParameter, words)
    }

    /// The same problem with one more sentence.
    #[must_use]
    pub fn and(mut self, sentence: &str) -> Self {
        self.message = format!("{} {sentence}", self.message);
        self
    }

    /// The same problem with the name of what it is about.
    #[must_use]
    pub fn about(mut self, parameter: &str) -> Self {
        self.parameter = Some(parameter.to_owned());
        self
    }
}

impl From<Problem> for Answer {
    fn from(problem: Problem) -> Self {
        let (status, code) = problem.kind.status_and_code();
        let mut body = json!({ "code": code, "message": problem.message });
        if let (Some(parameter), Some(body)) = (problem.parameter, body.as_object_mut()) {
            body.insert("parameter".to_owned(), parameter.into());
        }
        let retry_after = problem
            .retry_after
            .map(|seconds| ("Retry-After", seconds.to_string()));
        Self {
            status,
            headers: retry_after.into_iter().collect(),
            body,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_is_answered_with_its_status_code_words_and_parameter() {
        let answer = Answer::from(Problem::missing("title"));
        assert_eq!(answer.status, 400);
        assert_eq!(
            answer.body,
            json!({ "code": "missing_parameter", "message": "The parameter title is missing.", "parameter": "title" })
        );
        assert!(answer.headers.is_empty());
    }

    #[test]
    fn a_busy_answer_says_when_to_come_back() {
        let problem = Problem {
            retry_after: Some(30),
            ..Problem::new(Kind::Busy, "Later.")
        };
        let answer = Answer::from(problem);
        assert_eq!(
            (answer.status, answer.headers["Retry-After"].as_str()),
            (503, "30")
        );
        assert_eq!(answer.body, json!({ "code": "busy", "message": "Later." }));
    }
}
