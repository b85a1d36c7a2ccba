"""A passphrase as it was typed, made ready for the slots."""

import unicodedata


def typed(text: str) -> bytearray:
    """The same bytes however it was typed: letters composed one way, outer spaces gone, inner ones single."""
    return bytearray(" ".join(unicodedata.normalize("NFC", text).split()), "utf-8")
