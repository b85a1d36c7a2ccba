"""The lock of a diary, where the store asks for it. It lives below, so that keys can hold it too."""

from bonddiary.system.one_at_a_time import lock_of

__all__ = ["lock_of"]
