"""Baby Connect: `reader` makes care events of rows, `words` understands what a row says."""

from bonddiary.exchange.formats.baby_connect.reader import FORMAT

__all__ = ["FORMAT"]
