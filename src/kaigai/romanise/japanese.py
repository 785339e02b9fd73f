"""Japanese read: pieces of a title, each with its options, from readers, tables and rules."""

import re
from collections.abc import Iterator

from kaigai.romanise import (
    counters,
    loanwords,
    names_foreign,
    names_ja,
    okurigana,
    ruby,
    vote,
)
from kaigai.romanise.piece import Option, Piece, Sort, Word
from kaigai.romanise.readers import by_sudachi, by_unidic, hiragana, katakana
from kaigai.romanise.tables import readings

RUN = re.compile(
    r"[ァ-ヺ][ァ-ヺー]*(?:・[ァ-ヺ][ァ-ヺー]*)*|[0-9]+(?:st|nd|rd|th|D)(?![A-Za-z])|[A-Za-zÀ-ɏ](?:[0-9A-Za-zÀ-ɏ._]|['’](?=[A-Za-z]))*"
)
KANA = re.compile(r"[ぁ-ゖァ-ヺー・ゝゞヽヾ]+")
CELL = re.compile(r"[ぁ-ゖァ-ヺー・-]+")
LATIN = re.compile(r"['’]?[0-9A-Za-zÀ-ɏ][0-9A-Za-zÀ-ɏ._'’]*")
JAPANESE = re.compile(r"[\u3041-\u30ff\u31f0-\u31ff\u3400-\u9fff々〆〇]")
LONGEST = 8


def read(text: str, *, is_name: bool) -> list[Piece]:
    """The pieces of a cleaned text in order; spaces lie between them."""
    spoken = by_sudachi(text)
    if is_name and (name := names_ja.read(text, spoken)):
        for piece in name:
            piece.options = piece.options or [_unread(piece.surface)]
        return name
    if is_name and (artist := names_foreign.read(text)):
        return [artist]
    text = okurigana.settled(ruby.taken(text))
    pieces = list(_with_runs(text, by_unidic(text)))
    pieces = _by_table(pieces)
    counters.settle(pieces)
    for piece in pieces:
        if not piece.options:
            piece.options = _plain(piece)
    return vote.voted(pieces, spoken, is_name=is_name)


def _unread(surface: str) -> Option:
    return Option((Word(surface, "latin"),), 0.05, ())


def _with_runs(text: str, pieces: list[Piece]) -> Iterator[Piece]:
    """The pieces of UniDic, with each run of katakana as one piece of its own."""
    for run in [_trimmed(match.span(), pieces) for match in RUN.finditer(text)]:
        if run is None:
            continue
        while pieces and pieces[0].start < run[0]:
            yield pieces.pop(0)
        inside = [piece for piece in pieces if piece.end <= run[1]]
        del pieces[: len(inside)]
        yield _run(text[run[0] : run[1]], run[0], inside)
    yield from pieces


def _trimmed(run: tuple[int, int], pieces: list[Piece]) -> tuple[int, int] | None:
    """The run without words that begin or end outside it (サボる, 御シャレ)."""
    start, end = run
    for piece in pieces:
        if piece.start < end < piece.end:
            end = piece.start
        if piece.start < start < piece.end:
            start = piece.end
    return (start, end) if start < end else None


def _run(surface: str, start: int, inside: list[Piece]) -> Piece:
    last = inside[-1] if inside else Piece(surface, start, "名詞")
    piece = Piece(surface, start, last.pos, last.detail, origin="外")
    piece.lemma = inside[0].lemma if len(inside) == 1 else ""
    if LATIN.fullmatch(surface):
        piece.options = [Option((Word(surface, "latin"),), 1.0, ("as written",))]
        return piece
    if len(surface) == 1:
        piece.options = [
            Option((Word(hiragana(surface), particle=surface in "ノニヲガトモ"),), 0.9, ("kana",))
        ]
        return piece
    piece.options = list(loanwords.options(surface)) or [loanwords.spelled_as_sung(surface)]
    return piece


def _by_table(pieces: list[Piece]) -> list[Piece]:
    """Words whose reading the table of heteronyms knows better than any dictionary."""
    table = readings("heteronyms.tsv")
    found: list[Piece] = []
    place = 0
    while place < len(pieces):
        for many in range(min(LONGEST, len(pieces) - place), 0, -1):
            group = pieces[place : place + many]
            surface = "".join(piece.surface for piece in group)
            if surface in table and _stands(group, pieces, place + many):
                found.append(_merged(group, surface, table[surface]))
                place += many
                break
        else:
            found.append(pieces[place])
            place += 1
    return found


def _stands(group: list[Piece], pieces: list[Piece], after: int) -> bool:
    """Whether a group is written without gaps and, if one kanji, has no other beside it."""
    first, last = group[0], group[-1]
    if last.end - first.start != sum(len(piece.surface) for piece in group):
        return False
    if last.end - first.start > 1 or not KANJI.match(first.surface):
        return True
    place = after - len(group)
    before = pieces[place - 1].surface[-1] if place else ""
    behind = pieces[after].surface[0] if after < len(pieces) else ""
    return not KANJI.match(before) and not KANJI.match(behind)


KANJI = re.compile("[\u3400-\u9fff々]")


def _merged(group: list[Piece], surface: str, known: tuple[tuple[str, float], ...]) -> Piece:
    first, last = group[0], group[-1]
    end = last if last.pos in INFLECTED or first.pos == "接頭辞" else first
    piece = Piece(surface, first.start, end.pos, end.detail, last.form, first.origin)
    piece.options = [Option(_words(kana), share, ("table",)) for kana, share in known]
    piece.kana = known[0][0]
    return piece


INFLECTED = frozenset({"動詞", "形容詞", "助動詞"})


def _words(written: str) -> tuple[Word, ...]:
    """Words of a table's cell: kana, or Latin letters; spaces part them."""
    return tuple(
        Word(word, particle=bool(place) and word in SMALL)
        if CELL.fullmatch(word)
        else Word(word.replace("_", " "), "foreign")
        for place, word in enumerate(written.split())
    )


SMALL = frozenset(["が", "を", "に", "の", "は", "へ", "と", "で", "も", "か", "わ", "え"])
_PARTICLES = {"は": "わ", "へ": "え", "を": "を"}


def _plain(piece: Piece) -> list[Option]:
    """The one option of a piece that only UniDic reads."""
    surface = piece.surface
    if piece.pos == "助詞" and surface in _PARTICLES:
        return [Option((Word(_PARTICLES[surface], particle=True),), 1.0, ("unidic",))]
    if KANA.fullmatch(surface):
        return [Option((Word(_spoken(piece), particle=_is_small(piece)),), 0.97, ("kana",))]
    if LATIN.fullmatch(surface):
        return [Option((Word(surface, "latin"),), 1.0, ("as written",))]
    if not JAPANESE.search(surface):
        sort: Sort = "latin" if any(char.isalnum() for char in surface) else "mark"
        return [Option((Word(surface, sort),), 1.0, ("as written",))]
    if piece.kana:
        return [Option((Word(piece.kana),), 0.9, ("unidic",))]
    return [_unread(surface)]


#: Forms of だ that are written small; what follows them (だった, だろう) is not.
PARTICLES = frozenset(
    [
        "の",
        "に",
        "は",
        "へ",
        "を",
        "が",
        "と",
        "で",
        "も",
        "か",
        "や",
        "よ",
        "ね",
        "な",
        "ぞ",
        "ぜ",
        "さ",
        "わ",
        "から",
        "まで",
        "より",
        "じゃ",
        "のに",
        "ので",
        "でも",
        "には",
    ]
)
COPULA = frozenset(["な", "に", "で", "だ"])


def _is_small(piece: Piece) -> bool:
    if piece.pos == "助詞":
        return piece.surface in PARTICLES
    return piece.pos == "助動詞" and piece.surface in (*COPULA, "じゃ")


def _spoken(piece: Piece) -> str:
    """Kana as kana, but for は and へ at the end of greetings and conjunctions."""
    kana = hiragana(piece.surface)
    if kana in ("こんにちは", "こんばんは", "では", "または", "あるいは", "もしくは"):
        return kana[:-1] + "わ"
    return kana


__all__ = ["katakana", "read"]
