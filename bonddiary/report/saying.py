"""The page's own words in its language: sentences out of content, and numbers, dates and times inside them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path

from bonddiary.analysis.names import in_sentence
from bonddiary.content.loader import content_folder, read_part
from bonddiary.content.reading import languages
from bonddiary.domain.baby import Age
from bonddiary.domain.errors import ContentError
from bonddiary.domain.ids import CueKey, OutcomeKey
from bonddiary.domain.period import Period

ENGLISH = "en-GB"
_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})
_PLACE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Text:
    """One text, and its words where the count is 1."""

    many: str
    one: str


@dataclass(frozen=True, slots=True)
class Saying:
    """Fills the texts. What is filled in is never read as a place itself, whatever a parent typed."""

    texts: Mapping[str, Text]
    months: Sequence[str]
    weekdays: Sequence[str]
    enjoys: frozenset[CueKey]
    """Cues that may say that a baby enjoys being with somebody."""
    joys: frozenset[OutcomeKey]
    """What came next in a happy moment."""
    language: str

    def __call__(self, key: str, many: int | None = None, **filled: str | int) -> str:
        """The text with this key; a count is filled in as well, and decides between one and many."""
        text = self.texts[key]
        values = filled if many is None else {"count": many, **filled}
        return _PLACE.sub(lambda found: _shown(values[found[1]]), text.one if many == 1 else text.many)

    def dated(self, day: date) -> str:
        """ "16 November 2026"."""
        return self("date", day=day.day, month=self._month(day), year=str(day.year))

    def short(self, day: date) -> str:
        """ "16 November"."""
        return self("date-no-year", day=day.day, month=self._month(day))

    def weekday(self, day: date) -> str:
        """ "Monday 16 November"."""
        return self("weekday", weekday=self.weekdays[day.weekday()], date=self.short(day))

    def period(self, span: Period) -> str:
        """ "3 to 16 November 2026", naming month and year once where it can."""
        first, last = span.first, span.last
        if first == last:
            return self.dated(last)
        if _one_month(span):
            year = str(last.year)
            return self("span-month", first=first.day, last=last.day, month=self._month(last), year=year)
        begins = self.short(first) if first.year == last.year else self.dated(first)
        return self("span", first=begins, last=self.dated(last))

    def period_short(self, span: Period) -> str:
        """ "3 to 16 November"."""
        first, last = span.first, span.last
        if first == last:
            return self.short(last)
        if _one_month(span):
            return self("span-month-no-year", first=first.day, last=last.day, month=self._month(last))
        return self("span", first=self.short(first), last=self.short(last))

    def hour(self, of_day: int) -> str:
        """ "6pm", "midnight"; of 0 to 24."""
        if of_day % 12 == 0:
            return self("noon" if of_day == 12 else "midnight")
        return f"{of_day % 12}{self('am' if of_day < 12 else 'pm')}"

    def clock(self, wall: datetime) -> str:
        """ "3:12am"."""
        if not wall.minute:
            return self.hour(wall.hour)
        return f"{wall.hour % 12 or 12}:{wall.minute:02d}{self('am' if wall.hour < 12 else 'pm')}"

    def at(self, wall: datetime) -> str:
        """ "Monday 16 November, 3:12am"."""
        return self("at-time", day=self.weekday(wall.date()), time=self.clock(wall))

    def length(self, time: timedelta) -> str:
        """ "5 min", "1 h", "11 h 33 min"; under a minute is "under 1 min"."""
        hours, minutes = divmod(int(time.total_seconds() // 60), 60)
        if not hours:
            return self("minutes", minutes) if minutes else self("under-a-minute")
        if not minutes:
            return self("hours", hours)
        return self("length", hours=self("hours", hours), minutes=self("minutes", minutes))

    def age(self, age: Age) -> str:
        """ "3 days", "7 weeks", "5 months", "1 year 2 months", as health visitors say it."""
        return " ".join(self(unit, many) for unit, many in _parts(age))

    def ages(self, first: Age, last: Age) -> str:
        """ "7 to 9 weeks", "2 days to 2 weeks"; one age where both are the same in words."""
        begins, ends = self.age(first), self.age(last)
        if begins == ends:
            return ends
        (unit, many), (other, more) = _parts(first)[0], _parts(last)[0]
        if unit == other and len(_parts(first)) == len(_parts(last)) == 1:
            return self(unit, count=self("span", first=many, last=more))
        return self("span", first=begins, last=ends)

    def listed(self, words: Sequence[str]) -> str:
        """ "fed, winded and rocked"."""
        if len(words) < 2:
            return "".join(words)
        return self("list-two", first=", ".join(words[:-1]), last=words[-1])

    def sequence(self, names: Sequence[str]) -> str:
        """Things in the order they were tried: "Fed, then winded"."""
        said = "".join(names[:1])
        for name in names[1:]:
            said = self("then", first=said, next=in_sentence(name))
        return said

    def _month(self, day: date) -> str:
        return self.months[day.month - 1]

    @property
    def right_to_left(self) -> bool:
        """Whether the language is written from right to left."""
        return bool({"Arab", "Hebr"} & set(self.language.split("-"))) or (
            self.language.partition("-")[0] in _RIGHT_TO_LEFT
        )


def _parts(age: Age) -> list[tuple[str, int]]:
    if age.days < 14:
        return [("days", age.days)]
    if age.weeks < 13:
        return [("weeks", age.weeks)]
    years, months = divmod(age.months, 12)
    found = [("years", years), ("months", months)]
    return [(unit, many) for unit, many in found if many] or [("months", 0)]


def _one_month(span: Period) -> bool:
    return (span.first.year, span.first.month) == (span.last.year, span.last.month)


def _shown(value: str | int) -> str:
    return f"{value:,}" if isinstance(value, int) else value


def content_language(asked: str) -> str:
    """The language of content for one that was asked for: itself, else its first part, else English."""
    there = languages(content_folder())
    return next((each for each in (asked, asked.partition("-")[0]) if each in there), "en")


def saying_in(language: str, folder: Path | None = None) -> Saying:
    """The page's words in a language of content. Raises ContentError."""
    return _saying_in(language, folder or content_folder())


@cache
def _saying_in(language: str, folder: Path) -> Saying:
    entries = read_part("report", language, folder)
    page = entries["report_page"].get("report_page")
    if page is None:
        raise ContentError("report.toml: report_page: expected one [report_page] with its lists.")
    return Saying(
        texts={
            key: Text(row["text"], row.get("one") or row["text"]) for key, row in entries["report"].items()
        },
        months=page["months"],
        weekdays=page["weekdays"],
        enjoys=frozenset(map(CueKey, page["enjoys"])),
        joys=frozenset(map(OutcomeKey, page["joys"])),
        language=ENGLISH if language == "en" else language,
    )
