"""A passphrase as it was typed, made ready for the slots."""

import unicodedata

from bonddiary.domain.errors import InvalidEntry


def typed(text: str) -> bytearray:
    """The same bytes however it was typed: letters composed one way, outer spaces gone, inner ones single.

    Raises InvalidEntry for what a terminal handed over as no letter.
    """
    try:
        return bytearray(" ".join(unicodedata.normalize("NFC", text).split()), "utf-8")
    except UnicodeEncodeError:
        raise InvalidEntry(
            "A letter of it didn’t arrive whole. Type it in the window, or in a terminal that is set to UTF-8."
        ) from None
