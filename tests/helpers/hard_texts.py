"""Texts that are hard to count in and to point into: each with words to be found in it."""

PROSE = "The ministry said on Monday that all of it had been paid by then. " * 30
HARD = {
    "emoji": ("One 😀 two 👩🏽‍🚀 three 🇳🇿 four target 😀 words five", "target 😀 words"),
    "emoji at the ends": ("One 😀 two 👩🏽‍🚀 target words 🇳🇿 four", "👩🏽‍🚀 target words 🇳🇿"),
    "astral letters": ("𝔗𝔥𝔢 𝔬𝔩𝔡 𝔱𝔞𝔯𝔤𝔢𝔱 𝔴𝔬𝔯𝔡𝔰 𝔥𝔢𝔯𝔢", "𝔱𝔞𝔯𝔤𝔢𝔱 𝔴𝔬𝔯𝔡𝔰"),
    "combining": ("Cafe\u0301 re\u0301sume\u0301 ta\u0308rget wo\u0323rds\u0301 e\u0301te\u0301",
                  "ta\u0308rget wo\u0323rds\u0301"),
    "hebrew within latin": ("total אבג target שלום עולם words 12 דהו end", "target שלום עולם words"),
    "arabic within latin": ("He said السلام عليكم and target words", "said السلام عليكم and"),
    "hebrew": ("שלום עולם טוב מאוד לכולם", "עולם טוב מאוד"),
    "arabic": ("السلام عليكم ورحمة الله وبركاته", "عليكم ورحمة الله"),
    "chinese": ("新西兰与北约签署了合作计划。" * 9, "北约签署了合作"),
    "japanese": ("ニュージーランドは支援を約束した。" * 9, "支援を約束"),
    "no-break space": ("NZ$78\u00a0million was target\u00a0words given", "target\u00a0words"),
    "line separator": ("first\u2028second target words third\u2028fourth", "target words"),
    "across a line separator": ("first target\u2028words third", "target\u2028words"),
    "tabs": ("Name\tValue\ttarget\twords\tMore", "target\twords"),
    "line of 1 MB": ("😀 filler " * 60_000 + "target words" + " filler" * 70_000, "target words"),
    "line of 1 MB without spaces": ("字" * 350_000 + "北约签署" + "字" * 9_000, "北约签署"),
    "100,000 blank lines": ("\n" * 50_000 + "target words" + "\n" * 50_000 + "end", "target words"),
    "CRLF": ("One line\r\n\r\nand target\r\nwords here\r\n", "target\nwords"),
    "CR": ("One line\r\rand target\rwords here\r", "target\nwords"),
    "U+FEFF at the start": ("\ufefftarget words follow 😀", "target words"),
    "U+FEFF within": ("One \ufefftar\ufeffget words\ufeff two", "target words"),
    "NUL": (PROSE + "A \0 before target \0 words. " + PROSE, "target \ufffd words"),
}  # fmt: skip
