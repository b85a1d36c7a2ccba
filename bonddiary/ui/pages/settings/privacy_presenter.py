"""Decides what the privacy check says: the same as `bonddiary privacy`."""

from collections.abc import Callable
from dataclasses import dataclass

from bonddiary.domain.errors import DiaryError
from bonddiary.system.log import empty_log
from bonddiary.system.paths import Paths
from bonddiary.system.privacy import kept_lines, look


@dataclass(frozen=True, slots=True)
class PrivacyState:
    """What the part shows."""

    network: str = ""
    look: str = ""
    files: str = ""
    """Two lines for each kind of file, and a blank one between two kinds."""
    others: tuple[str, ...] = ()
    command: str = ""
    warning: str = ""
    """Where somebody else may read a file."""
    has_log: bool = False


class PrivacyPresenter:
    """Looks whenever the part is shown, and hands every state to `show`; `say` tells what was done."""

    def __init__(
        self, paths: Paths, show: Callable[[PrivacyState], None], say: Callable[[str], None]
    ) -> None:
        self._paths, self._show, self._say = paths, show, say
        self._text = ""
        self.state = PrivacyState()

    def refresh(self) -> None:
        """Looks at the files anew."""
        try:
            found = look(self._paths)
        except OSError as error:
            self._take(PrivacyState(warning=f"The files can’t be looked at ({error.strerror})."))
            return
        self._text = "\n".join(found.lines())
        warning = (
            "Other accounts may read some of these. Change who may open them." if found.open_to_others else ""
        )
        files = "\n\n".join("\n".join(kept_lines(each)) for each in found.kept)
        has_log = any(each.path == self._paths.log and each.size for each in found.kept)
        self._take(
            PrivacyState(found.network, found.look, files, found.others, found.command, warning, has_log)
        )

    def text(self) -> str:
        """All of it, to be copied."""
        return self._text

    def empty_log(self) -> None:
        """Takes everything out of the log."""
        try:
            empty_log(self._paths.log)
        except DiaryError as error:
            self._say(str(error))
            return
        self._say("The log is empty.")
        self.refresh()

    def _take(self, state: PrivacyState) -> None:
        self.state = state
        self._show(state)
