"""Decides what the lock screen says and when a try is made. It knows nothing of the diary."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from bonddiary.domain.errors import DiaryError, WrongPassphrase, WrongRecoveryKey
from bonddiary.ui.jobs import Job, Jobs
from bonddiary.ui.lock.door import Door
from bonddiary.ui.lock.state import LockState

if TYPE_CHECKING:
    from bonddiary.keys.key import Key

WRONG = "That doesn’t open the diary. Check capital letters, and try again."
WRONG_RECOVERY = "That doesn’t open the diary. Check each group, and try again."
BROKE_OFF = "The diary couldn’t be opened. Try again."
LONGEST = 30
"""Seconds between two tries at most. The wait is for hands alone: nothing is ever deleted, however many tries."""


class LockPresenter:
    """Hands every state to `show`, and the key to `opened`."""

    def __init__(
        self,
        door: Door,
        jobs: Jobs,
        show: Callable[[LockState], None],
        opened: "Callable[[Key | None], None]",
    ) -> None:
        self._door, self._jobs, self._show, self._opened = door, jobs, show, opened
        self._wrong = 0
        self._job: Job[Key] | None = None
        self.state = LockState()

    def start(self, *, asks: bool, unkept: bool = False) -> None:
        """The window has been locked, or starts locked."""
        self._wrong = 0
        self._take(LockState(asks=asks, unkept=unkept))

    def show_work(self, words: str) -> None:
        """The window waits for work on the diary's file, and asks nothing."""
        self._take(LockState(busy=True, working=words))

    def submit(self, typed: str) -> None:
        """Tries what was typed; with no passphrase there is nothing to try."""
        if not self.state.can_try:
            return
        if not self.state.asks:
            self._opened(None)
            return
        if not typed.strip():
            return
        from bonddiary.keys import passphrase  # with the keys, for those who have some

        recovery, door = self.state.recovery, self._door

        def attempt(_job: "Job[Key]") -> "Key":
            return door.unlock_with_recovery(typed) if recovery else door.unlock(passphrase.typed(typed))

        self._take(replace(self.state, busy=True, problem=""))
        self._job = self._jobs.run(attempt, self._on_key, self._on_failed)

    def ask_recovery(self, recovery: bool) -> None:
        """Asks for the recovery key, or for the passphrase again."""
        if not self.state.busy:
            self._take(replace(self.state, recovery=recovery, problem=""))

    def edited(self) -> None:
        """Something else is typed now: what was said of the last try goes."""
        if self.state.problem:
            self._take(replace(self.state, problem=""))

    def tick(self) -> None:
        """A second has gone by."""
        if self.state.waits:
            self._take(replace(self.state, waits=self.state.waits - 1))

    def say_unkept(self) -> None:
        """The window was to be closed, and something waits to be saved."""
        self._take(replace(self.state, unkept=True))

    def leave(self) -> None:
        """The screen goes: what is being tried is for nobody."""
        if self._job is not None:
            self._job.cancel()

    def _on_key(self, key: "Key") -> None:
        self._wrong = 0
        self._take(replace(self.state, busy=False))
        self._opened(key)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, WrongPassphrase | WrongRecoveryKey):
            waits = min(LONGEST, 2**self._wrong)
            self._wrong += 1
            words = WRONG_RECOVERY if self.state.recovery else WRONG
            self._take(replace(self.state, busy=False, problem=words, waits=waits))
        else:
            words = str(error) if isinstance(error, DiaryError) else BROKE_OFF
            self._take(replace(self.state, busy=False, problem=words))

    def _take(self, state: LockState) -> None:
        self.state = state
        self._show(state)
