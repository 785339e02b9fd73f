"""What a workspace may set, with defaults and the reason for each."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from types import MappingProxyType
from typing import Any

from kaigai.terms.text import Text


class BadSettings(Exception):
    """A setting that does not exist or has the wrong kind of value."""

    def __init__(self, name: str, expected: Text) -> None:
        super().__init__(f"{name}: {expected.en}")
        self.name = name
        self.expected = expected


def _setting(default: Any, en: str, ja: str) -> Any:
    return field(default=default, metadata={"why": Text(en, ja)})


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one workspace, read from `settings.toml` in its folder."""

    home: str = _setting(
        "JP",
        "The home market: what is open there is what should be open abroad.",
        "本国市場。ここで聴けるものは海外でも聴けるべき、という基準になります。",
    )
    home_language: str = _setting(
        "ja",
        "The language of the home market, for titles and captions.",
        "本国市場の言語。曲名と字幕の判定に使います。",
    )
    markets: tuple[str, ...] = _setting(
        ("US", "KR", "TW", "TH", "ID", "PH", "MX", "BR", "GB", "DE", "FR", "ES"),
        "Markets that matter: where music from Japan is charted most or recorded music earns "
        "most. Their languages decide which titles and subtitles are asked for.",
        "重点市場。日本の音楽がよくチャート入りする国と、市場規模の大きい国です。"
        "どの言語の曲名・字幕を求めるかはここで決まります。",
    )
    hole_max: int = _setting(
        10,
        "Up to this many closed territories count as a hole, more as closed abroad.",
        "閉じている地域がこの数以下なら「穴」、多ければ「海外で未配信」とみなします。",
    )
    late_days: int = _setting(
        1,
        "From this many days after the home release, a territory counts as late.",
        "本国の発売からこの日数以上遅い地域を「遅い」とみなします。",
    )
    ending_days: int = _setting(
        90,
        "Deals that end within this many days are shown: renewals take about a quarter.",
        "この日数以内に終わる許諾を知らせます。更新交渉には約三か月かかるためです。",
    )
    preview_ratio: float = _setting(
        0.6,
        "A video shorter than this share of its recording is taken for a preview.",
        "録音に対する長さの割合がこれより短い動画を試聴版とみなします。",
    )
    preview_max_ms: int = _setting(
        150_000,
        "A video longer than this (in milliseconds) is never taken for a preview.",
        "これより長い動画(ミリ秒)は試聴版とみなしません。",
    )
    old_days: int = _setting(
        1095,
        "Recordings first released longer ago than this are the old catalogue (three years).",
        "初出からこの日数を過ぎた録音を旧譜とみなします(三年)。",
    )
    majority: float = _setting(
        0.5,
        "From this share of recordings on, a part of a catalogue counts as closed.",
        "この割合以上の録音が閉じていれば、その区分は閉じているとみなします。",
    )
    spelling_ratio: float = _setting(
        0.8,
        "Two keys at least this similar (0 to 1) are taken for the same reading.",
        "二つの読みの類似度(0〜1)がこれ以上なら、同じ読みとみなします。",
    )


DEFAULTS = Settings()
WHY: Mapping[str, Text] = MappingProxyType(
    {each.name: each.metadata["why"] for each in fields(Settings)}
)


def load_settings(content: bytes) -> Settings:
    """Settings from the TOML of `settings.toml`; raises BadSettings."""
    try:
        given = tomllib.loads(content.decode())
    except ValueError as error:
        raise BadSettings("settings.toml", _not_toml(error)) from error
    return Settings(**{name: _fitting(name, value) for name, value in given.items()})


def _not_toml(error: ValueError) -> Text:
    return Text(en=f"not valid TOML: {error}", ja=f"TOMLとして読めません: {error}")


def _fitting(name: str, value: Any) -> Any:
    if name not in WHY:
        known = ", ".join(WHY)
        raise BadSettings(
            name,
            Text(
                en=f"unknown; known are {known}",
                ja=f"ない設定です。あるのは {known} です",
            ),
        )
    default = getattr(DEFAULTS, name)
    if isinstance(default, tuple) and isinstance(value, list):
        value = tuple(value)
    if isinstance(default, float) and isinstance(value, int):
        value = float(value)
    if type(value) is not type(default):
        kind = type(default).__name__
        raise BadSettings(
            name,
            Text(
                en=f"expected {kind}, like {default!r}",
                ja=f"{kind}が必要です。例: {default!r}",
            ),
        )
    return value
