"""How long settling took: what chips and lists offer."""

from bonddiary.domain.moment import Settle, SettleBin

SETTLE_CHOICES: tuple[tuple[str, Settle], ...] = (
    *((f"{minutes} min", Settle.in_minutes(minutes)) for minutes in (2, 5, 10, 15, 20, 30, 45, 60)),
    ("Over an hour", Settle(SettleBin.OVER_60)),
    ("Not settled", Settle(SettleBin.NOT_SETTLED)),
    ("Not sure", Settle(SettleBin.UNSURE)),
)
