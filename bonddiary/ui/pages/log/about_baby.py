"""Who the page is about, and which moments stand beside the board."""

from datetime import timedelta

from bonddiary.domain import wording
from bonddiary.domain.baby import Baby
from bonddiary.domain.when import When


def baby_line(baby: Baby, now: When) -> str:
    """ "Robin · 7 weeks", with the corrected age of a baby born early, or the week of pregnancy."""
    age, corrected = baby.age(now.day), baby.corrected_age(now.day)
    weeks = baby.pregnancy_weeks(now.day)
    parts = [baby.nickname or "Your baby"]
    if age is not None:
        parts.append(wording.age(age))
        if corrected is not None and corrected != age:
            parts.append(f"corrected {wording.age(corrected)}")
    elif weeks is not None:
        parts.append(f"{weeks} weeks of pregnancy")
    return " · ".join(parts)


def recent_since(now: When) -> tuple[When, str]:
    """Tonight from 6pm while it is night (8pm to 8am), else today from midnight."""
    wall = now.wall
    if wall.hour >= 20 or wall.hour < 8:
        evening = wall.replace(hour=18, minute=0, second=0, microsecond=0)
        return When.from_wall(
            evening if wall.hour >= 20 else evening - timedelta(days=1), now.zone
        ), "Tonight"
    return When.from_wall(wall.replace(hour=0, minute=0, second=0, microsecond=0), now.zone), "Today"
