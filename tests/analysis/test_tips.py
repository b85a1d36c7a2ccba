"""Choosing tips: a short, stable, explained list, never moved by amounts."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bonddiary.analysis.tips import LIBRARY_ALONE, ChosenTip, Match, Noted, choose_tips, noted_in
from bonddiary.content.guidance import load_tips
from bonddiary.content.loader import load_catalog
from bonddiary.content.schema import UNPROMPTED
from bonddiary.domain.baby import Age
from bonddiary.domain.catalog import AgeWindow, Catalog, Provenance
from bonddiary.domain.guidance import SourceKind, Tip
from bonddiary.domain.ids import CueKey, ResponseKey
from bonddiary.domain.moment import Moment
from bonddiary.domain.period import Period
from bonddiary.domain.tip_choice import Kept
from tests.analysis import made

YAWN, COO = CueKey("yawning"), CueKey("cooing")


def tip(
    key: str,
    *,
    cues: tuple[CueKey, ...] = (),
    groups: tuple[str, ...] = (),
    subjects: tuple[str, ...] = (),
    ages: AgeWindow | None = None,
    topic: str = "tired",
) -> Tip:
    return Tip(
        key=key,
        title=key,
        text="A tip.",
        why="For any day.",
        topic=topic,
        cues=cues,
        groups=groups,
        subjects=subjects,
        ages=ages or AgeWindow(),
        provenance=Provenance(("GENERAL",), date(2026, 11, 1), False),
        source_kind=SourceKind.GENERAL,
        review="Not yet reviewed by a clinician",
    )


def keys(chosen: tuple[ChosenTip, ...]) -> list[str]:
    return [one.tip.key for one in chosen]


def test_nothing_asked_is_nothing_chosen() -> None:
    assert choose_tips([tip("a", cues=(YAWN,))], cues=(), age=None) == ()
    assert choose_tips([], cues=(YAWN,), age=None) == ()


def test_a_cue_comes_before_a_group_and_a_group_before_a_subject() -> None:
    tips = [tip("s", subjects=("sleep",)), tip("g", groups=("tired",)), tip("c", cues=(YAWN,)), tip("none")]
    chosen = choose_tips(tips, cues=(YAWN,), groups=("tired",), subjects=("sleep",), age=None)
    assert keys(chosen) == ["c", "g", "s"]
    assert [one.match for one in chosen] == [Match.CUE, Match.GROUP, Match.SUBJECT]
    assert [one.key for one in chosen] == ["yawning", "tired", "sleep"]


def test_each_tip_comes_once_by_its_closest_match() -> None:
    both = tip("both", cues=(YAWN,), groups=("tired",), subjects=("sleep",))
    chosen = choose_tips([both], cues=(YAWN,), groups=("tired",), subjects=("sleep",), age=None)
    assert [one.match for one in chosen] == [Match.CUE]


def test_at_most_the_limit() -> None:
    tips = [tip(str(number), cues=(YAWN,)) for number in range(9)]
    assert keys(choose_tips(tips, cues=(YAWN,), age=None)) == ["0", "1", "2"]
    assert keys(choose_tips(tips, cues=(YAWN,), age=None, limit=1)) == ["0"]
    assert choose_tips(tips, cues=(YAWN,), age=None, limit=0) == ()


def test_every_cue_gets_its_first_tip_before_any_gets_a_second() -> None:
    tips = [tip("y1", cues=(YAWN,)), tip("y2", cues=(YAWN,)), tip("c1", cues=(COO,)), tip("c2", cues=(COO,))]
    assert keys(choose_tips(tips, cues=(YAWN, COO), age=None, limit=4)) == ["y1", "c1", "y2", "c2"]
    assert keys(choose_tips(tips, cues=(COO, YAWN), age=None, limit=4)) == ["c1", "y1", "c2", "y2"]


def test_age_orders_and_hides_nothing() -> None:
    tips = [
        tip("older", cues=(YAWN,), ages=AgeWindow(180, None)),
        tip("group", groups=("tired",), ages=AgeWindow(0, 90)),
        tip("newborn", cues=(YAWN,), ages=AgeWindow(0, 90)),
    ]
    young = choose_tips(tips, cues=(YAWN,), groups=("tired",), age=Age(30))
    assert keys(young) == ["newborn", "group", "older"]
    assert keys(choose_tips(tips, cues=(YAWN,), groups=("tired",), age=Age(200)))[0] == "older"
    assert keys(choose_tips(tips, cues=(YAWN,), groups=("tired",), age=None)) == ["older", "newborn", "group"]


def test_tips_for_babies_born_early_are_for_them_alone() -> None:
    early = tip("early", cues=(YAWN,), topic="born-early")
    assert choose_tips([early], cues=(YAWN,), age=None) == ()
    assert keys(choose_tips([early], cues=(YAWN,), age=None, early=True)) == ["early"]


def test_the_same_question_has_the_same_answer() -> None:
    tips, cues = load_tips(), tuple(load_catalog().cues)
    assert choose_tips(tips, cues=cues, age=Age(49)) == choose_tips(tips, cues=cues, age=Age(49))


def test_reasons_are_words_for_parents() -> None:
    tips = [tip("c", cues=(YAWN,)), tip("g", groups=("tired",)), tip("s", subjects=("tried",))]
    names = {"yawning": "Yawning", "tired": "Tired or sleepy"}
    chosen = choose_tips(tips, cues=(YAWN,), groups=("tired",), subjects=("tried",), age=None, names=names)
    assert [one.reason for one in chosen] == [
        "because you noted yawning",
        "because what you noted may mean “tired or sleepy”",
        "because this is about what you tried",
    ]


def test_every_shipped_cue_has_a_tip_with_a_reason_at_its_age() -> None:
    catalog, tips = load_catalog(), load_tips()
    names = {cue.key: cue.name for cue in catalog.cues.values()} | {
        group.key: group.name for group in catalog.groups.values()
    }
    for cue in catalog.cues.values():
        groups = [meaning.group for meaning in cue.meanings]
        chosen = choose_tips(
            tips,
            cues=(cue.key,),
            groups=groups,
            age=Age(cue.ages.first),
            names={str(k): v for k, v in names.items()},
        )
        assert chosen, cue.key
        assert len(chosen) <= 3
        assert all(one.reason.startswith("because ") for one in chosen)
        assert len({one.tip.key for one in chosen}) == len(chosen)


# The family's choices


def test_a_hidden_tip_never_comes_and_the_next_takes_its_place() -> None:
    tips = [tip("a", cues=(YAWN,)), tip("b", cues=(YAWN,)), tip("c", cues=(YAWN,))]
    chosen = choose_tips(
        tips, cues=(YAWN,), age=None, choices={"a": Kept.HIDDEN, "gone": Kept.HIDDEN}, limit=2
    )
    assert keys(chosen) == ["b", "c"]


def test_a_saved_tip_is_treated_like_all_others() -> None:
    tips = [tip("a", cues=(YAWN,)), tip("b", cues=(YAWN,))]
    plain = choose_tips(tips, cues=(YAWN,), age=None)
    assert choose_tips(tips, cues=(YAWN,), age=None, choices={"b": Kept.SAVED}) == plain


@pytest.mark.parametrize("topic", LIBRARY_ALONE)
def test_some_shelves_are_for_the_library_alone(topic: str) -> None:
    tips = [tip("a", cues=(YAWN,), groups=("tired",), subjects=("sleep",), topic=topic)]
    chosen = choose_tips(tips, cues=(YAWN,), groups=("tired",), subjects=("sleep",), age=None, early=True)
    assert chosen == ()


def test_content_knows_the_same_shelves_as_the_librarys_own() -> None:
    assert set(LIBRARY_ALONE) == set(UNPROMPTED)


# What was noted in some days

CATALOG = made.catalog()
TODAY = made.TWO_WEEKS.last
ROOTING, RARE = CueKey("rooting"), CueKey("of-a-later-version")
CUES = [*CATALOG.cues, CueKey("0199-own"), RARE]
NAMES = {str(cue.key): cue.name for cue in CATALOG.cues.values()}


def noted(*moments: Moment, period: Period = made.TWO_WEEKS, catalog: Catalog = CATALOG) -> Noted:
    return noted_in(moments, period, TODAY, catalog)


def test_cues_are_counted_most_noted_first_then_as_the_catalogue_has_them() -> None:
    found = noted(
        made.moment(made.when(0, 9), (RARE, "yawn")),
        made.moment(made.when(1, 9), ("yawn", "coo")),
        made.moment(made.when(13, 9), ("whimper",)),
        made.moment(made.when(14, 9), ("whimper",)),
    )
    assert list(found.times.items()) == [("yawn", 2), ("whimper", 1), ("coo", 1), (RARE, 1)]
    assert found.days == "in these 2 weeks"


def test_deleted_and_private_moments_are_not_counted() -> None:
    private = replace(CATALOG.responses[ResponseKey("talked")], key=ResponseKey("safe-break"), private=True)
    catalog = replace(CATALOG, responses={**CATALOG.responses, private.key: private})
    found = noted(
        made.moment(made.when(0, 9), tried=("fed", "a-response-of-the-familys-own")),
        made.moment(made.when(0, 10), deleted=True),
        replace(made.moment(made.when(0, 11)), private=True),
        made.moment(made.when(0, 12), ("rooting", "grunt"), tried=("fed", "safe-break")),
        catalog=catalog,
    )
    assert found.times == {ROOTING: 1}


@pytest.mark.parametrize(
    ("days", "back", "words"),
    [
        (7, 0, "because you noted rooting 5 times this week"),
        (7, 1, "because you noted rooting 5 times in these 7 days"),
        (14, 0, "because you noted rooting 5 times in these 2 weeks"),
        (14, 20, "because you noted rooting 5 times in these 2 weeks"),
        (30, 0, "because you noted rooting 5 times in these 30 days"),
        (1, 0, "because you noted rooting 5 times today"),
        (1, 1, "because you noted rooting 5 times on Saturday 14 November"),
    ],
)
def test_the_reason_says_how_often_and_in_which_days(days: int, back: int, words: str) -> None:
    period = Period.ending(TODAY - timedelta(days=back), days)
    day = (period.last - made.FIRST).days
    moments = [made.moment(made.when(day, hour)) for hour in range(5)]
    (chosen,) = choose_tips(
        [tip("a", cues=(ROOTING,))], noted=noted(*moments, period=period), age=None, names=NAMES
    )
    assert chosen.reason == words


def test_one_time_is_said_as_once() -> None:
    (chosen,) = choose_tips(
        [tip("a", cues=(ROOTING,))], noted=noted(made.moment(made.when(0, 9))), age=None, names=NAMES
    )
    assert chosen.reason == "because you noted rooting once in these 2 weeks"


def test_a_cue_asked_for_comes_before_what_was_noted_and_has_its_count_too() -> None:
    tips = [tip("r", cues=(ROOTING,)), tip("y", cues=(YAWN,))]
    times = Noted({ROOTING: 9, YAWN: 2}, "this week")
    chosen = choose_tips(tips, cues=(YAWN,), noted=times, age=None, names=NAMES)
    assert [one.reason for one in chosen] == [
        "because you noted yawning 2 times this week",
        "because you noted rooting 9 times this week",
    ]
