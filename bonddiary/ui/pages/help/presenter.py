"""Decides what the Get help page says: the safety content word for word, then how to use the program."""

from collections.abc import Callable
from dataclasses import replace

from bonddiary import __version__
from bonddiary.domain import wording
from bonddiary.domain.errors import ContentError, DiaryError
from bonddiary.domain.guidance import CALL_ANYWAY, SafetyGuide, Service, Urgency
from bonddiary.ui.actions import ROWS
from bonddiary.ui.pages.help.state import ContactRow, HelpState, KeyGroup, KeyRow, ServiceRow, Signs
from bonddiary.ui.session import Session

USING = (
    ("Notice.", "On Log, press what you notice. One press saves it."),
    ("Tried.", "Then add what you tried, if you like, in any order."),
    ("Then.", "Add what happened next, and how long it took. Every part can be left out."),
    ("Gaps are fine.", "Log what you can, when you can. “How long ago” sets the time back."),
    (
        "Undo.",
        "Undo takes back the last step, and the one before. It works for entries, edits and deleted entries.",
    ),
    (
        "Look back.",
        "Timeline shows every entry, Patterns what was logged, as counts. Tips says what a cue may mean.",
    ),
    (
        "Ask.",
        "“Visits and questions” keeps what you want to ask, and later the answers. You find it in the menu.",
    ),
    ("Take it along.", "Report makes a page for the health visitor. You choose what is on it."),
)
LOG_KEYS = KeyGroup(
    "On Log",
    (
        KeyRow("Move between cues", plain="Arrow keys"),
        KeyRow("Note the cue", plain="Enter or Space"),
        KeyRow("The cues under Likely now", plain="1 to 4"),
        KeyRow("Close what was saved, or a search", plain="Esc"),
        KeyRow("Next part of the window", ("F6",)),
    ),
)


class HelpPresenter:
    """Hands every new state of the page to `show`."""

    def __init__(self, session: Session, show: Callable[[HelpState], None], *, locked: bool = False) -> None:
        """`locked`: nothing of the program itself, and not where the diary is."""
        self._session = session
        self._show = show
        self._unkept = ""
        """Why the newest choice couldn't be written; every choice is written with the next."""
        own = session.settings.own_numbers
        version = f"Bond Diary {__version__}"
        self.state = HelpState(own_numbers=own, version=version)
        if not locked:
            self.state = replace(self.state, using=self._using(), keys=key_groups())

    def load(self) -> None:
        """Reads the content and shows it. Signs and numbers depend on nothing else that is read."""
        try:
            guide = self._session.guides.safety()
        except ContentError as error:
            self.state = replace(self.state, problem=f"{error} {CALL_ANYWAY}")
        else:
            self.state = self._whole(guide)
            try:
                about = self._session.guides.about()
                self.state = replace(
                    self.state, about=(f"{about.purpose} {about.limits[0]}", _checked(guide))
                )
            except ContentError as error:
                self.state = replace(self.state, problem=str(error))
        self._show(self.state)

    def choose_country(self, key: str) -> None:
        """Shows numbers and routes of another place, and keeps the choice."""
        if key != self.state.country:
            self._keep(country=key)
            self.load()

    def write_own_numbers(self, text: str) -> None:
        """Keeps the family's own numbers; also anew, where they couldn't be written before."""
        if self._unkept or text.strip() != self._session.settings.own_numbers:
            self._keep(own_numbers=text.strip())
            self.state = replace(self.state, own_numbers=text.strip())
            self._show(self.state)

    def unsaved(self) -> str:
        """Why a choice or the family's own numbers aren't kept; blank when they are."""
        return f"Your own numbers or your place aren’t saved. {self._unkept}" if self._unkept else ""

    def _keep(self, **changes: object) -> None:
        self._unkept = ""
        try:
            self._session.change_settings(**changes)
        except DiaryError as error:
            self._unkept = str(error)
        self.state = replace(self.state, problem=self._unkept)

    def _whole(self, guide: SafetyGuide) -> HelpState:
        ordered = sorted(guide.services, key=lambda service: not service.crisis)
        return replace(
            self.state,
            first=guide.intro[:2],
            intro=guide.intro[2:],
            hard_now=guide.hard_now,
            cards=tuple(_signs(guide, urgency) for urgency in Urgency),
            country=guide.country.key,
            countries=tuple((each.key, each.name) for each in guide.countries),
            services=tuple(map(_service, ordered)),
            numbers_checked=_numbers_checked(guide),
            contacts=tuple(ContactRow(each.name, each.about, each.bring) for each in guide.contacts),
            sharing=guide.sharing_computer,
            about=(_checked(guide),),
        )

    def _using(self) -> tuple[tuple[str, str], ...]:
        where = f"Your diary is one file on this computer: {self._session.paths.diary}. Settings can open its folder."
        return (*USING, ("Where it is.", where))


def key_groups() -> tuple[KeyGroup, ...]:
    """Every menu's shortcuts, menu by menu, then the keys of the Log page."""
    menus = dict.fromkeys(row.menu for row in ROWS if row.keys)
    groups = (
        KeyGroup(
            _bare(menu),
            tuple(KeyRow(_bare(row.text), row.keys) for row in ROWS if row.menu == menu and row.keys),
        )
        for menu in menus
    )
    return (*groups, LOG_KEYS)


def _bare(text: str) -> str:
    """A menu's words without the sign that marks their letter."""
    return text.replace("&", "").rstrip("…")


def _signs(guide: SafetyGuide, urgency: Urgency) -> Signs:
    signs = tuple(sign.text for sign in guide.signs if sign.urgency is urgency)
    return Signs(urgency, guide.headings[urgency], signs)


def _service(service: Service) -> ServiceRow:
    checked = f"Checked {wording.day(service.provenance.checked)}"
    return ServiceRow(service.name, service.for_whom, service.route, service.hours, checked)


def _numbers_checked(guide: SafetyGuide) -> str:
    if not guide.services:
        return ""
    oldest = min(each.provenance.checked for each in guide.services)
    return f"Numbers last checked {wording.day(oldest)}. If one doesn’t work, call {guide.country.ask}."


def _checked(guide: SafetyGuide) -> str:
    checked = f"The signs and numbers on this page were last checked {wording.day(guide.checked)}."
    return f"{checked} They come from public health pages. A clinician has not reviewed them yet."
