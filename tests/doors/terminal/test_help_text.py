"""Help wraps to the screen, in columns, without a line that begins with a full stop."""

from typing import Annotated

import pytest

from kaigai.doors.terminal.help_text import _width, _wrapped, help_of, help_of_all
from kaigai.terms.text import Text
from kaigai.verbs.answer import Answer
from kaigai.verbs.verb import Call, Param, verb

LONG = Text("word " * 40, "海外で聴かれるのを妨げているもの、最初の一手。" * 6)


@verb("try", LONG, "plan")
def attempt(
    call: Call,
    text: Annotated[str, Param(Text("A text.", "文。"), word=True, many=True, shown="TEXT")],
    a_very_long_option_name: Annotated[int, Param(Text("Long.", "長い。"))] = 3,
) -> Answer:
    """Try."""
    raise AssertionError


@pytest.mark.parametrize("text", [LONG.en, LONG.ja])
def test_lines_fit_and_begin_well(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    lines = list(_wrapped(text, 4))
    assert len(lines) > 3
    assert max(map(_width, lines)) <= 52  # a closing mark may hang over
    assert not any(line.strip().startswith(("、", "。")) for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_a_verb_says_its_usage_words_and_options(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    said = help_of(attempt, [attempt], "ja")
    assert said.startswith("使い方: kaigai try TEXT… [OPTIONS]")
    for each in ("引数:", "オプション:", "さらに:", "--a-very-long-option-name N", "省略時は 3"):
        assert each in said
    assert max(map(_width, said.splitlines())) <= 82
    assert "Plan where to go next:" in help_of_all([attempt], "en")
