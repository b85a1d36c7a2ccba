"""Errors that people meet. Each carries one plain sentence that says what happened and what to do."""


class DiaryError(Exception):
    """A known problem. `str(error)` is fit for a parent: no entry text, no traceback, no jargon."""


class NoSuchDiary(DiaryError):
    """The file is missing, empty where it may not be, or no diary of ours."""


class NotADiary(NoSuchDiary):
    """Another file stands in the diary's place."""


class DiaryLost(NoSuchDiary):
    """The file is missing or empty, and copies of it are there: no new one is made in its place."""


class DiaryExchanged(DiaryError):
    """The file that is open isn't the diary any more: another one stands in its place, or none."""


class NewerDiary(DiaryError):
    """Written by a later version of the program; left untouched."""


class DiaryLocked(DiaryError):
    """Another program holds the diary."""


class DiaryReadOnly(DiaryError):
    """The file or its folder can't be written."""


class DiaryDamaged(DiaryError):
    """SQLite reports that the file is malformed."""


class DiskFull(DiaryError):
    """No room is left to save."""


class DiskFault(DiskFull):
    """The disk reported an error: whether the last words to it are kept is known once the file is read again."""


class UnknownZone(DiaryError):
    """A time zone name that the zone database doesn't hold."""


class UnknownKey(DiaryError):
    """A cue, response or outcome that the catalogue doesn't hold."""


class NotFound(DiaryError):
    """The entry asked for isn't in the diary."""


class InvalidEntry(DiaryError):
    """An entry that can't be true: no cue, an end before its start, a time in the future."""


class UnknownEnding(DiaryError, ValueError):
    """A file's name ends in a way that nothing is written as."""


class TooLittleLogged(DiaryError):
    """Too few days are logged for a page."""


class ContentError(DiaryError):
    """A content file is wrong: names file, key and what was expected."""


class ImportProblem(DiaryError):
    """A file to bring in can't be read as a whole."""


class PassphraseNeeded(DiaryError):
    """The diary is locked, and nobody has opened it yet."""

    @classmethod
    def here(cls) -> "PassphraseNeeded":
        """The one sentence for it."""
        return cls("This diary is locked. Its passphrase opens it.")


class WrongPassphrase(DiaryError):
    """What was typed opens none of the slots. It says nothing of the diary's own state."""

    @classmethod
    def here(cls) -> "WrongPassphrase":
        """The one sentence for it, whatever was typed and however many slots there are."""
        return cls("That passphrase doesn’t open this diary. Look at each letter, then try again.")


class WrongRecoveryKey(DiaryError):
    """A recovery key that is mistyped, or that opens another diary."""


class LastWayIn(DiaryError):
    """Taking this slot away would lock everybody out."""


class KeysLost(DiaryError):
    """A locked diary without the file that says how a passphrase opens it, and no copy of that file."""
