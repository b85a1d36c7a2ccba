"""The small words of typed phrases, read when a phrase is first typed."""

from pathlib import Path

from bonddiary.content.loader import content_folder, read_part, texts
from bonddiary.domain.phrases import PhraseWord, PhraseWords


def load_phrase_words(language: str = "en", folder: Path | None = None) -> PhraseWords:
    """Words for times and joins, and abbreviations. Raises ContentError."""
    entries = read_part("phrases", language, folder or content_folder())
    return PhraseWords(
        words={kind: texts(entries["phrase"].get(kind, {}), "synonyms") for kind in PhraseWord},
        short={key: texts(row, "synonyms") for key, row in entries["short"].items()},
    )
