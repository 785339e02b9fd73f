"""A model in a folder is run here, and what is missing is said."""

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from kaigai.desks.review.translation import program as running
from kaigai.desks.review.translation.provider import Asked
from kaigai.desks.review.translation.providers.ctranslate2 import CTRANSLATE2

SEEN: list[Any] = []


class Translator:
    """Turns every token round; a prefix is kept in front, as CTranslate2 does."""

    def __init__(self, folder: str, device: str) -> None:
        self.folder = folder

    def translate_batch(
        self, tokens: list[list[str]], target_prefix: list[list[str]] | None = None
    ) -> list[Any]:
        SEEN.append((tokens, target_prefix))
        kept = target_prefix or [[]] * len(tokens)
        bare = [[each for each in row if each not in ("</s>", "jpn_Jpan")] for row in tokens]
        made = [[*first, *reversed(row)] for first, row in zip(kept, bare, strict=True)]
        return [SimpleNamespace(hypotheses=[each]) for each in made]


class Tokens:
    """Every character is a token."""

    def __init__(self, model_file: str) -> None:
        self.file = model_file

    def encode(self, text: str, out_type: type) -> list[str]:
        return list(text)

    def decode(self, tokens: list[str]) -> str:
        return "".join(tokens)


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The two libraries, in little."""
    libraries: dict[str, dict[str, Any]] = {"ctranslate2": {"Translator": Translator}}
    libraries["sentencepiece"] = {"SentencePieceProcessor": Tokens}
    for name, content in libraries.items():
        module = ModuleType(name)
        vars(module).update(content)
        monkeypatch.setitem(sys.modules, name, module)
    running._loaded.cache_clear()
    SEEN.clear()
    yield
    running._loaded.cache_clear()


def test_nothing_is_sent() -> None:
    assert CTRANSLATE2.is_local
    assert CTRANSLATE2.needs_model


def test_a_model_for_one_pair_of_languages(installed: None, tmp_path: Path) -> None:
    for name in ("model.bin", "source.spm", "target.spm"):
        (tmp_path / name).touch()
    assert running.run(["ab", "c"], Asked("ja", "en", "", str(tmp_path))) == ["ba", "c"]
    assert SEEN == [([["a", "b", "</s>"], ["c", "</s>"]], None)]


def test_a_model_for_many_languages(installed: None, tmp_path: Path) -> None:
    for name in ("model.bin", "sentencepiece.bpe.model"):
        (tmp_path / name).touch()
    asked = Asked("ja", "ko", "", str(tmp_path))
    assert running.run(["ab"], asked) == ["ba"]
    assert SEEN == [([["jpn_Jpan", "a", "b", "</s>"]], [["kor_Hang"]])]
    with pytest.raises(running.NoModel, match="ja → tlh"):
        running.run(["ab"], Asked("ja", "tlh", "", str(tmp_path)))


def test_what_is_missing_is_said(installed: None, tmp_path: Path) -> None:
    with pytest.raises(running.NoModel, match=r"no model\.bin"):
        running.run(["a"], Asked("ja", "en", "", str(tmp_path)))
    (tmp_path / "model.bin").touch()
    with pytest.raises(running.NoModel, match=r"source\.spm"):
        running.run(["a"], Asked("ja", "en", "", str(tmp_path)))


def test_libraries_that_are_not_installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "ctranslate2", None)
    running._loaded.cache_clear()
    with pytest.raises(running.NoModel, match="pip install ctranslate2"):
        running.run(["a"], Asked("ja", "en", "", str(tmp_path)))
