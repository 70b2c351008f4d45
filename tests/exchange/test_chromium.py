"""The web page as a browser prints it: nothing is cut."""

import re
from dataclasses import replace

from outside import run

from reviewer.domain.options import ReportOptions
from reviewer.exchange.choosing import choose
from reviewer.exchange.html import write_html


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def printed(page: bytes, tmp_path) -> list[str]:
    source, target = tmp_path / "report.html", tmp_path / "report.pdf"
    source.write_bytes(page)
    run("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
        f"--user-data-dir={tmp_path / 'profile'}", f"--print-to-pdf={target}", source.as_uri())  # fmt: skip
    return run("pdftotext", "-raw", target, "-").split("\f")[:-1]


def test_every_quote_and_the_marking_are_on_paper(project, made, tmp_path):
    contents = {e.text_sha256: project.texts[e.id].encode() for e in project.editions}
    material = replace(project.material(), contents=contents)
    options = ReportOptions(marking='OFFICIAL "x" </style>', appendix=True)
    pages = printed(made(write_html, choose(material, options)), tmp_path)
    text = squeezed("".join(pages)).replace(squeezed(options.marking), "")
    text = re.sub(r"\d+/\d+", "", text)
    for passage in project.passages.values():
        assert squeezed(passage.annotation.target.exact) in text
    for page in pages:
        assert page.count("OFFICIAL") >= 2


def test_the_longest_word_is_broken_and_not_cut(hostile, made, tmp_path):
    word = "W" * 700 + "END"
    text = squeezed("".join(printed(made(write_html, hostile(word).material(title="x")), tmp_path)))
    # Twice in the list by source, and a side in each relation.
    assert text.count("END") > 2
