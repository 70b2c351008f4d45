"""Signs, codes and names of money, and the ISO 4217 codes that each may stand for."""

DOLLARS = ("USD", "NZD", "AUD", "CAD", "SGD", "HKD", "FJD")

SIGNS: dict[str, tuple[str, ...]] = {
    "$": DOLLARS,
    "£": ("GBP",),
    "€": ("EUR",),
    "¥": ("JPY", "CNY"),
    "￥": ("JPY", "CNY"),
    "₩": ("KRW",),
    "₹": ("INR",),
    "₽": ("RUB",),
    "₴": ("UAH",),
    "₺": ("TRY",),
    "₱": ("PHP",),
    "₫": ("VND",),
    "฿": ("THB",),
    "₪": ("ILS",),
    "₦": ("NGN",),
}
"""Sign → what it may stand for; one code means that the sign says it all."""

DOLLAR_PREFIXES = {
    "us": "USD", "usd": "USD", "nz": "NZD", "nzd": "NZD", "a": "AUD", "au": "AUD", "aud": "AUD",
    "aus": "AUD", "c": "CAD", "ca": "CAD", "can": "CAD", "cad": "CAD", "s": "SGD", "sg": "SGD",
    "sgd": "SGD", "hk": "HKD", "hkd": "HKD", "nt": "TWD", "fj": "FJD", "r": "BRL", "mx": "MXN",
    "j": "JMD",
}  # fmt: skip
"""Letters right before a dollar sign; of these only two or more may also stand apart from it."""

CODES = frozenset((
    "USD", "NZD", "AUD", "CAD", "SGD", "HKD", "FJD", "TWD", "GBP", "EUR", "JPY", "CNY", "RMB",
    "KRW", "INR", "IDR", "MYR", "PHP", "THB", "VND", "PKR", "BDT", "LKR", "CHF", "SEK", "NOK",
    "DKK", "ISK", "PLN", "CZK", "HUF", "RON", "BGN", "RUB", "UAH", "TRY", "ILS", "AED", "SAR",
    "QAR", "KWD", "EGP", "ZAR", "NGN", "KES", "GHS", "BRL", "MXN", "ARS", "CLP", "PGK", "WST",
    "XPF", "SBD", "VUV",
))  # fmt: skip
"""Written in capitals. Codes that are English words or acronyms of the news are left out (COP)."""

ALIASES = {"RMB": "CNY"}

NAMES: dict[str, tuple[str, ...]] = {
    "dollar": DOLLARS,
    "euro": ("EUR",),
    "yen": ("JPY",),
    "yuan": ("CNY",),
    "renminbi": ("CNY",),
    "rupee": ("INR", "PKR", "LKR", "NPR"),
    "rouble": ("RUB",),
    "ruble": ("RUB",),
    "hryvnia": ("UAH",),
    "hryvnias": ("UAH",),
    "pound": ("GBP", "EGP"),
    "won": ("KRW",),
    "franc": ("CHF", "XPF"),
    "krona": ("SEK", "ISK"),
    "kronor": ("SEK",),
    "krone": ("NOK", "DKK"),
    "kroner": ("NOK", "DKK"),
    "zloty": ("PLN",),
    "baht": ("THB",),
    "rupiah": ("IDR",),
    "ringgit": ("MYR",),
    "peso": ("MXN", "PHP", "ARS", "CLP"),
    "rand": ("ZAR",),
    "kina": ("PGK",),
    "lira": ("TRY",),
    "shekel": ("ILS",),
    "dirham": ("AED",),
    "riyal": ("SAR", "QAR"),
}
"""Singular name → readings. A plural in s is looked up without it."""

NEEDS_SCALE = frozenset({"pound", "won", "rand"})
"""Names that are other words too: money only after a million or a country."""

NAME_SIGNS = {"dollar": "$", "rupee": "₹", "pound": "£", "peso": "peso", "franc": "franc"}
"""What stands as unit while the country of a name is not stated; else the name itself."""

COUNTRIES: dict[tuple[str, ...], str] = {
    ("us",): "US", ("u", ".", "s", "."): "US", ("american",): "US", ("united", "states"): "US",
    ("new", "zealand"): "NZ", ("kiwi",): "NZ", ("nz",): "NZ", ("australian",): "AU",
    ("canadian",): "CA", ("singapore",): "SG", ("hong", "kong"): "HK", ("fijian",): "FJ",
    ("fiji",): "FJ", ("taiwan",): "TW", ("new", "taiwan"): "TW", ("british",): "GB",
    ("egyptian",): "EG", ("japanese",): "JP", ("chinese",): "CN", ("south", "korean"): "KR",
    ("korean",): "KR", ("indian",): "IN", ("pakistani",): "PK", ("russian",): "RU",
    ("swiss",): "CH", ("swedish",): "SE", ("norwegian",): "NO", ("danish",): "DK",
    ("icelandic",): "IS", ("mexican",): "MX", ("philippine",): "PH", ("turkish",): "TR",
    ("south", "african"): "ZA", ("saudi",): "SA", ("qatari",): "QA", ("ukrainian",): "UA",
}  # fmt: skip
"""Words before a currency's name → the two letters with which its code begins."""


def code_of(word: str) -> str:
    """The ISO code that a word in capitals is, or nothing."""
    return ALIASES.get(word, word) if word in CODES else ""


def singular(word: str) -> str:
    """The currency name in a word, or nothing."""
    if word in NAMES:
        return word
    return word[:-1] if word.endswith("s") and word[:-1] in NAMES else ""
