"""Choosing tips: a short, stable, explained list, never moved by amounts."""

from datetime import date

from bonddiary.analysis.tips import ChosenTip, Match, choose_tips
from bonddiary.content.guidance import load_tips
from bonddiary.content.loader import load_catalog
from bonddiary.domain.baby import Age
from bonddiary.domain.catalog import AgeWindow, Provenance
from bonddiary.domain.guidance import SourceKind, Tip
from bonddiary.domain.ids import CueKey

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
