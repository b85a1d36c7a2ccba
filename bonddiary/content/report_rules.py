"""Rules of the content check for the page for a health visitor: every text is there, and every list is whole."""

from collections.abc import Iterator

from bonddiary.content.problems import Problem
from bonddiary.content.reading import Content, texts
from bonddiary.content.report_texts import LISTS, REPORT_TEXTS


def _every_text(content: Content) -> Iterator[Problem]:
    for key in REPORT_TEXTS:
        if key not in content.of("report"):
            yield content.problem("report", key, "text", "the words for this")
    if "report_page" not in content.of("report_page"):
        yield content.problem("report_page", "report_page", "", "one [report_page] with its lists")


def report_lists_of(content: Content) -> Iterator[Problem]:
    """What every language is held to: twelve months, seven weekdays."""
    for key, row in content.of("report_page").items():
        for field, many in LISTS.items():
            if field in row and len(texts(row[field])) != many:
                yield content.problem("report_page", key, field, f"{many} words, first to last")


REPORT_RULES = (_every_text,)
