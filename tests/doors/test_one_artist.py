"""Every verb that asks for an artist finds the same one, however it is typed."""

import shutil
import unicodedata
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

import kaigai
from kaigai.doors.page.file import write_rows
from kaigai.terms.text import Refused
from kaigai.verbs.verb import Verb
from tests.doors.calls import Terminal
from tests.doors.test_every_verb import EVERY, LANGUAGES, ROOT, examples, named, typed

KANATA = "isni:0000999000000016"
#: How people type one artist: names, readings, parts, ids.
WAYS = (
    "潮見かなた", "潮見", "潮見カナタ", "シオミカナタ", "しおみ かなた", "ｼｵﾐｶﾅﾀ",
    unicodedata.normalize("NFD", "シオミ ガナタ").replace("\u3099", ""), "shiomi", "siomi kanata",
    "Shiomi Kanata", "KANATA SHIOMI", "ＫＡＮＡＴＡ　ＳＨＩＯＭＩ", "kanata", "name:潮見かなた",
    "0000 9990 0000 0016", "UCkaigaiexample000000001",
)  # fmt: skip
#: A part of the names of two, who wrote songs; both are listed.
SEVERAL, BOTH = "しおん", ("name:塩釜谷しおん", "name:艫綱しおん")
NAMING = [each for each in EVERY if "artist" in each.asked]
READING = [each for each in NAMING if each.kind != "decide"]

Said = Callable[[Verb, str | None], object]


@pytest.fixture(scope="module")
def label(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example label with all that is made of it."""
    return _read(tmp_path_factory.mktemp("one") / "workspace", makes=True)


@pytest.fixture(scope="module")
def unmeasured(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The label's list of artists, and nothing made of it: not even who is one artist."""
    return _read(tmp_path_factory.mktemp("list") / "workspace", "artists.xlsx")


def _read(root: Path, name: str = "", *, makes: bool = False) -> Path:
    opened = kaigai.open(root)
    opened.read(ROOT / "examples" / "label" / name)
    for verb in EVERY if makes else ():
        if verb.kind == "make" and not any(each.required for each in verb.asked.values()):
            getattr(opened, verb.method)()
    return root


def answered(verb: Verb, root: Path, artist: str | None, **more: Any) -> object:
    """What an answer says, or why there is none."""
    given = {asked.name: value for asked, value in examples(verb, but="artist")}
    try:
        found = getattr(kaigai.open(root), verb.method)(**given, artist=artist, **more).answer
    except Refused as refused:
        return refused.text
    if verb.makes:
        return found.result
    stream = BytesIO()
    write_rows(found, stream, "json", "en")
    return stream.getvalue(), [list(each.cells("en")) for each in found.sections]


@pytest.mark.parametrize("verb", READING, ids=named)
def test_every_verb_finds_the_same_artist(verb: Verb, label: Path, tmp_path: Path) -> None:
    more = {"out": tmp_path / f"made{verb.makes[0]}"} if verb.makes else {}
    own = answered(verb, label, KANATA, **more)
    if not verb.asked["artist"].required:
        assert own != answered(verb, label, None, **more)
    for way in WAYS:
        assert answered(verb, label, way, **more) == own, way


@pytest.mark.parametrize("verb", READING, ids=named)
def test_artists_are_found_before_anything_was_made(verb: Verb, unmeasured: Path) -> None:
    more = {"out": "made.xlsx"} if verb.makes else {}
    own = answered(verb, unmeasured, KANATA, **more)
    for way in ("潮見", "siomi kanata", "ｼｵﾐｶﾅﾀ", "UCkaigaiexample000000001"):
        assert answered(verb, unmeasured, way, **more) == own, way


def test_what_people_decide_is_of_the_same_artist(label: Path, tmp_path: Path) -> None:
    root = tmp_path / "workspace"
    shutil.copytree(label, root)
    verbs = {each.name.split()[-1]: each for each in NAMING if each.kind == "decide"}
    assert sorted(verbs) == ["add", "remove"]
    for number, way in enumerate(WAYS[1::5]):
        word = f"word{number}"
        for verb in (verbs["add"], verbs["remove"]):
            done = getattr(kaigai.open(root), verb.method)(word=word, artist=way, by="Hana")
            assert [row["artist_id"] for row in done.answer.result.terms] == [KANATA]


def test_names_and_show_find_artists_so_too(label: Path) -> None:
    opened = kaigai.open(label)
    for way in WAYS:
        assert KANATA in {cell for row in opened.show(way).sections[0].cells("en") for cell in row}
        listed = opened.names(way).answer.result.rows
        assert KANATA in {row["subject_id"] for row in listed}, way
        assert any(row["subject_kind"] == "recording" for row in listed), way


def asked_for(verb: Verb, artist: str) -> Iterator[str]:
    """Words of a command that asks for an artist."""
    values = [*examples(verb, but="artist"), (verb.asked["artist"], artist)]
    yield from (*verb.name.split(), *typed(values))
    if verb.kind == "decide":
        yield from ("--by", "Hana")
    if verb.makes:
        yield from ("--out", f"made{verb.makes[0]}")


@pytest.mark.parametrize("verb", NAMING, ids=named)
def test_several_are_listed_in_both_languages(
    verb: Verb, label: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    said = []
    for language in LANGUAGES:
        done = Terminal(monkeypatch, label)(*asked_for(verb, SEVERAL), lang=language)
        assert (done.status, done.out) == (2, ""), done.error
        said.append(done.error)
    assert said[0] != said[1]
    if verb.name != "markets next":  # without charts it asks nobody
        assert all(each in text for each in BOTH for text in said)


@pytest.mark.parametrize("verb", NAMING, ids=named)
def test_nobody_comes_with_the_nearest(
    verb: Verb, label: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    done = Terminal(monkeypatch, label)(*asked_for(verb, "Kanata Shiomy"), lang="ja")
    assert (done.status, done.out) == (2, ""), done.error
    if verb.name != "markets next":
        assert "もしかして: Kanata Shiomi" in done.error
