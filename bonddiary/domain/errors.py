"""Errors that people meet. Each carries one plain sentence that says what happened and what to do."""


class DiaryError(Exception):
    """A known problem. `str(error)` is fit for a parent: no entry text, no traceback, no jargon."""


class NoSuchDiary(DiaryError):
    """The file is missing, empty where it may not be, or no diary of ours."""


class NotADiary(NoSuchDiary):
    """Another file stands in the diary's place."""


class DiaryLost(NoSuchDiary):
    """The file is missing or empty, and copies of it are there: no new one is made in its place."""


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


class UnknownZone(DiaryError):
    """A time zone name that the zone database doesn't hold."""


class UnknownKey(DiaryError):
    """A cue, response or outcome that the catalogue doesn't hold."""


class NotFound(DiaryError):
    """The entry asked for isn't in the diary."""


class InvalidEntry(DiaryError):
    """An entry that can't be true: no cue, an end before its start, a time in the future."""


class TooLittleLogged(DiaryError):
    """Too few days are logged for a page."""


class ContentError(DiaryError):
    """A content file is wrong: names file, key and what was expected."""


class ImportProblem(DiaryError):
    """A file to bring in can't be read as a whole."""
