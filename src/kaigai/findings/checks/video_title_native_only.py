"""A video that names its song in native letters only is passed over by everybody abroad."""

from typing import Final

import ibis
import ibis.expr.types as ir

from kaigai.findings.check import check
from kaigai.identity.letters import has_native
from kaigai.terms.text import Text

#: Words on every video; they name no song.
_KINDS: Final = (
    "official|music|video|videos|mv|m/v|pv|live|lyric|lyrics|audio|full|short|ver|version|teaser"
    "|trailer|movie|clip|visualizer|feat|ft|from|tv|cm|op|ed|hd|hq"
)
#: Words that lead to links in every description.
_LEADS: Final = (
    "site|web|website|channel|youtube|twitter|x|instagram|tiktok|facebook|threads|weibo|bilibili"
    "|discord|spotify|apple|amazon|itunes|line|sns|news|info|staff|store|shop|fan|club|fanclub"
    "|records|label|on|and|the|listen|download|follow|subscribe|stream|buy|here|now"
)
_LINKS: Final = r"(https?://|www\.|[#@＃＠])\S+|\S+\.(com|jp|net|co|io|me|to|tv|be)(/\S*)?"
_LATIN: Final = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_WORD: Final = f"[{_LATIN}]{{2,}}"
_NATIVE_LINE: Final = "[^\\n]*\\p{Lo}[^\\n]*"
_TWO_WORDS: Final = f"{_WORD}[^{_LATIN}\\n]+{_WORD}"


def _runs_of(words: str) -> str:
    """Words one after another, with what parts them (the engines differ in what \\b means)."""
    return f"(?i)(^|[^A-Za-z\\n])(({words})([^A-Za-z\\n]+|$))+"


@check(
    "video-title-native-only",
    about="videos",
    severity="medium",
    family="found",
    fix="video",
    worth="lacking",
    ja="曲名が日本語の文字だけの動画は、海外では読まれず、素通りされます。",
    say=Text(
        en="“{title}” names its song in no Latin letters, and its description has no such line.",
        ja="「{title}」は、タイトルにも説明文にもラテン文字の曲名がありません。",
    ),
    todo=Text(
        en="Add the Latin or English song title to the video's title and description.",
        ja="動画のタイトルと説明文に、ローマ字または英語の曲名を加えてください。",
    ),
)
def video_title_native_only(
    placed_videos: ir.Table, names: ir.Table, artists: ir.Table | None = None
) -> ir.Table:
    """Official videos with no Latin words but the artist's and `Official Music Video`.

    A localised title in Latin letters counts, and so does a Latin line of the description.
    """
    ours = placed_videos.filter(placed_videos.is_official & has_native(placed_videos.title))
    localised = names.filter(
        (names.subject_kind == "video") & (names.role == "localised") & (names.script == "Latn")
    )
    seen = ours.anti_join(localised, ours.video_id == localised.subject_id)
    rows = _with_artist(seen, artists)
    title = _without(rows.title.lower(), rows.artist_latin.lower())
    named = title.re_replace(_runs_of(_KINDS), " ").re_search(_WORD)
    described = _plain(rows.description.fill_null("")).re_search(_TWO_WORDS)
    return rows.filter(~named & ~described).select("video_id", "title")


def _with_artist(videos: ir.Table, artists: ir.Table | None) -> ir.Table:
    if artists is None:
        return videos.mutate(artist_latin=ibis.null("string"))
    latin = artists.select("party_id", "artist_latin")
    return videos.left_join(latin, "party_id").drop("party_id_right")


def _without(title: ir.StringValue, artist: ir.StringValue) -> ir.StringValue:
    """The title without the artist's Latin name, where there is one."""
    return title.replace(artist.fill_null("\n"), " ")


def _plain(description: ir.StringValue) -> ir.StringValue:
    """The Latin lines of a description, without links and the words that lead to them."""
    latin = description.re_replace(_NATIVE_LINE, "").re_replace(_LINKS, " ")
    return latin.replace("\n", " \n ").re_replace(_runs_of(f"{_KINDS}|{_LEADS}"), " ")
