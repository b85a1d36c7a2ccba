"""Charts as drawings for a page: white paper, words as text, the same bytes each time, ids that never meet."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from xml.etree import ElementTree as ET

import pytest

from bonddiary.analysis.behaviours import blank_days
from bonddiary.analysis.insight import Insight
from bonddiary.analysis.typical_day import TypicalDay
from bonddiary.charts.kinds.typical_day.layout import lay_out
from bonddiary.domain.period import Period
from bonddiary.report.document import Picture, ReportDocument
from bonddiary.report.pictures import inline, svg
from bonddiary.report.request import Section
from tests.analysis.made import FIRST, diary, insights
from tests.analysis.profiles import all_six, profile
from tests.report.pages import page

SVG = "{http://www.w3.org/2000/svg}"
COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


def shown(insight: Insight[object], section: Section = Section.DAYS) -> Picture:
    return Picture(section=section, heading="Every day", insight=insight, alt="What is seen.")


def week() -> Picture:
    return shown(profile(*all_six(), period=Period(FIRST, FIRST + timedelta(days=6))))


def typical() -> Picture:
    return shown(insights(*diary()).charts["typical-day"], Section.TYPICAL_DAY)


PICTURES: dict[str, Callable[[], Picture]] = {
    "days": week,
    "typical-day": typical,
    "by hand": lambda: shown(blank_days(None)),
    "too little": lambda: shown(insights().charts["typical-day"], Section.TYPICAL_DAY),
    "two-weeks": lambda: shown(insights(*diary()).charts["two-weeks"]),
}


def read(drawing: bytes) -> ET.Element:
    return ET.fromstring(drawing)  # what this test has just made


@pytest.mark.parametrize("name", PICTURES)
def test_a_drawing_says_what_it_shows_and_its_words_stay_text(name: str) -> None:
    picture = PICTURES[name]()
    root = read(svg(picture, page(), 716))
    assert root.tag == f"{SVG}svg"
    assert root.get("role") == "img"
    title, desc = root[0], root[1]
    assert (title.tag, title.text) == (f"{SVG}title", "Every day")
    assert (desc.tag, desc.text) == (f"{SVG}desc", "What is seen.")
    assert root.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
    texts = ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]
    assert texts
    assert all("'DejaVu Sans'" in text.get("style", "") for text in root.iter(f"{SVG}text"))


@pytest.mark.parametrize("name", PICTURES)
def test_the_same_input_gives_the_same_bytes(name: str) -> None:
    picture = PICTURES[name]()
    assert svg(picture, page(), 716) == svg(picture, page(), 716)


@pytest.mark.parametrize("name", PICTURES)
def test_nothing_points_outside_and_nothing_is_said_of_its_making(name: str) -> None:
    drawing = svg(PICTURES[name](), page(), 716).decode()
    outside = re.findall(r'(?:href|src|url)[=(]"?(?!#)([^")]+)', drawing)
    assert not outside
    assert set(re.findall(r"https?://[^\"'<> ]+", drawing)) == {
        "http://www.w3.org/2000/svg",
        "http://www.w3.org/1999/xlink",
    }
    for told in ("metadata", "matplotlib", "<!--", "<!DOCTYPE", "<style", "<script"):
        assert told not in drawing.split("?>", 1)[1].replace("matplotlib.org", "")
    assert not re.search(r"20[0-9]{2}-[0-9]{2}-[0-9]{2}", drawing)


def test_ids_of_two_drawings_never_meet_and_all_that_is_named_is_there() -> None:
    both = [inline(week(), page(), 716, "a-"), inline(week(), page(), 716, "b-")]
    ids = [set(re.findall(r' id="([^"]*)"', drawing)) for drawing in both]
    assert not ids[0] & ids[1]
    for drawing, there in zip(both, ids, strict=True):
        assert len(re.findall(r' id="', drawing)) == len(there)
        named = re.findall(r'href="#([^"]*)"', drawing) + re.findall(r"url\(#([^)]*)\)", drawing)
        assert set(named) <= there


def test_the_width_is_in_the_pixels_of_a_page() -> None:
    for width in (329, 716, 1058):
        root = read(svg(week(), page(), width))
        assert float(root.get("width", "").removesuffix("pt")) == pytest.approx(width * 0.75)


def test_paper_is_white_and_grey_is_grey() -> None:
    coloured, grey = (svg(week(), page(grey=grey), 716).decode() for grey in (False, True))
    assert coloured.index("#ffffff") < coloured.index("<text"), "the first thing drawn is the paper"
    for colour in COLOUR.findall(grey):
        assert colour[1:3].lower() == colour[3:5].lower() == colour[5:7].lower()
    assert any(colour[1:3].lower() != colour[3:5].lower() for colour in COLOUR.findall(coloured))


def test_large_print_has_larger_words() -> None:
    sizes = [
        {float(size) for size in re.findall(r"font-size: ([\d.]+)px", svg(week(), document, 716).decode())}
        for document in (page(), page(large=True))
    ]
    assert min(sizes[1]) == pytest.approx(min(sizes[0]) * 1.3)


def test_a_page_from_the_right_is_mirrored_and_its_words_keep_their_place() -> None:
    left, right = (read(svg(week(), page(right_to_left=rtl), 716)) for rtl in (False, True))
    assert "direction:ltr" in right.get("style", ""), "places are worked out from the left edge"
    places = [
        {
            "".join(text.itertext()): (float(text.get("x", "")), text.get("style", ""))
            for text in root.iter(f"{SVG}text")
        }
        for root in (left, right)
    ]
    assert places[0]["Mon 2"][0] < places[0]["noon"][0] < places[1]["Mon 2"][0]
    assert "text-anchor: start" in places[0]["Mon 2"][1]
    assert "text-anchor: end" in places[1]["Mon 2"][1], "another face may be wider"


@pytest.mark.parametrize("large", [False, True])
def test_a_typical_day_beside_other_sections_is_lower(large: bool) -> None:
    document: ReportDocument = page(large=large)
    heights = [
        float(read(svg(typical(), document, width)).get("height", "").removesuffix("pt"))
        for width in (329, 716)
    ]
    assert heights[0] < heights[1] * 0.8
    phone = re.search(r'height="([\d.]+)pt"', inline(typical(), document, 344, "p-"))
    assert phone
    assert float(phone[1]) > heights[0] * 1.3, "on a phone there is room"


def test_a_low_chart_keeps_every_strip_apart() -> None:
    data = typical().insight.data
    assert isinstance(data, TypicalDay)
    usual = lay_out(data, 1.0, 329)
    low = lay_out(data, 1.0, 329, bottom=usual.bottom * 0.64)
    assert low.bottom == pytest.approx(usual.bottom * 0.64)
    assert lay_out(data, 1.0, 329, bottom=usual.bottom).strips == usual.strips
    for above, below in zip(low.strips, low.strips[1:], strict=False):
        assert above.y1 < below.name_y < below.y0
    assert all(strip.y1 - strip.y0 >= 24 for strip in low.strips)


def test_an_alt_alone_is_enough_and_without_one_the_words_stand() -> None:
    bare = replace(week(), alt="", heading="")
    root = read(svg(bare, page(), 716))
    assert root[0].text == bare.insight.title
    assert root[1].text == " ".join(bare.insight.words)


def test_a_heading_is_no_markup() -> None:
    hostile = replace(week(), heading='</title><script>x</script>"', alt="<b>&amp;")
    root = read(svg(hostile, page(), 716))
    assert root[0].text == '</title><script>x</script>"'
    assert root[1].text == "<b>&amp;"
