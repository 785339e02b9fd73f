"""What a workspace may set, with defaults and the reason for each."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo

from kaigai.terms.text import Refused, Text
from kaigai.terms.zones import near_zones, zone_named, zone_of


class BadSettings(Refused):
    """A setting that does not exist or has the wrong kind of value."""

    def __init__(self, name: str, expected: Text) -> None:
        en, ja = (f"{name}: {said}" for said in (expected.en, expected.ja))
        super().__init__(Text(f"settings.toml, {en}", f"settings.toml の {ja}"))
        self.name = name
        self.expected = expected


def _setting(default: Any, en: str, ja: str) -> Any:
    return field(default=default, metadata={"why": Text(en, ja)})


@dataclass(frozen=True, slots=True)
class Translate:
    """The section `[translate]`: which service suggests translations; none by default."""

    provider: str = _setting(
        "",
        "Which service suggests translations: deepl, google, libretranslate, openai-compatible or "
        "ctranslate2. Empty: people and the translation memory alone.",
        "翻訳案を出すサービス。deepl、google、libretranslate、openai-compatible、ctranslate2 の"
        "いずれか。空なら人と翻訳メモリだけで進めます。",
    )
    url: str = _setting(
        "",
        "The service's address, where it is not the usual one.",
        "サービスのURL(標準のものと異なる場合)。",
    )
    model: str = _setting(
        "",
        "The model to ask for; with ctranslate2, the model's folder.",
        "使うモデル。ctranslate2 ではモデルのフォルダです。",
    )
    key_env: str = _setting(
        "KAIGAI_TRANSLATE_KEY",
        "The environment variable that holds the service's key. The key itself is never stored.",
        "サービスのキーを入れる環境変数の名前。キーそのものは保存しません。",
    )
    key_file: str = _setting(
        "",
        "A file that holds the key, where it is in no environment variable.",
        "キーを書いたファイル(環境変数を使わない場合)。",
    )
    price_per_million: float = _setting(
        0.0,
        "What a million characters cost, in `currency`; 0: unknown. From your contract.",
        "100万文字あたりの料金(`currency` 建て)。契約書の金額を入れます。0は不明です。",
    )
    currency: str = _setting(
        "JPY", "The currency of the price (ISO 4217).", "料金の通貨(ISO 4217)。"
    )
    timeout_seconds: int = _setting(
        30,
        "How long one request may take before it is tried again.",
        "1回の要求を待つ秒数。過ぎると再試行します。",
    )
    suggest_from: float = _setting(
        0.8,
        "A suggestion at least this sure (0 to 1) is offered as it is; others must be reviewed "
        "word by word. Nothing is ever accepted without a person.",
        "確度(0〜1)がこれ以上の案はそのまま提案し、下回るものは要確認とします。"
        "人の承認なしに採用されることはありません。",
    )


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one workspace, read from `settings.toml` in its folder."""

    home: str = _setting(
        "JP",
        "The home market: what is open there is what should be open abroad.",
        "本国市場。ここで聴けるものは海外でも聴けるべき、という基準になります。",
    )
    time_zone: str = _setting(
        "",
        "Where the label's days begin: an IANA time zone such as Asia/Seoul. What counts today is "
        "judged by its calendar, and instants are shown by its clock. Empty: that of `home` "
        "(Asia/Tokyo for JP), or UTC where a home has several, as US has.",
        "一日の区切りとするタイムゾーン。Asia/Seoul のようなIANA名で書きます。"
        "「今日」の判定にも日時の表示にも使います。"
        "空なら `home` のもの(JPなら Asia/Tokyo)、USのように複数ある国ではUTCになります。",
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
    translate: Translate = field(default=Translate())

    @property
    def zone(self) -> ZoneInfo:
        """The time zone in which the label's days begin."""
        return zone_named(self.time_zone or zone_of(self.home))

    def day(self, at: datetime) -> date:
        """The label's day at an instant: what "today" means."""
        return at.astimezone(self.zone).date()


DEFAULTS = Settings()


def _explained(section: Any, before: str = "") -> dict[str, Text]:
    """Why each setting is, those of a section as `section.name`."""
    why: dict[str, Text] = {}
    for each in fields(section):
        value = getattr(section, each.name)
        if is_dataclass(value):
            why |= _explained(value, f"{before}{each.name}.")
        else:
            why[before + each.name] = each.metadata["why"]
    return why


WHY: Mapping[str, Text] = MappingProxyType(_explained(DEFAULTS))


def load_settings(content: bytes) -> Settings:
    """Settings from the TOML of `settings.toml`; raises BadSettings."""
    try:
        given = tomllib.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise BadSettings("settings.toml", _not_toml(error)) from error
    settings = Settings(**_section(DEFAULTS, given))
    try:
        settings.zone  # noqa: B018 - whether there is one
    except ValueError as error:
        raise BadSettings("time_zone", _no_zone(settings.time_zone)) from error
    return settings


def _section(defaults: Any, given: Mapping[str, Any], before: str = "") -> dict[str, Any]:
    known = {each.name: getattr(defaults, each.name) for each in fields(defaults)}
    found: dict[str, Any] = {}
    for name, value in given.items():
        default = known.get(name)
        if is_dataclass(default) and isinstance(value, dict):
            kind: Any = type(default)
            found[name] = kind(**_section(default, value, f"{before}{name}."))
        else:
            found[name] = _fitting(before + name, name, value, known)
    return found


def _not_toml(error: Exception) -> Text:
    return Text(en=f"not valid TOML: {error}", ja=f"TOMLとして読めません: {error}")


def _fitting(name: str, key: str, value: Any, defaults: Mapping[str, Any]) -> Any:
    if key not in defaults:
        known = ", ".join(defaults)
        raise BadSettings(
            name,
            Text(
                en=f"unknown; known are {known}",
                ja=f"ない設定です。あるのは {known} です",
            ),
        )
    default = defaults[key]
    if is_dataclass(default):
        raise BadSettings(name, _no_section(name))
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


def _no_zone(given: str) -> Text:
    near = ", ".join(near_zones(given))
    return Text(
        en=f"{given!r} is no time zone; expected an IANA name, like " + (near or "'Asia/Tokyo'"),
        ja=f"{given!r} というタイムゾーンはありません。IANA名で書いてください。例: "
        + (near or "'Asia/Tokyo'"),
    )


def _no_section(name: str) -> Text:
    return Text(
        en=f"expected a section: write [{name}] on a line of its own and its settings below",
        ja=f"セクションが必要です。[{name}] を1行で書き、その下に設定を並べてください",
    )
