"""Words for what a moment may hold beside its cue."""

from bonddiary.domain.moment import Intensity, State

STATE_NAMES = {
    State.DEEP_SLEEP: "In deep sleep",
    State.LIGHT_SLEEP: "In light sleep",
    State.DROWSY: "Drowsy",
    State.QUIET_ALERT: "Quiet and alert",
    State.ACTIVE_ALERT: "Awake and fidgety",
    State.CRYING: "Crying",
}
INTENSITY_NAMES = {Intensity.LOW: "A little", Intensity.MEDIUM: "Clearly", Intensity.HIGH: "Strongly"}
