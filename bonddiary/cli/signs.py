"""The static words of the help page that belong beside some cues, whatever the diary holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from bonddiary.cli.command import Call
from bonddiary.cli.terminal import flush, say, say_paragraph, say_problem
from bonddiary.domain.errors import ContentError
from bonddiary.domain.guidance import CALL_ANYWAY

if TYPE_CHECKING:
    from bonddiary.domain.catalog import Catalog, Cue


def print_signs(call: Call, cues: Iterable[Cue], catalog: Catalog) -> None:
    """Prints the signs that these cues name, word for word, the most urgent first; nothing when they name none."""
    named = {sign for cue in cues for sign in cue.signs}
    if not named:
        return
    try:
        said = list(_said(named, call, catalog))
    except ContentError as error:  # a moment is saved all the same
        said = []
        say_problem(str(error))
    if not said:
        say(CALL_ANYWAY)
    for heading, texts in said:
        say("")
        say(heading)
        for text in texts:
            say_paragraph(text, "  - ")
    flush()


def _said(named: set[str], call: Call, catalog: Catalog) -> Iterator[tuple[str, list[str]]]:
    from bonddiary.content.guidance import load_safety
    from bonddiary.system.region import region
    from bonddiary.system.settings import load_settings

    guide = load_safety(catalog.language, load_settings(call.paths.settings).country, region())
    for urgency, heading in guide.headings.items():
        texts = [sign.text for sign in guide.signs if sign.key in named and sign.urgency is urgency]
        if texts:
            yield heading, texts
