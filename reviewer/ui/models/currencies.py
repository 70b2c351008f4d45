"""The currencies that a form offers: ISO 4217 codes of money in use, and names for the frequent."""

CODES = tuple(
    """
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN
    BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL
    GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF
    KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN
    MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD
    SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH
    UGX USD UYU UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG
    """.split()  # noqa: SIM905 - a list literal would run over 160 lines
)

NAMES = {
    "AUD": "Australian dollar",
    "CAD": "Canadian dollar",
    "CHF": "Swiss franc",
    "CNY": "Chinese yuan",
    "EUR": "euro",
    "FJD": "Fijian dollar",
    "GBP": "pound sterling",
    "HKD": "Hong Kong dollar",
    "INR": "Indian rupee",
    "JPY": "Japanese yen",
    "KRW": "South Korean won",
    "NOK": "Norwegian krone",
    "NZD": "New Zealand dollar",
    "PGK": "Papua New Guinean kina",
    "PLN": "Polish złoty",
    "RUB": "Russian rouble",
    "SEK": "Swedish krona",
    "SGD": "Singapore dollar",
    "TWD": "New Taiwan dollar",
    "UAH": "Ukrainian hryvnia",
    "USD": "US dollar",
}


def currency_label(code: str) -> str:
    """``NZD · New Zealand dollar``, or the code alone."""
    return f"{code} · {NAMES[code]}" if code in NAMES else code
