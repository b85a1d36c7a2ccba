"""How long settling took: what chips and lists offer."""

from bonddiary.domain.catalog import Catalog
from bonddiary.domain.moment import Settle

MINUTES = (2, 5, 10, 15, 20, 30, 45, 60)

SettleChoice = tuple[str, Settle]


def settle_choices(catalog: Catalog) -> tuple[SettleChoice, ...]:
    """Some whole minutes, then the steps that content labels for a button."""
    minutes = ((f"{each} min", Settle.in_minutes(each)) for each in MINUTES)
    steps = ((each.label, Settle(each.step)) for each in catalog.bins.values() if each.label)
    return (*minutes, *steps)
