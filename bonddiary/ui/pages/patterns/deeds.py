"""Does what is asked of a chart: what leaves the window never holds what is private."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from bonddiary.analysis.insight import Insight
from bonddiary.ui.jobs import Jobs
from bonddiary.ui.pages.patterns.presenter import PatternsPresenter
from bonddiary.ui.pages.patterns.saving import ask_and_save, ask_and_save_table, copy_picture
from bonddiary.ui.widgets.chart_card import ChartCard
from bonddiary.ui.widgets.chart_menu import Deed

if TYPE_CHECKING:
    from bonddiary.ui.pages.patterns.page import PatternsPage

TOO_FEW_LEFT = "Private moments stay out of pictures and tables. Without them there is too little here."


class Deeds:
    """The page's answers to a card's menu and buttons."""

    def __init__(
        self, page: "PatternsPage", presenter: PatternsPresenter, jobs: Jobs, failed: Callable[[str], None]
    ) -> None:
        self._page, self._presenter, self._jobs, self._failed = page, presenter, jobs, failed

    def do(self, card: ChartCard, key: str, deed: Deed) -> None:
        """One deed."""
        match deed:
            case Deed.WIDEN | Deed.NARROW:
                self._page.show_alone(key if deed is Deed.WIDEN else "")
            case Deed.HIDE:
                self._page.hide_chart(key)
            case Deed.ASK:
                self._page.question_asked.emit(key, card.accessibleName())
            case _:
                self._presenter.for_file(
                    key, lambda insight, left_out: self._give(card, deed, insight, left_out)
                )

    def _give(self, card: ChartCard, deed: Deed, insight: Insight[object], left_out: int) -> None:
        shown = self._presenter.state.window
        if shown is None:
            return
        if not insight.ready:
            card.say(TOO_FEW_LEFT)
        elif deed is Deed.COPY_TABLE:
            card.copy_table(insight)
        elif deed is Deed.COPY_PICTURE:
            copy_picture(insight, card.say, self._failed, self._jobs, left_out)
        elif deed is Deed.SAVE_PICTURE:
            ask_and_save(
                self._page, insight, shown.period, card.say, self._failed, left_out=left_out, jobs=self._jobs
            )
        else:
            ask_and_save_table(self._page, insight, shown.period, card.say, self._failed, left_out=left_out)
