"""The colours that tell babies apart."""

from enum import StrEnum


class BabyColour(StrEnum):
    """What tells babies apart beside their names: where there are two, each has one on every form."""

    SEA = "sea"
    PLUM = "plum"
    AMBER = "amber"
    MOSS = "moss"
