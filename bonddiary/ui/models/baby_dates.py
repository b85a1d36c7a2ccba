"""Which dates of a baby can be: asked on the first-run card and in Settings."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from bonddiary.domain.baby import Baby

APART = timedelta(weeks=20)
"""Further apart than this, a birth and a due date can't both be right."""
AHEAD = timedelta(weeks=45)
DATE_HELP = "That date can’t be read. Write it as day/month/year, such as 3/11/2026."


def check_dates(born: date | None, due: date | None, today: date) -> None:
    """Raises ValueError with a sentence for dates that can't be."""
    if born is not None and born > today:
        raise ValueError("That birth date is in the future. For a baby not born yet, fill in the due date.")
    if due is not None and due > today + AHEAD:
        raise ValueError("That due date is more than 45 weeks away. Look at its year again.")
    if born is not None and due is not None and abs(born - due) > APART:
        raise ValueError("These 2 dates are more than 20 weeks apart. Look at them again.")


def born_on(baby: Baby, typed: str, read: Callable[[str], date | None], today: date) -> Baby:
    """The baby with the day of birth that was typed. Raises ValueError with a sentence."""
    try:
        born = read(typed)
    except ValueError:
        raise ValueError(DATE_HELP) from None
    if born is None:
        raise ValueError("Type the day of birth first.")
    check_dates(born, baby.due, today)
    return replace(baby, born=born)
