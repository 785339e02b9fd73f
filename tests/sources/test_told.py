"""A read is told by files, rows and refusals; what there is none of is left out."""

from kaigai.sources.reader import Refused
from kaigai.sources.result import OriginRead, ReadResult
from kaigai.sources.told import STATUSES, told
from kaigai.terms.text import Text

REFUSED = Refused("row 3", "x", Text("an ISRC", "ISRC"), Text("look it up", "調べてください"))


def test_files_rows_and_refusals() -> None:
    origins = (
        OriginRead("a.xml", "new"),
        OriginRead("b.xml", "new"),
        OriginRead("c.csv", "refused", refused=(REFUSED,)),
    )
    files, rows, refused = told(ReadResult(origins, {"names": 3}))
    assert files.rows == ((STATUSES["new"], 2), (STATUSES["refused"], 1))
    assert rows.rows == (("names", 3),)
    assert list(refused.cells("ja")) == [["c.csv", "row 3", "x", "ISRC", "調べてください"]]


def test_nothing_read_is_nothing_told() -> None:
    assert told(ReadResult(())) == []
