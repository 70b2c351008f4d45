"""Front matter: fields as they stand, and nothing that a hostile file can make of YAML."""

import pytest

from reviewer.documents.front_matter import split


def test_fields_and_their_names() -> None:
    text = (
        "---\nTitle: 'A: b'\nAuthors:\n  - Jane Doe\n  - {name: John, role: editor}\nSite: Example\n"
        "URL: https://example.org\npublished: 2024-07-12\ndraft: no\nnumber: 010\nnested: {a: 1, b: [2, 3]}\n---"
    )
    found = split(text + "\nBody")
    assert text == (text + "\nBody")[: found.end]
    assert found.fields == {
        "title": "A: b",
        "author": "Jane Doe, John",
        "publisher": "Example",
        "address": "https://example.org",
        "date": "2024-07-12",
        "draft": "no",
        "number": "010",
        "nested": "a: 1; b: 2, 3",
    }


def test_a_field_of_the_right_name_goes_first() -> None:
    assert split("---\nauthor: A\nbyline: B\n---\n").fields == {"author": "A", "byline": "B"}


@pytest.mark.parametrize(
    "text",
    [
        "Body",
        "---\nno end",
        "---\n---\nBody",
        "---\nJust a paragraph between rules.\n---\n",
        "---\n- a\n- b\n---\n",
        "---\n{}\n---\n",
        "---\na: [1\n---\n",
        "---\na: &x [1]\nb: *x\n---\n",
        "---\na: " + "[" * 5000 + "\n---\n",
        "---\na: " + "[" * 9 + "]" * 9 + "\n---\n",
        '---\na: "\\UFFFFFFFF"\n---\n',
        '---\na: "\\U00110000"\n---\n',
        "---\na: b\n--- c\n",
        "---\n? [a]\n: b\n---\n",
        "---\na: " + "b" * 20_000 + "\n---\n",
        " ---\na: b\n---\n",
        "---\na: !!python/object/apply:os.system [ls\n---\n",
    ],
)
def test_what_is_no_front_matter_is_text(text: str) -> None:
    found = split(text)
    assert (found.end, found.fields) == (0, {})


def test_an_alias_bomb_is_text() -> None:
    bomb = "".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 20))
    assert split(f"---\na0: &a0 x\n{bomb}---\n").end == 0


def test_tags_are_not_obeyed() -> None:
    found = split("---\na: !!python/name:os.system\nb: !!int 5\n---\n")
    assert found.fields == {"a": "", "b": "5"}


def test_escapes_cannot_bring_in_what_a_text_may_not_hold() -> None:
    assert split('---\na: "x\\0\\uD800\\r\\uFEFFy"\n---\n').fields == {"a": "x\ufffd\ufffd\ny"}
