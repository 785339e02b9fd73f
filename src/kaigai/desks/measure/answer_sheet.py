"""A sheet of doubts, to be answered with yes, no, or the id of another artist."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from kaigai.facts.form_file import FormSheet
from kaigai.formats.sheets.form import STAMP, STAMP_WORDS, BadRow, Column, Form, Line
from kaigai.formats.sheets.mark import mark
from kaigai.identity.scoring import METHODS, WORDS
from kaigai.terms.text import Language, Text

EXAMPLES: Final = 3
FORM: Final = Form(
    {
        "credit": Column(Text("credit", "名義"), needed=True),
        "artist_id": Column(Text("artist id", "アーティストID"), needed=True),
        "artist": Column(Text("artist", "アーティスト")),
        "home": Column(Text("home", "本国"), width=8),
        "state": Column(Text("state", "状態"), width=10),
        "method": Column(Text("method", "方法")),
        "reason": Column(Text("reason", "理由"), width=28),
        "score": Column(Text("score", "確度"), "share", width=8),
        "things": Column(Text("things", "件数"), "count", width=8),
        "territories": Column(Text("territories", "国・地域数"), "count", width=8),
        "titles": Column(Text("titles", "例"), "list", width=32),
        "answer": Column(Text("answer", "回答"), editable=True, needed=True, others=True, choices={
            "yes": Text("yes", "はい"), "no": Text("no", "いいえ"),
        }, also={"yes": "y|true|1|○|◯|〇|本人|正しい", "no": "n|false|0|×|✕|別人|違う"},
            expected=Text("yes, no, or the id of another artist who is listed under the same name",
                          "はい・いいえ、または同じ名義で挙がっている別のアーティストのID")),
        "title": Column(Text("title", "曲名"), editable=True),
        STAMP: Column(STAMP_WORDS, width=4),
    },
    key=("credit", "artist_id"),
    stamped=("answer",),
    bilingual=False,
    todo=Text(
        en="give a sheet with the columns credit, artist_id and answer, as `kaigai whose --out` "
        "writes it",
        ja="kaigai whose --out で書き出した表(credit・artist_id・answer の列)をお使いください",
    ),
    unknown=Text(
        en="a name and an artist id as `kaigai whose --out` wrote them",
        ja="kaigai whose --out が書き出したままの名義とアーティストID",
    ),
    once=Text(
        en="one answer for a name and an artist: another row says something else",
        ja="名義とアーティストの組ごとに回答は一つ(ほかの行と食い違っています)",
    ),
)  # fmt: skip
Pair = tuple[str, str]  #: a credited name, and the id of the artist whom it may be


@dataclass(slots=True)
class Decided:
    """Answers as rows of `identity_answers` without who and when; `bad` are left out."""

    answers: list[dict[str, Any]] = field(default_factory=list)
    bad: list[BadRow] = field(default_factory=list)
    blank: int = 0


def sheet_of(
    rows: Sequence[Mapping[str, Any]], last: Mapping[Pair, str], language: Language
) -> FormSheet:
    """Ties as a sheet that a person fills in; `last` is what was answered of each so far."""
    made = [
        {
            **row,
            "method": _said(METHODS, row["method"], language),
            "reason": _said(WORDS, row["reason"], language),
            "titles": sorted(each for each in row["titles"] or [] if each)[:EXAMPLES],
            STAMP: FORM.stamp(answer=mark(last.get((row["credit"], row["artist_id"])))),
        }
        for row in rows
    ]
    return FormSheet(FORM, made, language)


def _said(words: Mapping[str, Text], name: str, language: Language) -> str:
    return words[name].to(language) if name in words else name


def decided(lines: Sequence[Line], asked: Iterable[Pair], last: Mapping[Pair, str]) -> Decided:
    """The answers of a sheet.

    asked  the (credit, artist id) pairs that there are
    last   what was answered of them so far
    """
    pairs = set(asked)
    found, known = Decided(), {pair: pair for pair in pairs}
    once: dict[tuple[str, str | None, str], str] = {}
    filled = [line for line in lines if line["answer"]]
    found.blank = len(lines) - len(filled)
    # Of one pair there may be several rows, for several titles or by several methods.
    for row in FORM.matched(filled, known, repeated=True):
        if isinstance(row, BadRow):
            found.bad.append(row)
            continue
        line, (credit, proposed) = row
        title = line["title"] or None
        told = _answers(line["answer"], credit, proposed, pairs)
        if not told:
            found.bad.append(FORM.bad(line, "answer"))
        elif not title and _clashes(line, told[proposed], last.get((credit, proposed))):
            found.bad.append(FORM.bad(line, "answer", SAID_SINCE))
        elif any(once.get((credit, title, artist), said) != said for artist, said in told.items()):
            found.bad.append(FORM.bad(line, "answer", FORM.once))
        else:
            once |= {(credit, title, artist): said for artist, said in told.items()}
    found.answers = [
        {"credit": credit, "title": title, "artist_id": artist, "answer": said}
        for (credit, title, artist), said in once.items()
    ]
    return found


def _answers(said: str, credit: str, proposed: str, asked: set[Pair]) -> dict[str, str]:
    """What is said of whom; another artist is a no and a yes."""
    try:
        return {proposed: FORM.columns["answer"].value(said)}
    except ValueError:
        is_other = said != proposed and (credit, said) in asked
        return {proposed: "no", said: "yes"} if is_other else {}


def _clashes(line: Line, said: str, now: str | None) -> bool:
    """Whether somebody has said something else since the sheet was given out."""
    return bool(line.given) and said != now and not line.stands("answer", now)


SAID_SINCE: Final = Text(
    en="nothing, or what was said since the sheet was given out; to decide anew, write it again: "
    "kaigai whose --out FILE",
    ja="空欄、または書き出し後に記録された回答と同じもの。決め直すには kaigai whose --out FILE で"
    "書き出し直してください",
)
