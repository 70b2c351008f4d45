"""The lines for programs: the documented ten lines of Python read them back and prove them."""

import io
import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from reviewer.domain.options import ReportOptions
from reviewer.exchange.choosing import choose
from reviewer.exchange.jsonl import write_jsonl

DOCS = Path(__file__).parents[2] / "docs" / "formats.md"


def written(material):
    file = io.BytesIO()
    steps = list(write_jsonl(material, file))
    assert steps[-1][0] == steps[-1][1]
    return file.getvalue().decode()


def with_texts(project, title="x"):
    contents = {e.text_sha256: project.texts[e.id].encode() for e in project.editions}
    return choose(replace(project.material(title), contents=contents), ReportOptions(appendix=True))


def documented_reader():
    code = re.findall(r"```python\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL)[0]
    lines = [line for line in code.splitlines() if line.strip()]
    assert len(lines) == 10
    return code


def read_back(text, tmp_path):
    file = tmp_path / "aid.jsonl"
    file.write_text(text, "utf-8", newline="")
    return subprocess.run(
        [sys.executable, "-I", "-c", documented_reader(), str(file)],
        capture_output=True, encoding="utf-8", check=False, env={"PYTHONUTF8": "1"},
    )  # fmt: skip


def test_ten_lines_of_python_read_it_back(project, tmp_path):
    done = read_back(written(with_texts(project)), tmp_path)
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == len(project.passages)


def test_they_fail_if_an_offset_is_wrong(project, tmp_path):
    text = written(with_texts(project)).replace('"start": 4', '"start": 5', 1)
    text = re.sub(r'"start": (\d+)', lambda m: f'"start": {int(m[1]) + 1}', text, count=1)
    assert read_back(text, tmp_path).returncode != 0


def test_offsets_count_code_points_whatever_the_letters(hostile, tmp_path):
    project = hostile("👩‍👩‍👧 \u2028 🇳🇿\n\te\u0301", "\u2029😀\x85 end")
    text = written(with_texts(project))
    assert all(json.loads(line) for line in text.split("\n")[:-1])
    texts = {}
    for item in map(json.loads, text.split("\n")[:-1]):
        if item["type"] == "text":
            texts[item["sha256"]] = item["text"]
        else:
            assert texts[item["text_sha256"]][item["start"] : item["end"]] == item["exact"]


def test_every_annotation_is_one_line_with_all_that_is_known(material):
    items = [json.loads(line) for line in written(material).splitlines()]
    assert [item["id"] for item in items] == [p.annotation.id for p in material.annotations]
    total = next(item for item in items if item["id"] == "a-us79")
    assert total["tags"] == ["aid / total", "aid"]
    assert total["claim"]["quantity"]["low"] == "79500000"
    assert total["claim"]["quantity"]["currencies"] == ["USD", "NZD"]
    assert {relation["id"] for relation in total["relations"]} == {"r-total", "r-sum", "r-support"}
    assert total["created"] == "2026-01-05T08:00:00Z"
    assert "claim" not in next(item for item in items if item["id"] == "a-plain")


def test_every_name_is_documented(material, project):
    docs = DOCS.read_text("utf-8")

    def names(value):
        if isinstance(value, dict):
            for key, inner in value.items():
                yield key
                yield from names(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from names(inner)

    for line in written(with_texts(project)).splitlines():
        for name in names(json.loads(line)):
            assert f"`{name}`" in docs, name


def test_golden(material, golden):
    golden("report.jsonl", written(material))
