"""Reading Markdown documents."""

import re
from pathlib import Path

import pytest

from indexer.errors import ReadError
from indexer.readers.markdown import read_markdown
from knowledge.documents import Document

CONTENT = Path(__file__).parents[2] / "knowledge" / "content" / "documents"
FILES = sorted(CONTENT.glob("*.md"))

FRONT_MATTER = """---
id: standpunt-2025
title: "Overheidsbreed standpunt"
short_title: "Standpunt (2025)"
kind: standpunt
text: digest
standpoint: 2025-overheidsbreed
publisher: "BZK"
reference: "april 2025"
date: 2025-04-16
status: in_force
language: nl
---
"""


def read(markdown: str) -> Document:
    return read_markdown(FRONT_MATTER + markdown, "standpunt-2025.md")


def test_front_matter_becomes_the_document() -> None:
    document = read("")
    assert (document.id, document.kind, document.text) == ("standpunt-2025", "standpunt", "digest")
    assert document.date == "2025-04-16"
    assert document.url is None
    assert document.passages == ()


def test_a_paragraph_with_its_anchors_is_one_passage() -> None:
    (passage,) = read("\n## Kern\n\n### Inhoud\n\nEerste zin.\nTweede *zin*. {#F-01 #F-02}\n").passages
    assert passage.id == "standpunt-2025#F-01"
    assert passage.anchors == ("F-01", "F-02")
    assert passage.text == "Eerste zin. Tweede zin."
    assert passage.heading_path == ("Kern", "Inhoud")
    assert passage.line == 19


def test_a_heading_ends_the_sections_below_it() -> None:
    passages = read("# Titel\n\n## A\n\n### B\n\nx {#F-1}\n\n## C\n\ny {#F-2}\n").passages
    assert [passage.heading_path for passage in passages] == [("A", "B"), ("C",)]


def test_a_list_is_one_passage_without_its_dashes() -> None:
    (passage,) = read("- Kennisnemen van **de brief**;\n- Akkoord gaan. {#F-06}\n").passages
    assert passage.text == "Kennisnemen van de brief; Akkoord gaan."
    assert passage.anchors == ("F-06",)


def test_numbers_of_a_list_are_words_of_the_source() -> None:
    (passage,) = read("1. Eerst.\n2. Dan. {#F-06}\n").passages
    assert passage.text == "1. Eerst. 2. Dan."


@pytest.mark.parametrize("between", ["", "\n"])
def test_anchors_under_a_table_belong_to_the_table(between: str) -> None:
    (passage,) = read(f"| Datum | 8-12-2023 |\n| --- | --- |\n| Van | |\n{between}{{#F-01}}\n").passages
    assert passage.text == "Datum | 8-12-2023 / Van"
    assert passage.anchors == ("F-01",)


def test_addresses_lose_their_brackets_and_nothing_else() -> None:
    (passage,) = read("Zie <https://example.nl/a?b=1&c=%20d>. {#F-01}\n").passages
    assert passage.text == "Zie https://example.nl/a?b=1&c=%20d."


def test_html_is_text() -> None:
    (passage,) = read("Minder dan <5> is <b>weinig</b>. {#F-01}\n").passages
    assert passage.text == "Minder dan <5> is <b>weinig</b>."


def test_what_a_summary_says_about_itself_is_not_indexed() -> None:
    passages = read("## Over deze samenvatting\n\nNiet officieel.\n\n## Kern\n\nWel.\n").passages
    assert [passage.text for passage in passages] == ["Wel."]


def test_a_statement_without_anchors_gets_an_ordinal() -> None:
    passages = read("Een. {#F-1}\n\n> Twee.\n").passages
    assert [passage.id for passage in passages] == ["standpunt-2025#F-1", "standpunt-2025#p2"]


@pytest.mark.parametrize(
    ("markdown", "line", "problem"),
    [
        ("Een. {#F-1}\n\nTwee. {#F-1}\n", 16, "anchor `F-1` is also on line 14"),
        ("## Kop {#F-1}\n", 14, "anchor `F-1` does not end a statement"),
        ("Een {#F-1} twee. {#F-2}\n", 14, "anchor `F-1` does not end a statement"),
        ("## Kop\n\n{#F-1}\n", 16, "anchor `F-1` has no statement"),
        ("Een. {#F 1}\n", 14, "`1` is no anchor"),
    ],
)
def test_an_anchor_must_name_one_statement(markdown: str, line: int, problem: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(markdown)
    assert (caught.value.path, caught.value.line, caught.value.problem) == ("standpunt-2025.md", line, problem)
    assert caught.value.advice


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("## Kop\n", 1, "no front matter"),
        ("", 1, "no front matter"),
        ("---\nid: x\n", 1, "the front matter is not closed"),
        ("---\n---\n", 1, "the front matter has no fields"),
        ("---\nid: a: b\n---\n", 2, "the front matter is not YAML: mapping values are not allowed here"),
        (FRONT_MATTER.replace("publisher", "publischer"), 8, "unknown field `publischer` in the front matter"),
        (FRONT_MATTER.replace('publisher: "BZK"\n', ""), 1, "the front matter lacks `publisher`"),
        (
            FRONT_MATTER.replace("text: digest", "text: summary"),
            6,
            "`text`: Input should be 'official' or 'digest'",
        ),
    ],
)
def test_wrong_front_matter_is_told_with_its_line(text: str, line: int, problem: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_markdown(text, "x.md")
    assert (caught.value.line, caught.value.problem) == (line, problem)
    assert str(caught.value) == f"x.md:{line}: {problem}; {caught.value.advice}"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_document_is_read_without_loss(file: Path) -> None:
    source = file.read_text(encoding="utf-8")
    document = read_markdown(source, str(file))
    assert document.id == file.stem
    groups = re.findall(r"\{#([^}]*)\}", source)
    assert [list(passage.anchors) for passage in document.passages] == [
        group.replace("#", "").split() for group in groups
    ]
    body = source.split("\n---\n", 1)[1]
    anchored = re.sub(r"(?m)^#+ .*$|^## Over deze samenvatting$(?s:.*?)(?=^#)", "", body)
    if "## Over deze samenvatting" in body:
        anchored = re.sub(r"\A\s*[^{]*?\n\n(?=[^\n]*\{#)", "", anchored.strip() + "\n", count=1)
    expected = re.findall(r"\w+", re.sub(r"\{#[^}]*\}", " ", anchored))
    assert re.findall(r"\w+", " ".join(passage.text for passage in document.passages)) == expected


def test_the_line_of_a_passage_is_where_it_stands() -> None:
    for file in FILES:
        lines = file.read_text(encoding="utf-8").splitlines()
        for passage in read_markdown("\n".join(lines), str(file)).passages:
            assert passage.text.split()[0] in lines[passage.line - 1]
