"""The pieces of a video's title that may be a song's or an artist's name."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

MAX_PARTS: Final = 16
MAX_LENGTH: Final = 120  #: characters; longer pieces are sentences
_MAX_TITLE: Final = 500

# What a pair of signs encloses is a piece of its own. An apostrophe opens only after a space.
_ENCLOSED: Final = re.compile(
    "「([^「」]*)」|『([^『』]*)』|【([^【】]*)】|《([^《》]*)》|〈([^〈〉]*)〉|〔([^〔〕]*)〕|"
    r"“([^“”]*)[”“]|‘([^‘’]*)’(?!\w)|(?<![^\s(（\[])'([^']+(?:'\w[^']*)*)'(?!\w)|"
    r"(?<!\w)\"([^\"]*)\"|\(([^()]*)\)|（([^（）]*)）|\[([^\[\]]*)\]|［([^［］]*)］"
)
_BETWEEN: Final = re.compile(
    r"\s[-‐‑–—―−~]+\s|\s*[|｜／•·•]\s*|\s+[_:]\s+|\s*//+\s*|\s*：\s*|\s*→\s*"
)
_EDGES: Final = ' \t\u3000-‐‑–—―−~～〜|｜/／•·:：,，、。.!⊹♪♬_@×*+=&「」『』【】"“”‘’'

_GUESTS: Final = re.compile(
    r"(?<!\w)(?:feat\.?|ft\.|featuring|prod\.?(?: by)?|covered by|cover by|vo\.)(?!\w).*",
    re.IGNORECASE,
)
_WORDS: Final = (
    "official|music video|lyrics? video|performance video|dance practice(?: video)?|"
    "dance video|dance performance|live (?:clip|video|stage)|special (?:video|clip)|"
    "concept (?:video|film)|making (?:video|film)|behind the scenes?|highlight medley|"
    "teaser(?: movie)?|trailer|movie|visuali[sz]er|audio|video|lyrics?|m/v|mv|pv|full mv|4k|hd|"
    r"full|(?:short|full|youtube|tv|live|movie) (?:ver\.?|version|size)|live|cover|"
    r"highlights?|shorts?|clip|performance|version|ver\.?"
)
_NATIVE_WORDS: Final = (
    "公式|オフィシャル|ミュージック・?ビデオ|リリック・?ビデオ|ティザー(?:映像|動画)?|予告編?|特報|"
    "(?:フル|ショート|ライブ|ライヴ)(?:サイズ|バージョン|ヴァージョン|ver\\.?)|トレーラー|トレイラー|"
    "(?:ライブ|ライヴ)(?:映像|動画)|歌詞付き|歌詞|音源|試聴動画|期間限定公開|歌ってみた|弾いてみた|"
    "ダンスプラクティス|パフォーマンスビデオ|オリジナル楽曲|뮤직비디오|공식|티저"
)
_NOISE: Final = re.compile(rf"(?<!\w)(?:{_WORDS})(?!\w)|{_NATIVE_WORDS}|#\w+", re.IGNORECASE)
_NATIVE: Final = "\u0370-\u1dff\u3041-\u30ff\u3400-\u9fff\uac00-\ud7af\uff66-\uff9f"
_LATIN_THEN: Final = re.compile(rf"([^{_NATIVE}]*\w)\s+([{_NATIVE}].*)")
_THEN_LATIN: Final = re.compile(rf"(.*[{_NATIVE}])\s+(\w[^{_NATIVE}]*)")


# A slash or hyphen without spaces parts only beside a script that needs no spaces: not AC/DC.
_TIGHT: Final = re.compile(rf"\s+/\s*|\s*/\s+|(?<=[{_NATIVE}])[/-]|[/-](?=[{_NATIVE}])")


@lru_cache(maxsize=4096)
def title_parts(title: str) -> tuple[str, ...]:
    """Pieces of a title, in its order, each once: what signs part and enclose, without words such
    as `Official Music Video`, `公式`, `Teaser` or `feat. …`.

    A piece that loses such a word comes with it too (`Official HIGE DANdism`), and a name in two
    scripts (`IVE 아이브`) also in its halves. At most MAX_PARTS.
    """
    parts: dict[str, None] = {}
    for piece in _pieces(" ".join(title[:_MAX_TITLE].split())):
        for form in _forms(piece):
            if form and len(form) <= MAX_LENGTH and any(map(str.isalnum, form)):
                parts.setdefault(form)
    return tuple(parts)[:MAX_PARTS]


def _pieces(title: str) -> Iterator[str]:
    """The title cut at its signs; what is enclosed follows what stands before it."""
    at = 0
    for found in _ENCLOSED.finditer(title):
        yield from _cut(title[at : found.start()])
        yield from _pieces(next(filter(None, found.groups()), ""))
        at = found.end()
    yield from _cut(title[at:])


def _cut(run: str) -> Iterator[str]:
    marked = re.sub(r"(?i)m/v", "MV", run)
    for piece in _BETWEEN.split(marked):
        yield from _TIGHT.split(piece)


def _forms(piece: str) -> Iterator[str]:
    alone = _GUESTS.sub("", piece).strip(_EDGES)
    kept = " ".join(_NOISE.sub(" ", alone).split()).strip(_EDGES)
    if not kept:
        return
    yield kept
    if kept != alone:
        yield alone
    for halves in (_LATIN_THEN.fullmatch(kept), _THEN_LATIN.fullmatch(kept)):
        if halves:
            yield from (half.strip(_EDGES) for half in halves.groups())
