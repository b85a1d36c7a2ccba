"""The note of the moment in the strip, typed in half and whole."""

from bonddiary.domain.errors import DiaryError, NotFound
from bonddiary.domain.moment import Moment
from bonddiary.ui.pages.log.changing import Changing
from bonddiary.ui.pages.log.half_note import Half, HalfNote
from bonddiary.ui.pages.log.saved import Question


class Noting(Changing):
    """The part of the presenter that keeps notes: what is half typed survives a crash."""

    _half: HalfNote
    _restored: bool = False

    def write_note(self, text: str, private: bool) -> None:
        """Keeps the note."""
        if self._saved is None:
            return
        wanted = self._waiting.onto(self._saved)
        if (wanted.note, wanted.private) != (text.strip(), private):
            self._change(note=text.strip(), private=private)
        if not self._waiting.holds(self._saved.id):
            self._half.forget()
        elif self._half.of(self._saved.id) is not None:
            self._half.hold(Half(self._saved.id, text, private))

    def type_note(self, text: str, private: bool) -> None:
        """Keeps what is half typed; it isn't the moment's note yet."""
        if self._saved is not None:
            self._half.keep(Half(self._saved.id, text, private))

    # How it is done

    def _keep_half(self) -> None:
        """A note that was left half typed becomes its moment's note before the strip shows another."""
        half = None if self._saved is None else self._half.of(self._saved.id)
        if half is not None:
            self.write_note(half.text, half.private)

    def _go_to(self, moment: Moment) -> None:
        """The strip shows this moment. What was asked of another is not asked of this one, and its note is kept."""
        if self._saved is None or self._saved.id != moment.id:
            self._keep_half()
            self._question = self._answer = None
        self._saved = moment

    def _restore(self) -> None:
        """A note that was half typed when the program ended stands in its field again, once."""
        if self._restored or not self._session.is_open:
            return
        self._restored = True
        try:
            half = self._half.read()
            moment = None if half is None else self._session.diary.moment(half.moment)
        except NotFound:
            half = moment = None
        except DiaryError:  # the page says that it can't be read; the draft stays for the next start
            return
        baby = self._session.baby
        if half is None or moment is None or moment.deleted or moment.note == half.text.strip():
            self._half.forget()
        elif self._saved is None and baby is not None and moment.baby == baby.id:
            self._saved = moment
            self._question = Question("Your note is back, as you left it.", "Save it")
            self._answer = self._keep_half
            self.refresh()
        else:
            self._waiting.change(moment.id, {"note": half.text.strip(), "private": half.private})
            self._save(changes_only=True)
