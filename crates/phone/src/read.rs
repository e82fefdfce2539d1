//! Finds the numbers in a text.

use crate::address::{Address, opened};
use crate::number::{Digits, Reader};
use crate::pieces::{Between, Opening, Piece, pieces};
use crate::{Fault, Rules, keys};

/// A number to dial.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// The number in E.164: `+14155550132`.
    pub e164: String,
    /// What to send when the call is connected: digits, `*`, `#`, and `w` for a pause.
    pub extension: Option<String>,
}

impl std::fmt::Display for Number {
    /// Writes the number as RFC 3966 does: `+14155550132;ext=12`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.e164)?;
        match &self.extension {
            Some(extension) => write!(f, ";ext={extension}"),
            None => Ok(()),
        }
    }
}

/// Why a text holds no number that can be dialled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoNumber {
    /// It holds nothing like a number.
    NotANumber,
    /// It has no country code, and no country is given.
    NoCountry,
    /// It has no country code, and is no number of the countries that are given.
    NotOfCountry,
    /// It is too short for its country.
    TooShort,
    /// It is too long for its country.
    TooLong,
    /// It has letters, and is a number neither without them nor with the keys that they stand for.
    Letters,
}

/// Among other numbers, a row with fewer digits is no number of its own.
const SHORTEST: usize = 7;
/// How many rows with slashes between them are tried.
const ROWS: usize = 6;
/// How many rows with spaces between them are tried. That is enough for four numbers in pairs of digits.
const GROUPS: usize = 20;
/// The most digits of a country code.
const COUNTRY_CODE: usize = 3;

/// The numbers in a text, each once, in their order. A number without country code belongs to `country` (ISO 3166, two
/// letters).
///
/// # Errors
/// Why the text holds no number.
pub fn read(
    rules: &impl Rules,
    text: &str,
    country: Option<&str>,
) -> Result<Vec<Number>, NoNumber> {
    let countries: Vec<_> = country.into_iter().collect();
    Reader {
        rules,
        countries: &countries,
        known: None,
    }
    .read(text)
}

impl<R: Rules> Reader<'_, R> {
    pub(crate) fn read(&self, text: &str) -> Result<Vec<Number>, NoNumber> {
        let (Address::Phone(text) | Address::Unknown(text)) = opened(text) else {
            return Err(NoNumber::NotANumber);
        };
        let pieces = pieces(&text, Between::Slashes);
        let mut numbers = self.among_words(&pieces);
        let extension = || pieces.iter().find(|piece| piece.opening.announces());
        if numbers.is_empty()
            && let Some(e164) = self.across_words(&pieces).or_else(|| self.by_keys(&text))
        {
            let extension = extension().and_then(|piece| sent(&piece.row.digits));
            numbers.push(Number { e164, extension });
        }
        if numbers.is_empty() {
            numbers = self.back_to_back(&text);
        }
        if numbers.is_empty() {
            return Err(self.fault(&text, &pieces));
        }
        Ok(numbers)
    }

    /// Numbers that no word interrupts.
    fn among_words(&self, pieces: &[Piece]) -> Vec<Number> {
        let mut numbers: Vec<Number> = Vec::new();
        let mut last: Option<usize> = None;
        for run in self.runs(pieces) {
            match run {
                Run::Rows(rows) => {
                    let found = self.cover(rows.get(..ROWS).unwrap_or(&rows), None).numbers;
                    last = found.iter().fold(None, |_, e164| {
                        let known = numbers.iter().position(|number| number.e164 == *e164);
                        let at = known.unwrap_or(numbers.len());
                        if known.is_none() {
                            let e164 = e164.clone();
                            numbers.push(Number {
                                e164,
                                extension: None,
                            });
                        }
                        Some(at)
                    });
                }
                Run::Extension(digits) => {
                    let number = last.and_then(|at| numbers.get_mut(at));
                    if let Some(number) = number.filter(|number| number.extension.is_none()) {
                        number.extension = sent(&digits);
                    }
                }
            }
        }
        numbers
    }

    /// Numbers with only spaces between them. Every digit must belong to a number.
    fn back_to_back(&self, text: &str) -> Vec<Number> {
        let pieces = pieces(text, Between::Blanks);
        let rows: Vec<_> = pieces.into_iter().map(|piece| piece.row).collect();
        let numbers = match rows.len() {
            0..=GROUPS => self.in_a_row(&rows).unwrap_or_default(),
            _ => Vec::new(),
        };
        let mut numbers: Vec<_> = numbers
            .into_iter()
            .map(|e164| Number {
                e164,
                extension: None,
            })
            .collect();
        numbers.dedup();
        numbers
    }

    fn in_a_row(&self, rows: &[Digits]) -> Option<Vec<String>> {
        if rows.is_empty() {
            return Some(Vec::new());
        }
        (1..=rows.len().min(ROWS)).find_map(|count| {
            let (group, others) = rows.split_at_checked(count)?;
            let whole = joined(group);
            let inner_plus = group.iter().skip(1).any(|row| row.plus);
            if inner_plus || whole.digits.len() < SHORTEST {
                return None;
            }
            let e164 = self.number(&whole).ok()?;
            let mut numbers = self.in_a_row(others)?;
            numbers.insert(0, e164);
            Some(numbers)
        })
    }

    fn runs(&self, pieces: &[Piece]) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        for piece in pieces {
            let row = &piece.row;
            let is_number = || row.digits.len() >= SHORTEST && self.number(row).is_ok();
            match (piece.opening, runs.last_mut()) {
                (Opening::Strong, _) => runs.push(Run::Extension(row.digits.clone())),
                (Opening::Weak | Opening::Pause, _) if !is_number() => {
                    runs.push(Run::Extension(row.digits.clone()));
                }
                (Opening::Soft, Some(Run::Rows(rows))) => rows.push(row.clone()),
                (_, Some(Run::Rows(rows))) if !row.plus && is_country_code(rows) => {
                    if let Some(code) = rows.first_mut() {
                        code.digits.push_str(&row.digits);
                    }
                }
                _ => runs.push(Run::Rows(vec![row.clone()])),
            }
        }
        runs
    }

    /// Reads rows as numbers. As many digits as possible must belong to a number, and among the ways to do that, the
    /// one with the most numbers counts. A short row may complete the number before it: `030 123 45 67 / 68`.
    fn cover(&self, rows: &[Digits], last: Option<&str>) -> Cover {
        let Some((first, others)) = rows.split_first() else {
            return Cover::default();
        };
        let alone = last.is_none() && rows.len() == 1;
        let mut best = if last.is_some() || first.digits.len() >= SHORTEST {
            self.cover(others, last)
        } else {
            Cover::default()
        };
        for count in (1..=rows.len()).rev() {
            let (group, others) = rows.split_at(count);
            let whole = joined(group);
            let long_enough = whole.digits.len() >= SHORTEST || alone;
            if let Some(e164) = self.number(&whole).ok().filter(|_| long_enough) {
                let rest = self.cover(others, Some(&e164));
                best.improve(Cover::of(e164, whole.digits.len(), 1, rest));
            }
        }
        if let Some(e164) = last.and_then(|last| self.completed(last, first)) {
            let rest = self.cover(others, Some(&e164));
            best.improve(Cover::of(e164, first.digits.len(), 0, rest));
        }
        best
    }

    /// The number before, with this row in the place of its last digits.
    fn completed(&self, before: &str, row: &Digits) -> Option<String> {
        let kept = before.len().checked_sub(row.digits.len())?;
        let start = before.get(..kept)?;
        if row.plus || kept <= COUNTRY_CODE {
            return None;
        }
        let plus = Digits {
            digits: format!("{}{}", start.strip_prefix('+')?, row.digits),
            plus: true,
            zero: None,
        };
        self.number(&plus).ok()
    }

    /// One number with words inside it: `+49 (Berlin) 30 / 90 18 20`.
    fn across_words(&self, pieces: &[Piece]) -> Option<String> {
        let rows = pieces.iter().filter(|piece| !piece.opening.announces());
        let rows: Vec<_> = rows.map(|piece| piece.row.clone()).collect();
        let from = rows.iter().rposition(|row| row.plus).unwrap_or_default();
        let rows = rows.get(from..).filter(|rows| !rows.is_empty())?;
        self.number(&joined(rows)).ok()
    }

    fn by_keys(&self, text: &str) -> Option<String> {
        let mut readings = keys::readings(text).into_iter();
        readings.find_map(|row| self.number(&row).ok())
    }

    fn fault(&self, text: &str, pieces: &[Piece]) -> NoNumber {
        let Some(longest) = pieces
            .iter()
            .map(|piece| &piece.row)
            .max_by_key(|row| row.digits.len())
        else {
            return NoNumber::NotANumber;
        };
        if self.countries.is_empty() && pieces.iter().all(|piece| !piece.row.plus) {
            return NoNumber::NoCountry;
        }
        if !keys::readings(text).is_empty() {
            return NoNumber::Letters;
        }
        if !longest.has_country_code() {
            return NoNumber::NotOfCountry;
        }
        match self.number(longest) {
            Err(Fault::TooShort) => NoNumber::TooShort,
            Err(Fault::TooLong) => NoNumber::TooLong,
            _ => NoNumber::NotANumber,
        }
    }
}

enum Run {
    /// Rows with only slashes between them.
    Rows(Vec<Digits>),
    /// An extension of the number before it.
    Extension(String),
}

/// The numbers that rows of digits make.
#[derive(Default)]
struct Cover {
    numbers: Vec<String>,
    /// How many digits belong to a number.
    digits: usize,
    /// How many of the numbers are written in full.
    full: usize,
}

impl Cover {
    fn of(e164: String, digits: usize, full: usize, rest: Self) -> Self {
        let mut numbers = vec![e164];
        numbers.extend(rest.numbers);
        Self {
            numbers,
            digits: digits.saturating_add(rest.digits),
            full: full.saturating_add(rest.full),
        }
    }

    fn improve(&mut self, other: Self) {
        if (other.digits, other.full) > (self.digits, self.full) {
            *self = other;
        }
    }
}

fn joined(rows: &[Digits]) -> Digits {
    let mut whole = rows.first().cloned().unwrap_or_default();
    for row in rows.iter().skip(1) {
        whole.digits.push_str(&row.digits);
    }
    whole
}

fn is_country_code(rows: &[Digits]) -> bool {
    matches!(rows, [row] if row.plus && row.digits.len() <= COUNTRY_CODE)
}

/// What is sent for an extension. Nothing if it is too long to be one.
fn sent(extension: &str) -> Option<String> {
    const LONGEST: usize = 20;
    let extension = extension.trim_end_matches('w');
    (!extension.is_empty() && extension.len() <= LONGEST).then(|| extension.to_owned())
}
