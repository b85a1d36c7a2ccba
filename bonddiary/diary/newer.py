"""The part of a newer version's diary that this one knows, for an export."""

from bonddiary.store.newer import Known, read_known

__all__ = ["Known", "read_known"]
