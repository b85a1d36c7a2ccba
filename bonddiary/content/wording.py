"""Words that content keeps out: those that judge a parent or a baby, and those of a medical device."""

import re
from collections.abc import Iterator

_JUDGING = (
    "should", "shouldn’t", "must", "mustn’t", "fail", "fails", "failed", "failing", "failure", "success",
    "successes", "successful", "successfully", "missed", "only", "normal", "normally", "abnormal",
    "abnormally", "good", "bad", "streak", "streaks", "score", "scores", "scored", "goal", "goals",
    "best", "worst", "on track", "behind", "ignore", "ignored", "ignoring", "correct response",
    "manipulate", "manipulating", "manipulative", "just", "simply", "fussy baby",
)  # fmt: skip
_DEVICE = (
    "amplify", "amplifies", "analyse", "analyses", "analysis", "interpret", "interprets", "alarm",
    "alarms", "calculate", "calculates", "control", "controls", "convert", "converts", "detect",
    "detects", "detection", "diagnose", "diagnoses", "diagnosis", "diagnostic", "measure", "measures",
    "monitor", "monitors", "monitoring",
)  # fmt: skip

BANNED = _JUDGING + _DEVICE
"""Whole words, in small or capital letters."""

_BANNED = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(BANNED, key=len, reverse=True))})(?!\w)", re.IGNORECASE)
_TYPED = re.compile(r"['\"]|\.\.\.|--| - ")
_GAZE = re.compile(
    r"\b(?:gaze|eye contact|face[ -]to[ -]face|look(?:s|ing)? (?:at|into)|(?:your|their) eyes)\b",
    re.IGNORECASE,
)
_OTHER_WAYS = re.compile(
    r"\b(?:touch\w*|voices?|listen\w*|hear\w*|sing\w*|hum\w*|talk\w*|speak\w*|stroke\w*|hands?|hold\w*|cuddl\w*)\b",
    re.IGNORECASE,
)


_PLACE = re.compile(r"\{([^{}]*)\}|[{}]")


def places(text: str) -> list[str]:
    """Names of the places to fill, {like this}, in the order of the alphabet; a stray brace counts as one."""
    return sorted(found.group(1) or found.group() for found in _PLACE.finditer(text))


def banned_words(text: str) -> Iterator[str]:
    """Every banned word in the text, as it is written there."""
    return (found.group() for found in _BANNED.finditer(text))


def typed_marks(text: str) -> Iterator[str]:
    """Marks as typewriters made them: straight quotes, three dots, hyphens for dashes."""
    return (found.group() for found in _TYPED.finditer(text))


def gaze_alone(text: str) -> bool:
    """Whether the text rests on eyes and looking, with no touch or voice beside it.

    Gaze leaves out blind babies, some autistic children, and families where it is used less.
    """
    return _GAZE.search(text) is not None and _OTHER_WAYS.search(text) is None
