"""Laws of choosing tips: stable, within the limit, explained, and never moved by amounts."""

from collections.abc import Mapping
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bonddiary.analysis.tips import LIBRARY_ALONE, ChosenTip, Match, Noted, choose_tips
from bonddiary.domain.baby import Age
from bonddiary.domain.catalog import AgeWindow
from bonddiary.domain.guidance import Tip
from bonddiary.domain.ids import CueKey
from bonddiary.domain.moment import Moment
from bonddiary.domain.tip_choice import Kept
from tests.analysis import made
from tests.analysis.test_tips import CUES, NAMES, keys, noted, tip

SOME = st.sampled_from
GROUPS, SUBJECTS = ("tired", "hungry", "closeness"), ("sleep", "evening", "tried")


def some(*of: str) -> st.SearchStrategy[tuple[str, ...]]:
    """A few of these, each once."""
    return st.lists(SOME(of), max_size=len(of), unique=True).map(tuple)


TIPS = st.lists(
    st.builds(
        tip,
        SOME([f"t{number}" for number in range(12)]),
        cues=some(*CUES).map(lambda found: tuple(map(CueKey, found))),
        groups=some(*GROUPS),
        subjects=some(*SUBJECTS),
        ages=SOME([AgeWindow(), AgeWindow(0, 90), AgeWindow(180, None)]),
        topic=SOME(["tired", "born-early", "twins", "before-birth"]),
    ),
    max_size=12,
    unique_by=lambda made: made.key,
)
MOMENTS = st.lists(
    st.builds(
        lambda day, cues, private: replace(made.moment(made.when(day, 9), cues), private=private),
        st.integers(-3, 16),
        st.lists(SOME(CUES), min_size=1, max_size=3, unique=True),
        st.booleans(),
    ),
    max_size=12,
)
CHOICES = st.dictionaries(SOME([f"t{number}" for number in range(12)]), SOME(Kept), max_size=5)


@given(
    tips=TIPS,
    moments=MOMENTS,
    groups=some(*GROUPS),
    subjects=some(*SUBJECTS),
    age=st.none() | st.integers(0, 400).map(Age),
    early=st.booleans(),
    choices=CHOICES,
    limit=st.integers(0, 8),
    random=st.randoms(),
)
def test_the_laws_of_choosing(
    tips: list[Tip],
    moments: list[Moment],
    groups: tuple[str, ...],
    subjects: tuple[str, ...],
    age: Age | None,
    early: bool,
    choices: Mapping[str, Kept],
    limit: int,
    random: object,
) -> None:
    def choose(found: list[Moment], kept: Mapping[str, Kept]) -> tuple[ChosenTip, ...]:
        return choose_tips(
            tips, noted=noted(*found), groups=groups, subjects=subjects, age=age, early=early,
            choices=kept, names=NAMES, limit=limit,
        )  # fmt: skip

    chosen = choose(moments, choices)
    shuffled = list(moments)
    getattr(random, "shuffle")(shuffled)  # noqa: B009 (hypothesis types it as object)
    assert choose(shuffled, choices) == chosen
    assert choose(moments, {key: kept for key, kept in choices.items() if kept is Kept.HIDDEN}) == chosen
    assert len(chosen) <= limit
    assert len(set(keys(chosen))) == len(chosen)
    assert not {one.tip.key for one in chosen if choices.get(one.tip.key) is Kept.HIDDEN}
    assert not {one.tip.topic for one in chosen} & {*LIBRARY_ALONE, *(() if early else ("born-early",))}
    asked = {Match.CUE: noted(*moments).times, Match.GROUP: groups, Match.SUBJECT: subjects}
    for one in chosen:
        assert one.key in asked[one.match]
        assert one.key in {Match.CUE: one.tip.cues, Match.GROUP: one.tip.groups}.get(
            one.match, one.tip.subjects
        )
        assert one.reason.startswith("because ")


@given(tips=TIPS, moments=MOMENTS, age=st.none() | st.integers(0, 400).map(Age), data=st.data())
def test_one_more_moment_changes_the_number_and_nothing_else(
    tips: list[Tip], moments: list[Moment], age: Age | None, data: st.DataObject
) -> None:
    before = noted(*moments)
    if not before.times:
        return
    cue = data.draw(SOME(list(before.times)))
    after = noted(*moments, made.moment(made.when(5, 9), (cue,)))
    assert after.times == {**before.times, cue: before.times[cue] + 1}
    if list(after.times) != list(before.times):
        return  # the cues are asked for in another order
    old, new = (choose_tips(tips, noted=found, age=age, names=NAMES, limit=8) for found in (before, after))
    assert [replace(one, reason="") for one in new] == [replace(one, reason="") for one in old]
    assert all(then.reason == now.reason for then, now in zip(old, new, strict=True) if now.key != cue)
    assert all(after.words(cue) in now.reason for now in new if now.key == cue)


@given(tips=TIPS, moments=MOMENTS, data=st.data())
def test_amounts_order_and_never_call_up(tips: list[Tip], moments: list[Moment], data: st.DataObject) -> None:
    times = noted(*moments).times
    others = {cue: data.draw(st.integers(1, 10_000)) for cue in data.draw(st.permutations(list(times)))}
    everything = [
        {one.tip.key for one in choose_tips(tips, noted=Noted(counts, "this week"), age=None, limit=99)}
        for counts in (times, others)
    ]
    assert everything[0] == everything[1]


@given(tips=TIPS, moments=MOMENTS)
def test_no_key_has_a_second_tip_before_each_has_one(tips: list[Tip], moments: list[Moment]) -> None:
    chosen = choose_tips(tips, noted=noted(*moments), age=None, early=True, limit=99)
    seen = [one.key for one in chosen if one.match is Match.CUE]
    first = list(dict.fromkeys(seen))
    assert seen[: len(first)] == first
