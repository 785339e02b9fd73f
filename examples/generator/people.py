"""Invented artists and writers; any likeness to a real name is chance."""

from dataclasses import dataclass

from examples.generator import codes
from examples.generator.dice import Dice
from examples.generator.model import Artist, Person
from examples.generator.words import LOANS, NOUNS

#: What an artist is there to show, by place in a dozen. The rest are ordinary.
ALIAS, LATIN_TWICE, OLD_CLOSED, NO_LATIN, LATIN_BAND, NATIVE_TWICE = range(6)
OLD_CLOSED_TOO, NO_LATIN_TOO, NO_CHANNEL, NEW_CLOSED = range(6, 10)
DOZEN = 12

_SURNAMES = (
    ("潮見", "シオミ", "Shiomi"), ("七曲", "ナナマガリ", "Nanamagari"),
    ("波戸瀬", "ハトセ", "Hatose"), ("霧ヶ沢", "キリガサワ", "Kirigasawa"),
    ("御灯", "ミアカリ", "Miakari"), ("舟渡里", "フナトリ", "Funatori"),
    ("砂守", "スナモリ", "Sunamori"), ("白羽根", "シラバネ", "Shirabane"),
    ("汐留木", "シオトメギ", "Shiotomegi"), ("帆足川", "ホアシガワ", "Hoashigawa"),
    ("星待", "ホシマチ", "Hoshimachi"), ("入江崎", "イリエザキ", "Iriezaki"),
)  # fmt: skip
_TWO_SPELLINGS = (
    ("髙浪", "高浪", "タカナミ", "Takanami"), ("磯﨑田", "磯崎田", "イソザキダ", "Isozakida"),
    ("濵風", "濱風", "ハマカゼ", "Hamakaze"), ("髙汐", "高汐", "タカシオ", "Takashio"),
)  # fmt: skip
#: Writers have names of their own, so that none is taken for an artist.
_WRITERS = (
    ("櫛灘", "Kushinada"), ("綿津", "Watatsu"), ("塩釜谷", "Shiogamaya"), ("島廻", "Shimameguri"),
    ("苫小路", "Tomakouji"), ("灘波木", "Nadanamiki"), ("艫綱", "Tomozuna"), ("貝寄", "Kaiyose"),
)  # fmt: skip
_GIVEN = (
    ("かなた", "カナタ", "Kanata"), ("トワ", "トワ", "Towa"), ("リツ", "リツ", "Ritsu"),
    ("ミオ", "ミオ", "Mio"), ("なぎさ", "ナギサ", "Nagisa"), ("ハル", "ハル", "Haru"),
    ("しおん", "シオン", "Shion"), ("ユラ", "ユラ", "Yura"), ("みちる", "ミチル", "Michiru"),
    ("カノ", "カノ", "Kano"), ("そよか", "ソヨカ", "Soyoka"), ("レン", "レン", "Ren"),
)  # fmt: skip
_TROUPES = (
    ("定食", "テイショク", "Teishoku"), ("第七放送", "ダイナナホウソウ", "Dainana Housou"),
    ("電話", "デンワ", "Denwa"), ("楽団", "ガクダン", "Gakudan"),
    ("研究会", "ケンキュウカイ", "Kenkyuukai"), ("商店", "ショウテン", "Shouten"),
    ("旅団", "リョダン", "Ryodan"), ("工房", "コウボウ", "Koubou"),
)  # fmt: skip

#: The first dozen, named by hand: native, reading, Latin.
_FIRST = (
    ("潮見かなた", "シオミ カナタ", "Kanata Shiomi"),
    ("七曲トワ", "ナナマガリ トワ", "Towa Nanamagari"),
    ("星屑定食", "ホシクズテイショク", "Hoshikuzu Teishoku"),
    ("霧笛坂楽団", "ムテキザカガクダン", None),
    ("Paper Whale Club", None, "Paper Whale Club"),
    ("髙浪ミオ", "タカナミ ミオ", "Mio Takanami"),
    ("うみねこ第七放送", "ウミネコダイナナホウソウ", "Umineko Dainana Housou"),
    ("砂時計ト鯨", "スナドケイトクジラ", None),
    ("宵波パレヱド", "ヨイナミパレエド", "Yoinami Parade"),
    ("珊瑚電話", "サンゴデンワ", "Sango Denwa"),
    ("波戸瀬リツ", "ハトセ リツ", "Ritsu Hatose"),
    ("灯台モノローグ", "トウダイモノローグ", "Toudai Monologue"),
)


@dataclass(frozen=True, slots=True)
class _Named:
    native: str
    reading: str | None
    latin: str | None
    old_native: str | None = None


def artists(dice: Dice, count: int) -> list[Artist]:
    """`count` artists; every dozen has the same parts to play."""
    used: set[str] = set()
    return [_artist(dice, n, used) for n in range(count)]


def _artist(dice: Dice, n: int, used: set[str]) -> Artist:
    part = n % DOZEN
    named = _Named(*_FIRST[n]) if n < DOZEN else _new(dice, n, used)
    used.add(named.native)
    artist = Artist(n, named.native, named.reading, named.latin)
    artist.channel_id = None if part == NO_CHANNEL else codes.channel_id(n + 1)
    if part in (ALIAS, NATIVE_TWICE, 10):
        artist.isni = codes.isni(n + 1)
    _spell(artist, part, named.old_native)
    return artist


def _spell(artist: Artist, part: int, old_native: str | None) -> None:
    """Give the spellings that the artist's part needs."""
    if part == ALIAS and artist.latin:
        artist.alias = artist.latin.split()[0].upper()
    if part == LATIN_TWICE and artist.latin:
        artist.old_latin = " ".join(reversed(artist.latin.split())).upper()
    if part == NATIVE_TWICE:
        artist.old_native = old_native or artist.native.replace("髙", "高")


def _new(dice: Dice, n: int, used: set[str]) -> _Named:
    """A name that nobody has yet."""
    for attempt in range(10_000):
        named = _draw(dice, n, attempt)
        if named.native not in used:
            return named
    raise ValueError(f"no name is left for artist {n}")


def _draw(dice: Dice, n: int, attempt: int) -> _Named:
    part = n % DOZEN
    if part == LATIN_BAND:
        first, second = (dice.one(LOANS, "band", side, n, attempt).english for side in "ab")
        name = f"{first} {second} Club"
        return _Named(name, None, name)
    if part == NATIVE_TWICE:
        return _two_spellings(dice, n, attempt)
    if part in (ALIAS, LATIN_TWICE, 10):
        native, reading, latin = _person(dice, n, attempt)
        return _Named(native, reading, latin)
    return _troupe(dice, n, attempt)


def _person(dice: Dice, *about: object) -> tuple[str, str, str]:
    surname = dice.one(_SURNAMES, "surname", *about)
    given = dice.one(_GIVEN, "given", *about)
    return surname[0] + given[0], f"{surname[1]} {given[1]}", f"{given[2]} {surname[2]}"


def _two_spellings(dice: Dice, *about: object) -> _Named:
    now, before, kana, latin = dice.one(_TWO_SPELLINGS, "surname", *about)
    given = dice.one(_GIVEN, "given", *about)
    return _Named(
        now + given[0], f"{kana} {given[1]}", f"{given[2]} {latin}", old_native=before + given[0]
    )


def _troupe(dice: Dice, n: int, attempt: int) -> _Named:
    noun = dice.one(NOUNS, "troupe", n, attempt)
    kind = dice.one(_TROUPES, "kind", n, attempt)
    latin = f"{noun.latin} {kind[2]}"
    silent = n % DOZEN in (NO_LATIN, NO_LATIN_TOO)
    return _Named(noun.native + kind[0], noun.kana + kind[1], None if silent else latin)


def writer(dice: Dice, *about: object) -> Person:
    """A composer or lyricist; the pool is small, as it is in life."""
    which = dice.number(40, "writer", *about)
    surname, given = dice.one(_WRITERS, "writer", which), dice.one(_GIVEN, "writer", which)
    return Person(f"{surname[0]} {given[0]}", f"{given[2]} {surname[1]}")
