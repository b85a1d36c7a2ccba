"""One way into a diary: its key, wrapped so that a passphrase or the recovery key unwraps it.

The wrap is ChaCha20-Poly1305; everything else that the slot says is authenticated with it.
"""

import base64
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bonddiary.keys.cost import Cost, derive
from bonddiary.keys.key import SIZE, Key, wipe

VERSION = 1
SALT, NONCE = 16, 12
ARGON, EXPANDED = "argon2id", "hkdf-sha256"


class Kind(StrEnum):
    """What opens a slot."""

    PASSPHRASE = "passphrase"  # noqa: S105  # a kind, no secret
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class Slot:
    """One way in. Nothing here is secret."""

    id: str
    kind: Kind
    label: str
    """Whose it is, in the family's words; readable without the passphrase. Empty for the recovery key."""
    made: str
    """The day, in ISO 8601."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A slot as the file holds it."""

    slot: Slot
    salt: bytes
    cost: Cost | None
    """None for the recovery key: 128 bits by chance need no slow step."""
    nonce: bytes
    wrapped: bytes


def wrap(slot: Slot, secret: bytearray, key: Key, cost: Cost | None) -> Stored:
    """The key in a new slot that `secret` opens."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    bare = Stored(slot, os.urandom(SALT), cost, os.urandom(NONCE), b"")
    outer = _outer(bare, secret)
    try:
        head = _head(bare, key.diary_id)
        wrapped = ChaCha20Poly1305(outer).encrypt(bare.nonce, key.read(), head)
    finally:
        wipe(outer)
    return Stored(slot, bare.salt, cost, bare.nonce, wrapped)


def unwrap(stored: Stored, secret: bytearray, diary_id: str) -> Key | None:
    """The key, where `secret` opens this slot."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    outer, held = _outer(stored, secret), bytearray(SIZE)
    try:
        ChaCha20Poly1305(outer).decrypt_into(stored.nonce, stored.wrapped, _head(stored, diary_id), held)
    except InvalidTag:
        return None
    finally:
        wipe(outer)
    return Key(held, diary_id)


def _outer(stored: Stored, secret: bytearray) -> bytearray:
    if stored.cost is not None:
        return derive(secret, stored.salt, stored.cost)
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    made = bytearray(32)
    HKDF(SHA256(), 32, stored.salt, b"bonddiary recovery slot").derive_into(secret, made)
    return made


def _head(stored: Stored, diary_id: str) -> bytes:
    """What a slot says besides the key: changed by a letter, the slot opens no more."""
    plain = {name: value for name, value in to_plain(stored).items() if name not in ("nonce", "wrapped")}
    return canonical({"v": VERSION, "diary_id": diary_id, **plain})


def canonical(plain: Mapping[str, object]) -> bytes:
    """The same bytes for the same values."""
    return json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode()


def to_plain(stored: Stored) -> dict[str, object]:
    """A slot for JSON."""
    slot, cost = stored.slot, stored.cost
    kdf: dict[str, object] = {"alg": EXPANDED}
    if cost is not None:
        kdf = {"alg": ARGON, "m": cost.memory_kib, "t": cost.rounds, "p": cost.lanes}
    return {
        "id": slot.id, "kind": slot.kind.value, "label": slot.label, "made": slot.made,
        "salt": _text(stored.salt), "kdf": kdf, "nonce": _text(stored.nonce), "wrapped": _text(stored.wrapped),
    }  # fmt: skip


def from_plain(plain: Mapping[str, object]) -> Stored:
    """A slot from JSON. Raises ValueError, KeyError, TypeError for what no program wrote."""
    id, label, made, kdf = plain["id"], plain["label"], plain["made"], plain["kdf"]
    if not (
        isinstance(id, str) and isinstance(label, str) and isinstance(made, str) and isinstance(kdf, dict)
    ):
        raise TypeError("a slot has texts and a table")
    kind, cost = Kind(str(plain["kind"])), None
    if kdf["alg"] != (EXPANDED if kind is Kind.RECOVERY else ARGON):
        raise ValueError("each kind has its own way")
    if kind is Kind.PASSPHRASE:
        numbers = kdf["m"], kdf["t"], kdf["p"]
        if not all(isinstance(number, int) for number in numbers):
            raise TypeError("whole numbers")  # JSON knows Infinity, too
        cost = Cost(*numbers)
        if not cost.sane:
            raise ValueError("a cost that no program chose")
    salt, nonce, wrapped = (_bytes(plain[name]) for name in ("salt", "nonce", "wrapped"))
    if (len(salt), len(nonce), len(wrapped)) != (SALT, NONCE, SIZE + 16):
        raise ValueError("lengths are fixed")
    return Stored(Slot(id, kind, label, made), salt, cost, nonce, wrapped)


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")


def _bytes(text: object) -> bytes:
    return base64.b64decode(str(text), validate=True)
