"""How arguments are read: times, lengths, days. What can’t be read is bad usage, in one sentence."""

import re
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from datetime import date, datetime, timedelta

from bonddiary.cli.codes import BadUsage
from bonddiary.domain.period import Period
from bonddiary.domain.when import YEARS

_LENGTH = re.compile(r"(?:([0-9]{1,5})h)?(?:([0-9]{1,6})m(?:in)?)?")


def length(text: str) -> timedelta:
    """A length of time: "10m", "2h", "1h30m", or bare minutes."""
    found = _LENGTH.fullmatch(f"{text}m" if text.isdecimal() else text.replace(" ", ""))
    if not found or not any(found.groups()):
        raise ArgumentTypeError(f"“{text}” isn’t a length of time; write it like 10m, 2h or 1h30m")
    return timedelta(hours=int(found[1] or 0), minutes=int(found[2] or 0))


def moment_of_time(text: str) -> datetime:
    """A date with a time of day in ISO 8601, with an offset (aware) or without (naive)."""
    try:
        return datetime.fromisoformat(_with_time(text))
    except ValueError:
        raise ArgumentTypeError(
            f"“{text}” isn’t a date with a time; write it like 2026-11-30T03:12 or 2026-11-30T03:12+00:00"
        ) from None


def _with_time(text: str) -> str:
    try:
        date.fromisoformat(text)
    except ValueError:
        return text
    raise ValueError("a day alone would become midnight")


def day(text: str) -> date:
    """A day in ISO 8601, of a year that a family's diary can be about."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.year not in YEARS:
        raise ArgumentTypeError(f"“{text}” isn’t a day; write it like 2026-11-30")
    return found


def words(text: str) -> str:
    """Free text. Bytes that are no letters on this computer become a mark."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def add_period(parser: ArgumentParser) -> None:
    """The arguments --from and --to."""
    parser.add_argument(
        "--from", dest="first", type=day, metavar="DAY", help="from this day on, like 2026-11-01"
    )
    parser.add_argument("--to", dest="last", type=day, metavar="DAY", help="up to and including this day")


def add_baby(parser: ArgumentParser) -> None:
    """The argument --baby."""
    parser.add_argument(
        "--baby", type=words, default="", metavar="NAME", help="the baby’s nickname, where there are several"
    )


def period(given: Namespace, usual: Period) -> Period:
    """The days asked for; an end that isn't given is the usual one's. Raises BadUsage."""
    first, last = given.first, given.last
    if first is not None and last is not None and last < first:
        raise BadUsage("--from is after --to. Give the earlier day to --from.")
    first = first or min(usual.first, last or usual.first)
    return Period(first, last or max(usual.last, first))
