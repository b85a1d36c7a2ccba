"""Records as plain data and back, without loss: what the archive file and the undo history are written in.

A time is {"utc": ISO 8601, "offset": seconds, "zone": name}; enums are their values; blank fields are left out.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, NewType, Union, get_args, get_origin, get_type_hints

from bonddiary.domain.errors import DiaryError, InvalidEntry
from bonddiary.domain.records import TYPES, Kind, Record, kind_of
from bonddiary.domain.when import When

Plain = dict[str, Any]


def encode(record: Record) -> Plain:
    """The record as JSON-ready data, its kind under "record"."""
    return {"record": kind_of(record).value, **_fields_out(record)}


def decode(plain: Mapping[str, Any]) -> Record:
    """The record that `encode` wrote. Raises InvalidEntry naming the field that is wrong."""
    try:
        kind = Kind(str(plain.get("record")))
    except ValueError:
        raise InvalidEntry("An entry is of a kind that this version doesn’t know.") from None
    record = _fields_in(TYPES[kind], {name: value for name, value in plain.items() if name != "record"})
    assert isinstance(record, TYPES[kind])
    return record


def _out(value: Any) -> Any:
    if isinstance(value, When):
        return {"utc": _instant(value.utc), "offset": value.offset, "zone": value.zone}
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, datetime):
        return _instant(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_out(item) for item in value]
    if is_dataclass(value):
        return _fields_out(value)
    return value


def _instant(value: datetime) -> str:
    return value.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _fields_out(value: Any) -> Plain:
    pairs = ((field, getattr(value, field.name)) for field in fields(value))
    return {
        field.name: _out(content)
        for field, content in pairs
        if field.default is MISSING or content != field.default
    }


def _fields_in(shape: Any, plain: Mapping[str, Any]) -> Any:
    readers = _readers(shape)
    unknown = sorted(set(plain) - set(readers))
    if unknown:
        raise InvalidEntry(f"An entry has a field this version doesn’t know: {', '.join(unknown)}.")
    given = {}
    for name, content in plain.items():
        try:
            given[name] = readers[name](content)
        except DiaryError:
            raise
        except (ValueError, TypeError, KeyError, AttributeError, OverflowError):
            raise InvalidEntry(f"An entry’s “{name}” can’t be read.") from None
    try:
        return shape(**given)
    except (TypeError, ValueError, OverflowError):
        raise InvalidEntry("An entry lacks a field that it needs, or holds one that can’t be.") from None


@cache
def _readers(shape: Any) -> dict[str, Callable[[Any], Any]]:
    hints = get_type_hints(shape)
    return {field.name: _reader(hints[field.name]) for field in fields(shape)}


def _reader(hint: Any) -> Callable[[Any], Any]:
    """How plain data of this type hint becomes a value."""
    if isinstance(hint, NewType):
        return _reader(hint.__supertype__)
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        inner = _reader(next(arg for arg in args if arg is not NoneType))
        return lambda plain: None if plain is None else inner(plain)
    if origin is tuple:
        parts = [_reader(arg) for arg in args if arg is not Ellipsis]
        if Ellipsis in args:
            return lambda plain: tuple(parts[0](item) for item in _exactly(list, plain))
        return lambda plain: tuple(
            part(item) for part, item in zip(parts, _exactly(list, plain), strict=True)
        )
    return _SCALARS.get(hint) or (lambda plain: _nested(hint, plain))


def _nested(hint: Any, plain: Any) -> Any:
    return hint(plain) if issubclass(hint, StrEnum) else _fields_in(hint, plain)


def _number(plain: Any) -> float:
    if type(plain) not in (int, float):
        raise TypeError("expected a number")
    return float(plain)


def _exactly(kind: type, plain: Any) -> Any:
    if type(plain) is not kind:
        raise TypeError(f"expected {kind.__name__}")
    return plain


def _datetime(plain: str) -> datetime:
    value = datetime.fromisoformat(plain)
    if value.tzinfo is None:
        raise ValueError("a naive datetime has no place in the diary")
    return value.astimezone(UTC)


def _when(plain: Mapping[str, Any]) -> When:
    return When(_datetime(plain["utc"]), _exactly(int, plain["offset"]), _exactly(str, plain["zone"]))


_SCALARS: dict[Any, Callable[[Any], Any]] = {
    str: lambda plain: _exactly(str, plain),
    int: lambda plain: _exactly(int, plain),
    bool: lambda plain: _exactly(bool, plain),
    float: _number,
    date: date.fromisoformat,
    datetime: _datetime,
    When: _when,
}
