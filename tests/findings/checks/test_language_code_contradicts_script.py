"""The check for language codes finds those that the letters contradict, and shows one of them."""

import pytest

from kaigai.findings.checks.language_code_contradicts_script import (
    language_code_contradicts_script,
)
from kaigai.sources.naming import name_row
from kaigai.terms.languages import contradicts
from tests.conftest import found, table

NAMES = [
    ("en", "夜明け"), ("ko", "夜明け"), ("ja-Latn", "夜明け"), ("ja-Hrkt", "夜明け"),
    ("ja", "夜明け"), ("ja-Jpan", "Idol"), ("ja-Hrkt", "ヨアケ"), ("en", "Daybreak"),
    ("en", "1999"), ("zh-Hant", "黎明"), ("th", "夜明け"), (None, "夜明け"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), NAMES)
def test_agrees_with_the_pure_function(language: str | None, text: str) -> None:
    recordings = table("recordings", {"recording_id": "A", "title": text})
    names = table("names", name_row("recording", "A", text, role="display", language=language))
    rows = language_code_contradicts_script.ask(recordings, names)
    wrong = language is not None and contradicts(language, text)
    assert (found(rows, "recording_id") == ["A"]) is wrong


def test_shows_the_text_with_its_own_code() -> None:
    recordings = table("recordings", {"recording_id": "A", "title": "夜明け"})
    names = table(
        "names",
        name_row("recording", "A", "夜明け", role="display", language="en"),
        name_row("recording", "A", "ヨアケ", role="latin", language="ja-Latn"),
        name_row("recording", "A", "Yoake", role="latin", language="ja-Latn"),
    )
    (bad,) = language_code_contradicts_script.ask(recordings, names).to_pyarrow().to_pylist()
    assert (bad["text"], bad["language"]) in {("夜明け", "en"), ("ヨアケ", "ja-Latn")}
