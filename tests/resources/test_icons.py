"""The icons are one set: same box, the theme's colour alone, something to see at 16 px, and no two alike."""

import tomllib
from collections import defaultdict
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

RESOURCES = Path(__file__).parents[2] / "resources"
RESPONSES = RESOURCES / "content" / "responses.toml"
CUES = sorted((RESOURCES / "content" / "cues").glob("*.toml"))
SVG = "{http://www.w3.org/2000/svg}"

ICONS = sorted((RESOURCES / "icons").glob("*.svg"))
DRAWINGS = [icon for icon in ICONS if icon.stem != "app"]

# What the renderer of Qt draws as every other one does, and nothing that could hide, style, name or load
SHAPES = {"svg", "path", "circle", "ellipse", "rect"}
GEOMETRY = {"d", "cx", "cy", "r", "rx", "ry", "x", "y", "width", "height"}
PAINT = {"fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin"}

NEEDED = {
    "family": "crying noises face movement",
    "nav": "log timeline patterns tips help settings report lock",
    "mark": "full half empty dotted other unknown",
    "response": "feed cuddle nappy wind rock walk break voice song sleep skin watch share play help book layers other",
    "care": "feed sleep nappy pump medicine temperature growth bath play outing illness jab appointment milestone "
    "holding other",
    "": "undo redo search edit delete note clock more close back forward check plus minus copy save table "
    "words chevron-down chevron-right info private calendar import export app",
}


def rendered(icon: Path, size: int, around: int = 0) -> QImage:
    svg = icon.read_text(encoding="utf-8").replace("currentColor", "#000000")
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    assert renderer.isValid()
    image = QImage(size + 2 * around, size + 2 * around, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(around, around, size, size))
    painter.end()
    return image


def ink(image: QImage, x: int, y: int) -> int:
    return image.pixelColor(x, y).alpha()


def named(icon: Path) -> str:
    return icon.stem


@pytest.mark.parametrize("icon", ICONS, ids=named)
def test_file_is_tidy(icon: Path) -> None:
    text = icon.read_text(encoding="utf-8")
    assert text.startswith('<svg xmlns="http://www.w3.org/2000/svg" viewBox=')
    assert text.endswith("</svg>\n")
    assert "<!--" not in text
    assert "\r" not in text
    assert len(text) < 2048
    root = ET.fromstring(text)
    assert root.tag == f"{SVG}svg"
    for element in root.iter():
        assert element.tag.removeprefix(SVG) in SHAPES
        assert not (element.text or "").strip()
        assert set(element.attrib) - {"viewBox"} <= GEOMETRY | PAINT


@pytest.mark.parametrize("icon", DRAWINGS, ids=named)
def test_drawing_is_of_the_set(icon: Path) -> None:
    root = ET.fromstring(icon.read_text(encoding="utf-8"))
    assert root.get("viewBox") == "0 0 24 24"
    assert (root.get("fill"), root.get("stroke"), root.get("stroke-width")) == ("none", "currentColor", "2")
    assert (root.get("stroke-linecap"), root.get("stroke-linejoin")) == ("round", "round")
    colours = {element.get(paint) for element in root.iter() for paint in ("fill", "stroke")}
    assert colours <= {None, "none", "currentColor"}


@pytest.mark.parametrize("icon", ICONS, ids=named)
def test_something_is_seen_at_16_pixels_and_stays_in_its_box(icon: Path) -> None:
    image = rendered(icon, 16, around=8)
    inside = range(8, 24)
    seen, spilt = 0, 0
    for x in range(32):
        for y in range(32):
            if x in inside and y in inside:
                seen += ink(image, x, y) >= 128
            else:
                spilt += ink(image, x, y)
    assert seen >= 8
    assert spilt == 0


def test_no_two_look_the_same() -> None:
    looks: defaultdict[bytes, list[str]] = defaultdict(list)
    for icon in DRAWINGS:
        image = rendered(icon, 24)
        looks[bytes(ink(image, x, y) for y in range(24) for x in range(24))].append(icon.stem)
    assert [names for names in looks.values() if len(names) > 1] == []


@pytest.mark.parametrize("kind", NEEDED)
def test_every_icon_the_window_asks_for_is_there(kind: str) -> None:
    there = {icon.stem for icon in ICONS}
    asked = {f"{kind}-{name}" if kind else name for name in NEEDED[kind].split()}
    assert asked - there == set()


def test_every_cue_has_its_drawing() -> None:
    cues = [cue for file in CUES for cue in tomllib.loads(file.read_text(encoding="utf-8"))["cue"]]
    assert len(cues) >= 40
    there = {icon.stem for icon in ICONS}
    assert {f"cue-{cue['key']}" for cue in cues} - there == set()


def test_every_response_has_its_drawing_and_every_drawing_its_response() -> None:
    responses = tomllib.loads(RESPONSES.read_text(encoding="utf-8"))["response"]
    drawn = {response["drawing"] for response in responses}
    there = {icon.stem for icon in ICONS}
    assert drawn - there == set()
    assert {name for name in there if name.startswith("response-")} - drawn == set()
