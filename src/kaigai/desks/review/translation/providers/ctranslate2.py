"""CTranslate2: a translation model in a folder, run on this machine; nothing is sent."""

from kaigai.desks.review.translation.provider import Provider
from kaigai.terms.text import Text

CTRANSLATE2 = Provider(
    "ctranslate2",
    about=Text(
        en="A CTranslate2 model folder (OPUS-MT with source.spm and target.spm, or NLLB with "
        "sentencepiece.bpe.model); install ctranslate2 and sentencepiece.",
        ja="CTranslate2のモデルフォルダ(source.spm と target.spm のあるOPUS-MT、"
        "または sentencepiece.bpe.model のあるNLLB)。ctranslate2 と sentencepiece が必要です。",
    ),
    needs_key=False,
    needs_model=True,
    pieces=16,
    characters=4_000,
)
