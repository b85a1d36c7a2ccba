"""A page in another language than the window: all of its own words are content."""

import re
import shutil
from pathlib import Path

import pytest

from bonddiary.analysis.names import Names
from bonddiary.content.loader import content_folder, load_catalog
from bonddiary.content.report_texts import REPORT_TEXTS
from bonddiary.domain.period import Period
from bonddiary.report import saying
from bonddiary.report.build import build_report
from bonddiary.report.document import Picture, ReportDocument
from bonddiary.report.request import ReportRequest, Section
from bonddiary.report.saying import content_language, saying_in
from tests.pseudo import LANGUAGE, lay_pseudo_language
from tests.report.made import NOW, PERIOD, noted, records, small_diary, texts

ARABIC = "ar"
INNERMOST = re.compile(r"⟦[^⟦⟧]*⟧")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Content in the made-up language, under a code that is written from right to left as well."""
    made = Path(shutil.copytree(content_folder(), tmp_path_factory.mktemp("pages") / "content"))
    lay_pseudo_language(made)
    shutil.copytree(made / "lang" / LANGUAGE, made / "lang" / ARABIC)
    return made


@pytest.fixture
def abroad(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program's content is that."""
    monkeypatch.setattr(saying, "content_folder", lambda: folder)
    return folder


def made(folder: Path, language: str) -> ReportDocument:
    """A page with everything, where nobody wrote a word of their own."""
    long = [
        noted(f"{day:02}T{hour:02}:00", "cry-fuss", "hold", "settled", minutes=65)
        for day in range(3, 17)
        for hour in (1, 7, 13, 19)
    ]
    before = [noted(f"2026-10-{day}T09:00", "hiccups cooing") for day in (21, 22, 23)]
    entries = [each for each in small_diary() if not getattr(each, "note", "")]
    names = Names.of(load_catalog(language, folder))
    request = ReportRequest(
        period=PERIOD,
        sections=frozenset(Section),
        language=language,
        without_days=frozenset({PERIOD.first}),
        purpose="1",
    )
    return build_report(request, records(*entries, *long, *before), names, NOW, "0.1.0")


def test_every_word_is_of_the_language(abroad: Path) -> None:
    shown = made(abroad, LANGUAGE)
    pictures = {
        text
        for block in shown.blocks
        if isinstance(block, Picture)
        for text in (
            block.insight.title,
            block.insight.subtitle,
            *block.insight.words,
            *(cell for row in block.insight.table.rows for cell in row),
        )
    }
    for text in texts(shown):
        rest = text
        while INNERMOST.search(rest):
            rest = INNERMOST.sub("", rest)
        known = text in pictures or text == shown.file_stem
        assert known or not any(map(str.isalpha, rest)), text


def test_pictures_leave_their_english_words_out_of_the_alternative(abroad: Path) -> None:
    pictures = [block for block in made(abroad, LANGUAGE).blocks if isinstance(block, Picture)]
    assert len(pictures) == 2
    for block in pictures:
        assert block.insight.title not in block.alt


@pytest.mark.parametrize(("language", "rtl"), [(LANGUAGE, False), (ARABIC, True)])
def test_the_page_names_its_language_and_direction(abroad: Path, language: str, *, rtl: bool) -> None:
    shown = made(abroad, language)
    assert (shown.language, shown.right_to_left) == (language, rtl)


def test_which_content_is_read_for_what_was_asked(abroad: Path) -> None:
    assert [content_language(each) for each in ("", "en", "en-GB", "en-US", "ar-EG", "cy")] == [
        "en",
        "en",
        "en",
        "en-US",
        "ar",
        "en",
    ]


def test_american_dates_and_words() -> None:
    say = saying_in("en-US")
    assert say.language == "en-US"
    assert say.period(PERIOD) == "November 3 to 16, 2026"
    assert say.period_short(PERIOD) == "November 3 to 16"
    assert say.period(Period(PERIOD.before().first, PERIOD.last)) == "October 20 to November 16, 2026"
    assert say.weekday(PERIOD.first) == "Tuesday, November 3"
    assert "diaper" in say("care-heading")


def test_every_text_is_asked_for_somewhere() -> None:
    code = " ".join(path.read_text("utf-8") for path in Path(saying.__file__).parent.glob("*.py"))
    quoted = set(re.findall(r"[\"']([a-z-]+)[\"']", code))
    made_up = {
        f"behaviour-{kind}" for kind in ("sleep", "content", "feeding", "fussing", "crying", "inconsolable")
    }
    made_up |= {f"row-{family}" for family in ("crying", "noises", "face", "movement")}
    assert [key for key in REPORT_TEXTS if key not in quoted | made_up] == []
