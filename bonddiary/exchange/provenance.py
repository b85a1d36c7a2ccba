"""The key by which a row is known again, so that bringing a file in twice adds nothing."""

from hashlib import blake2b

from bonddiary.domain.ids import BabyId


class SourceKeys:
    """Keys for the rows of one file, in file order.

    A key is a hash of provider, baby, start, end and the row's contents, with a number for rows that are
    alike to the letter: two such rows in one file are two events, and the same two when the file comes
    again. The wall-clock time goes in, not the instant, so that choosing another zone later doesn't double
    a year.
    """

    def __init__(self, provider: str, baby: BabyId) -> None:
        self._base = blake2b(f"{provider}\x1e{baby}\x1e".encode("utf-8", "surrogatepass"), digest_size=16)
        self._seen: dict[bytes, int] = {}

    def key(self, *parts: str) -> str:
        """The next key for a row with these contents."""
        hashed = self._base.copy()
        hashed.update("\x1f".join(parts).encode("utf-8", "surrogatepass"))
        digest = hashed.digest()
        count = self._seen[digest] = self._seen.get(digest, 0) + 1
        return f"{digest.hex()}-{count}"
