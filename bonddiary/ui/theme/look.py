"""How the window looks now: the colours of one theme and the size of its words."""

from dataclasses import dataclass

from PySide6.QtGui import QPalette

from bonddiary.domain.baby_colour import BabyColour
from bonddiary.domain.catalog import Family
from bonddiary.system.settings import Settings, ThemeChoice
from bonddiary.system.themes import Heading, ThemeKey, Tokens, contrast, tokens

CAPTION, BODY, SECTION, TITLE = 13, 16, 20, 28
"""Type sizes in pixels at 100 %."""


@dataclass(frozen=True, slots=True)
class Look:
    """One theme at one text size."""

    tokens: Tokens
    scale: float
    """1.0 is 100 %."""
    high_contrast: bool = False

    def px(self, size: float) -> int:
        """A length that grows with the words, in device-independent pixels."""
        return round(size * self.scale)

    def type(self, size: int) -> int:
        """A type size; Night is 2 px larger, because it is read from further away and half asleep."""
        return self.px(size + (2 if self.tokens.name == "Night" else 0))


def look_for(settings: Settings, *, system_dark: bool, system_contrast: bool, palette: QPalette) -> Look:
    """The look that the choices and the computer's own settings ask for."""
    scale = settings.text_size / 100
    if settings.theme is ThemeChoice.CONTRAST or (settings.theme is ThemeChoice.SYSTEM and system_contrast):
        return Look(contrast_tokens(palette), scale, high_contrast=True)
    if settings.theme is ThemeChoice.SYSTEM:
        return Look(tokens(ThemeKey.DUSK if system_dark else ThemeKey.DAY), scale)
    return Look(tokens(ThemeKey(settings.theme.value)), scale)


def contrast_tokens(palette: QPalette) -> Tokens:
    """The system's own colours, no tints; black and white where the system's are fainter than 7:1."""
    page, text = palette.window().color().name(), palette.windowText().color().name()
    if contrast(page, text) < 7:
        page, text = (
            ("#000000", "#FFFFFF") if palette.window().color().lightness() < 128 else ("#FFFFFF", "#000000")
        )
    primary, on_primary = palette.highlight().color().name(), palette.highlightedText().color().name()
    if contrast(primary, on_primary) < 7 or contrast(primary, page) < 4.5:
        primary, on_primary = text, page
    dark = palette.window().color().lightness() < 128
    return Tokens(
        name="High contrast",
        dark=dark,
        page=page,
        card=page,
        sunken=page,
        text=text,
        text_2=text,
        primary=primary,
        on_primary=on_primary,
        primary_tint=page,
        edge=text,
        focus=text,
        accent=text,
        problem=text,
        hairline=text,
        family=dict.fromkeys(Family, text),
        tint=dict.fromkeys(Family, page),
        baby=dict.fromkeys(BabyColour, text),
        steps=(page, page, page, text, text, text),
        on_steps=(text, text, text, page, page, page),
        sleep=page,
        feed=page,
        care_edge=text,
        urgent=Heading(text, page),
        soon=Heading(page, text),
    )
