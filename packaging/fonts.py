"""`python packaging/fonts.py FOLDER…`: makes resources/fonts anew from the original fonts in these folders.

Nobody needs it to work on Bond Diary: what it makes is kept in the repository. It cuts the Noto fonts down to the letters
that families in the United Kingdom may write (their licence lets us, they reserve no name) and writes down which letters
can be printed, so that the program never opens a font to ask.
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "fonts"
ATKINSON = {
    "AtkinsonHyperlegibleNext-Regular.ttf": "AtkinsonHyperlegibleNext_400Regular.ttf",
    "AtkinsonHyperlegibleNext-SemiBold.ttf": "AtkinsonHyperlegibleNext_600SemiBold.ttf",
}
"""Copied as they are, by the name they get here."""

LATIN = ("20-24F", "259", "2BB-2BE", "300-304", "306-30C", "31B", "323", "326-328", "1E00-1EFF")
EUROPE = (*LATIN, "370-3FF", "400-52F", "2010-205E", "2070-209F", "20A0-20BF", "2100-214F")
ARABIC = (
    "20-22",
    "28-3F",
    "5B-5F",
    "AB",
    "BB",
    "600-6FF",
    "750-77F",
    "200C-200F",
    "FB50-FBFF",
    "FDF0-FDFF",
    "FE70-FEFF",
)
SIGNS = ("25A0-25FF", "2605-2606", "2610-2612", "2660-2667", "2713-2718", "2764")
FACES = (
    "1F305", "1F319-1F31F", "1F37C", "1F382", "1F388-1F38A", "1F440", "1F442", "1F445", "1F44A-1F44F", "1F463",
    "1F466-1F469", "1F476", "1F47C", "1F493-1F49F", "1F4A4", "1F4A6", "1F4A9", "1F600-1F64F", "1F6C1", "1F910-1F917",
    "1F91E-1F92F", "1F931", "1F932", "1F970-1F976", "1F97A", "1F9F7", "1F9F8", "1FAC2", "1FAE0-1FAE6",
)  # fmt: skip
INDIC = ("20-22", "27-3F", "964-965", "200C-200D")
CUT = {
    "NotoSans-Regular.ttf": EUROPE,
    "NotoSans-Bold.ttf": EUROPE,
    "NotoNaskhArabic-Regular.ttf": ARABIC,
    "NotoNaskhArabic-Bold.ttf": ARABIC,
    "NotoSansBengali-Regular.ttf": (*INDIC, "980-9FF"),
    "NotoSansDevanagari-Regular.ttf": (*INDIC, "900-97F"),
    "NotoSansGujarati-Regular.ttf": (*INDIC, "A80-AFF"),
    "NotoSansGurmukhi-Regular.ttf": (*INDIC, "A00-A7F"),
    "NotoSansTamil-Regular.ttf": (*INDIC, "B80-BFF"),
    "NotoSansHebrew-Regular.ttf": ("20-22", "27-3F", "590-5FF"),
    "NotoSansSymbols2-Regular.ttf": SIGNS,
    "NotoSansMath-Regular.ttf": ("2190-2199", "2212", "2248", "2260", "2264-2265"),
    "NotoEmoji_400Regular.ttf": FACES,
}


def main(folders: list[str]) -> int:
    """Returns the exit code: 2 when a font isn't there."""
    originals = {path.name: path for folder in folders for path in Path(folder).rglob("*.ttf")}
    absent = [name for name in (*ATKINSON.values(), *CUT) if name not in originals]
    if absent:
        print(f"Not in these folders: {', '.join(absent)}", file=sys.stderr)
        return 2
    FOLDER.mkdir(exist_ok=True)
    for name, original in ATKINSON.items():
        (FOLDER / name).write_bytes(originals[original].read_bytes())
    for name, ranges in CUT.items():
        cut(originals[name], FOLDER / name.replace("_400", "-"), list(letters(ranges)))
    (FOLDER / "letters.txt").write_text("\n".join(spans(printable())) + "\n", encoding="ascii")
    return 0


def cut(original: Path, to: Path, kept: list[int]) -> None:
    """Writes the font with these letters alone, without hints: paper and print need none."""
    options = subset.Options(
        hinting=False, layout_features=["*"], notdef_outline=True, recalc_timestamp=False
    )
    options.layout_features_drop = ["aalt"]
    options.name_IDs = ["*"]
    font = TTFont(original, recalcTimestamp=False)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=kept)
    cutter.subset(font)
    font.save(to)


def letters(ranges: Iterable[str]) -> Iterator[int]:
    """ "20-7E" as numbers."""
    for one in ranges:
        first, _, last = one.partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


def printable() -> set[int]:
    """Every letter that any of the fonts has."""
    return {letter for path in FOLDER.glob("*.ttf") for letter in TTFont(path).getBestCmap()}


def spans(found: set[int]) -> Iterator[str]:
    """The letters as "20-7E", in order."""
    for first in sorted(letter for letter in found if letter - 1 not in found):
        last = first
        while last + 1 in found:
            last += 1
        yield f"{first:X}-{last:X}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
