"""`kaigai romanise` with and without a workspace, in both languages."""

import json
from pathlib import Path
from typing import get_args

import pytest

from kaigai.desks.names.romanisation.verbs import romanise
from kaigai.romanise import PROFILES
from kaigai.romanise.candidate import Kind, Language
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


def test_choices_are_what_the_engine_knows() -> None:
    assert set(romanise.asked["style"].choices) == set(PROFILES)
    assert set(romanise.asked["kind"].choices) == set(get_args(Kind))
    assert set(romanise.asked["language"].choices) == set(get_args(Language))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("海", "--style", "x"), "musicbrainz"),
        (("海", "--kind", "x"), "song"),
        (("海", "--language", "x"), "zh"),
        (("海", "--reading", "umi"), "hiragana"),
        (("海", "歌", "--reading", "うみ"), "one text"),
        ((), "TEXT"),
    ],
)
def test_what_means_nothing_is_told(terminal: Terminal, words: tuple[str, ...], said: str) -> None:
    done = terminal("romanise", *words)
    assert done.status == 2
    assert said in done.error
