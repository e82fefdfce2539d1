//! The languages of the panel. Browsers name them by BCP 47 tags, and Dynamics by LCIDs.

/// A language of the panel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// English. It is also for everybody whose language the panel does not have.
    #[default]
    English,
    /// German.
    German,
    /// French.
    French,
    /// Spanish.
    Spanish,
    /// Portuguese, as it is spoken in Brazil.
    Portuguese,
    /// Japanese.
    Japanese,
    /// Arabic, which is written from right to left.
    Arabic,
}

impl Language {
    /// All languages that an agent can choose.
    pub const ALL: [Self; 7] = [
        Self::English,
        Self::German,
        Self::French,
        Self::Spanish,
        Self::Portuguese,
        Self::Japanese,
        Self::Arabic,
    ];

    /// The BCP 47 tag of the language.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
            Self::French => "fr",
            Self::Spanish => "es",
            Self::Portuguese => "pt-BR",
            Self::Japanese => "ja",
            Self::Arabic => "ar",
        }
    }

    /// The name of the language in the language itself.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::German => "Deutsch",
            Self::French => "Français",
            Self::Spanish => "Español",
            Self::Portuguese => "Português (Brasil)",
            Self::Japanese => "日本語",
            Self::Arabic => "العربية",
        }
    }

    /// The direction of writing: `ltr` or `rtl`.
    #[must_use]
    pub fn direction(self) -> &'static str {
        match self {
            Self::Arabic => "rtl",
            _ => "ltr",
        }
    }

    /// The language of a tag. The country in the tag does not matter.
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        let mut languages = Self::ALL.into_iter();
        languages.find(|language| primary(language.tag()).eq_ignore_ascii_case(primary(tag)))
    }

    /// The language of an LCID (`userLcid` of `getEnvironment`). Only the lower ten bits count: the rest is the
    /// country.
    /// <https://learn.microsoft.com/openspecs/windows_protocols/ms-lcid>
    #[must_use]
    pub fn of_lcid(lcid: u64) -> Option<Self> {
        match lcid & 0x3ff {
            0x01 => Some(Self::Arabic),
            0x07 => Some(Self::German),
            0x09 => Some(Self::English),
            0x0a => Some(Self::Spanish),
            0x0c => Some(Self::French),
            0x11 => Some(Self::Japanese),
            0x16 => Some(Self::Portuguese),
            _ => None,
        }
    }
}

/// The tag without country and script.
#[must_use]
pub fn primary(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_lcid_names_a_language_in_all_its_countries() {
        use Language::{Arabic, English, French, German, Japanese, Portuguese, Spanish};
        for (lcid, language) in [
            (1033, Some(English)),
            (2057, Some(English)),
            (1031, Some(German)),
            (2055, Some(German)),
            (3079, Some(German)),
            (1036, Some(French)),
            (3084, Some(French)),
            (1034, Some(Spanish)),
            (3082, Some(Spanish)),
            (2058, Some(Spanish)),
            (1046, Some(Portuguese)),
            (2070, Some(Portuguese)),
            (1041, Some(Japanese)),
            (1025, Some(Arabic)),
            (14337, Some(Arabic)),
            (1040, None),
            (0, None),
            (u64::MAX, None),
        ] {
            assert_eq!(Language::of_lcid(lcid), language, "{lcid}");
        }
    }

    #[test]
    fn a_tag_names_a_language_in_all_its_countries() {
        for (tag, language) in [
            ("de", Some(Language::German)),
            ("de-AT", Some(Language::German)),
            ("PT-pt", Some(Language::Portuguese)),
            ("ar-EG", Some(Language::Arabic)),
            ("ja_JP", Some(Language::Japanese)),
            ("den", None),
            ("it", None),
            ("", None),
        ] {
            assert_eq!(Language::of_tag(tag), language, "{tag}");
        }
    }

    #[test]
    fn each_language_is_found_by_its_own_tag() {
        for language in Language::ALL {
            assert_eq!(Language::of_tag(language.tag()), Some(language));
        }
    }
}
