"""Arrow does without pandas in Kaigai's own processes, and finds it where it must."""

import subprocess
import sys

import pytest

ASKED = """
import sys
from kaigai.facts.arrow_process import declare_ours, spare_pandas
{before}
spare_pandas()
import pyarrow as pa
rows = pa.Table.from_pylist([{{"a": 1, "b": None}}])
print("pandas" in sys.modules, rows.to_pandas().shape, end=" ")
import pandas as pd
print(pa.array(pd.Series([1.5])))
"""


@pytest.mark.parametrize(
    ("before", "imported"),
    [("declare_ours()", "False"), ("", "True"), ("import pandas; declare_ours()", "True")],
)
def test_pandas_waits_until_it_is_needed(before: str, imported: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", ASKED.format(before=before)],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    assert done.stdout.split() == [imported, "(1,", "2)", "[", "1.5", "]"]
