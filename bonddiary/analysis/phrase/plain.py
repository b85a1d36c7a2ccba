"""Words that a parent wants left alone: where they are after more was typed."""

from collections.abc import Iterable

from bonddiary.analysis.phrase.parser import Span


def moved(spans: Iterable[Span], before: str, after: str) -> tuple[Span, ...]:
    """The spans of `before` where they stand in `after`; a word that was itself changed is read again."""
    least = min(len(before), len(after))
    head = next((place for place in range(least) if before[place] != after[place]), least)
    tail = 0
    while tail < least - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    changed, grown = len(before) - tail, len(after) - len(before)
    return tuple(
        (start, end) if end <= head else (start + grown, end + grown)
        for start, end in spans
        if end <= head or start >= changed
    )


def without(spans: Iterable[Span], start: int, end: int) -> tuple[Span, ...]:
    """The spans that share no letter with this stretch."""
    return tuple(span for span in spans if span[1] <= start or end <= span[0])
