"""Identifiers: UUID version 7 (RFC 9562), as canonical text, made before the first attempt to save."""

import os
import threading
import time
from typing import NewType

BabyId = NewType("BabyId", str)
CarerId = NewType("CarerId", str)
MomentId = NewType("MomentId", str)
CareId = NewType("CareId", str)
DayMarkId = NewType("DayMarkId", str)
VisitId = NewType("VisitId", str)
QuestionId = NewType("QuestionId", str)
WordId = NewType("WordId", str)
PinId = NewType("PinId", str)
TipChoiceId = NewType("TipChoiceId", str)
TimerId = NewType("TimerId", str)
BoardChoiceId = NewType("BoardChoiceId", str)
NoteVersionId = NewType("NoteVersionId", str)
PrivateNoteId = NewType("PrivateNoteId", str)

CueKey = NewType("CueKey", str)
ResponseKey = NewType("ResponseKey", str)
OutcomeKey = NewType("OutcomeKey", str)

_lock = threading.Lock()
_last = 0


def new_id() -> str:
    """A new UUIDv7 as text. Later ids sort after earlier ones made by the same process.

    48 bits of Unix milliseconds, 12 bits that count within a millisecond, 62 random bits (RFC 9562 §6.2, method 1).
    """
    global _last  # noqa: PLW0603
    with _lock:
        stamp = max((time.time_ns() // 1_000_000) << 12, _last + 1)
        _last = stamp
    millis, random = f"{stamp >> 12:012x}", os.urandom(8).hex()
    variant = "89ab"[int(random[0], 16) & 3]  # 0b10 and two random bits
    return f"{millis[:8]}-{millis[8:]}-7{stamp & 0xFFF:03x}-{variant}{random[1:4]}-{random[4:]}"
