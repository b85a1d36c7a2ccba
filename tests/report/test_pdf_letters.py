"""Whatever a family writes is printed as they wrote it: in any script, and never as markup."""

import io
import re
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from fontTools.ttLib import TTFont

from bonddiary.report import typesetting
from bonddiary.report.as_data import faces, in_our_face
from bonddiary.report.document import ReportDocument
from bonddiary.report.letters import known, one_line, paragraphs, printable, runs_right_to_left
from bonddiary.report.pdf import page_pictures, pdf
from bonddiary.system.resources import resource
from tests.report.pages import drawing, page, with_words

FONTS = sorted(resource("fonts").glob("*.ttf"))
HOSTILE = (
    r"""#include "x" $x^2$ *b* _i_ \ #sys.inputs <b>&amp; // /* `code` @ref [x] = h #{panic()} {{x}} %s"""
)
LANGUAGES = {
    "Welsh": "Mae’n ŵyr i Ŷ, ŷd a ŵyn",
    "Polish": "Płacze wieczorem, żółć, Łódź",
    "Romanian": "Plânge seara, ș ț ă î",
    "Turkish": "Akşam ağlıyor, İ ı ğ ş",
    "Vietnamese": "Bé khóc buổi tối, ơ ư ạ",
    "Ukrainian": "Плаче ввечері, ґ є ї",
    "Greek": "Κλαίει το βράδυ",
    "Arabic": "روبن يبكي في المساء، 3 مرات؟",
    "Urdu": "رابن شام کو روتا ہے، ڑ ں ے",
    "Hebrew": "בוכה בערב",
    "Bengali": "সন্ধ্যায় কাঁদে",
    "Hindi": "शाम को रोता है",
    "Gujarati": "સાંજે રડે છે",
    "Punjabi": "ਸ਼ਾਮ ਨੂੰ ਰੋਂਦਾ ਹੈ",
    "Tamil": "மாலையில் அழுகிறது",
    "pictures": "😀 😢 👶 🍼 ❤️ ✓ ☐ → ½ × −",
}


@pytest.fixture(autouse=True)
def drawn_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Charts have tests of their own."""
    monkeypatch.setattr(typesetting, "svg", drawing)


def text_of(document: ReportDocument) -> str:
    """The text layer, put together from what each font says its glyphs mean."""
    made = pikepdf.open(io.BytesIO(pdf(document)))
    return "".join(_text_on(sheet) for sheet in made.pages)


def _text_on(sheet: pikepdf.Page) -> str:
    maps = {str(name): _meanings(font) for name, font in sheet.resources.get("/Font", {}).items()}
    said, meaning = [], {}
    for step in pikepdf.parse_content_stream(sheet):
        operands, operator = step.operands, step.operator
        if str(operator) == "Tf":
            meaning = maps[str(operands[0])]
        elif str(operator) in ("Tj", "TJ"):
            parts = operands[0] if str(operator) == "TJ" else [operands[0]]
            for part in parts:
                if isinstance(part, pikepdf.String):
                    raw = bytes(part)
                    said += [meaning.get(raw[at : at + 2], "") for at in range(0, len(raw), 2)]
    return "".join(said)


def _meanings(font: pikepdf.Object) -> dict[bytes, str]:
    """A font's ToUnicode map."""
    table = font.ToUnicode.read_bytes().decode("ascii")
    found = {}
    for code, letters in re.findall(r"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>", table):
        found[bytes.fromhex(code)] = bytes.fromhex(letters).decode("utf-16-be", "ignore")
    return found


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u200b]+", "", text)


def test_text_is_never_markup() -> None:
    said = squeezed(text_of(with_words(HOSTILE)))
    assert said.count(squeezed(HOSTILE)) == 12


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_letter_has_a_shape(language: str) -> None:
    text = LANGUAGES[language]
    assert "□" not in printable(text)
    for right_to_left in (False, True):
        pdf(with_words(text, right_to_left=right_to_left))  # the standards refuse empty boxes


@pytest.mark.parametrize("language", [*LANGUAGES, "marks"])
def test_words_in_drawings_never_stop_a_page(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    words = LANGUAGES.get(language, "x\u0302 سُجِّل שָׁלוֹם می\u200cخواهم 日").encode()

    def said(*asked: Any) -> bytes:
        return drawing(*asked).replace(b"Mon 3", words)

    monkeypatch.setattr(typesetting, "svg", said)
    pdf(page())


@pytest.mark.parametrize("language", ["Welsh", "Polish", "Ukrainian", "Greek"])
def test_the_text_can_be_copied_and_searched(language: str) -> None:
    assert squeezed(LANGUAGES[language]) in squeezed(text_of(with_words(LANGUAGES[language])))


def test_the_words_of_drawings_are_set_in_our_face() -> None:
    made = pikepdf.open(io.BytesIO(pdf(page())))
    names = {
        str(font.BaseFont).partition("+")[2] for sheet in made.pages for font in sheet.resources.Font.values()
    }
    assert names == {"AtkinsonHyperlegibleNext-Regular", "AtkinsonHyperlegibleNext-SemiBold"}
    assert "DejaVu" not in in_our_face(drawing(page().blocks[3], page(), 700))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("a\0b\x07c", "abc"),
        ("\u202eevil\u202c and \u2066kept\u2069", "evil and \u2066kept\u2069"),
        ("日本", "□□"),
        ("👩‍👧 👍🏽 ❤️", "👩👧 👍 ❤"),
        ("co\u00adoperate\ufeff", "cooperate"),
        ("\ud800", "□"),
        ("n\u0303", "ñ"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("a\tb\u2009c", "a b c"),
    ],
)
def test_what_cannot_be_printed(typed: str, shown: str) -> None:
    assert printable(typed).replace("\u2009", " ") == shown
    pdf(with_words(typed + " "))


def test_a_very_long_word_breaks() -> None:
    document = with_words("Wide" + "i" * 1996)
    said = squeezed(text_of(document))
    assert "Wide" + "i" * 1996 in said
    assert page_pictures(document, 20)
    assert max(map(len, one_line("w" * 100).split("\u200b"))) <= 10


def test_lines_of_a_note_are_paragraphs() -> None:
    assert paragraphs("One\n\n two\r\nthree\u2028four") == ["One", "two", "three", "four"]


@pytest.mark.parametrize(
    ("text", "usual", "found"),
    [
        ("Robin", False, False),
        ("Robin", True, False),
        ("روبن", False, True),
        ("12 – 3", True, True),
        ("12 – 3", False, False),
        ("\u2068روبن\u2069 cried", False, False),
        ("« روبن » Robin", False, True),
    ],
)
def test_a_text_runs_the_way_of_its_first_letter(text: str, usual: bool, found: bool) -> None:
    assert runs_right_to_left(text, usual) is found


def test_the_list_of_letters_is_that_of_the_faces() -> None:
    assert FONTS
    held = {chr(letter) for path in FONTS for letter in TTFont(path).getBestCmap()}
    assert known() == held


def test_faces_are_small_and_free_and_all_used() -> None:
    names = set()
    for path in FONTS:
        names.add(TTFont(path)["name"].getBestFamilyName())
        assert path.stat().st_size < 200_000, path.name
    assert names == set(faces())
    licences = "\n".join(path.read_text("utf-8") for path in resource("fonts").glob("OFL*.txt"))
    assert "SIL OPEN FONT LICENSE Version 1.1" in licences
    told = (resource("fonts") / "README.md").read_text("utf-8")
    assert all(path.name in told for path in FONTS)


def test_templates_import_nothing_from_elsewhere() -> None:
    templates = sorted(Path(resource("report")).glob("*.typ"))
    assert templates
    for template in templates:
        text = template.read_text("utf-8")
        assert "@preview" not in text
        assert "eval(" not in text
        assert not re.search(r'\b(read|image)\("', text)
