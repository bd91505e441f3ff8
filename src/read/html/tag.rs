//! The tags of a page, in order, whether or not they fit together.

/// A tag: its name in lower case, and what stands between its name and its end.
pub(super) struct Tag<'a> {
    pub(super) name: String,
    pub(super) closes: bool,
    pub(super) inside: &'a str,
    /// Where it starts and ends in the page.
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Tag<'_> {
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let lower = self.inside.to_ascii_lowercase();
        let mut from = 0;
        while let Some(at) = lower[from..].find(name).map(|n| n + from) {
            from = at + name.len();
            let alone = lower[..at].ends_with(|c: char| c.is_ascii_whitespace());
            let Some(rest) = self.inside[from..].trim_start().strip_prefix('=').filter(|_| alone) else { continue };
            let rest = rest.trim_start();
            let value = match rest.chars().next()? {
                mark @ ('"' | '\'') => rest[1..].split(mark).next()?,
                _ => rest.split([' ', '\n', '\t', '/']).next()?,
            };
            return Some(unescape(value).trim().to_owned()).filter(|v| !v.is_empty());
        }
        None
    }
}

/// Every tag, in order; a comment is one without a name. What stands in a script is passed over.
pub(super) fn tags(page: &str) -> impl Iterator<Item = Tag<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        // A “<” before anything but a name is a sign of the text.
        let begins = |(n, _): &(usize, &str)| {
            page[at + n + 1..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'))
        };
        let start = at + page[at..].match_indices('<').find(begins)?.0;
        if page[start..].starts_with("<!--") {
            at = start + page[start..].find("-->").map_or(page.len() - start, |n| n + 3);
            return Some(Tag { name: String::new(), closes: false, inside: "", start, end: at });
        }
        let end = start + page[start..].find('>')? + 1;
        let whole = &page[start + 1..end - 1];
        let (closes, whole) = whole.strip_prefix('/').map_or((false, whole), |rest| (true, rest));
        let length = whole.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(whole.len());
        let name = whole[..length].to_ascii_lowercase();
        at = end;
        if !closes && matches!(name.as_str(), "script" | "style") {
            at = end + close_of(&page[end..], &name);
        }
        Some(Tag { name, closes, inside: &whole[length..], start, end })
    })
}

/// Where the closing tag of this name begins; the end where there is none.
fn close_of(rest: &str, name: &str) -> usize {
    let closes = |at: &usize| rest.get(at + 2..at + 2 + name.len()).is_some_and(|n| n.eq_ignore_ascii_case(name));
    rest.match_indices("</").map(|(at, _)| at).find(closes).unwrap_or(rest.len())
}

/// The names of the signs from U+00A0 to U+00FF, in their order.
const LATIN: &str = "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute \
    micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil \
    Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute \
    Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute \
    icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

/// Signs that are written as names or numbers.
pub(super) fn unescape(text: &str) -> String {
    const NAMES: &[(&str, char)] = &[
        ("amp", '&'),
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("apos", '\''),
        ("rsquo", '’'),
        ("lsquo", '‘'),
        ("rdquo", '”'),
        ("ldquo", '“'),
        ("ndash", '–'),
        ("mdash", '—'),
        ("hellip", '…'),
        ("sbquo", '‚'),
        ("bdquo", '„'),
        ("bull", '•'),
        ("euro", '€'),
    ];
    let named = |name: &str| {
        let latin = || LATIN.split(' ').zip('\u{a0}'..).find(|(n, _)| *n == name).map(|(_, sign)| sign);
        NAMES.iter().find(|(n, _)| *n == name).map(|(_, sign)| *sign).or_else(latin)
    };
    let mut parts = text.split('&');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let sign = part.split_once(';').and_then(|(name, rest)| {
            let number = name.strip_prefix("#x").or(name.strip_prefix("#X")).map(|hex| u32::from_str_radix(hex, 16));
            let number = number.or_else(|| name.strip_prefix('#').map(str::parse));
            let sign = match number {
                Some(n) => char::from_u32(n.ok()?)?,
                None => named(name)?,
            };
            Some((sign, rest))
        });
        match sign {
            Some((sign, rest)) => {
                out.push(sign);
                out.push_str(rest);
            }
            None => {
                out.push('&');
                out.push_str(part);
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::unescape;

    #[test]
    fn signs_by_name_and_number() {
        assert_eq!(
            unescape("K&ouml;ln &laquo;13&raquo;&nbsp;&yuml;&#252;&#xfc; &amp;c. AT&T &nosuch;"),
            "Köln «13»\u{a0}ÿüü &c. AT&T &nosuch;"
        );
    }
}
