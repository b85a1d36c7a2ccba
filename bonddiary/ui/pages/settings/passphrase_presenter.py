"""Decides about the passphrase: setting, adding, changing and removing it, and the recovery key on paper."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from bonddiary.domain import wording
from bonddiary.domain.errors import DiaryError
from bonddiary.ui.jobs import Job, Jobs
from bonddiary.ui.pages.settings import second_place
from bonddiary.ui.pages.settings.passphrase_state import Asking, PassphraseState, Typed, Way
from bonddiary.ui.session import Session

if TYPE_CHECKING:
    from bonddiary.diary.sealing import Sealed, Sealing, Step
    from bonddiary.keys.guard import Guard
    from bonddiary.keys.key import Key
    from bonddiary.keys.recovery import RecoveryKey
    from bonddiary.keys.slots import Slot

T = TypeVar("T")
LOCKING = "Locking the diary. This may take a moment."
UNLOCKING = "Taking the passphrase away. This may take a moment."
DIFFERENT = "The two passphrases differ. Type the second one again."
EMPTY = "Type a passphrase first."
LOCKED_NOW = "The diary has a passphrase now. Earlier backups here were locked with it too."
PLAIN_NOW = "The diary has no passphrase any more. Its backups open without one too."
LEFT = "These files couldn’t be locked, and may be read by anyone who opens them: {0}."
STILL_LOCKED = "These backups aren’t whole, and stayed locked: {0}."
KEYS_KEPT = "The file {0} is kept: with it, the passphrase still opens them."
CHANGED = "The passphrase is changed. Backups here open with the new one."
REMOVED = "It is removed. Backups here don’t open with it any more."
ELSEWHERE = "Copies that went anywhere else still open with the old one."
SAME_WORDS = (
    "This passphrase is changed. Another one here has the same old words, and they still open the diary."
)
BROKE_OFF = "That didn’t work. Nothing has changed. Try again."
GUESSING = "Finding it may take {0}."


class PassphrasePresenter:
    """Hands every state to `show`. What is slow is done on a worker; the diary is closed while its file is worked on."""

    def __init__(
        self,
        session: Session,
        jobs: Jobs,
        show: Callable[[PassphraseState], None],
        progress: Callable[[str], None] = lambda _words: None,
        guard: "Callable[[], Guard] | None" = None,
    ) -> None:
        """`progress` may be called on any thread; it brings the words to `session.hold`."""
        self._session, self._jobs, self._show, self._progress = session, jobs, show, progress
        self._make_guard = guard or self._usual_guard
        self._made: RecoveryKey | None = None
        self.state = PassphraseState()

    def refresh(self) -> None:
        """Looks at the ways in anew."""
        session = self._session
        locked = session.key is not None
        state = replace(
            self.state,
            can_change=session.is_open,
            locked=locked,
            minutes=session.settings.minutes_to_lock(has_passphrase=locked),
        )
        try:
            ways = self._ways() if locked else ()
        except DiaryError as error:
            state, ways = replace(state, problem=str(error)), ()
        self._take(replace(state, ways=ways, has_recovery=any(way.recovery for way in ways)))

    def ask(self, asking: Asking, slot: str = "") -> None:
        """Opens a form, or closes it."""
        if self.state.busy:
            return
        self._made = None
        whose = next((way.label for way in self.state.ways if way.id == slot), "")
        blank = replace(
            self.state,
            asking=asking,
            slot=slot,
            whose=whose,
            offered="",
            strength="",
            problem="",
            said="",
            recovery=(),
        )
        self._take(blank)
        if asking is Asking.RECOVERY:
            self._run(lambda: self._guard().new_recovery_key(self._key()), self._show_recovery)

    def offer_words(self) -> None:
        """Suggests a passphrase made of words."""
        from bonddiary.keys.words import offered

        self._take(replace(self.state, offered=offered()))

    def weigh(self, text: str) -> None:
        """Says how long guessing what is typed may take."""
        from bonddiary.keys.strength import strength

        found = strength(text) if text.strip() else None
        words = f"{GUESSING.format(found.words)} {found.caution}".strip() if found else ""
        if words != self.state.strength or self.state.problem:
            self._take(replace(self.state, strength=words, problem=""))

    def submit(self, typed: Typed) -> None:
        """Does what the form that is open asks for."""
        if self.state.busy:
            return
        asking = self.state.asking
        if asking in (Asking.SET, Asking.ADD, Asking.CHANGE):
            problem = EMPTY if not typed.new.strip() else "" if typed.new == typed.again else DIFFERENT
            if problem:
                self._take(replace(self.state, problem=problem))
                return
        acts: dict[Asking, Callable[[Typed], None]] = {
            Asking.SET: self._set,
            Asking.ADD: self._add,
            Asking.CHANGE: self._change,
            Asking.REMOVE: self._remove,
            Asking.PLAIN: self._make_plain,
            Asking.RECOVERY: self._keep_recovery,
        }
        acts[asking](typed)

    def choose_minutes(self, minutes: int) -> None:
        """The window locks by itself after so long."""
        try:
            self._session.change_settings(auto_lock=minutes)
        except DiaryError as error:
            self._take(replace(self.state, problem=str(error)))
        self.refresh()

    def _set(self, typed: Typed) -> None:
        from bonddiary.diary.sealing import Sealing
        from bonddiary.keys import passphrase

        session, guard = self._session, self._guard()
        sealing = Sealing(session.paths.diary, session.clock, guard)
        words = passphrase.typed(typed.new)
        self._work(LOCKING, lambda: sealing.encrypt(words, typed.label.strip(), self._tell), self._on_sealed)

    def _on_sealed(self, sealed: "Sealed") -> None:
        self._session.key = sealed.key
        self._session.release()
        self._take(replace(self.state, asking=Asking.NOTHING, busy=False))
        self.refresh()
        self.ask(Asking.RECOVERY)
        self._take(replace(self.state, said=_with_files(LOCKED_NOW, LEFT, sealed.left)))

    def _make_plain(self, typed: Typed) -> None:
        from bonddiary.keys import passphrase

        guard, words = self._guard(), passphrase.typed(typed.old)
        self._run(lambda: guard.unlock(words), partial(self._unlock, guard))  # before anything is closed

    def _unlock(self, guard: "Guard", key: "Key") -> None:
        from bonddiary.diary.sealing import Sealing

        sealing = Sealing(self._session.paths.diary, self._session.clock, guard)
        self._work(UNLOCKING, lambda: sealing.decrypt(key, self._tell), partial(self._on_plain, sealing))

    def _on_plain(self, sealing: "Sealing", left: tuple[Path, ...]) -> None:
        key, self._session.key = self._session.key, None
        if key is not None:
            key.forget()
        self._session.release()
        kept = () if sealing.kept_keys is None else (sealing.kept_keys,)
        self._finish(_with_files(_with_files(PLAIN_NOW, STILL_LOCKED, left), KEYS_KEPT, kept))

    def _add(self, typed: Typed) -> None:
        from bonddiary.keys import passphrase

        words, key = passphrase.typed(typed.new), self._key()
        self._run(
            self._and_second(lambda: self._guard().add_passphrase(key, words, typed.label.strip())),
            lambda _slot: self._finish("One more passphrase opens the diary now."),
        )

    def _change(self, typed: Typed) -> None:
        from bonddiary.keys import passphrase

        old, new, slot = passphrase.typed(typed.old), passphrase.typed(typed.new), self.state.slot
        again = bytearray(old)

        def change() -> "tuple[Slot, ...]":
            try:
                self._guard().change_passphrase(slot, old, new)
                return self._guard().opened_by(again)  # another carer may have chosen the same words
            finally:
                again[:] = bytes(len(again))

        self._run(
            self._and_second(change),
            lambda done: self._finish(SAME_WORDS if done[0] else f"{CHANGED} {done[1]} {ELSEWHERE}"),
        )

    def _remove(self, _typed: Typed) -> None:
        key, slot = self._key(), self.state.slot
        self._run(
            self._and_second(lambda: self._guard().remove(key, slot)),
            lambda done: self._finish(f"{REMOVED} {done[1]} {ELSEWHERE}"),
        )

    def _show_recovery(self, made: "RecoveryKey") -> None:
        self._made = made
        first, second = made.asked
        self._take(replace(self.state, busy=False, recovery=made.groups, asked=(first + 1, second + 1)))

    def _keep_recovery(self, typed: Typed) -> None:
        made, key = self._made, self._key()
        if made is None:
            return
        self._run(
            self._and_second(lambda: self._guard().keep_recovery_key(key, made, typed.groups)),
            lambda _slot: self._finish("The recovery key works now. Keep the sheet away from this computer."),
        )

    def _and_second(self, act: "Callable[[], T]") -> "Callable[[], tuple[T, str]]":
        """Copies in the second place get the ways in of now, too."""
        return lambda: (act(), second_place.bring_along(self._session))

    def _finish(self, said: str) -> None:
        self._made, said = None, " ".join(said.split())
        self._take(
            replace(
                self.state,
                asking=Asking.NOTHING,
                slot="",
                busy=False,
                said=said,
                recovery=(),
                strength="",
                offered="",
            )
        )
        self.refresh()

    def _work(self, words: str, act: "Callable[[], T]", done: "Callable[[T], None]") -> None:
        """On the diary's own file: it is closed, and the window waits."""
        self._take(replace(self.state, busy=True, problem=""))
        self._session.hold(words)

        def failed(error: Exception) -> None:
            self._session.release()
            self._on_failed(error)

        def work(_job: "Job[T]") -> "T":
            return act()

        self._jobs.run(work, done, failed)

    def _run(self, act: "Callable[[], T]", done: "Callable[[T], None]") -> None:
        self._take(replace(self.state, busy=True, problem=""))

        def work(_job: "Job[T]") -> "T":
            return act()

        self._jobs.run(work, done, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        words = str(error) if isinstance(error, DiaryError) else BROKE_OFF
        self._take(replace(self.state, busy=False, problem=words))

    def _tell(self, step: "Step", done: int, of: int) -> None:
        if step.value == "copies" and of > 1:
            self._progress(f"Working on backup {min(done + 1, of)} of {of}.")

    def _ways(self) -> tuple[Way, ...]:
        from bonddiary.keys.slots import Kind

        return tuple(
            Way(slot.id, _way_words(slot.label, slot.made, recovery=slot.kind is Kind.RECOVERY), slot.label,
                slot.kind is Kind.RECOVERY)
            for slot in self._guard().slots()
        )  # fmt: skip

    def _key(self) -> "Key":
        assert self._session.key is not None
        return self._session.key

    def _guard(self) -> "Guard":
        return self._make_guard()

    def _usual_guard(self) -> "Guard":
        from bonddiary.keys.guard import Guard

        return Guard(self._session.paths.diary, self._session.clock)

    def _take(self, state: PassphraseState) -> None:
        self.state = state
        self._show(state)


def _with_files(said: str, words: str, files: tuple[Path, ...]) -> str:
    return f"{said} {words.format(', '.join(file.name for file in files))}" if files else said


def _way_words(label: str, made: str, *, recovery: bool) -> str:
    whose = "Recovery key, on paper" if recovery else f"Passphrase of {label}" if label else "Passphrase"
    return f"{whose}. Made on {wording.day(date.fromisoformat(made))}."
