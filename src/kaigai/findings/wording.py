"""What a finding says in people's words: the same on the terminal, on pages and in reports."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from string import Formatter
from typing import Any

from kaigai.facts.settings import DEFAULTS
from kaigai.findings.check import Check
from kaigai.terms.section import Mark
from kaigai.terms.territories import ISO, Mask, codes_of, name_of
from kaigai.terms.text import Language, Text

UNKNOWN = "?"  #: what stands where a sentence lacks a value
NAMED = 5  #: so many territories are named, the others are counted
BUT = 3  #: all territories but so many are said the other way round

SEVERITY_WORDS: Mapping[str, Text] = {
    "high": Text("high", "高"),
    "medium": Text("medium", "中"),
    "low": Text("low", "低"),
    "note": Text("note", "参考"),
}
FAMILY_WORDS: Mapping[str, Text] = {
    "heard": Text("Can be heard", "聴ける"),
    "whole": Text("Is whole", "揃う"),
    "found": Text("Can be found", "見つかる"),
    "understood": Text("Can be understood", "伝わる"),
    "linked": Text("Codes link it", "つながる"),
    "official": Text("Official one leads", "公式優位"),
}
FIX_WORDS: Mapping[str, Text] = {
    "rights": Text("rights", "権利・許諾"),
    "deliver": Text("delivery", "納品"),
    "localise": Text("titles and names", "多言語表記"),
    "captions": Text("subtitles", "字幕"),
    "video": Text("video", "動画"),
    "metadata": Text("metadata", "メタデータ"),
    "none": Text("nothing to do", "対応不要"),
}
#: A kind of subject, counted: one, and several.
KIND_WORDS: Mapping[str, tuple[Text, Text]] = {
    "recording": (Text("{n} recording", "録音 {n}件"), Text("{n} recordings", "録音 {n}件")),
    "release": (Text("{n} release", "リリース {n}件"), Text("{n} releases", "リリース {n}件")),
    "party": (Text("{n} artist", "アーティスト {n}組"), Text("{n} artists", "アーティスト {n}組")),
    "video": (Text("{n} video", "動画 {n}本"), Text("{n} videos", "動画 {n}本")),
    "artist": (
        Text("{n} artist", "アーティスト {n}組"),
        Text("{n} artists", "アーティスト {n}組"),
    ),
}
NO_ARTIST = Text("Artist not known", "アーティスト不明")
NOT_KNOWN = Text("unknown", "不明")
EVERYWHERE = Text("everywhere", "すべての地域")
ALL_BUT = Text("everywhere but {names}", "{names}を除くすべての地域")
AND_MORE = Text("{names} and {n} more", "{names} ほか{n}地域")
NOT_INSTALLED = Text(
    "{subject} (found by “{check}”, a check that is no longer installed)",
    "{subject}(検査「{check}」による。この検査は現在ありません)",
)


def sentence(
    check: Check | None,
    finding: Mapping[str, Any],
    language: Language,
    *,
    first: Sequence[str] = DEFAULTS.markets,
) -> str:
    """What is wrong with one finding; never fails, whatever its evidence lacks.

    `finding` has the columns of the table `findings`; `evidence` may be JSON or a mapping.
    `check` is None where it is not installed any more. Territories in `first` are named first.
    """
    given = evidence_of(finding)
    given.setdefault("subject", finding.get("subject") or finding.get("subject_id"))
    given.setdefault("artist", finding.get("artist"))
    if check is None:
        given["check"] = finding.get("check")
        return _filled(NOT_INSTALLED, given, language)
    mask = mask_in(finding)
    given["territories"] = list(codes_of(mask)) or given.get("territories")
    given["n_territories"] = finding.get("n_territories")
    return _filled(check.say, given, language, first)


def said(
    check: Check | None, finding: Mapping[str, Any], first: Sequence[str] = DEFAULTS.markets
) -> Text:
    """What is wrong with one finding, in both languages."""
    en, ja = (sentence(check, finding, language, first=first) for language in ("en", "ja"))
    return Text(en, ja)


def severity_mark(name: str) -> Mark:
    """How grave a finding is."""
    return Mark(name, SEVERITY_WORDS.get(name, Text(name, name)))


def evidence_of(finding: Mapping[str, Any]) -> dict[str, Any]:
    """The evidence of a finding as a mapping; empty where it cannot be read."""
    evidence = finding.get("evidence")
    if isinstance(evidence, str):
        try:
            evidence = json.loads(evidence)
        except ValueError:
            evidence = None
    return dict(evidence) if isinstance(evidence, Mapping) else {}


def mask_in(finding: Mapping[str, Any]) -> Mask:
    """The territories concerned, of the columns m0 to m3."""
    words = [finding.get(f"m{i}") or 0 for i in range(4)]
    return words[0], words[1], words[2], words[3]


def territories(
    codes: Iterable[str], language: Language, *, first: Sequence[str] = DEFAULTS.markets
) -> str:
    """Territories by name: up to five, those in `first` before others, then how many more."""
    given = set(codes)
    others = [code for code in ISO if code not in given]
    if not others:
        return EVERYWHERE.to(language)
    if len(others) <= BUT:
        names = [name_of(code, language) for code in others]
        return ALL_BUT.to(language, names=_joined(names, language))
    ordered = [code for code in first if code in given]
    ordered += sorted(given - set(ordered))
    names = [name_of(code, language) for code in ordered]
    if len(names) <= NAMED + 1:
        return _joined(names, language)
    shown = _joined(names[:NAMED], language)
    return AND_MORE.to(language, names=shown, n=f"{len(names) - NAMED:,}")


def artist_label(artist: str | None, latin: str | None, language: Language) -> str:
    """An artist as readers of the language know it: in English the Latin name leads."""
    if not artist:
        return latin or NO_ARTIST.to(language)
    if language == "ja" or not latin or latin == artist:
        return artist
    return f"{latin} ({artist})"


def artist_text(artist: str | None, latin: str | None) -> Text:
    """An artist in both languages, in English as Latin (original)."""
    return Text(artist_label(artist, latin, "en"), artist_label(artist, latin, "ja"))


def artist_brief(artist: str | None, latin: str | None) -> Text:
    """An artist in both languages: in English by the Latin name alone, where there is one."""
    return Text(latin or artist_label(artist, None, "en"), artist_label(artist, latin, "ja"))


def amount(n: int, kind: str, language: Language) -> str:
    """How many of a kind of subject: 1 recording, 2,000 videos, 動画 2,000本."""
    if kind not in KIND_WORDS:
        return f"{n:,}"
    one, several = KIND_WORDS[kind]
    return (one if n == 1 else several).to(language, n=f"{n:,}")


def minutes(milliseconds: float) -> str:
    """A length as people read it, for example 3:07."""
    seconds = round(milliseconds / 1000)
    return f"{seconds // 60}:{seconds % 60:02}"


@dataclass(frozen=True, slots=True)
class _Value:
    """A piece of evidence that a sentence formats: as its format says, else as its name hints."""

    name: str
    raw: Any
    language: Language
    first: Sequence[str]

    def __format__(self, spec: str) -> str:
        if spec:
            try:
                return format(self.raw, spec)
            except (TypeError, ValueError):
                pass
        return self._shown(self.raw)

    def __str__(self) -> str:
        return self._shown(self.raw)

    def _shown(self, raw: Any) -> str:
        match raw:
            case None | "" if self.name:
                return NOT_KNOWN.to(self.language)
            case None | "":
                return UNKNOWN
            case float() if not isfinite(raw):
                return UNKNOWN
            case bool():
                return (YES if raw else NO).to(self.language)
            case list() | tuple() if self.name in ("territories", "markets"):
                return territories(raw, self.language, first=self.first)
            case list() | tuple():
                return _joined([self._shown(each) for each in raw], self.language) or UNKNOWN
            case int() | float() if self.name.endswith("_ms"):
                return minutes(raw)
            case float() if self.name.endswith(("share", "ratio")):
                return f"{raw:.0%}"
            case float():
                return f"{raw:,.2f}".rstrip("0").rstrip(".")
            case int():
                # Four digits may be a year; more are a quantity.
                return f"{raw:,}" if abs(raw) >= 10_000 else str(raw)
            case str() if self.name in ("territory", "market"):
                return name_of(raw, self.language)
        return str(raw)


class _Lenient(Formatter):
    """A formatter that writes a question mark where a value is missing."""

    def get_field(self, field_name: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
        return kwargs.get(field_name, NOTHING), field_name


def _filled(
    text: Text, values: Mapping[str, Any], language: Language, first: Sequence[str] = ()
) -> str:
    shown = {name: _Value(name, raw, language, first) for name, raw in values.items()}
    template = text.ja if language == "ja" else text.en
    try:
        return _Lenient().vformat(template, (), shown)
    except ValueError:  # a brace that stands alone in the check's words
        return template


def _joined(names: Sequence[str], language: Language) -> str:
    return ("、" if language == "ja" else ", ").join(names)


YES, NO = Text("yes", "はい"), Text("no", "いいえ")
NOTHING = _Value("", None, "en", ())
