"""Theme tokens as a chart's style. Artists get colours and sizes, matplotlib's global settings none."""

from dataclasses import dataclass, fields, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib.font_manager import FontProperties, get_font
from matplotlib.ft2font import LoadFlags
from matplotlib.textpath import text_to_path

from bonddiary.domain.baby_colour import BabyColour
from bonddiary.domain.catalog import Family
from bonddiary.system.themes import Heading, Tokens, luminance

CAPTION, BODY, TITLE = 12.0, 13.0, 19.0
"""Sizes of letters in logical pixels at scale 1."""


@dataclass(frozen=True, slots=True)
class ChartStyle:
    """How a chart is drawn. Lengths are logical pixels: `dpi` of them to the inch of the figure.

    `dpi` is the figure's own, before a sharp screen's pixel ratio is applied to it.
    """

    tokens: Tokens
    scale: float = 1.0
    dpi: int = 100
    rtl: bool = False
    titled: bool = False
    """With title and subtitle in the picture, for files; a card in the window has its own."""

    @property
    def bare(self) -> bool:
        """High contrast has no tints: outlines stand in their place."""
        return self.tokens.sleep == self.tokens.card

    def family(self, family: Family | None) -> str:
        """The colour of a family's marks; secondary ink for own words without a family."""
        return self.tokens.text_2 if family is None else self.tokens.family[family]


@cache
def font(bold: bool = False) -> FontProperties:
    """The charts' own face, shipped with matplotlib; named by its file, so no font is ever searched for."""
    name = "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"
    weight = "bold" if bold else "normal"  # said in an SVG, where words are text
    return FontProperties(fname=str(Path(mpl.get_data_path(), "fonts", "ttf", name)), weight=weight)


@lru_cache(maxsize=4096)
def text_width(text: str, size: float, bold: bool = False) -> float:
    """The width of a line of text for a letter size, both in the same unit; without kerning for Latin."""
    if all(letter < "\u0250" or "\u2010" <= letter <= "\u203a" for letter in text):
        return sum(_advance(letter, bold) for letter in text) * size
    face = font(bold).copy()
    face.set_size(100.0)
    width, _, _ = text_to_path.get_text_width_height_descent(text, face, ismath=False)
    return float(width) * size / 100.0


@lru_cache(maxsize=1024)
def _advance(letter: str, bold: bool) -> float:
    """A letter's advance in letter sizes. Shaping a whole line to measure it costs a millisecond."""
    face = get_font(str(font(bold).get_file()))
    face.set_size(100.0, 72.0)
    return face.load_char(ord(letter), flags=LoadFlags.NO_HINTING).linearHoriAdvance / 65536 / 100


def wrap(text: str, width: float, size: float, bold: bool = False) -> list[str]:
    """The text in lines no wider than `width`; a longer single word stands alone."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and text_width(longer, size, bold) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def in_grey(tokens: Tokens) -> Tokens:
    """The same theme as a black-and-white printer shows it: every colour as the grey of equal luminance."""
    changed: dict[str, Any] = {}
    for field in fields(Tokens):
        value = getattr(tokens, field.name)
        if isinstance(value, str) and value.startswith("#"):
            changed[field.name] = _grey(value)
        elif isinstance(value, tuple):
            changed[field.name] = tuple(map(_grey, value))
        elif isinstance(value, Heading):
            changed[field.name] = Heading(_grey(value.head), _grey(value.on_head))
        elif isinstance(value, dict):
            changed[field.name] = {key: _grey(colour) for key, colour in value.items()}
    return replace(tokens, **changed)


def in_black() -> Tokens:
    """Black on white and nothing between, as in the window's high contrast on a light system."""
    black, white = "#000000", "#ffffff"
    return Tokens(
        name="High contrast",
        dark=False,
        page=white,
        card=white,
        sunken=white,
        text=black,
        text_2=black,
        primary=black,
        on_primary=white,
        primary_tint=white,
        edge=black,
        focus=black,
        accent=black,
        problem=black,
        hairline=black,
        family=dict.fromkeys(Family, black),
        tint=dict.fromkeys(Family, white),
        baby=dict.fromkeys(BabyColour, black),
        steps=(white, white, white, black, black, black),
        on_steps=(black, black, black, white, white, white),
        sleep=white,
        feed=white,
        care_edge=black,
        urgent=Heading(black, white),
        soon=Heading(white, black),
    )


def _grey(colour: str) -> str:
    light = luminance(colour)
    encoded = 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return "#" + f"{round(encoded * 255):02X}" * 3
