"""The pictures of the guide: for each the window's size, what is done before it, and the part of the window it shows.

Small files, by 256 colours at most: the guide ships with the program.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from bonddiary.domain.moment import Moment
from bonddiary.domain.records import ref_to
from bonddiary.system.settings import ThemeChoice
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.pages.catch_up.page import CatchUpPage
from bonddiary.ui.pages.page import Place
from bonddiary.ui.pages.patterns.page import PatternsPage
from bonddiary.ui.pages.patterns.spans import Span
from bonddiary.ui.pages.settings.backups_part import BackupsPart
from bonddiary.ui.pages.settings.carers_part import CarersPart
from bonddiary.ui.pages.settings.erase_part import ErasePart
from bonddiary.ui.pages.settings.passphrase_part import PassphrasePart
from bonddiary.ui.pages.settings.passphrase_state import Asking
from bonddiary.ui.pages.timeline.editor import EntryEditor
from bonddiary.ui.pages.timeline.page import TimelinePage
from bonddiary.ui.pages.tips.page import TipsPage
from bonddiary.ui.widgets.words import Heading
from picture_taking import ROOT, come_to_rest, demo_window, log_a_moment, settle

FOLDER = ROOT / "resources" / "help" / "pictures"
THEMES = {"day": ThemeChoice.DAY, "night": ThemeChoice.NIGHT}
ROOM = 12
"""Pixels around what a picture is about."""
COLOURS = 256
REST, LONG_REST = 1.5, 8.0
"""Seconds without a change, before a picture of words, and one of charts that are drawn beside the window."""

Crop = Callable[[MainWindow], QRect]


@dataclass(frozen=True, slots=True)
class Picture:
    """`crop` says which part of the window; `rest` how long nothing changes before it is taken."""

    name: str
    place: Place
    size: tuple[int, int]
    crop: Crop
    prepare: Callable[[MainWindow, QApplication], None] = lambda window, app: None
    rest: float = REST


def page(window: MainWindow) -> QRect:
    """The place, without the list of places beside it."""
    return _part(window, window.page(window.place))


def entry(window: MainWindow) -> QRect:
    """What can be changed of an entry, beside the list."""
    return _part(window, window.page(Place.TIMELINE).findChildren(EntryEditor)[0])


def chart(key: str) -> Crop:
    """One chart's card with its title and picture."""

    def crop(window: MainWindow) -> QRect:
        there = window.page(Place.PATTERNS)
        assert isinstance(there, PatternsPage)
        card = there.cards[key]
        assert card.canvas is not None
        whole, drawn = _part(window, card), _part(window, card.canvas)
        return QRect(whole.topLeft(), QPoint(whole.right(), drawn.bottom() + ROOM))

    return crop


def card(part: type[QWidget], heading: str) -> Crop:
    """A card of Settings with its heading."""

    def crop(window: MainWindow) -> QRect:
        there = window.page(Place.SETTINGS)
        titles = [each for each in there.findChildren(Heading) if each.text() == heading]
        inside = there.findChildren(part)[0]
        return _around(window, [titles[0], inside.parentWidget() or inside])

    return crop


def _part(window: MainWindow, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def _around(window: MainWindow, widgets: Iterable[QWidget]) -> QRect:
    whole = QRect()
    for widget in widgets:
        whole = whole.united(_part(window, widget))
    return whole.adjusted(-ROOM, -ROOM, ROOM, ROOM)


def _catch_up(window: MainWindow, _app: QApplication) -> None:
    there = window.page(Place.CATCH_UP)
    assert isinstance(there, CatchUpPage)
    there.presenter.show_hours(night=True)
    there.presenter.step(-1)


def _open_entry(window: MainWindow, _app: QApplication) -> None:
    """The newest moment with something tried."""
    there = window.page(Place.TIMELINE)
    assert isinstance(there, TimelinePage)
    tried = [
        moment for moment in window.session.diary.records() if isinstance(moment, Moment) and moment.responses
    ]
    there.show_entry(ref_to(max(tried, key=lambda moment: moment.at.utc)))


def _tip(window: MainWindow, _app: QApplication) -> None:
    there = window.page(Place.TIPS)
    assert isinstance(there, TipsPage)
    there.show_cue("rooting")


def _passphrase(window: MainWindow, _app: QApplication) -> None:
    window.page(Place.SETTINGS).findChildren(PassphrasePart)[0].presenter.ask(Asking.SET)


def _days(span: Span) -> Callable[[MainWindow, QApplication], None]:
    def choose(window: MainWindow, _app: QApplication) -> None:
        there = window.page(Place.PATTERNS)
        assert isinstance(there, PatternsPage)
        there.presenter.choose_span(span)

    return choose


LOG = (1000, 700)
LONG = (1000, 5200)
"""So tall that all of a page is in view."""
CHART = (820, 9000)
TWO_WEEKS = _days(Span.TWO_WEEKS)
PICTURES = (
    Picture("first-week", Place.LOG, (920, 640), page),
    Picture("timeline", Place.TIMELINE, (800, 560), page),
    Picture("timeline-entry", Place.TIMELINE, (1160, 800), entry, _open_entry),
    Picture("catching-up", Place.CATCH_UP, (800, 850), page, _catch_up),
    Picture("tips", Place.TIPS, (880, 700), page, _tip),
    Picture("phrasebook", Place.PHRASEBOOK, (800, 640), page, rest=LONG_REST),
    Picture("report", Place.REPORT, (940, 700), page, rest=LONG_REST),
    Picture("visit", Place.VISITS, (780, 630), page),
    Picture("help-and-about", Place.HELP, (780, 700), page),
    Picture("settings", Place.SETTINGS, (780, 690), page),
    Picture("two-carers", Place.SETTINGS, LONG, card(CarersPart, "Carers")),
    Picture("backups", Place.SETTINGS, LONG, card(BackupsPart, "Backups")),
    Picture("passphrase", Place.SETTINGS, LONG, card(PassphrasePart, "Passphrase"), _passphrase),
    Picture("erasing", Place.SETTINGS, LONG, card(ErasePart, "Erase for ever")),
    Picture("patterns", Place.PATTERNS, (800, 640), page, rest=LONG_REST),
    *(
        Picture(f"chart-{key}", Place.PATTERNS, CHART, chart(key), TWO_WEEKS, rest=LONG_REST)
        for key in ("two-weeks", "day", "time-of-day", "tried", "settling", "typical-day", "before-cues")
    ),
    Picture("chart-weeks", Place.PATTERNS, CHART, chart("weeks"), _days(Span.ALL), rest=LONG_REST),
    Picture("log", Place.LOG, (920, 860), page, log_a_moment),
)  # fmt: skip


def draw(app: QApplication, names: list[str]) -> None:
    """Writes every picture, or those named, by day and by night."""
    FOLDER.mkdir(exist_ok=True)
    for theme, choice in THEMES.items():
        with demo_window(app, choice, LOG) as window:
            shown: object = None
            for picture in PICTURES:
                if names and picture.name not in names:
                    continue
                if shown != (shown := (picture.place, picture.size, picture.prepare)):
                    _show(window, app, picture)
                _save(window.grab(picture.crop(window)).toImage(), f"{picture.name}-{theme}")


def _show(window: MainWindow, app: QApplication, picture: Picture) -> None:
    window.resize(*picture.size)
    window.go(picture.place)
    settle(app)
    picture.prepare(window, app)
    settle(app)
    come_to_rest(window, app, picture.rest)


def _save(image: QImage, name: str) -> None:
    file = FOLDER / f"{name}.png"
    if not in_few_colours(image).save(str(file), quality=0):
        raise OSError(f"{file} can’t be written")
    print(f"Drawn: {file.relative_to(ROOT)}, {file.stat().st_size // 1000} kB")


def in_few_colours(image: QImage) -> QImage:
    """The picture by its commonest colours: edges of letters take the nearest of them."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    shape = plain.height(), plain.bytesPerLine() // 4
    seen = np.frombuffer(plain.constBits(), np.uint32).reshape(shape)[:, : plain.width()]
    colours, counts = np.unique(seen, return_counts=True)
    commonest = colours[np.argsort(-counts, kind="stable")][:COLOURS]
    table = [int(colour) for colour in sorted(commonest)]
    return plain.convertToFormat(QImage.Format.Format_Indexed8, table, Qt.ImageConversionFlag.AvoidDither)
