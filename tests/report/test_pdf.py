"""The printed page: tagged for those who can't see it, the same bytes every time, one side where it fits."""

import io
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from bonddiary.report import typesetting
from bonddiary.report.document import Items, PageKind, Picture, ReportDocument
from bonddiary.report.pdf import page_pictures, pdf
from bonddiary.report.request import Section
from bonddiary.report.typesetting import Stopped, Typesetting
from tests.report.pages import blocks, drawing, page, picture, tried, with_words

ROOT = Path(__file__).resolve().parent.parent.parent
HAND_OVER = replace(page(), kind=PageKind.HAND_OVER, blocks=blocks()[:3], logged_heading="", logged=())
RULERS = picture(Section.DAYS, "days", "16 to 22 November", "7 empty rulers of 24 hours.")
SHEET = replace(
    page(), kind=PageKind.SHEET, blocks=(RULERS, blocks()[1], RULERS), logged_heading="", logged=()
)
KINDS = {
    "profile": page(),
    "large": page(large=True),
    "grey": page(grey=True),
    "hand-over": HAND_OVER,
    "sheet": SHEET,
    "right to left": page(language="ar", right_to_left=True, title="يوميات روبن"),
}


@pytest.fixture(autouse=True)
def drawn_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Charts have tests of their own."""
    monkeypatch.setattr(typesetting, "svg", drawing)


def read(document: ReportDocument) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf(document)))


def tagged(node: Any) -> Iterator[Any]:
    """Every element of the structure, in reading order."""
    kids = node.get("/K")
    for kid in kids if isinstance(kids, pikepdf.Array) else [] if kids is None else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from tagged(kid)


def tags(document: ReportDocument) -> list[str]:
    made = read(document)  # its parts are gone when it is
    return [str(element.S) for element in tagged(made.Root.StructTreeRoot)]


def size(made: pikepdf.Pdf) -> list[float]:
    """The first page's width and height in points."""
    return [float(edge) for edge in made.pages[0].MediaBox][2:]


@pytest.mark.parametrize("kind", KINDS)
def test_who_listens_to_it_gets_all_of_it(kind: str) -> None:
    document = KINDS[kind]
    made = read(document)
    elements = list(tagged(made.Root.StructTreeRoot))
    kinds = [str(element.S) for element in elements]
    assert made.Root.MarkInfo.Marked
    assert str(made.Root.Lang).split("-")[0] == document.language.split("-")[0]
    assert made.Root.ViewerPreferences.DisplayDocTitle
    assert kinds.count("/H1") == 1
    assert kinds.count("/H2") >= len([block for block in document.blocks if block.heading])
    alts = [str(element.Alt) for element in elements if element.S == "/Figure"]
    assert alts == [block.alt for block in document.blocks if isinstance(block, Picture)]
    assert all(_scope(element) == "/Column" for element in elements if element.S == "/TH")


def _scope(cell: Any) -> str:
    found = cell.get("/A")
    for one in found if isinstance(found, pikepdf.Array) else [found]:
        if one is not None and "/Scope" in one:
            return str(one.Scope)
    return ""


def test_tables_have_headers_and_lists_are_lists() -> None:
    found = tags(page())
    assert found.count("/TH") == 7
    assert found.count("/Table") == 1
    assert found.count("/LI") == 8


def test_it_says_what_it_is_and_nothing_of_who_made_it() -> None:
    document = page()
    made = read(document)
    about = {str(key): str(value) for key, value in made.docinfo.items()}
    assert about["/Title"] == document.title
    assert "/Author" not in about
    assert about["/Creator"].startswith("Typst ")
    assert about["/CreationDate"].startswith("D:20261116")
    with made.open_metadata() as metadata:
        assert metadata["dc:title"] == document.title
        assert metadata["pdfuaid:part"] == "1"
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
        assert "dc:creator" not in metadata
    raw = pdf(document)
    assert str(ROOT).encode() not in raw
    assert str(Path.home()).encode() not in raw


def test_the_same_page_gives_the_same_bytes_in_another_process() -> None:
    program = (
        "import sys, hashlib; from bonddiary.report import typesetting; from tests.report.pages import drawing, page;"
        "typesetting.svg = drawing; from bonddiary.report.pdf import pdf;"
        "sys.stdout.write(hashlib.sha256(pdf(page())).hexdigest())"
    )
    hashes = {
        subprocess.run(
            [sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True, text=True
        ).stdout
        for _ in range(2)
    }
    assert len(hashes) == 1
    assert pdf(page()) == pdf(page())


def test_two_usual_weeks_are_one_side() -> None:
    assert len(read(page()).pages) == 1
    assert len(read(page(grey=True)).pages) == 1
    assert size(read(page())) == pytest.approx([595.276, 841.89], abs=0.01)


def test_when_it_does_not_fit_the_days_get_a_second_side() -> None:
    long = Items(
        section=Section.NOTES,
        heading="Notes",
        items=tuple(f"A note of {n} November, about as long as a note may well be" for n in range(26)),
    )
    made = read(page(blocks=(*blocks()[:-1], long, blocks()[-1])))
    assert len(made.pages) == 2
    figures = [element for element in tagged(made.Root.StructTreeRoot) if element.S == "/Figure"]
    assert [_page_of(figure, made) for figure in figures] == [0, 1]


def _page_of(figure: Any, made: pikepdf.Pdf) -> int:
    return [sheet.obj.objgen for sheet in made.pages].index(figure.Pg.objgen)


def test_a_long_table_goes_on_with_its_headers_and_whole_rows() -> None:
    usual = tried()
    grid = replace(usual, table=replace(usual.table, rows=usual.table.rows * 20))
    made = read(page(blocks=(grid,)))
    assert len(made.pages) > 2
    found = [str(element.S) for element in tagged(made.Root.StructTreeRoot)]
    assert found.count("/TH") == 7  # said once, drawn on each side


def test_a_page_that_says_nothing_much_is_made_too() -> None:
    empty = page(blocks=(), under_title=(), logged=(), logged_heading="", foot=())
    for kind in PageKind:
        assert read(replace(empty, kind=kind)).pages
        assert read(replace(empty, kind=kind, large=True)).pages


def test_a_sheet_lies_and_each_picture_has_a_page() -> None:
    made = read(SHEET)
    assert size(made) == pytest.approx([841.89, 595.276], abs=0.01)
    figures = [element for element in tagged(made.Root.StructTreeRoot) if element.S == "/Figure"]
    assert len({_page_of(figure, made) for figure in figures}) == 2


def test_pictures_are_the_pages() -> None:
    shown = page_pictures(page(large=True), dpi=50)
    assert len(shown) == len(read(page(large=True)).pages)
    for one in shown:
        assert one.startswith(b"\x89PNG")
        assert int.from_bytes(one[16:20], "big") == round(210 / 25.4 * 50)


def test_charts_are_drawn_once_for_pdf_and_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def counting(picture: Picture, document: ReportDocument, width: int) -> bytes:
        asked.append(width)
        return drawing(picture, document, width)

    monkeypatch.setattr(typesetting, "svg", counting)
    one = Typesetting(page())
    one.pdf()
    one.pictures(40)
    assert len(asked) == 2


@pytest.mark.parametrize("work", [Typesetting.pdf, lambda setting: setting.pictures(40)])
def test_it_stops_when_nobody_wants_it(work: Callable[[Typesetting], object]) -> None:
    answers = iter([False, True])
    with pytest.raises(Stopped):
        work(Typesetting(page(), lambda: next(answers)))
    with pytest.raises(Stopped):
        work(Typesetting(page(blocks=()), lambda: True))


def test_threads_may_ask_at_once() -> None:
    made: list[bytes] = []
    threads = [threading.Thread(target=lambda: made.append(pdf(page()))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 4
    assert len(set(made)) == 1


def test_a_page_of_words_is_tagged_as_headings_and_paragraphs() -> None:
    found = tags(with_words("Sam wrote this."))
    assert found.count("/H1") == 1
    assert found.count("/P") >= 6
