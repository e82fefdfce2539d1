//! Numbers that a country has changed. The old form and the new form belong to the same person.

/// The new form of a number that its country has changed. `number` has a `+` and a country code. The rules decide
/// whether the result is a number.
pub(crate) fn today(number: &str) -> Option<String> {
    let digits = number.strip_prefix('+')?;
    mexico(digits)
        .or_else(|| brazil(digits))
        .or_else(|| argentina(digits))
        .or_else(|| benin(digits))
        .or_else(|| vietnam(digits))
}

/// Until 2019 and 2020, mobile phones had a 1 before them from abroad, and 044 or 045 at home, and 01 was the trunk
/// prefix.
fn mexico(digits: &str) -> Option<String> {
    let national = digits.strip_prefix("52")?;
    ["1", "01", "044", "045"]
        .into_iter()
        .filter_map(|prefix| national.strip_prefix(prefix))
        .find(|rest| rest.len() == 10)
        .map(|rest| format!("+52{rest}"))
}

/// Mobile phones have got a 9 after the area code. Of the numbers with eight digits, only those that begin with 6 to 9
/// are mobile. A landline begins with 2 to 5 and has not changed.
fn brazil(digits: &str) -> Option<String> {
    let national = digits.strip_prefix("55").filter(|n| n.len() == 10)?;
    let (area, rest) = national.split_at_checked(2)?;
    rest.starts_with(['6', '7', '8', '9'])
        .then(|| format!("+55{area}9{rest}"))
}

/// Mobile phones have a 9 before the area code from abroad, or a 15 after it at home, but never both.
fn argentina(digits: &str) -> Option<String> {
    let national = digits.strip_prefix("549").filter(|n| n.len() == 12)?;
    (2..=4).find_map(|area| {
        let (area, rest) = national.split_at_checked(area)?;
        Some(format!("+549{area}{}", rest.strip_prefix("15")?))
    })
}

/// Since 2024 all numbers begin with 01.
fn benin(digits: &str) -> Option<String> {
    let national = digits.strip_prefix("229").filter(|n| n.len() == 8)?;
    Some(format!("+22901{national}"))
}

/// Until 2018 mobile phones had one digit more.
fn vietnam(digits: &str) -> Option<String> {
    const PREFIXES: [(&str, &str); 21] = [
        ("120", "70"),
        ("121", "79"),
        ("122", "77"),
        ("123", "83"),
        ("124", "84"),
        ("125", "85"),
        ("126", "76"),
        ("127", "81"),
        ("128", "78"),
        ("129", "82"),
        ("162", "32"),
        ("163", "33"),
        ("164", "34"),
        ("165", "35"),
        ("166", "36"),
        ("167", "37"),
        ("168", "38"),
        ("169", "39"),
        ("186", "56"),
        ("188", "58"),
        ("199", "59"),
    ];
    let national = digits.strip_prefix("84").filter(|n| n.len() == 10)?;
    PREFIXES.into_iter().find_map(|(old, new)| {
        let rest = national.strip_prefix(old)?;
        Some(format!("+84{new}{rest}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_old_form_becomes_the_new_form() {
        for (old, new) in [
            ("+5215512345678", "+525512345678"),
            ("+520445512345678", "+525512345678"),
            ("+551161234567", "+5511961234567"),
            ("+551191234567", "+5511991234567"),
            ("+549111523456789", "+5491123456789"),
            ("+22997123456", "+2290197123456"),
            ("+841621234567", "+84321234567"),
        ] {
            assert_eq!(today(old).as_deref(), Some(new));
        }
    }

    #[test]
    fn the_new_form_stays() {
        for number in [
            "+525512345678",
            "+5511961234567",
            "+551131234567",
            "+551151234567",
            "+2290197123456",
            "+84321234567",
            "+14155550132",
            "+55",
            "",
        ] {
            assert_eq!(today(number), None, "{number}");
        }
    }
}
