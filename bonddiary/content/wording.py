"""Words that content and window keep out: those that judge a parent or a baby, and those of a medical device.

Also how names are written: sentence case, and nobody taken for granted as the one who cares.
"""

import re
from collections.abc import Collection, Iterator

_JUDGING = (
    "should", "shouldn’t", "must", "mustn’t", "fail", "fails", "failed", "failing", "failure", "failures",
    "success", "successes", "successful", "successfully", "missed", "only", "normal", "normally",
    "normality", "abnormal", "abnormally", "good", "bad", "badly", "streak", "streaks", "score", "scores",
    "scored", "scoring", "goal", "goals", "best", "worst", "on track", "behind", "ignore", "ignores",
    "ignored", "ignoring", "correct response", "manipulate", "manipulates", "manipulated", "manipulating",
    "manipulative", "just", "simply", "fussy baby", "leaderboard", "compliant",
)  # fmt: skip
DEVICE = (
    "amplify", "amplifies", "amplified", "amplifying", "analyse", "analyses", "analysed", "analysing",
    "analysis", "analyze", "analyzes", "analyzed", "analyzing", "interpret", "interprets", "interpreted",
    "interpreting", "interpretation", "alarm", "alarms", "alarmed", "alarming", "calculate", "calculates",
    "calculated", "calculating", "calculation", "calculations", "control", "controls", "controlled",
    "controlling", "convert", "converts", "converted", "converting", "conversion", "detect", "detects",
    "detected", "detecting", "detection", "detector", "diagnose", "diagnoses", "diagnosed", "diagnosing",
    "diagnosis", "diagnostic", "measure", "measures", "measured", "measuring", "measurement",
    "measurements", "monitor", "monitors", "monitored", "monitoring",
)  # fmt: skip
"""What rules for medical devices ask about: a notebook does none of it, and may say that it doesn't."""

BANNED = _JUDGING + DEVICE
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


_DENIAL = re.compile(r"\b(?:does|do|is|are|can) not\b|n’t\b")


def denied(text: str, word: str) -> bool:
    """Whether a word of a medical device stands in a sentence that says it is not done here."""
    return word.casefold() in DEVICE and _DENIAL.search(text) is not None


def typed_marks(text: str) -> Iterator[str]:
    """Marks as typewriters made them: straight quotes, three dots, hyphens for dashes."""
    return (found.group() for found in _TYPED.finditer(text))


def gaze_alone(text: str) -> bool:
    """Whether the text rests on eyes and looking, with no touch or voice beside it.

    Gaze leaves out blind babies, some autistic children, and families where it is used less.
    """
    return _GAZE.search(text) is not None and _OTHER_WAYS.search(text) is None


_MOTHER = re.compile(r"(?<!\w)(?:mums?|mummy|mummies|moms?|mommy|mothers?)(?!\w)", re.IGNORECASE)
_FATHER = re.compile(r"(?<!\w)(?:dads?|daddy|daddies|fathers?)(?!\w)", re.IGNORECASE)
_OTHER_CARERS = re.compile(r"(?<!\w)(?:carers?|partners?|parents?|grandparents?)(?!\w)", re.IGNORECASE)
_COUNTED = re.compile(r"\b\d+ (?:mothers|fathers)\b")
"""Who took part in a study."""


def default_parent(text: str) -> str:
    """A mum or a dad who stands there as if no one else cared for babies; blank when there is none."""
    said = _COUNTED.sub("", text)
    mother, father = _MOTHER.search(said), _FATHER.search(said)
    if (mother and father) or _OTHER_CARERS.search(said):
        return ""
    found = mother or father
    return found.group() if found else ""


_PARENTS = re.compile(r"(?<!\w)parents?(?! (?:or|and) (?:other )?carers?\b)(?!\w)", re.IGNORECASE)


def parents_alone(text: str) -> str:
    """ "Parents" without "or carers" beside them; blank when there are none."""
    found = _PARENTS.search(text)
    return found.group() if found else ""


_INNER = re.compile(r"(?<=[\w,;’”)&] )(?!I’)[A-Z][a-z]+")


def inner_capitals(text: str, names: Collection[str]) -> Iterator[str]:
    """Words with a capital that stands neither at the start of a sentence nor in one of the proper `names`."""
    for name in sorted(names, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", name.lower(), text)
    return (found.group() for found in _INNER.finditer(text))
