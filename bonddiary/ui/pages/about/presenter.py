"""Decides what the About page says: words from the content, counts and sources made from it."""

from collections.abc import Callable
from dataclasses import replace

from bonddiary import __version__
from bonddiary.domain import wording
from bonddiary.domain.about import Checks, Evidence, Source
from bonddiary.domain.errors import ContentError
from bonddiary.system.libraries import LIBRARIES, versions
from bonddiary.ui.pages.about.state import AboutState, SourceRow
from bonddiary.ui.session import Session

LICENCES = (
    "The program is free under the Apache License 2.0.",
    "It is built with Python, Qt for Python (LGPL 3), SQLAlchemy, SQLCipher and Matplotlib.",
    "Its letters are Atkinson Hyperlegible Next and Noto, free under the SIL Open Font License 1.1.",
)
KINDS = {
    "cue": "Cues",
    "response": "Things to try",
    "tip": "Tips",
    "sign": "Signs of illness",
    "country": "Countries",
    "contact": "Health visitor contacts",
    "prompt": "Prompts before a visit",
    "service": "People to call",
    "reference": "Crying in studies",
}
"""What the page calls each kind of entry."""


class AboutPresenter:
    """Hands every new state of the page to `show`."""

    def __init__(self, session: Session, show: Callable[[AboutState], None]) -> None:
        self._session = session
        self._show = show
        self.state = AboutState(f"Version {__version__}", authors=LICENCES, libraries=built_with())

    def load(self) -> None:
        """Reads the content and shows it; without it, what the program says of itself."""
        try:
            self.state = self._whole()
        except ContentError as error:
            self.state = replace(self.state, problem=str(error))
        self._show(self.state)

    def _whole(self) -> AboutState:
        about, evidence = self._session.guides.about(), self._session.guides.evidence()
        return AboutState(
            version=f"Version {__version__}",
            purpose=about.purpose,
            limits=(*about.limits, about.privacy),
            authors=(*about.authors, *LICENCES),
            libraries=self.state.libraries,
            open_checks=about.open_checks,
            waiting=tuple((f"{name}:", _waiting(evidence.checks[kind])) for kind, name in KINDS.items()),
            checked=f"These points were last looked at on {wording.day(about.checked)}.",
            sources=_rows(evidence),
        )


def built_with() -> tuple[tuple[str, str], ...]:
    """Each library that is here, with its version and licence; without versions where nothing says them."""
    found = versions()
    unsaid = len(found) == 1
    return tuple(
        (f"{each.name} {found.get(each.package, '')}".rstrip() + ":", f"{each.licence}.")
        for each in LIBRARIES
        if unsaid or each.package in found
    )


def _waiting(checks: Checks) -> str:
    if checks.waiting:
        verb = "waits" if checks.waiting == 1 else "wait"
        return f"{checks.waiting} of {checks.entries} {verb} for a named person’s check."
    return f"none of {checks.entries} waits. All were looked up in public pages."


def _rows(evidence: Evidence) -> tuple[SourceRow, ...]:
    return tuple(SourceRow(each.name, each.address, _used(each)) for each in evidence.sources)


def _used(source: Source) -> str:
    entries = wording.counted(source.entries, "entry", "entries")
    return f"{entries} {'rests' if source.entries == 1 else 'rest'} on it."
