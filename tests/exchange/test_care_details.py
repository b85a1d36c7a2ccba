"""What an app's file says of care events is there after bringing in, editing and taking it out again."""

import json
from dataclasses import replace
from pathlib import Path

from bonddiary.domain.care import CareEvent
from bonddiary.domain.care_fields import with_detail
from bonddiary.domain.codec import decode, encode
from bonddiary.exchange.formats.baby_connect import FORMAT
from tests.exchange.reading_context import context

SAMPLES = Path(__file__).parent / "samples"


def test_no_detail_is_lost_by_editing_another() -> None:
    events: list[CareEvent] = []
    for name in ("baby-connect-iso.csv", "baby-connect-us.csv"):
        read = FORMAT.read((SAMPLES / name).read_text(encoding="utf-8"), context())
        events += [record for record in read.records if isinstance(record, CareEvent)]
    assert len(events) > 10
    for event in events:
        edited = replace(event, details=with_detail(event, "method", "bottle"), note="edited")
        back = decode(json.loads(json.dumps(encode(edited))))
        assert isinstance(back, CareEvent)
        assert back == edited
        others = [pair for pair in back.details if pair[0] != "method"]
        assert others == [pair for pair in event.details if pair[0] != "method"]
        assert (back.value, back.unit, back.source) == (event.value, event.unit, event.source)
