"""What the made-up diary draws from: cues, what families often try, neutral notes. Keys of the content."""

from dataclasses import dataclass

from bonddiary.domain.ids import CueKey, OutcomeKey, ResponseKey
from bonddiary.domain.moment import State

CARERS = ("Sam", "Alex")
AWAKE = frozenset({State.QUIET_ALERT})


@dataclass(frozen=True, slots=True)
class Theme:
    """What a stretch of the day is like."""

    cues: tuple[CueKey, ...]
    responses: tuple[ResponseKey, ...]
    state: State | None
    later_cues: tuple[CueKey, ...] = ()
    """Those that begin at about six weeks."""

    def cues_at(self, weeks: float) -> tuple[CueKey, ...]:
        """The cues of a baby of this age."""
        return self.cues + self.later_cues if weeks >= 6 else self.cues


def _cues(text: str) -> tuple[CueKey, ...]:
    return tuple(CueKey(key) for key in text.split())


def _responses(text: str) -> tuple[ResponseKey, ...]:
    return tuple(ResponseKey(f"r-{key}") for key in text.split())


def _outcomes(text: str) -> tuple[OutcomeKey, ...]:
    return tuple(OutcomeKey(f"out-{key}") for key in text.split())


# a key written more than once comes up as much more often
HUNGRY = Theme(
    _cues("rooting rooting rooting hand-to-mouth lip-smacking small-hungry-sounds cry-rhythmic"),
    _responses("feed-responsive feed-responsive feed-responsive feed-responsive feed-responsive hold nappy"),
    State.ACTIVE_ALERT,
)
TIRED = Theme(
    _cues("yawning yawning yawning yawning staring jerky-movements looks-away grizzling cry-fuss"),
    _responses("settle-sleep settle-sleep settle-sleep rock rock hold reduce-stim sing"),
    State.DROWSY,
)
EVENING = Theme(
    _cues("cry-fuss cry-fuss cry-fuss cry-rising cry-evening knees-up clenched-fists back-arching"),
    _responses("carry-walk carry-walk carry-walk hold hold rock wind share-care"),
    State.CRYING,
)
COMPANY = Theme(
    _cues("bright-eyes mutual-gaze looks-away frowning"),
    _responses("serve-return serve-return serve-return talk talk mirror sing give-break nothing-needed"),
    State.QUIET_ALERT,
    _cues("smile smile smile cooing cooing"),
)
BODY = Theme(
    _cues("straining-red hiccups squirming-stretching knees-up kicks-squirms-off"),
    _responses("wind wind nappy change-position watch-wait hold"),
    None,
)
NEXT_AFTER_UPSET = _outcomes("settled settled settled settled partly partly same same passed more-upset")
NEXT_AFTER_COMPANY = _outcomes("carried-on carried-on carried-on took-break passed unknown")

NOTES = (
    "After a walk.",
    "Visitors in the room.",
    "Woke when the post came.",
    "At Grandma’s.",
    "Bath was earlier.",
    "Radio on.",
    "In the sling.",
    "First time in the new chair.",
)
PLAN = "Keep the diary for another two weeks and bring it along."
QUESTIONS = (
    ("How do we tell tired signs from wanting a break?", "Look at what came before, and try a quiet minute."),
    ("When is the next weighing?", ""),
)
NEXT_QUESTION = "Evenings are long. What might help us to get through them?"
