"""Words out of a file, made fit for the diary; the row kept beside them stays as it was."""

import re
import unicodedata

# C0 and C1 controls but for tab and line break
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
# these turn the rest of a line round; in a label they could make one name look like another
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")


def clean_note(text: str) -> str:
    """Trimmed, composed (NFC), with plain line breaks and no control characters."""
    if text.isascii() and text.isprintable():
        return text.strip()
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _CONTROLS.sub("", text)).strip()


def clean_label(text: str) -> str:
    """Like clean_note, on one line and without marks that change the direction of writing."""
    if text.isascii() and text.isprintable():
        return text.strip()
    return " ".join(_TURNS.sub("", clean_note(text)).split())
