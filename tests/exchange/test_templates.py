"""Templates of the person's own: they say what they like, and reach nothing that is not theirs."""

import shutil

import pytest

from reviewer.assets import asset
from reviewer.domain.errors import ExchangeError
from reviewer.exchange.html import write_html, write_html_by
from reviewer.services.reporting import whole


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "secret.txt").write_text("SECRET", "utf-8")
    (tmp_path / "templates").mkdir()
    return tmp_path / "templates"


@pytest.fixture
def page(folder, material, made):
    def fill(template: str) -> str:
        (folder / "report.html").write_text(template, "utf-8")
        return made(write_html_by(folder), material).decode()

    return fill


def test_a_template_takes_the_place_of_ours(page, folder):
    (folder / "part.html").write_text("<b>{{ report.title }}</b>", "utf-8")
    shown = page(
        "{% include 'part.html' %}{% for s in report.sections %}{{ s.title }},{% endfor %}"
    )
    assert shown.startswith("<b>Indo-Pacific partners and NATO</b>Summary,")


def test_our_own_template_works_as_theirs(folder, material, made):
    shutil.copy(asset("resources", "templates", "report.html"), folder)
    assert made(write_html_by(folder), material) == made(write_html, material)


def test_words_are_escaped(folder, hostile, made):
    (folder / "report.html").write_text("{{ report.title }}", "utf-8")
    material = hostile("<script>").material(title="<script>")
    assert made(write_html_by(folder), material) == b"&lt;script&gt;"


@pytest.mark.parametrize(
    "template",
    [
        "{{ report.__class__ }}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ report.sections.__class__.__base__ }}",
        "{{ self.__init__.__globals__ }}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ report.sections|attr('__class__') }}",
        "{{ '{0.__class__.__init__.__globals__}'.format(report) }}",
        "{{ ('%s' % report)|attr('__class__') }}",
        "{{ lipsum.__globals__ }}",
        "{% set x = report.title.__getattribute__('upper') %}{{ x() }}",
        "{{ range(999999999)|list|length }}",
        "{% include '../secret.txt' %}",
        "{% include '/etc/passwd' %}",
        "{% include 'link.html' %}",
        "{% include 'folder/secret.txt' %}",
        "{% import '../secret.txt' as x %}",
        "{% extends '../secret.txt' %}",
        "{{ report.sections.append(1) }}",
        "{{ open('/etc/passwd').read() }}",
        "{{ 1 / 0 }}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{{ no_such_name }}",
        "{% if %}",
    ],
)
def test_what_reaches_out_is_refused_in_a_sentence(page, folder, tmp_path, template):
    (folder / "link.html").symlink_to(tmp_path / "secret.txt")
    (folder / "folder").symlink_to(tmp_path)
    with pytest.raises(ExchangeError) as caught:
        page(template)
    assert str(caught.value).startswith("The template does not work: “report.html”, line 1: ")
    assert "SECRET" not in str(caught.value)


def test_a_folder_without_a_template_is_said(folder, material, made):
    with pytest.raises(ExchangeError) as caught:
        made(write_html_by(folder), material)
    assert str(caught.value) == f"“{folder}” holds no template that can be read as “report.html”."


@pytest.mark.parametrize(
    ("template", "part", "told"),
    [
        ("\n\n{{ nowhere }}", "", "“report.html”, line 3: 'nowhere' is undefined."),
        ("{% include 'part.html' %}", "a\n{{ 1 / 0 }}", "“part.html”, line 2: ZeroDivisionError:"),
        ("{% include 'part.html' %}", "a\n\n{% endfor %}", "“part.html”, line 3: Encountered"),
        ("\n{% include 'gone.html' %}", "", "“report.html”, line 2: there is no “gone.html”"),
    ],
)
def test_what_is_wrong_is_said_with_file_and_line(page, folder, template, part, told):
    (folder / "part.html").write_text(part, "utf-8")
    with pytest.raises(ExchangeError) as caught:
        page(template)
    assert str(caught.value).startswith(f"The template does not work: {told}")


def test_a_template_that_is_not_there_is_no_fault_of_the_disk(folder, material, tmp_path):
    """Jinja's error is an OSError too, and ``whole`` would tell it as one."""
    with (
        pytest.raises(ExchangeError, match="holds no template"),
        whole(tmp_path / "out.html") as file,
    ):
        list(write_html_by(folder)(material, file))
