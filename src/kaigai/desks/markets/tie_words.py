"""A tie-in as a reason in words: which song, which work, since when it is out there."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from kaigai.desks.markets.tie_effect import Effect
from kaigai.desks.markets.tie_ins import Tie
from kaigai.terms.text import Text


def said(ties: Sequence[Tie]) -> Text:
    """The newest work first, and how many more there are."""
    order = sorted(ties, key=lambda each: (each.first or date.min, each.tie_in_id), reverse=True)
    newest, more = _one(order[0]), len({each.tie_in_id for each in order}) - 1
    if not more:
        return newest
    return Text(f"{newest.en}, and {more} more", f"{newest.ja}、ほか{more}件")


def _one(tie: Tie) -> Text:
    role, kind = ROLES.get(tie.role or "", TIED), KINDS.get(tie.kind or "", WORK)
    since = _since(tie)
    song = Text(f"the song “{tie.song}”", f"曲「{tie.song}」") if tie.song else SONG
    return Text(
        role.en.format(song=song.en, kind=kind.en, work=tie.work.en) + since.en,
        role.ja.format(song=song.ja, kind=kind.ja, work=tie.work.ja) + since.ja,
    )


def _since(tie: Tie) -> Text:
    if tie.first is None:
        return Text(", out there, since when is unknown", "(現地での開始日は不明)")
    first = Text(f"{tie.first:%Y-%m}", f"{tie.first.year}年{tie.first.month}月")
    if tie.last is None:
        return Text(f", out there since {first.en}", f"(現地では{first.ja}から)")
    last = Text(f"{tie.last:%Y-%m}", f"{tie.last.year}年{tie.last.month}月")
    return Text(
        f", out there from {first.en} to {last.en}", f"(現地では{first.ja}から{last.ja}まで)"
    )


def with_effect(reason: Text, unit: str, effect: Effect) -> Text:
    """The reason with what such works did to plays here, or that this is not known."""
    if not effect.is_known or unit == "weight":
        return Text(f"{reason.en} ({UNKNOWN.en})", f"{reason.ja}。{UNKNOWN.ja}")
    low, middle, high = (f"{each:.2g}" for each in effect.times)
    given = {
        "times": middle, "low": low, "high": high,
        "n": effect.n_with, "others": effect.n_without,
    }  # fmt: skip
    return Text(
        f"{reason.en} ({KNOWN.to('en', **given)})", f"{reason.ja}。{KNOWN.to('ja', **given)}"
    )


def ground(ties: Sequence[Tie], effect: Effect, least: int) -> Text:
    """How many works are known, and what their effect rests on."""
    works = len({each.tie_in_id for each in ties})
    given: dict[str, object] = {
        "works": works,
        "n": effect.n_with,
        "others": effect.n_without,
        "least": least,
    }
    if effect.is_known:
        low, middle, high = (f"{each:.2g}" for each in effect.times)
        given |= {"times": middle, "low": low, "high": high}
        return Text(LEARNED.to("en", **given), LEARNED.to("ja", **given))
    text = UNSURE if min(effect.n_with, effect.n_without) >= least else TOO_FEW
    return Text(text.to("en", **given), text.to("ja", **given))


UNKNOWN: Final = Text("effect on plays not known", "再生数への効果は不明")
KNOWN: Final = Text(
    "such works went with {times} times the plays, {low}–{high}, over {n} starts beside {others} "
    "without",
    "こうした作品の開始後、再生数は{times}倍({low}〜{high}、開始{n}件と対照{others}件の比較)",
)
LEARNED: Final = Text(
    "works: {works}; where one started, plays rose {times} times ({low}–{high}) beside the "
    "artist's other markets: {n} starts, {others} without",
    "{works}作品。開始後の再生数は同じアーティストの他市場の{times}倍({low}〜{high})。"
    "開始{n}件、対照{others}件",
)
UNSURE: Final = Text(
    "works: {works}; no sure effect on plays in {n} starts beside {others} without, so it is a "
    "reason only",
    "{works}作品。開始{n}件と対照{others}件では再生数への確かな効果が見られず、理由として示すだけ",
)
TOO_FEW: Final = Text(
    "works: {works}; their effect on plays is not known: {n} starts and {others} without, {least} "
    "of each are needed",
    "{works}作品。再生数への効果は不明(開始{n}件・対照{others}件、それぞれ{least}件以上が必要)",
)
SONG: Final = Text("a song", "楽曲")
WORK: Final = Text("the work", "作品")
TIED: Final = Text("{song} is tied to {kind} “{work}”", "{song}が{kind}「{work}」とタイアップ")
ROLES: Final[Mapping[str, Text]] = {
    "opening": Text("{song} opens {kind} “{work}”", "{song}が{kind}「{work}」のオープニング曲"),
    "ending": Text("{song} closes {kind} “{work}”", "{song}が{kind}「{work}」のエンディング曲"),
    "insert": Text("{song} is heard in {kind} “{work}”", "{song}が{kind}「{work}」の挿入歌"),
    "theme": Text("{song} is the theme of {kind} “{work}”", "{song}が{kind}「{work}」のテーマ曲"),
    "image": Text(
        "{song} is the image song of {kind} “{work}”", "{song}が{kind}「{work}」のイメージソング"
    ),
}
KINDS: Final[Mapping[str, Text]] = {
    "anime": Text("the anime", "アニメ"),
    "drama": Text("the drama", "ドラマ"),
    "film": Text("the film", "映画"),
    "game": Text("the game", "ゲーム"),
    "commercial": Text("the advertisement", "CM"),
    "programme": Text("the programme", "番組"),
    "event": Text("the event", "イベント"),
}
