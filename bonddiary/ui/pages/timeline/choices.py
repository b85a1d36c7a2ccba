"""Words for what a moment may hold beside its cue."""

from bonddiary.domain.moment import Intensity

INTENSITY_NAMES = {Intensity.LOW: "A little", Intensity.MEDIUM: "Clearly", Intensity.HIGH: "Strongly"}
