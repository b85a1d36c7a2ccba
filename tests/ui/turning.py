"""A loop and a worker that turn when they are told: what a page reads in parts comes step by step."""

from PySide6.QtWidgets import QApplication

from bonddiary.ui.jobs import Jobs
from tests.ui.report.made import Queue


class Turning:
    """For presenters that take `jobs` and `later`."""

    def __init__(self) -> None:
        self.turns, self.work = Queue(), Queue()
        self.jobs = Jobs(submit=self.work)

    def settle(self) -> None:
        """Does all there is, also what comes meanwhile."""
        while self.turns.drain() + self.work.drain():
            QApplication.processEvents()
