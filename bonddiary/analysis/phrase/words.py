"""Every word that a phrase may hold, by word: names and other words of the catalogue, the family's own, the small words."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bonddiary.analysis.phrase.reading import Part, Sure
from bonddiary.analysis.phrase.tokens import Token, tokens
from bonddiary.domain.board import BoardChoice, FamilyWord, WordKind
from bonddiary.domain.catalog import Catalog
from bonddiary.domain.ids import CueKey, ResponseKey
from bonddiary.domain.moment import SettleBin
from bonddiary.domain.phrases import PhraseWord, PhraseWords

STEM, NEAR = 2, 4
"""Letters that a stem has at least, and a word that may be misspelt."""
Run = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Meant:
    """One thing that words stand for."""

    part: Part
    key: str
    shown: str

    @property
    def timed(self) -> bool:
        """Whether it is a settling time that "in" stands before."""
        return self.part is Part.SETTLE and SettleBin(self.key).timed


@dataclass(frozen=True, slots=True)
class Match:
    """How many tokens were met, how, and by what: by one thing, or nothing is guessed."""

    count: int
    sure: Sure
    meant: tuple[Meant, ...]


@dataclass(frozen=True, slots=True)
class Small:
    """A small word, how many tokens it takes, and how it was met."""

    kind: PhraseWord
    count: int
    sure: Sure


class WordIndex:
    """Made once for a catalogue and a family's own words; looking things up changes nothing."""

    def __init__(self, catalog: Catalog, words: PhraseWords, own: Iterable[FamilyWord] = ()) -> None:
        self._runs: dict[Run, dict[Meant, frozenset[int]]] = {}
        self._small: dict[Run, PhraseWord] = {}
        for meant, texts in _things(catalog, words, own):
            for text in texts:
                self._add(meant, text)
        for kind, texts in words.words.items():
            if kind is not PhraseWord.PLAIN:
                self._small.update({run: kind for run in map(_run, texts) if run})
        self._plain = {run[0] for run in map(_run, words.words.get(PhraseWord.PLAIN, ())) if run}
        runs = [*self._runs, *self._small]
        self._reach = _reach(self._runs)
        self._small_reach = _reach(self._small)
        self._last = _lasts(self._runs)
        self._vocabulary = {word for run in runs for word in run}
        self._slips = _slips(self._vocabulary)
        self._near = lru_cache(1024)(self._one_slip_away)  # a phrase is read anew at every letter

    def match(self, line: Sequence[Token], first: int, *, settle: bool = False) -> Match | None:
        """The longest run of tokens from here that says something: exactly, else by a stem, else nearly.

        Settling times such as "under 5 min" count where `settle` says so; otherwise only "not settled".
        """
        word = line[first].word if first < len(line) else ""
        reach = max(self._reach.get(one, 1) for one in (word, *self._near(word)))
        for count in range(min(reach, len(line) - first), 0, -1):
            found = self._met(line[first : first + count], settle)
            if found is not None:
                return found
        return None

    def meanings(self, text: str) -> tuple[Meant, ...]:
        """All that these words could be taken for: as they are, as the start of a word, or with one slip."""
        part = tokens(text)
        run = tuple(token.word for token in part)
        if not run:
            return ()
        runs = dict.fromkeys((run, *self._stems(run), *self._respelt(run)))
        return self._meant([other for other in runs if other in self._runs], part, settle=False)

    def small(self, line: Sequence[Token], first: int) -> Small | None:
        """The longest small word that starts here."""
        word = line[first].word
        reach = max(self._small_reach.get(one, 0) for one in (word, *self._near(word)))
        for count in range(min(reach, len(line) - first), 0, -1):
            part = line[first : first + count]
            if any(token.after_break for token in part[1:]):
                continue
            run = tuple(token.word for token in part)
            if run in self._small:
                return Small(self._small[run], count, Sure.EXACT)
            for other in self._respelt(run):
                if other in self._small:
                    return Small(self._small[other], count, Sure.NEAR)
        return None

    def _add(self, meant: Meant, text: str) -> None:
        words = tokens(text)
        run = tuple(token.word for token in words)
        if meant.part is Part.SETTLE or any(
            token.number is None for token in words
        ):  # numbers alone are times
            breaks = frozenset(place for place, token in enumerate(words) if token.after_break)
            self._runs.setdefault(run, {})[meant] = breaks

    def _met(self, part: Sequence[Token], settle: bool) -> Match | None:
        run = tuple(token.word for token in part)
        for sure, runs in (
            (Sure.EXACT, (run,)),
            (Sure.STEM, self._stems(run)),
            (Sure.NEAR, self._respelt(run)),
        ):
            known = [other for other in runs if other in self._runs]
            found = self._meant(known, part, settle) if known else ()
            if found and (len(found) == 1 or len(run) == 1 or sure is Sure.EXACT):
                return Match(len(run), sure, found)
        return None

    def _meant(self, runs: Iterable[Run], part: Sequence[Token], settle: bool) -> tuple[Meant, ...]:
        """All that these words stand for; a settling time steps back behind the others, unless one is asked for."""
        breaks = {place for place, token in enumerate(part) if place and token.after_break}
        every = dict.fromkeys(
            one
            for run in runs
            for one, theirs in self._runs[run].items()
            if breaks <= theirs and (settle or not one.timed)
        )
        first = [one for one in every if (one.part is Part.SETTLE) is settle]
        return tuple(first or every)

    def _stems(self, run: Run) -> Iterator[Run]:
        """Runs of as many words whose last starts with the last one here."""
        *before, typed = run
        if len(typed) < STEM or typed in self._plain or (*run,) in self._small:
            return
        lasts = self._last.get(tuple(before), ())
        place = bisect_left(lasts, typed)
        while place < len(lasts) and lasts[place].startswith(typed):
            yield (*before, lasts[place])
            place += 1

    def _respelt(self, run: Run) -> Iterator[Run]:
        """The run with the one word that nothing holds spelt as a word that is one slip away."""
        strange = [place for place, word in enumerate(run) if word not in self._vocabulary]
        if len(strange) != 1:
            return
        place = strange[0]
        for word in self._near(run[place]):
            yield (*run[:place], word, *run[place + 1 :])

    def _one_slip_away(self, typed: str) -> tuple[str, ...]:
        """Known words that this strange one may be; none for short and ordinary ones."""
        if len(typed) < NEAR or typed in self._plain or typed in self._vocabulary:
            return ()
        shorter = (typed, *_without_one(typed))
        close = dict.fromkeys(word for one in shorter for word in self._slips.get(one, ()))
        return tuple(
            word for word in close if (len(typed) > NEAR or word[0] == typed[0]) and one_slip(typed, word)
        )  # in short words, the first letter is right: hands seldom miss it


def one_slip(typed: str, word: str) -> bool:
    """Whether one letter is missing, added, changed, or swapped with the next."""
    if typed == word or abs(len(typed) - len(word)) > 1:
        return False
    start = 0
    while start < min(len(typed), len(word)) and typed[start] == word[start]:
        start += 1
    one, two = typed[start:], word[start:]
    return one[1:] == two[1:] or one[1:] == two or one == two[1:] or (
        one[:2] == two[1::-1] and one[2:] == two[2:]
    )  # fmt: skip


def _run(text: str) -> Run:
    return tuple(token.word for token in tokens(text))


def _reach(runs: Iterable[Run]) -> dict[str, int]:
    """The most words of a run that starts with this one."""
    found: dict[str, int] = {}
    for run in runs:
        found[run[0]] = max(len(run), found.get(run[0], 0))
    return found


def _lasts(runs: Iterable[Run]) -> dict[Run, list[str]]:
    found: dict[Run, list[str]] = {}
    for run in sorted(runs):
        found.setdefault(run[:-1], []).append(run[-1])
    return found


def _slips(words: Iterable[str]) -> dict[str, list[str]]:
    """Words by what is left of them without one letter, and by themselves."""
    found: dict[str, list[str]] = {}
    for word in sorted(words):
        if len(word) >= NEAR - 1:
            for shorter in (word, *_without_one(word)):
                found.setdefault(shorter, []).append(word)
    return found


def _without_one(word: str) -> Iterator[str]:
    return (word[:place] + word[place + 1 :] for place in range(len(word)))


def _things(
    catalog: Catalog, words: PhraseWords, own: Iterable[FamilyWord]
) -> Iterator[tuple[Meant, Iterable[str]]]:
    short = words.short
    for cue in catalog.cues.values():
        if not cue.retired:
            yield Meant(Part.CUE, cue.key, cue.name), (cue.name, *cue.synonyms, *short.get(cue.key, ()))
    for response in catalog.responses.values():
        if not response.retired:
            texts = (response.name, response.title, *response.synonyms, *short.get(response.key, ()))
            yield Meant(Part.RESPONSE, response.key, response.name), texts
    for outcome in catalog.outcomes.values():
        texts = (outcome.name, *outcome.synonyms, *short.get(outcome.key, ()))
        yield Meant(Part.OUTCOME, outcome.key, outcome.name), texts
    for step in catalog.bins.values():
        yield Meant(Part.SETTLE, step.step, step.name), (step.name, *step.synonyms)
    yield from _family_words(catalog, own)


def _family_words(catalog: Catalog, own: Iterable[FamilyWord]) -> Iterator[tuple[Meant, Iterable[str]]]:
    """Own words, and what the family calls the catalogue's: those stay known by their other names, too."""
    parts = {WordKind.CUE: Part.CUE, WordKind.RESPONSE: Part.RESPONSE}
    for word in own:
        if isinstance(word, BoardChoice):
            if word.name and (word.key in catalog.cues or word.key in catalog.responses):
                part = Part.CUE if word.key in catalog.cues else Part.RESPONSE
                known = catalog.cues.get(CueKey(word.key)) or catalog.responses[ResponseKey(word.key)]
                yield Meant(part, word.key, known.name), (word.name,)
        elif not word.archived and word.kind in parts:
            yield Meant(parts[word.kind], word.id, word.name), (word.name,)
