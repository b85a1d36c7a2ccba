"""What content keeps private is named nowhere in charts, and a hard moment is in no file."""

from dataclasses import replace

from bonddiary.analysis.names import Names
from bonddiary.analysis.privacy import UNNAMED, discreet, shareable, tried_privately
from bonddiary.analysis.tried import Tried
from bonddiary.domain.ids import ResponseKey
from bonddiary.domain.moment import Moment
from tests.analysis.made import catalog, insights, moment, when

HARD = ResponseKey("talked")
CATALOG = replace(
    catalog(), responses={**catalog().responses, HARD: replace(catalog().responses[HARD], private=True)}
)
NAMES = Names.of(CATALOG)


def hard(day: int, *before: str) -> Moment:
    return moment(when(day, 9), ["building"], tried=[*before, HARD], then="out-settled")


def plain(day: int) -> Moment:
    return moment(when(day, 8), ["rooting"], tried=["fed"], then="out-settled")


def test_shareable_leaves_out_what_is_private() -> None:
    shown, secret = plain(0), replace(plain(1), private=True)
    assert shareable([shown, secret, hard(2), hard(3, "fed")], CATALOG) == (shown,)
    assert tried_privately(hard(3, "fed"), CATALOG)
    assert not tried_privately(shown, CATALOG)


def test_a_hard_response_has_no_name() -> None:
    assert NAMES.response(HARD) == "Talked back"
    assert discreet(NAMES).response(HARD) == UNNAMED
    assert discreet(NAMES).response(ResponseKey("fed")) == "Fed"


def test_no_chart_names_it() -> None:
    made = [plain(day) for day in range(10)] + [hard(day) for day in range(10)] + [hard(13, "fed")]
    found = insights(made, names=NAMES)
    assert found.coverage.moments == 21, "on the parent's own screen it counts"
    for chart in found.charts.values():
        assert "alked" not in repr(chart)
    told = found.charts["tried"]
    assert isinstance(told.data, Tried)
    assert [cue.name for cue in told.data.cues] == ["Rooting"]
    assert (told.data.private, "11 moments with something private are left out here." in told.words) == (
        11,
        True,
    )
    assert "something private" in " ".join(found.charts["day"].words).lower()
