"""`kaigai romanise` with and without a workspace, in both languages."""

import json
from pathlib import Path

import pytest

from kaigai.desks.names.romanisation.actions import RomaniseError, romanise
from kaigai.facts.store import Facts
from kaigai.notebook import Workspace
from tests.doors.calls import Terminal


def test_an_official_form_wins(terminal: Terminal) -> None:
    done = terminal("romanise", "海の歌", "夜明け")
    assert (done.status, "Umi no Uta" in done.out, "100%" in done.out) == (0, True, True)
    assert "次にすること" in terminal("romanise", "夜明け", lang="ja").out


def test_it_works_where_there_is_no_workspace(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    out = tmp_path / "latin.json"
    done = Terminal(monkeypatch, tmp_path / "none")("romanise", "さくら", "--out", str(out))
    assert done.status == 0
    rows = json.loads(out.read_text())
    assert (rows[0]["original"], rows[0]["latin"], rows[0]["rank"]) == ("さくら", "Sakura", 1)


def test_the_notebook_answers_the_same(catalogue: Facts, terminal: Terminal) -> None:
    seen = Workspace(catalogue, "en").romanise("海の歌")
    shown = terminal("romanise", "海の歌").out
    assert all(cell in shown for row in seen.sections[0].cells("en") for cell in row)


@pytest.mark.parametrize(
    "asked", [{"style": "x"}, {"kind": "x"}, {"language": "x"}, {"reading": "うみ"}]
)
def test_what_means_nothing_is_told(asked: dict[str, str]) -> None:
    with pytest.raises(RomaniseError):
        romanise(None, texts=["海", "歌"], **asked)
