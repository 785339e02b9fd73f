"""A notebook's workspace: verbs are methods, answers show themselves and give their rows."""

import subprocess
import sys
from pathlib import Path

import ibis.expr.types as ir
import pandas as pd
import pyarrow as pa
import pytest

import kaigai
from kaigai.doors.notebook.answer import SHOWN, NotebookAnswer
from kaigai.doors.page.file import NotWritten
from kaigai.facts.store import StoreError
from kaigai.terms.section import Section
from kaigai.terms.text import Text
from kaigai.verbs.answer import Answer, Fold
from kaigai.verbs.index import VERBS
from kaigai.verbs.verb import WrongValue
from tests.conftest import NOON


@pytest.fixture
def label(audited: Path) -> kaigai.Workspace:
    """The audited workspace in a notebook."""
    return kaigai.open(audited)


def test_importing_kaigai_is_quick() -> None:
    code = "import sys, kaigai; print(sorted({'ibis', 'pyarrow', 'pandas'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
    assert {"open", "Workspace"} <= set(dir(kaigai))
    with pytest.raises(AttributeError):
        kaigai.nothing  # noqa: B018


def test_every_verb_is_a_method(label: kaigai.Workspace) -> None:
    assert {each.method for each in VERBS.values()} <= set(dir(label))
    assert label.table.__doc__ == VERBS["table"].about.en
    assert repr(label).startswith("kaigai.open(")
    with pytest.raises(AttributeError, match="no verb 'planet'"):
        label.planet  # type: ignore[attr-defined]  # noqa: B018


def test_rows_are_had_as_people_like_them(label: kaigai.Workspace, tmp_path: Path) -> None:
    names = label.table("names")
    assert isinstance(names.pandas(), pd.DataFrame)
    assert isinstance(names.arrow(), pa.Table)
    assert isinstance(names.ibis(), ir.Table)
    assert len(names) == len(names.pandas()) == names.ibis().count().execute()
    assert names.to_file(tmp_path / "names.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    label.table("names", out=tmp_path / "again.csv")
    assert (tmp_path / "again.csv").read_bytes() == (tmp_path / "names.csv").read_bytes()
    with pytest.raises(NotWritten, match=r"\.csv"):
        names.to_file(tmp_path / "names.pdf")


def test_an_answer_shows_itself_and_nothing_in_it_is_markup() -> None:
    section = Section(Text("<b>", "<b>"), (Text("n", "n"),), tuple((n,) for n in range(SHOWN + 5)))
    fold = Fold(Text("closed", "閉"), Text("", ""), (), (section,))
    found = NotebookAnswer(VERBS["share"], Answer(Text("<i>", "<i>"), (section, fold)), "ja", NOON)
    html = found._repr_html_()
    assert "<h1>&lt;i&gt;</h1>" in html
    assert "<b>" not in html
    assert html.count("<tr>") == SHOWN + 1
    assert "ほか5行" in html
    assert "closed" not in html
    assert str(SHOWN + 4) in found.page().html
    assert str(found) == repr(found)
    frame = found.page()._repr_html_()
    assert frame.startswith("<iframe sandbox ")
    assert frame.count("<") == 2


def test_what_cannot_be_asked_raises(label: kaigai.Workspace, tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        kaigai.open(tmp_path / "empty").share()
    with pytest.raises(WrongValue, match="takes no planet"):
        label.share(planet="x")  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="1 values"):
        label.share("a", "b")  # type: ignore[call-arg, arg-type]
    with pytest.raises(WrongValue, match="by=NAME"):
        label.whose_import(b"", by=" ")
