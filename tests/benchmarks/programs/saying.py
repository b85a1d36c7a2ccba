"""What a program of its own notes and says. Imports next to nothing, because that would be measured too."""

import os
import sys
import time

Stamp = tuple[int, int]
"""The system's clock, and processor time since the process began, in nanoseconds."""


def stamp() -> Stamp:
    """What a program notes the moment that something has happened."""
    return time.monotonic_ns(), time.process_time_ns()


def end(said: dict[str, Stamp | tuple[float]]) -> None:
    """Says it, a line a name, and ends the process at once: taking down isn't measured."""
    for name, values in said.items():
        print(name, *values)
    sys.stdout.flush()
    os._exit(0)


def peak_memory() -> float:
    """The most memory this process has had at once, in MiB."""
    if sys.platform == "linux":
        with open("/proc/self/status", encoding="ascii") as status:
            line = next(line for line in status if line.startswith("VmHWM:"))
        return int(line.split()[1]) / 1024
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (
        1024 * 1024 if sys.platform == "darwin" else 1024
    )
