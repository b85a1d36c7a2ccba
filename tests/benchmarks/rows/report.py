"""The page for the health visitor: two weeks out of a diary, as PDF and as the picture of the preview."""

from itertools import count

import typst

from bonddiary.analysis.names import Names
from bonddiary.domain.period import Period
from bonddiary.report.build import build_report
from bonddiary.report.document import ReportDocument
from bonddiary.report.records import gather
from bonddiary.report.request import ReportRequest
from bonddiary.report.typesetting import STANDARDS, Typesetting, fonts
from tests.benchmarks.diaries import NOW
from tests.benchmarks.harness import Line, alternate, timed
from tests.benchmarks.surroundings import Surroundings, opened
from tests.builders import ROBIN

ENTRIES = 3_000
SMALLEST = b'#set document(title: "x")\n#set text(font: "Atkinson Hyperlegible Next")\n= One\n#sys.inputs.n\n'
DPI = 110


def measure(here: Surroundings) -> list[Line]:
    """Each time another question stands on the page, so that nothing is there already. The first one doesn't count."""
    period, turns, bare = Period.ending(NOW.day, 14), count(), typst.Compiler(font_paths=fonts())
    with opened(here.diaries.of_length(ENTRIES)) as diary:
        records, names = gather(diary, ROBIN, period), Names.of(here.catalog, diary.words())

    def built() -> ReportDocument:
        request = ReportRequest(period=period, questions=(f"Is it usual, time {next(turns)}?",))
        return build_report(request, records, names, NOW, "0")

    def smallest() -> object:
        return bare.compile(
            SMALLEST, format="pdf", sys_inputs={"n": str(next(turns))}, pdf_standards=STANDARDS
        )

    found = alternate(
        timed("floor", smallest),
        timed("pdf", lambda: Typesetting(built()).pdf()),
        timed("preview", lambda: Typesetting(built()).pictures(DPI)),
        timed("document", built),
        seconds=10,
    )
    return [
        Line(
            work="two weeks counted, drawn and set as PDF",
            floor="one-line page set as PDF",
            works=found["pdf"],
            floors=found["floor"],
        ),
        Line(work="two weeks counted, drawn and set as PDF", works=found["pdf"], limit=1000),
        Line(work=f"the same as its preview, {DPI} dots an inch", works=found["preview"], limit=1000),
        Line(work="two weeks counted: the page as data", works=found["document"]),
    ]
