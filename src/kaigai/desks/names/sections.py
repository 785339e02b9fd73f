"""The registry as people see it: a list, one subject with every name, and a sheet taken back."""

from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any, Final

from kaigai.desks.names.changes import Conflict
from kaigai.desks.names.result import Names, Taken
from kaigai.identity.names.forms import REFERENCE
from kaigai.identity.names.slots import (
    ENGLISH,
    LATIN,
    ORIGINAL,
    READING,
    SHORT,
    SLOT_WORDS,
    TRANSLATED,
    slot_words,
)
from kaigai.terms.languages import name_of_language
from kaigai.terms.section import Section, percent
from kaigai.terms.text import Text

ARTIST: Final = Text("artist", "アーティスト")
KIND_WORDS: Final[Mapping[str, Text]] = {
    "party": ARTIST,
    "release": Text("release", "リリース"),
    "recording": Text("recording", "録音"),
    "work": Text("work", "楽曲"),
}
#: Who says so, by the weight of a form.
PERSON: Final = Text("a person", "人が決定")
STANDINGS: Final[Mapping[int, Text]] = {
    3: Text("delivered", "納品"),
    2: Text("seen at a service", "配信サービス"),
    1: Text("the label's list", "レーベルの一覧"),
    0: Text("public database", "公開データベース"),
}


def name_list(listed: Names) -> Section:
    """One subject a row; an id leads to every name of it."""
    shown: list[tuple[str, Text]] = [(ORIGINAL, SLOT_WORDS[ORIGINAL])]
    maybe = {slot: SLOT_WORDS[slot] for slot in (READING, LATIN, ENGLISH, SHORT)}
    maybe |= {"suggestion": Text("suggestion", "候補"), "artist": ARTIST}
    shown += [each for each in maybe.items() if any(_cell(row, each[0]) for row in listed.rows)]
    if listed.language:
        shown.append(("translated", slot_words(TRANSLATED + listed.language)))
    if len({row["subject_kind"] for row in listed.rows}) > 1:
        shown.append(("subject_kind", Text("kind", "種類")))
    shown.append(("subject_id", Text("id", "ID")))
    rows = tuple(tuple(_cell(row, name) for name, _ in shown) for row in listed.rows)
    title = Text(f"Names: {listed.total:,}", f"名称: {listed.total:,}件")
    columns = tuple(words for _, words in shown)
    opens = ((len(columns) - 1, "names"),) if listed.total > 1 else ()
    return Section(title, columns, rows, note=_note(listed), opens=opens)


def _cell(row: Mapping[str, Any], name: str) -> Any:
    if name == "subject_kind":
        return KIND_WORDS.get(row[name], row[name])
    if name == "suggestion" and row[name]:
        sure = row["confidence"]
        return f"{row[name]} ({percent(sure)})" if sure is not None else _database(row[name])
    if name == "artist" and row["subject_kind"] == "party":
        return None
    return row[name]


def _database(text: str) -> Text:
    return Text(f"{text} ({STANDINGS[0].en})", f"{text}({STANDINGS[0].ja})")


def _note(listed: Names) -> Text | None:
    if not listed.total:
        return NOTHING
    told = [_more(listed.total - len(listed.rows))]
    if any(row["suggestion"] for row in listed.rows):
        told.append(SUGGESTED)
    said = [each for each in told if each]
    if not said:
        return None
    return Text(" ".join(each.en for each in said), "".join(each.ja for each in said))


def _more(left: int) -> Text | None:
    if left <= 0:
        return None
    return Text(
        f"… and {left:,} more; --limit shows more.", f"… ほか{left:,}件(--limit で増やせます)。"
    )


def every_name(forms: Sequence[Mapping[str, Any]]) -> Section:
    """Every name of one subject, the one that counts first in each place."""
    columns = (
        Text("as", "区分"),
        Text("name", "名称"),
        Text("language", "言語"),
        Text("says", "出どころの種類"),
        Text("source", "出どころ"),
        Text("when", "日時"),
        Text("locked", "固定"),
    )
    rows = tuple(_form(row) for row in sorted(forms, key=_in_order))
    return Section(
        Text("Every name, the one that counts first", "すべての名称(採用中のものが先)"),
        columns,
        rows,
        note=EVERY_NAME,
    )


def _in_order(row: Mapping[str, Any]) -> tuple[int, str, int]:
    known = list(SLOT_WORDS)
    slot = row["slot"]
    return (known.index(slot) if slot in known else len(known), slot, row["place"])


def _form(row: Mapping[str, Any]) -> tuple[Any, ...]:
    tag = row["language"]
    return (
        slot_words(row["slot"]) if row["place"] == 0 or row["slot"] == SHORT else "",
        row["text"],
        Text(name_of_language(tag, "en"), name_of_language(tag, "ja")) if tag else row["script"],
        _says(row),
        _source(row),
        row["at"],
        True if row["is_locked"] else None,
    )


def _says(row: Mapping[str, Any]) -> Text:
    if row["by"]:
        return Text(f"{PERSON.en}: {row['by']}", f"{PERSON.ja}: {row['by']}")
    if row["weight"] == REFERENCE:
        return STANDINGS[0]
    return STANDINGS.get(row["standing"] or 0, STANDINGS[0])


def _source(row: Mapping[str, Any]) -> str | None:
    return PurePath(row["source"]).name if row["source"] else None


def summary(taken: Taken, name: str) -> Section:
    """How many cells of a sheet did what."""
    counts = (
        (Text("names decided", "決定した名称"), len(taken.decided)),
        (Text("conflicts, left as they are", "競合(変更せず)"), len(taken.conflicts)),
        (Text("cells that cannot be used", "使えないセル"), len(taken.bad)),
        (Text("emptied cells, left as they are", "空にされたセル(変更せず)"), taken.emptied),
        (Text("unchanged cells", "変更のないセル"), taken.unchanged),
    )
    note = EMPTIED if taken.emptied else None
    title = Text(f"Taken from {name}", f"{name} から取り込み")
    return Section(title, (Text("", ""), Text("", "")), counts, right=(1,), note=note)


def decisions(decided: Sequence[Mapping[str, Any]], limit: int | None) -> Section:
    """What a sheet decided."""
    rows = tuple(
        (each["based_on"], each["text"], STATUS_WORDS[each["status"]], each["language"])
        for each in decided[:limit]
    )
    columns = (
        SLOT_WORDS[ORIGINAL],
        Text("name", "名称"),
        Text("decision", "決定"),
        Text("language", "言語"),
    )
    note = _more(len(decided) - len(rows))
    return Section(Text("Decided", "決定"), columns, rows, note=note)


def conflicts(found: Sequence[Conflict], limit: int | None) -> Section:
    """What was changed here and in a sheet."""
    columns = (
        Text("row", "行"),
        SLOT_WORDS[ORIGINAL],
        Text("as", "区分"),
        Text("the sheet says", "表の内容"),
        Text("the registry says now", "現在の登録"),
        Text("id", "ID"),
    )
    rows = tuple(
        (each.place, each.original, slot_words(each.slot), each.theirs, each.ours, each.id)
        for each in found[:limit]
    )
    title = Text("Changed here since the sheet was given out", "書き出し後にこちらで変わったもの")
    return Section(title, columns, rows, (0,), CONFLICT, opens=((5, "names"),))


STATUS_WORDS: Final[Mapping[str, Text]] = {
    "approved": Text("approved", "採用"),
    "rejected": Text("rejected", "却下"),
}
NOTHING: Final = Text("No names match.", "当てはまる名称はありません。")
SUGGESTED: Final = Text(
    en="Suggestions are a machine's or a database's; they count when a person approves them.",
    ja="候補は機械や公開データベースによるもので、人が採用するまで名称にはなりません。",
)
EVERY_NAME: Final = Text(
    en="What a person locked counts first, then official names: delivered, seen, listed.",
    ja="人が固定したもの、次に公式の名称(納品、配信サービス、一覧)の順に採用します。",
)
EMPTIED: Final = Text(
    en="An empty cell changes nothing; to reject a name, write - in its cell.",
    ja="空のセルは何も変更しません。名称を却下するにはセルに - と書いてください。",
)
CONFLICT: Final = Text(
    en="Nothing was overwritten. Export the sheet anew, and decide again.",
    ja="上書きはしていません。表を書き出し直し、改めて決めてください。",
)
