"""The label's own list of tie-ins: works that nobody made, and where they would be shown."""

import csv
from collections.abc import Iterator
from datetime import timedelta
from io import StringIO

from examples.generator.dice import Dice
from examples.generator.model import Artist, Label, Recording

HEADER = (
    "曲名", "アーティスト", "ISRC", "タイアップ", "作品名", "作品名英語", "国・地域",
    "配信サービス", "開始日", "終了日",
)  # fmt: skip

#: Every work says that there is none such.
WORKS = (
    ("TVアニメ「{}」オープニングテーマ", "架空灯台の七日間", "Seven Days, No Light (fictional)"),
    ("TVアニメ「{}」エンディングテーマ", "架空町内会は眠らない", "Sleepless Council (fictional)"),
    ("映画『{}』主題歌", "架空列車、北へ", "The Unreal Train North (fictional)"),
    ("ゲーム「{}」挿入歌", "架空海図オンライン", "Chart of No Sea Online (fictional)"),
    ("ドラマ「{}」主題歌", "架空探偵と三つの嘘", "The Detective Who Is Not (fictional)"),
    ("「{}」CMソング", "架空炭酸みなも", "Minamo Soda (fictional)"),
)  # fmt: skip
SHOWN = (
    "台湾、香港",
    "アメリカ・カナダ",
    "タイ",
    "全世界(中国を除く)",
    "韓国",
    "メキシコ、ブラジル",
)
SINCE = 2024  #: songs of these years where there are some: plays are known of them
CAMPAIGN = timedelta(55)  #: how long an advertisement is shown
SERVICE = "なみおと配信(架空)"


def tie_ins(label: Label) -> bytes:
    """The list as CSV: half of the artists have one song that is tied to a work."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADER)
    dice = Dice(label.seed)
    for place, artist in enumerate(label.artists[::2]):
        writer.writerows(_lines(dice, label, artist, place))
    return ("\ufeff" + out.getvalue()).encode()


def _lines(dice: Dice, label: Label, artist: Artist, place: int) -> Iterator[list[str]]:
    own = [
        each
        for each in label.recordings
        if each.artist is artist and each.kind == "sound" and each.isrc_given == each.isrc
    ]
    own = [each for each in own if each.first_day.year >= SINCE] or own
    if not own:
        return
    song: Recording = dice.one(own, "tie-in", artist.n)
    words, work, english = WORKS[place % len(WORKS)]
    start = song.first_day + timedelta(7 * dice.between(0, 12, "tied", artist.n))
    # At home first, abroad a quarter of a year later, as works are licensed.
    for shown, day in (("日本", start), (SHOWN[place % len(SHOWN)], start + timedelta(91))):
        end = f"{day + CAMPAIGN:%Y/%m/%d}" if "CM" in words else ""
        yield [
            song.title.native, artist.native, song.isrc, words.format(work), work, english,
            shown, SERVICE, f"{day:%Y/%m/%d}", end,
        ]  # fmt: skip
