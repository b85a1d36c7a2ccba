"""Words that somebody typed, where Qt would read more into them: they are shown letter by letter."""

from html import escape

MOST = 1_000
"""Letters of a tip; more would cover the screen."""


def plain_tip(text: str) -> str:
    """For tips over a widget or row: they show markup as markup where a text looks like some."""
    shown = text if len(text) <= MOST else f"{text[:MOST]}…"
    if "<" not in shown:
        return shown
    return f"<qt>{escape(shown)}</qt>".replace("\n", "<br>")


def plain_name(text: str) -> str:
    """For menus and buttons: a lone "&" would underline the next letter and make it a shortcut."""
    return text.replace("&", "&&")
