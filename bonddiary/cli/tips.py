"""`bonddiary tips`: what a cue may mean, what families often try, and the tips that belong to it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from bonddiary.cli.arguments import add_baby, words
from bonddiary.cli.babies import find_baby
from bonddiary.cli.codes import DONE
from bonddiary.cli.command import Call, Command
from bonddiary.cli.signs import print_signs
from bonddiary.cli.terminal import say, say_paragraph
from bonddiary.domain import wording
from bonddiary.domain.baby import Baby
from bonddiary.domain.errors import DiaryError, UnknownKey

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bonddiary.analysis.tips import ChosenTip
    from bonddiary.domain.catalog import Catalog, Cue
    from bonddiary.domain.tip_choice import Kept

MOST = 5


def add_arguments(parser: ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("cue", metavar="CUE", help="a cue’s key, such as rooting")
    parser.add_argument(
        "--language", type=words, default="en", metavar="LANG", help="in which words, such as en-US"
    )
    add_baby(parser)


def run(call: Call, given: Namespace) -> int:
    """Prints the article. It needs no diary; where there is one, tips for the baby's age come first and hidden ones stay away."""
    from bonddiary.content.loader import content_languages, load_catalog

    if given.language not in (there := content_languages()):
        raise UnknownKey(f"There are no words in “{given.language}”. Use one of: {', '.join(there)}.")
    catalog = load_catalog(given.language)
    cue = catalog.cue(given.cue)
    baby, choices = _family(call, given.baby)
    say(cue.name)
    print_signs(call, (cue,), catalog)  # before anything else
    if cue.signs:
        say("")
    _print_cue(cue, catalog, early=baby is not None and baby.early)
    for chosen in _chosen(cue, catalog, baby, choices, call):
        _print_tip(chosen, cue, catalog)
    say("")
    say("General education. If you are worried about your baby, get help: trust your instincts.")
    return DONE


def _family(call: Call, nickname: str) -> tuple[Baby | None, dict[str, Kept]]:
    """The baby, and which tips the family saved or hid."""
    if not call.has_diary():
        return None, {}
    try:
        with call.diary() as diary:
            return find_baby(call, diary, nickname), diary.tip_choices()
    except DiaryError:
        if nickname:
            raise
        return None, {}  # a diary in trouble never stands between a parent and these words


def _chosen(
    cue: Cue, catalog: Catalog, baby: Baby | None, choices: Mapping[str, Kept], call: Call
) -> tuple[ChosenTip, ...]:
    from bonddiary.analysis.tips import choose_tips
    from bonddiary.content.guidance import load_tips

    early = baby is not None and baby.early
    return choose_tips(
        load_tips(catalog.language),
        cues=[cue.key],
        groups=[meaning.group for meaning in cue.meanings if early or not meaning.early],
        age=None if baby is None else baby.corrected_age(call.clock().day),
        early=early,
        choices=choices,
        limit=MOST,
    )


def _print_cue(cue: Cue, catalog: Catalog, *, early: bool) -> None:
    say_paragraph(cue.description)
    say("")
    say("What it may mean:")
    for meaning in cue.meanings:
        if early or not meaning.early:
            say_paragraph(f"{catalog.groups[meaning.group].name}: {meaning.text}", "  - ")
    say("")
    say("What families often try, in no order:")
    for key in cue.responses:
        say_paragraph(catalog.response(key).title, "  - ")
    if cue.caution:
        say("")
        say_paragraph(cue.caution)


def _why(chosen: ChosenTip, cue: Cue, catalog: Catalog) -> str:
    """Nothing was noted here: somebody asked."""
    from bonddiary.analysis.names import in_sentence
    from bonddiary.analysis.tips import Match

    if chosen.match is Match.GROUP:
        return f"because {in_sentence(cue.name)} may mean “{in_sentence(catalog.groups[chosen.key].name)}”"
    return f"because you asked about {in_sentence(cue.name)}"


def _print_tip(chosen: ChosenTip, cue: Cue, catalog: Catalog) -> None:
    tip = chosen.tip
    sources = [catalog.sources[key].name for key in tip.provenance.sources if key in catalog.sources]
    say("")
    say(f"{tip.title} (shown {_why(chosen, cue, catalog)})")
    say_paragraph(tip.text, "  ")
    say_paragraph(
        f"Source: {'; '.join(sources)}. Checked {wording.day(tip.provenance.checked)}. {tip.review}.", "  "
    )


COMMAND = Command("tips", "what a cue may mean, and tips that belong to it", add_arguments, run)
