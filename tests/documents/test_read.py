"""What is let in, what is refused and in which words, and how bytes become canonical text."""

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.documents import read
from reviewer.documents.read import read_document
from reviewer.domain.document import BlockKind, Document
from reviewer.domain.errors import DocumentError

CYRILLIC = "Новая Зеландия выделила Украине семьдесят восемь миллионов долларов. " * 8
JAPANESE = "日本はウクライナに対する支援を続けると首相が述べた。防衛費は増加している。" * 8


def assert_sound(document: Document) -> None:
    text = document.text
    assert text.strip()
    assert not any(c in text for c in "\r\x00\ufeff\v\f")
    text.encode("utf-8")  # a lone surrogate cannot be encoded
    at = 0
    for block in document.blocks:
        assert at <= block.start < block.end <= len(text)
        assert block.start == 0 or text[block.start - 1] == "\n"
        assert block.end == len(text) or text[block.end] == "\n"
        assert text[block.end - 1] != "\n"
        at = block.end + 1
    for inline in document.inlines:
        assert any(b.start <= inline.start < inline.end <= b.end for b in document.blocks)
    starts = [(i.start, -i.end) for i in document.inlines]
    assert starts == sorted(starts)
    "".join([*document.metadata, *document.metadata.values()]).encode("utf-8")


def assert_document_or_sentence(data: bytes, name: str, encoding: str | None = None) -> None:
    said = ""
    try:
        assert_sound(read_document(data, name, encoding=encoding))
    except DocumentError as error:
        said = str(error)
    assert not said or f"“{name}”" in said


@pytest.mark.parametrize(
    "name", ["a.txt", "a.TEXT", "README", "a.md", "a.markdown", "notes.log", "a.b", ".txt"]
)
def test_text_is_read_whatever_the_name(name: str) -> None:
    document = read_document(b"Ka pai.", name)
    assert document.text == "Ka pai."
    markdown = name.endswith((".md", ".markdown"))
    assert document.media_type == ("text/markdown" if markdown else "text/plain")


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        (b"", "a.txt", "“a.txt” is empty."),
        (b" \r\n\t\f \n", "a.txt", "“a.txt” holds nothing but white space."),
        (codecs.BOM_UTF8, "a.md", "“a.md” holds nothing but white space."),
        (b"<!-- -->\n\n[a]: b\n", "a.md", "“a.md” holds no text besides its markup."),
        (b"&nbsp;", "a.md", "“a.md” holds no text besides its markup."),
        (b"%PDF-1.7 ...", "paper.txt", "“paper.txt” seems to be a PDF; Reviewer reads plain text"),
        (b"\x89PNG\r\n\x1a\n\0\0", "/some/where/p.png", "“p.png” seems to be a PNG picture;"),
        (b"PK\x03\x04....word/document.xml", "a.docx", "a Word document (.docx)"),
        (b"PK\x03\x04....mimetypeapplication/epub+zip", "a", "an EPUB book"),
        (b"PK\x03\x04........", "a.zip", "a ZIP archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0", "a.doc", "an old Office document"),
        (b"{\\rtf1 hello}", "a.txt", "a rich text document"),
        (b"<p>Hello</p>", "a.HTML", "a web page (HTML)"),
        (b"abc\0def", "a.txt", "“a.txt” is not text; Reviewer reads plain text and Markdown."),
        (bytes(range(256)) * 40, "a.bin", "“a.bin” is not text in any encoding"),
        (codecs.BOM_UTF16_LE + b"a\0b", "a.txt", "“a.txt” cannot be read as utf-16;"),
        (codecs.BOM_UTF8 + b"\xff", "a.txt", "“a.txt” cannot be read as utf-8-sig;"),
    ],
)
def test_refusals_name_the_file_and_the_reason(data: bytes, name: str, says: str) -> None:
    with pytest.raises(DocumentError) as refused:
        read_document(data, name)
    assert says in str(refused.value)
    assert "\n" not in str(refused.value)


def test_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "BYTES_LIMIT", 3_000_000)
    assert read_document(b"a" * 3_000_000, "a.txt").text
    with pytest.raises(DocumentError, match=r"“a.txt” is too large: the limit is 3 MB\."):
        read_document(b"a" * 3_100_000, "a.txt")
    assert read.BYTES_LIMIT == 3_000_000


def test_names_that_are_no_text_are_shown_safely() -> None:
    with pytest.raises(DocumentError) as refused:
        read_document(b"", "caf\udce9\n.txt")
    str(refused.value).encode("utf-8")
    assert "\n" not in str(refused.value)


def test_marks_made_of_letters_do_not_refuse_a_text() -> None:
    assert read_document(b"ID3 is a tag format.", "a.txt").text == "ID3 is a tag format."


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        ("Māori".encode(), "utf-8", "Māori"),
        ("Māori".encode("utf-8-sig"), "utf-8-sig", "Māori"),
        ("Māori".encode("utf-16"), "utf-16", "Māori"),
        (codecs.BOM_UTF16_BE + "Māori".encode("utf-16-be"), "utf-16", "Māori"),
        ("Māori".encode("utf-32"), "utf-32", "Māori"),
        (codecs.BOM_UTF32_BE + "Māori".encode("utf-32-be"), "utf-32", "Māori"),
        ("Aotearoa, Māori".encode("utf-16-le"), "utf-16-le", "Aotearoa, Māori"),
        ("Aotearoa, Māori".encode("utf-16-be"), "utf-16-be", "Aotearoa, Māori"),
        # The first NUL makes this mark look like that of UTF-32.
        (("\ufeff\0" + "a" * 1001).encode("utf-16-le"), "utf-16", "\ufffd" + "a" * 1001),
        ("café “d’accord”".encode("cp1252"), "cp1252", "café “d’accord”"),
        (CYRILLIC.encode("cp1251"), "cp1251", CYRILLIC),
        (JAPANESE.encode("cp932"), "cp932", JAPANESE),
        (JAPANESE.encode("iso2022_jp"), "iso2022_jp", JAPANESE),
    ],
)
def test_encodings_are_told_apart(data: bytes, encoding: str, text: str) -> None:
    document = read_document(data, "a.txt")
    assert (document.text, document.encoding) == (text, encoding)


def test_a_person_may_override_the_encoding() -> None:
    data = CYRILLIC.encode("koi8_r")
    assert read_document(data, "a.txt", encoding="koi8_r").text == CYRILLIC
    assert read_document(data, "a.txt", encoding="cp1251").text != CYRILLIC
    assert read_document(data, "a.txt", encoding="cp1251").encoding == "cp1251"


@pytest.mark.parametrize("encoding", ["no-such", "zlib", "a\0b", "", "é"])
def test_an_unknown_encoding_is_a_sentence(encoding: str) -> None:
    with pytest.raises(DocumentError):
        read_document(b"abc", "a.txt", encoding=encoding)


def test_an_override_that_does_not_fit_is_a_sentence() -> None:
    with pytest.raises(DocumentError, match=r"“a\.txt” cannot be read as ascii"):
        read_document("é".encode(), "a.txt", encoding="ascii")


def test_canonical_text() -> None:
    data = "\ufeff\ufeffa\r\nb\rc\fd\ve\u2028f\u2029g\x85h\ufeffi".encode()
    assert read_document(data, "a.txt").text == "a\nb\nc\nd\ne\u2028f\u2029g\x85hi"


def test_a_stray_nul_is_replaced_and_many_are_refused() -> None:
    assert read_document(b"word " * 500 + b"\0", "a.txt").text.endswith("word \ufffd")
    with pytest.raises(DocumentError, match="is not text"):
        read_document(b"word\0" * 500, "a.txt")
    assert read_document(b"a\0b", "a.txt", encoding="ascii").text == "a\ufffdb"


def test_lone_surrogates_are_replaced() -> None:
    assert read_document(b"a+2AA-b", "a.txt", encoding="utf-7").text == "a\ufffdb"


def test_line_and_paragraph_separators_end_no_block() -> None:
    document = read_document("one\u2028two\u2029three\n\nfour".encode(), "a.txt")
    assert [(b.start, b.end) for b in document.blocks] == [(0, 13), (15, 19)]


PIECES = st.sampled_from(
    [
        "---\n",
        "a: b\n",
        "# ",
        "> ",
        "- ",
        "1. ",
        "\n",
        "\n\n",
        "===",
        "```\n",
        "|a|b|\n",
        "|-|-|\n",
        "**",
        "*",
        "[a](b)",
        "![",
        "<b>",
        "<!--",
        "<br>",
        "~~",
        "`",
        "\\",
        "&#13;",
        "&#xFEFF;",
        "&#0;",
        "word ",
        "A whole sentence that is long enough to be read as running text by the rules. ",
        "Recent Posts",
        "Tags: a",
        "Jane Doe",
        "May 9, 2025",
        "Read more",
        "Share",
        "\u2028",
        "\r",
        "\x00",
        "<script>",
        "</script>",
        "\ufeff",
        "😀",
        "    ",
        "\t",
        "&nbsp;",
        "<p>",
        '"\\ud800"',
        "&a ",
        "x: *a\n",
    ]
)


@settings(deadline=None, max_examples=150)
@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.md", "a", "a.bin"]))
def test_any_bytes_give_a_document_or_a_sentence(data: bytes, name: str) -> None:
    assert_document_or_sentence(data, name)


@settings(deadline=None, max_examples=300)
@given(st.lists(PIECES | st.text(max_size=6), max_size=40), st.sampled_from(["a.txt", "a.md"]))
def test_any_text_gives_a_sound_document(pieces: list[str], name: str) -> None:
    data = "".join(pieces).encode("utf-8", "replace")
    assert_document_or_sentence(data, name, encoding="utf-8")


@settings(deadline=None, max_examples=100)
@given(st.lists(PIECES | st.text("ab \n", max_size=9), max_size=40))
def test_plain_text_loses_no_words(pieces: list[str]) -> None:
    text = "".join(pieces).encode("utf-8", "replace").decode()
    if not text.strip("\ufeff \t\r\n\u2028\v\f\x1c\x1d\x1e\x1f\x85\xa0"):
        return
    try:
        document = read_document(text.encode(), "a.txt", encoding="utf-8")
    except DocumentError:
        return
    assert document.encoding == "utf-8"
    covered = "".join(document.text[b.start : b.end] for b in document.blocks)
    letters = [c for c in document.text if c.isalpha()]
    assert [c for c in covered if c.isalpha()] == letters
    assert not any(b.kind is BlockKind.TABLE_ROW for b in document.blocks)
