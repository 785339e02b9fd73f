"""A door to models on this disk: runs a CTranslate2 model, where its libraries are installed."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from kaigai.desks.review.translation.local_codes import FLORES
from kaigai.desks.review.translation.provider import Asked
from kaigai.terms.text import Refused, Text

SHARED = ("sentencepiece.bpe.model", "sentencepiece.model", "spm.model")


class NoModel(Refused):
    """A model that cannot be run; the text says what to do."""


def run(texts: Sequence[str], asked: Asked) -> list[str]:
    """The texts in the target language; raises NoModel."""
    translator, source, target, is_many = _loaded(asked.model)
    tokens = [source.encode(text, out_type=str) for text in texts]
    if not is_many:  # one pair of languages, OPUS-MT style
        results = translator.translate_batch([[*each, "</s>"] for each in tokens])
        return [target.decode(result.hypotheses[0]) for result in results]
    codes = [FLORES.get(each) for each in (asked.source, asked.target)]
    if None in codes:
        raise NoModel(_no_language(asked))
    results = translator.translate_batch(
        [[codes[0], *each, "</s>"] for each in tokens],
        target_prefix=[[codes[1]]] * len(tokens),
    )
    return [target.decode(result.hypotheses[0][1:]) for result in results]


@lru_cache(maxsize=1)
def _loaded(folder: str) -> tuple[Any, Any, Any, bool]:
    """The translator, its two tokenisers, and whether one model knows many languages."""
    try:
        import ctranslate2  # type: ignore[import-not-found, unused-ignore]
        import sentencepiece  # type: ignore[import-not-found, unused-ignore]
    except ImportError as error:
        raise NoModel(_not_installed()) from error
    path = Path(folder).expanduser()
    if not (path / "model.bin").is_file():
        raise NoModel(_no_folder(path))
    shared = next((path / name for name in SHARED if (path / name).is_file()), None)
    names = (shared, shared) if shared else (path / "source.spm", path / "target.spm")
    if not all(name.is_file() for name in names):
        raise NoModel(_no_tokens(path))
    try:
        source, target = (
            sentencepiece.SentencePieceProcessor(model_file=str(name)) for name in names
        )
        translator = ctranslate2.Translator(str(path), device="cpu")
    except (RuntimeError, OSError, ValueError) as error:
        raise NoModel(_broken(path)) from error
    return translator, source, target, shared is not None


def _not_installed() -> Text:
    return Text(
        en="this model needs two libraries: pip install ctranslate2 sentencepiece",
        ja="このモデルには2つのライブラリが必要です: pip install ctranslate2 sentencepiece",
    )


def _no_folder(path: Path) -> Text:
    return Text(
        en=f"{path} is no CTranslate2 model (it has no model.bin); set model in settings.toml "
        "below [translate] to the converted folder",
        ja=f"{path} はCTranslate2のモデルではありません(model.bin がありません)。settings.toml の "
        "[translate] model に変換済みのフォルダを指定してください",
    )


def _no_tokens(path: Path) -> Text:
    return Text(
        en=f"{path} lacks its tokeniser; copy source.spm and target.spm (OPUS-MT) or "
        "sentencepiece.bpe.model (NLLB) beside model.bin",
        ja=f"{path} にトークナイザがありません。model.bin と同じ場所に source.spm と target.spm"
        "(OPUS-MT)か sentencepiece.bpe.model(NLLB)を置いてください",
    )


def _broken(path: Path) -> Text:
    return Text(
        en=f"the model in {path} cannot be loaded; convert it again with this CTranslate2",
        ja=f"{path} のモデルを読み込めません。今のCTranslate2で変換し直してください",
    )


def _no_language(asked: Asked) -> Text:
    pair = f"{asked.source} → {asked.target}"
    return Text(
        en=f"this model is not known to translate {pair}",
        ja=f"このモデルでは {pair} を翻訳できません",
    )
