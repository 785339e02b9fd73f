"""A read is told by files, rows and refusals; what there is none of is left out."""

from kaigai.sources import answers
from kaigai.sources.reader import Refused
from kaigai.sources.result import STATUSES, OriginRead, ReadResult
from kaigai.terms.text import Text

REFUSED = Refused("row 3", "x", Text("an ISRC", "ISRC"), Text("look it up", "調べてください"))


def test_files_rows_and_refusals() -> None:
    origins = (
        OriginRead("a.xml", "new"),
        OriginRead("b.xml", "new"),
        OriginRead("c.csv", "refused", refused=(REFUSED,)),
    )
    files, rows, refused = answers.read(ReadResult(origins, {"names": 3}), None).sections
    assert files.rows == ((STATUSES["new"], 2), (STATUSES["refused"], 1))
    assert rows.rows == (("names", 3),)
    assert list(refused.cells("ja")) == [["c.csv", "row 3", "x", "ISRC", "調べてください"]]


def test_refusals_beyond_the_limit_are_counted() -> None:
    origins = (OriginRead("c.csv", "refused", origin_id="c", refused=(REFUSED,) * 9),)
    answer = answers.read(ReadResult(origins), 2)
    assert answer.refused
    assert len(answer.sections[-1].rows) == 2
    assert answer.sections[-1].note is not None
    assert "7 more" in answer.sections[-1].note.en
    assert [step.verb for step in answer.steps] == ["audit", "show"]


def test_nothing_read_is_nothing_told() -> None:
    (files,) = answers.read(ReadResult(()), None).sections
    assert files.rows == ()
