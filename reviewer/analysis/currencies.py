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
    "₵": ("GHS",),
    "₸": ("KZT",),
    "₾": ("GEL",),
    "₭": ("LAK",),
    "₡": ("CRC",),
    "₮": ("MNT",),
    "₲": ("PYG",),
    "₿": ("BTC",),
    "৳": ("BDT",),
    "元": ("CNY",),
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
    "USD", "NZD", "AUD", "CAD", "SGD", "HKD", "FJD", "TWD", "GBP", "EUR", "JPY", "CNY", "CNH",
    "RMB", "KRW", "INR", "IDR", "MYR", "PHP", "THB", "VND", "PKR", "BDT", "LKR", "NPR", "CHF",
    "SEK", "NOK", "DKK", "ISK", "PLN", "CZK", "HUF", "RON", "BGN", "RSD", "HRK", "RUB", "UAH",
    "TRY", "ILS", "AED", "SAR", "QAR", "KWD", "BHD", "OMR", "JOD", "LBP", "IQD", "IRR", "EGP",
    "MAD", "TND", "DZD", "ZAR", "NGN", "KES", "GHS", "UGX", "TZS", "ETB", "ZMW", "BWP", "MUR",
    "XAF", "XOF", "BRL", "MXN", "ARS", "CLP", "UYU", "CRC", "DOP", "JMD", "TTD", "PGK", "WST",
    "XPF", "SBD", "VUV", "TOP", "KZT", "UZS", "GEL", "AZN", "BYN", "MDL", "MMK", "KHR", "LAK",
    "MNT", "BND", "MOP", "BTC",
))  # fmt: skip
"""Written in capitals. Codes that are English words or acronyms of the news are left out (COP)."""

SMALL_CODES = frozenset(("usd", "eur", "gbp", "nzd", "aud", "jpy", "cny", "rmb", "inr", "chf"))
"""Codes that are no word in small letters either."""

ALIASES = {"RMB": "CNY", "CNH": "CNY"}

MARKS: dict[str, tuple[str, ...]] = {
    "K": ("ZMW", "MWK", "PGK", "MMK"),
    "Rs": ("INR", "PKR", "LKR", "NPR"),
    "RM": ("MYR",),
    "Rp": ("IDR",),
    "KSh": ("KES",),
    "Ksh": ("KES",),
    "Sh": ("KES", "TZS", "UGX"),
    "Tk": ("BDT",),
    "kr": ("SEK", "NOK", "DKK"),
    "Fr": ("CHF",),
    "SFr": ("CHF",),
    "DKr": ("DKK",),
    "Dkr": ("DKK",),
    "SKr": ("SEK",),
    "Skr": ("SEK",),
    "NKr": ("NOK",),
    "Nkr": ("NOK",),
    "R": ("ZAR",),
    "Kc": ("CZK",),
    "P": ("PHP",),
    "zł": ("PLN",),
    "N": ("NGN",),
    "Php": ("PHP",),
    "Ush": ("UGX",),
    "Tsh": ("TZS",),
    "Ft": ("HUF",),
    "Le": ("SLE",),
}
"""Letters before a figure, as written, that are a currency."""

NEEDS_AMOUNT = frozenset(("R", "P", "N", "K", "Sh", "Fr", "Le", "kr"))
"""Letters among them that count only right before a figure with a scale or a comma."""

MARK_SIGNS = {"Rs": "₹", "K": "kwacha"}

NAMES: dict[str, tuple[str, ...]] = {
    "dollar": DOLLARS,
    "buck": DOLLARS,
    "euro": ("EUR",),
    "yen": ("JPY",),
    "yuan": ("CNY",),
    "renminbi": ("CNY",),
    "rupee": ("INR", "PKR", "LKR", "NPR"),
    "rouble": ("RUB", "BYN"),
    "ruble": ("RUB", "BYN"),
    "hryvnia": ("UAH",),
    "pound": ("GBP", "EGP", "LBP"),
    "won": ("KRW",),
    "franc": ("CHF", "XAF", "XOF", "XPF"),
    "krona": ("SEK", "ISK"),
    "kronor": ("SEK",),
    "krone": ("NOK", "DKK"),
    "kroner": ("NOK", "DKK"),
    "crown": ("SEK", "NOK", "DKK", "CZK"),
    "koruna": ("CZK",),
    "zloty": ("PLN",),
    "zlotys": ("PLN",),
    "forint": ("HUF",),
    "leu": ("RON", "MDL"),
    "lei": ("RON", "MDL"),
    "lev": ("BGN",),
    "leva": ("BGN",),
    "kuna": ("HRK",),
    "dinar": ("KWD", "BHD", "JOD", "IQD", "TND", "DZD", "RSD"),
    "dirham": ("AED", "MAD"),
    "riyal": ("SAR", "QAR"),
    "rial": ("IRR", "OMR", "YER"),
    "shekel": ("ILS",),
    "lira": ("TRY",),
    "baht": ("THB",),
    "rupiah": ("IDR",),
    "ringgit": ("MYR",),
    "dong": ("VND",),
    "taka": ("BDT",),
    "kyat": ("MMK",),
    "tenge": ("KZT",),
    "peso": ("MXN", "PHP", "ARS", "CLP", "COP", "UYU", "DOP"),
    "real": ("BRL",),
    "reais": ("BRL",),
    "sol": ("PEN",),
    "rand": ("ZAR",),
    "naira": ("NGN",),
    "cedi": ("GHS",),
    "shilling": ("KES", "UGX", "TZS"),
    "birr": ("ETB",),
    "kwacha": ("ZMW", "MWK", "PGK", "MMK"),
    "kina": ("PGK",),
    "markka": ("FIM",),
    "guilder": ("NLG",),
    "peseta": ("ESP",),
    "bitcoin": ("BTC",),
}
"""Singular name → readings. A plural in s is looked up without it."""

SMALL = {
    "cent": ("$", (*DOLLARS, "EUR", "ZAR")), "cents": ("$", (*DOLLARS, "EUR", "ZAR")),
    "¢": ("$", DOLLARS), "pence": ("GBP", ("GBP",)), "penny": ("GBP", ("GBP",)),
}  # fmt: skip
"""Hundredths: what stands for the whole, and what it may be."""

NEEDS_SCALE = frozenset(("pound", "won", "rand", "real", "sol", "crown", "buck", "dong", "lev"))
"""Names that are other words too: money only after a million or a country."""

IN_FIGURES = frozenset(("crown", "rand"))
"""Names among them that are money behind figures too: "2,500 crowns"."""

NAME_SIGNS = {
    "dollar": "$",
    "buck": "$",
    "rupee": "₹",
    "pound": "£",
    "peso": "peso",
    "franc": "franc",
}
"""What stands as unit while the country of a name is not stated; else the name itself."""

COUNTRIES: dict[tuple[str, ...], str] = {
    ("us",): "US", ("u", ".", "s", "."): "US", ("american",): "US", ("united", "states"): "US",
    ("new", "zealand"): "NZ", ("kiwi",): "NZ", ("nz",): "NZ", ("australian",): "AU",
    ("canadian",): "CA", ("singapore",): "SG", ("hong", "kong"): "HK", ("fijian",): "FJ",
    ("fiji",): "FJ", ("taiwan",): "TW", ("new", "taiwan"): "TW", ("british",): "GB",
    ("egyptian",): "EG", ("japanese",): "JP", ("chinese",): "CN", ("south", "korean"): "KR",
    ("korean",): "KR", ("indian",): "IN", ("pakistani",): "PK", ("russian",): "RU",
    ("brazilian",): "BR", ("nigerian",): "NG", ("kenyan",): "KE", ("ugandan",): "UG",
    ("tanzanian",): "TZ", ("ghanaian",): "GH", ("czech",): "CZ", ("kuwaiti",): "KW",
    ("iraqi",): "IQ", ("iranian",): "IR", ("omani",): "OM", ("moroccan",): "MA",
    ("argentine",): "AR", ("chilean",): "CL", ("colombian",): "CO", ("cfa",): "XO",
    ("lebanese",): "LB", ("jordanian",): "JO", ("serbian",): "RS", ("malaysian",): "MY",
    ("finnish",): "FI", ("dutch",): "NL", ("emirati",): "AE", ("nepalese",): "NP",
    ("sri", "lankan"): "LK", ("belarusian",): "BY", ("polish",): "PL", ("hungarian",): "HU",
    ("swiss",): "CH", ("swedish",): "SE", ("norwegian",): "NO", ("danish",): "DK",
    ("icelandic",): "IS", ("mexican",): "MX", ("philippine",): "PH", ("turkish",): "TR",
    ("south", "african"): "ZA", ("saudi",): "SA", ("qatari",): "QA", ("ukrainian",): "UA",
}  # fmt: skip
"""Words before a currency's name → the two letters with which its code begins."""


def code_of(word: str) -> str:
    """The ISO code that a word in capitals is, or nothing."""
    if word in SMALL_CODES:
        word = word.upper()
    return ALIASES.get(word, word) if word in CODES else ""


def singular(word: str) -> str:
    """The currency name in a word, or nothing."""
    if word in NAMES:
        return word
    return word[:-1] if word.endswith("s") and word[:-1] in NAMES else ""
