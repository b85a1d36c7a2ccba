"""The icon's pictures as Pillow holds them, for the formats that want many sizes in one file."""

from collections.abc import Iterable
from pathlib import Path

from PIL import Image


def read(folder: Path, sizes: Iterable[int]) -> list[Image.Image]:
    """app-SIZE.png for each size, in that order."""
    pictures = []
    for size in sizes:
        with Image.open(folder / f"app-{size}.png") as picture:
            pictures.append(picture.copy())
    return pictures
