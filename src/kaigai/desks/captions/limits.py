"""How much a reader can take, by language: letters a second and a line, and who says so."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal

from kaigai.terms.languages import canonical, name_of_language
from kaigai.terms.text import Text

Audience = Literal["adult", "children", "sdh"]

HELP: Final = "partnerhelp.netflixstudios.com/hc/en-us/articles/"
COUNTED: Final = f"{HELP}115001352212"  #: how reading speed is measured
_NO_MORE: Final = Text("", "")


def _guide(en: str, ja: str, article: int, more: Text = _NO_MORE) -> Text:
    """A guide by its language, and where it stands."""
    return Text(
        f"Netflix Timed Text Style Guide, {en} ({HELP}{article}){more.en}",
        f"Netflix 字幕ガイド({ja}、{HELP}{article}){more.ja}",
    )


_SPEED_ASSUMED: Final = Text("; speed assumed", "。読む速さは推定")
GENERAL: Final = _guide("general", "共通", 215758617)
_JA: Final = _guide("Japanese", "日本語", 215767517)
_KO: Final = _guide("Korean", "韓国語", 216001127)
_TH: Final = _guide("Thai", "タイ語", 220448308, _SPEED_ASSUMED)
_ES: Final = _guide("Spanish", "スペイン語", 217349997, _SPEED_ASSUMED)
_ZH: Final = Text(
    en="Netflix's limits for Chinese, as Subtitle Edit applies them",
    ja="Netflixの中国語の基準(Subtitle Edit による)",
)
_ASSUMED: Final = Text(
    en=f"assumed: no guide of this language is known here; the rest: {GENERAL.en}",
    ja=f"推定(この言語の基準は未確認)。ほかは{GENERAL.ja}",
)


@dataclass(frozen=True, slots=True)
class Limits:
    """What holds for one language. Letters are full-width units where `is_wide`: a half-width
    letter counts one half."""

    language: str
    per_second: float
    per_line: float
    is_wide: bool = False
    per_line_vertical: float | None = None
    lines: int = 2
    shortest_ms: int = 833  #: five sixths of a second
    longest_ms: int = 7000
    gap_frames: int = 2
    linger_frames: int = 12  #: how long a cue may stay after the voice
    is_published: bool = True  #: whether a guide for this language says so
    source: Text = GENERAL
    children: float | None = None  #: letters a second where they differ
    sdh: float | None = None

    @property
    def name(self) -> Text:
        """What the language is called."""
        if not self.language:
            return Text("an unknown language", "不明な言語")
        return Text(name_of_language(self.language, "en"), name_of_language(self.language, "ja"))


_KNOWN: Final = (
    Limits("ja", 4, 13, True, 11, source=_JA, children=4, sdh=7),
    Limits("ko", 12, 16, True, source=_KO, children=9, sdh=14),
    Limits("zh", 9, 16, True, source=_ZH),
    Limits("en", 20, 42, children=17, sdh=20),
    Limits("th", 17, 35, source=_TH),
    Limits("es", 17, 42, source=_ES),
)
#: Languages of markets whose own guide was not at hand: the usual limits, and said so.
_USUAL: Final = ("ar", "cs", "da", "de", "el", "fi", "fil", "fr", "he", "hi", "hu", "id", "it",
                 "ms", "nb", "nl", "pl", "pt", "ro", "ru", "sv", "tr", "uk", "vi")  # fmt: skip

LIMITS: Final[Mapping[str, Limits]] = {
    each.language: each
    for each in (
        *_KNOWN,
        *(Limits(code, 17, 42, is_published=False, source=_ASSUMED) for code in _USUAL),
    )
}
ANY: Final = Limits("", 17, 42, is_published=False, source=_ASSUMED)


def limits_for(language: str, audience: Audience = "adult") -> Limits:
    """The limits of a language tag; those of Latin letters for romanised text, and the usual
    ones for a language that has no row."""
    tag = canonical(language) or ""
    base = tag.partition("-")[0]
    if "-Latn" in tag and base in ("ja", "ko", "zh", "th"):
        return replace(ANY, language=tag, source=_ASSUMED)
    found = replace(LIMITS.get(base, ANY), language=tag or "")
    other = {"children": found.children, "sdh": found.sdh}.get(audience)
    return replace(found, per_second=other) if other else found
