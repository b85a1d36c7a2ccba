"""One table of colours per theme, shared by the window, the charts and the report."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache
from typing import Any

from bonddiary.domain.baby_colour import BabyColour
from bonddiary.domain.catalog import Family
from bonddiary.system.resources import resource


class ThemeKey(StrEnum):
    """The themes with a table of their own; high contrast uses the system's colours."""

    DAY = "day"
    DUSK = "dusk"
    NIGHT = "night"


@dataclass(frozen=True, slots=True)
class Heading:
    """A care card's head and the words on it."""

    head: str
    on_head: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours as #RRGGBB. Families are for marks and icons, never for words."""

    name: str
    dark: bool
    page: str
    card: str
    sunken: str
    text: str
    text_2: str
    primary: str
    on_primary: str
    primary_tint: str
    edge: str
    """Edges of controls, 3:1 on page and card."""
    focus: str
    accent: str
    problem: str
    hairline: str
    """Decoration only."""
    family: Mapping[Family, str]
    tint: Mapping[Family, str]
    baby: Mapping[BabyColour, str]
    """What babies are told apart by beside name and initial; the initial on it has the page's colour, 4.5:1."""
    steps: tuple[str, ...]
    """Count tints from none to most."""
    on_steps: tuple[str, ...]
    """The colour of a number printed on each step."""
    sleep: str
    """The sleep lane behind marks."""
    feed: str
    care_edge: str
    """Edge of care lanes and hatching."""
    urgent: Heading
    soon: Heading


@cache
def tokens(theme: ThemeKey) -> Tokens:
    """The theme's table, read from resources/themes."""
    table: dict[str, Any] = tomllib.loads(
        resource("themes", f"{theme.value}.toml").read_text(encoding="utf-8")
    )
    for name in ("family", "tint"):
        table[name] = {Family(key): colour for key, colour in table[name].items()}
    table["baby"] = {BabyColour(key): colour for key, colour in table["baby"].items()}
    for name in ("steps", "on_steps"):
        table[name] = tuple(table[name])
    for name in ("urgent", "soon"):
        table[name] = Heading(**table[name])
    expected = {field.name for field in fields(Tokens)}
    if set(table) != expected:
        raise ValueError(
            f"themes/{theme.value}.toml: expected exactly {', '.join(sorted(expected ^ set(table)))}"
        )
    return Tokens(**table)


def luminance(colour: str) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio, 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
