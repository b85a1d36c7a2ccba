"""Charts as SVG for a page that has its own title: matplotlib's drawing without its preamble, dates and links."""

import io
import re
from xml.etree import ElementTree as ET

import matplotlib as mpl

from bonddiary.charts.alt_text import alt_text
from bonddiary.charts.render import LOCK, picture
from bonddiary.charts.spec import ChartModel
from bonddiary.charts.style import ChartStyle

FACES = "'DejaVu Sans', Verdana, Geneva, sans-serif"
"""The charts' own face, then one that is as wide: words in the picture stay text."""
_SPACE = re.compile(r"\{[^}]*\}")
_ID = re.compile(r"url\(#([^)]*)\)")
_FACE = re.compile(r"font-family:[^;]*")
_LONG = re.compile(r"(\.\d\d)\d+")
_LOOK = "stroke-linejoin:round;stroke-linecap:butt;direction:ltr"
"""Places of words are worked out from their left edge, on right-to-left pages too."""


def drawing(
    model: ChartModel,
    style: ChartStyle,
    width: int,
    prefix: str,
    *,
    title: str = "",
    alt: str = "",
    share: float = 1.0,
) -> ET.Element:
    """An `svg` element with title and description inside, `width` logical pixels wide, without namespaces.

    It is as high as suits the chart, or a `share` of that. All ids begin with `prefix`, so that several can stand in
    one file. The same input gives the same drawing.
    """
    held = io.StringIO()
    about = {"Date": None, "Creator": None, "Format": None, "Type": None}
    with LOCK, mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": "bonddiary", "svg.id": None}):
        picture(model, style, width, share).savefig(held, format="svg", metadata=about)
    root = ET.fromstring(held.getvalue())  # noqa: S314  our own drawing, from memory
    for parent in list(root.iter()):
        for child in list(parent):
            if _SPACE.sub("", child.tag) in ("metadata", "style"):
                parent.remove(child)
    for element in root.iter():
        _clean(element, prefix)
    root.attrib.pop("version", None)
    root.set("role", "img")
    root.set("aria-labelledby", f"{prefix}title {prefix}desc")
    root.set("style", _LOOK)
    for place, (tag, words) in enumerate((("title", title or model.title), ("desc", alt or alt_text(model)))):
        said = ET.Element(tag, {"id": f"{prefix}{tag}"})
        said.text = words
        root.insert(place, said)
    return root


def _clean(element: ET.Element, prefix: str) -> None:
    element.tag = _SPACE.sub("", element.tag)
    given = {_SPACE.sub("", name): value for name, value in element.attrib.items()}
    element.attrib.clear()
    for name, value in given.items():
        if name == "id":
            value = prefix + value
        elif name == "href":
            value = f"#{prefix}{value.removeprefix('#')}"
        elif name in ("d", "transform", "x", "y"):
            value = _LONG.sub(r"\1", value)
        element.set(name, _ID.sub(rf"url(#{prefix}\1)", value))
    if element.tag == "text":
        if element.get("transform", "").startswith("rotate(0 "):
            del element.attrib["transform"]
        element.set("style", _FACE.sub(f"font-family: {FACES}", element.get("style", "")))
