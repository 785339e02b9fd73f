"""A tie by name alone: whether it counts, is in doubt or does not, and why."""

from typing import Final

import ibis
import ibis.expr.types as ir

from kaigai.identity.evidence import ENOUGH, LONG, LONGER, SHARE, SHORT
from kaigai.terms.text import Text

#: The share of a short name's titles that must chart at home for the others to count.
FEW: Final = 0.02

#: Reasons with the score and state they bring; the first that holds is taken.
REASONS: Final = {
    "other-spelling": (0.1, "rejected"),
    "own-report": (0.9, "tied"),
    "at-home": (0.9, "tied"),
    "native-script": (0.9, "tied"),
    "several-artists": (0.4, "doubt"),
    "name-at-home": (0.8, "tied"),
    "artist-at-home": (0.75, "tied"),
    "short-name": (0.5, "doubt"),
    "no-home": (0.5, "tied"),
    "home-not-covered": (0.4, "doubt"),
    "rarely-at-home": (0.4, "doubt"),
    "not-at-home": (0.1, "rejected"),
}

WORDS: Final = {
    "same-code": Text("the same code", "コードが一致"),
    "own-channel": Text("a video of the artist's own channel", "本人の公式チャンネルの動画"),
    "in-catalogue": Text(
        "artist and title are in the catalogue", "アーティスト名と曲名がカタログにある"
    ),
    "near-title": Text(
        "the title is nearly one of the catalogue", "曲名がカタログのものとほぼ同じ"
    ),
    "answered": Text("a person said so", "人が判断した"),
    "other-spelling": Text(
        "another artist is spelt exactly so", "この表記そのものの別アーティストがいる"
    ),
    "own-report": Text("from the label's own report", "レーベル自身のレポート"),
    "at-home": Text("the same title charts at home", "同じ曲が本国のチャートにある"),
    "native-script": Text("written in the home script", "本国の文字で書かれている"),
    "evident-home": Text(
        "in no list of artists, but in the home script and the home chart",
        "一覧にないが、本国の文字で書かれ本国のチャートにある",
    ),
    "several-artists": Text(
        "several artists share the name, and none is proven",
        "同名のアーティストが複数いて、決め手がない",
    ),
    "name-at-home": Text(
        "other titles of this name chart at home", "この名義の別の曲が本国のチャートにある"
    ),
    "artist-at-home": Text(
        "the artist charts at home under the native name",
        "本国の表記では本国のチャートにある",
    ),
    "short-name": Text(
        "the artist charts at home under the native name, but this spelling is short",
        "本国の表記では本国のチャートにあるが、この表記は短く別人の可能性がある",
    ),
    "no-home": Text(
        "the name alone; no home is known that could contradict",
        "名前のみ一致(本国が不明なため検証不可)",
    ),
    "home-not-covered": Text(
        "the name alone; too little of the home territory's charts was read",
        "名前のみ一致(本国のチャートが未読込か不足)",
    ),
    "rarely-at-home": Text(
        "few of the titles under this name chart at home: a homonym?",
        "本国のチャートに入る曲が少なく、同名異人の疑い",
    ),
    "not-at-home": Text(
        "the name alone, never in a home chart nor in the home script: a homonym",
        "名前のみ一致。本国のチャートにも本国の文字でも現れず、同名異人とみなす",
    ),
}

METHODS: Final = {
    "isrc": Text("ISRC", "ISRC"),
    "video": Text("video id", "動画ID"),
    "gtin": Text("GTIN", "JAN/GTIN"),
    "channel": Text("own channel", "公式チャンネル"),
    "title-artist-duration": Text("title, artist, duration", "曲名・アーティスト名・長さ"),
    "title-artist": Text("title and artist", "曲名・アーティスト名"),
    "near-title": Text("nearly the title", "近い曲名"),
    "artist": Text("artist's name", "アーティスト名"),
    "video-title": Text("name in a video's title", "動画タイトル中の名前"),
    "script": Text("script and home chart", "文字と本国チャート"),
    "answer": Text("a person's answer", "人の判断"),
}


def judged(rows: ir.Table) -> ir.Table:
    """Rows with `reason`, `score` and `state`.

    Needs what `with_evidence` adds, and `is_exact` (spelt letter by letter), `exact_elsewhere`
    (another artist is), `is_own` (the label's own report), `rivals` (artists of that name).
    """
    letters = rows.key.length()
    many = (rows.home_titles >= ENOUGH) & (letters > SHORT)
    share = (rows.home_titles >= rows.titles * SHARE) | (letters >= LONGER)
    proven = many | ((rows.home_titles > 0) & share)
    mostly = (letters >= LONG) | (rows.home_titles >= rows.titles * FEW)
    # A word in a stranger's title may be any word: his channel must be seen at home too.
    said = (rows.method != "video-title") | rows.line_at_home
    alone = rows.rivals == 1
    settled = rows.exact_rivals == 1
    strong = rows.at_home | rows.native
    reason = ibis.cases(
        (rows.exact_elsewhere, "other-spelling"),
        (rows.is_own & alone, "own-report"),
        (strong & rows.at_home, "at-home"),
        (rows.native, "native-script"),
        (rows.home_territory.isnull() & alone, "no-home"),
        (rows.home_territory.isnull(), "several-artists"),
        (~alone & ~settled & rows.rival_at_home, "not-at-home"),
        (~alone & ~settled & ~proven, "several-artists"),
        (proven & mostly & said, "name-at-home"),
        (rows.artist_at_home & (letters >= LONG), "artist-at-home"),
        (rows.artist_at_home, "short-name"),
        (~rows.is_covered, "home-not-covered"),
        (rows.home_titles > 0, "rarely-at-home"),
        else_="not-at-home",
    )
    told = rows.mutate(reason=reason)
    return told.mutate(
        score=ibis.cases(*((told.reason == name, each) for name, (each, _) in REASONS.items())),
        state=ibis.cases(*((told.reason == name, each) for name, (_, each) in REASONS.items())),
    )
