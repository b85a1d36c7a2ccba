"""Charts as files."""

import re
import sys
from datetime import timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

import pikepdf
import pytest
from matplotlib.image import imread

from bonddiary.charts.alt_text import alt_text
from bonddiary.charts.registry import CHARTS
from bonddiary.charts.render import PRINT_DPI, save
from bonddiary.charts.spec import ChartModel
from bonddiary.charts.style import ChartStyle
from bonddiary.domain.errors import DiaryError
from bonddiary.domain.period import Period
from bonddiary.system.themes import ThemeKey, tokens
from tests.analysis.made import FIRST, diary, insights

STYLE = ChartStyle(tokens(ThemeKey.DAY), titled=True)
SAID = {
    "two-weeks": "Mon 2",
    "day": "midnight",
    "time-of-day": "days logged",
    "tried": "Rooting",
    "settling": "Nothing noted",
    "weeks": "to 6 Dec",
    "typical-day": "Crying or fussing",
    "before-cues": "after a feed",
}
"""What stands in each picture."""
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def models() -> dict[str, ChartModel]:
    five = Period(FIRST, FIRST + timedelta(days=34))
    return {**insights(*diary()).charts, "weeks": insights(*diary(days=35), period=five).charts["weeks"]}


@pytest.mark.parametrize("key", CHARTS)
def test_an_svg_carries_its_words(key: str, models: dict[str, ChartModel], tmp_path: Path) -> None:
    save(models[key], STYLE, tmp_path / "chart.svg")
    root = ET.parse(tmp_path / "chart.svg").getroot()
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == models[key].title
    assert root.findtext(f"{SVG}desc") == alt_text(models[key])
    texts = {"".join(text.itertext()) for text in root.iter(f"{SVG}text")}
    assert "Counts, not causes. Not a medical assessment." in texts
    assert any(text.startswith(SAID[key]) for text in texts)


@pytest.mark.parametrize("key", CHARTS)
@pytest.mark.parametrize("ending", ["svg", "png", "pdf"])
def test_the_same_input_gives_the_same_bytes(
    key: str, ending: str, models: dict[str, ChartModel], tmp_path: Path
) -> None:
    one, other = tmp_path / f"one.{ending}", tmp_path / f"other.{ending}"
    save(models[key], STYLE, one)
    save(models[key], STYLE, other)
    assert one.read_bytes() == other.read_bytes()
    assert not re.search(rb"20[0-9]{2}-[0-9]{2}-[0-9]{2}T", one.read_bytes()), "no date of making"
    assert b"CreationDate" not in one.read_bytes()


@pytest.mark.parametrize("key", CHARTS)
def test_a_pdf_keeps_lines_as_lines_and_words_as_words(
    key: str, models: dict[str, ChartModel], tmp_path: Path
) -> None:
    save(models[key], STYLE, tmp_path / "chart.pdf")
    with pikepdf.open(tmp_path / "chart.pdf") as pdf:
        (page,) = pdf.pages
        assert not page.get_images(), "nothing is a picture of dots"
        fonts = [font for _, font in page.Resources.Font.items()]
        assert fonts
        assert all("/ToUnicode" in font for font in fonts), "words can be searched and copied"
        assert {name: str(value) for name, value in pdf.docinfo.items()} == {
            "/Title": models[key].title,
            "/Subject": alt_text(models[key]),
            "/Creator": "Bond Diary",
            "/Producer": "Bond Diary",
        }


def test_a_png_is_fit_to_print(models: dict[str, ChartModel], tmp_path: Path) -> None:
    save(models["two-weeks"], STYLE, tmp_path / "chart.png", width=900)
    assert imread(tmp_path / "chart.png").shape[1] == 9 * PRINT_DPI


def test_a_file_that_is_there_stays(models: dict[str, ChartModel], tmp_path: Path) -> None:
    path = tmp_path / "chart.svg"
    path.write_text("mine")
    with pytest.raises(DiaryError):
        save(models["two-weeks"], STYLE, path)
    assert path.read_text() == "mine"
    save(models["two-weeks"], STYLE, path, overwrite=True)
    assert path.read_text().startswith("<?xml")
    assert list(tmp_path.iterdir()) == [path]


def test_other_endings_are_refused(models: dict[str, ChartModel], tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"written as \.png, \.svg, \.pdf"):
        save(models["two-weeks"], STYLE, tmp_path / "chart.gif")
    assert not list(tmp_path.iterdir())


def test_pyplot_is_never_loaded(models: dict[str, ChartModel], tmp_path: Path) -> None:
    save(models["tried"], STYLE, tmp_path / "chart.svg")
    assert "matplotlib.pyplot" not in sys.modules
