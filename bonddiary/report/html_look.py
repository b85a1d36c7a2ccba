"""The web page's style sheet: its rules are a resource, its colours those of the themes."""

from bonddiary.charts.style import in_grey
from bonddiary.report.document import PageKind, ReportDocument
from bonddiary.system.resources import resource
from bonddiary.system.themes import ThemeKey, Tokens, tokens

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
"""Whatever a text might hold, a browser fetches and runs nothing."""


def style_sheet(document: ReportDocument) -> str:
    """Day colours, Dusk where the reader's machine asks for dark, white paper in print."""
    day, dusk = (_worn(document, theme) for theme in (ThemeKey.DAY, ThemeKey.DUSK))
    paper = "landscape;margin:9mm 13mm" if document.kind is PageKind.SHEET else "portrait;margin:13mm"
    return (
        f":root{{color-scheme:light dark;{_colours(day)}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{_colours(dusk)}}}}}\n"
        f"@page{{size:A4 {paper}}}\n"
        f"{resource('report', 'page.css').read_text(encoding='utf-8')}"
    )


def _worn(document: ReportDocument, theme: ThemeKey) -> Tokens:
    return in_grey(tokens(theme)) if document.grey else tokens(theme)


def _colours(theme: Tokens) -> str:
    named = {
        "page": theme.page,
        "card": theme.card,
        "text": theme.text,
        "quiet": theme.text_2,
        "lead": theme.primary,
        "tint": theme.primary_tint,
        "line": theme.hairline,
        "edge": theme.edge,
        "focus": theme.focus,
    }
    return ";".join(f"--{name}:{colour}" for name, colour in named.items())
