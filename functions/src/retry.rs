//! When a busy server may be asked again: `Retry-After`, in seconds or as a date (RFC 9110).

use std::time::UNIX_EPOCH;

use crate::http::Response;

/// In how many milliseconds, as the server says. `None` if it does not say so, or if that can't be read.
#[must_use]
pub fn told(response: &Response, now: u64) -> Option<u64> {
    let text = response.headers.get("retry-after")?.trim();
    let seconds = text.parse::<u64>().ok();
    seconds.map_or_else(
        || Some(since_1970(text)?.saturating_sub(now)),
        |seconds| Some(seconds.saturating_mul(1_000)),
    )
}

/// A date of HTTP, in any of its three formats, in milliseconds.
fn since_1970(date: &str) -> Option<u64> {
    let date = httpdate::parse_http_date(date).ok()?;
    let since = date.duration_since(UNIX_EPOCH).ok()?;
    u64::try_from(since.as_millis()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_seconds_and_dates_are_read() {
        // 2027-01-15T08:00:00Z
        let now = 1_800_000_000_000;
        for (header, millis) in [
            ("0", Some(0)),
            (" 2 ", Some(2_000)),
            ("18446744073709551615", Some(u64::MAX)),
            ("Fri, 15 Jan 2027 08:00:03 GMT", Some(3_000)),
            ("Friday, 15-Jan-27 08:00:03 GMT", Some(3_000)),
            ("Fri Jan 15 08:00:03 2027", Some(3_000)),
            ("Fri, 15 Jan 2027 07:59:00 GMT", Some(0)),
            ("Thu, 01 Jan 1970 00:00:00 GMT", Some(0)),
            ("soon", None),
            ("-1", None),
            ("1.5", None),
            ("", None),
        ] {
            let response = Response {
                status: 429,
                headers: [("retry-after".to_owned(), header.to_owned())].into(),
                body: String::new(),
            };
            assert_eq!(told(&response, now), millis, "{header}");
        }
        let silent = Response {
            status: 429,
            headers: Default::default(),
            body: String::new(),
        };
        assert_eq!(told(&silent, now), None);
    }
}
