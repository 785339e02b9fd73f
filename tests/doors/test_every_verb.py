"""Every verb is the same behind every door: what it says, what it refuses, where it leads."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

import kaigai
from kaigai.doors.notebook import NotebookAnswer
from kaigai.doors.page.file import write_rows
from kaigai.doors.step_command import as_command
from kaigai.doors.terminal.help_text import PURPOSES
from kaigai.doors.terminal.main import _parsed, found
from kaigai.terms.section import Section
from kaigai.terms.text import Language, Refused, Text
from kaigai.verbs.index import VERBS
from kaigai.verbs.verb import Asked, Verb
from tests.doors.calls import Called, Terminal

ROOT = Path(__file__).parents[2]
LANGUAGES: Sequence[Language] = ("en", "ja")
READING = [each for each in VERBS.values() if each.kind == "ask"]
EVERY = list(VERBS.values())
NOWHERE = "qqqqq-no-such-thing"
AS_SCREEN = ["--format", "table"]  #: what a person looks at, though nobody does


def named(value: Any) -> str | None:
    """A verb or parameter as a test's name."""
    return value.name if isinstance(value, Verb | Asked) else None


@pytest.fixture(scope="session")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example label, read, measured and audited."""
    root = tmp_path_factory.mktemp("every") / "workspace"
    label = kaigai.open(root)
    label.read(ROOT / "examples" / "label")
    for verb in VERBS.values():
        if verb.kind == "make" and not any(each.required for each in verb.asked.values()):
            getattr(label, verb.method)()
    return root


@pytest.fixture
def terminal(read_once: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Terminal:
    """`kaigai` in a folder of its own, asking that workspace."""
    monkeypatch.chdir(tmp_path)
    return Terminal(monkeypatch, read_once)


def examples(verb: Verb, *, but: str = "") -> Iterator[tuple[Asked, str]]:
    """A value for each parameter that must be given; files are those of the examples."""
    for asked in verb.asked.values():
        if asked.required and asked.name != but:
            value = asked.param.example
            assert value, f"{verb.name}: the parameter {asked.name} has no example"
            is_file = asked.takes in ("file", "path")
            yield asked, str(ROOT / value) if is_file else value


def typed(given: Iterator[tuple[Asked, str]] | Sequence[tuple[Asked, str]]) -> list[str]:
    """Values as a person types them."""
    words, options = [], []
    for asked, value in given:
        if asked.param.word:
            words.append(value)
        else:
            options += [f"--{asked.option}", value]
    return [*words, *options]


def in_notebook(verb: Verb, root: Path, language: Language, **more: Any) -> NotebookAnswer:
    """The answer that a notebook has."""
    label = kaigai.open(root, language=language)
    given = {asked.name: [value] if asked.param.many else value for asked, value in examples(verb)}
    answer = getattr(label, verb.method)(**given, **more)
    assert isinstance(answer, NotebookAnswer)
    return answer


def answered(verb: Verb, root: Path, language: Language, **more: Any) -> NotebookAnswer | Text:
    """The same, or why the example label has nothing to answer it with."""
    try:
        return in_notebook(verb, root, language, **more)
    except Refused as refused:
        return refused.text


def cells(sections: Sequence[Section], language: Language) -> Iterator[str]:
    """All that lists say."""
    for section in sections:
        yield section.title.to(language)
        for row in section.cells(language):
            yield from row


def words(text: str) -> str:
    """Text without its white space: lines may be broken anywhere."""
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("verb", READING, ids=named)
def test_every_door_says_the_same(
    verb: Verb, language: Language, terminal: Terminal, read_once: Path
) -> None:
    call = [*verb.name.split(), *typed(examples(verb))]
    made = [f"made{verb.makes[0]}"] if verb.makes else []
    shown = answered(verb, read_once, language, limit=verb.lines, out="".join(made) or None)
    if isinstance(shown, Text):  # then every door says so in the same words
        done = terminal(*call, *(["--out", *made] if made else []), lang=language)
        assert (done.status, done.out) == (2, "")
        assert words(shown.to(language)) in words(done.error)
        return
    screen = said(terminal(*call, *(["--out", *made] if made else AS_SCREEN), lang=language))
    for each in cells(shown.sections, language):
        assert words(each) in words(screen.out), f"{each!r} is not on the screen"
    if made:
        return
    limit = ["--limit", str(verb.lines)] if verb.lines else []
    said(terminal(*call, *limit, "--out", "answer.html", lang=language))
    page = words(unescape(re.sub(r"<[^>]+>", " ", Path("answer.html").read_text())))
    for each in cells(shown.sections, language):
        assert words(each) in page, f"{each!r} is not on the page"
    said(terminal(*call, *limit, "--out", "answer.md", lang=language))
    text = words(Path("answer.md").read_text().replace("\\", ""))
    for section in shown.sections:
        assert words(section.title.to(language)) in text
    everything = in_notebook(verb, read_once, language)
    stream = BytesIO()
    write_rows(everything.answer, stream, "json", language)
    rows = json.loads(terminal(*call, "--json", lang=language).bytes)
    assert rows == json.loads(stream.getvalue())
    assert len(rows) == len(everything)
    if shown.answer.table is None:
        assert len(rows) == sum(len(section.rows) for section in everything.sections)


@pytest.mark.parametrize("verb", READING, ids=named)
def test_what_comes_next_can_be_typed(verb: Verb, read_once: Path, tmp_path: Path) -> None:
    made = tmp_path / f"made{verb.makes[0]}" if verb.makes else None
    shown = answered(verb, read_once, "en", out=made)
    for step in () if isinstance(shown, Text) else shown.answer.steps:
        assert step.why.en
        assert step.why.ja
        command = as_command(step, VERBS, None)
        told, rest = found(shlex.split(command)[1:])
        assert told is not None
        assert told.name == step.verb
        assert set(step.given) <= set(told.asked), command
        _parsed(told, rest)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("verb", EVERY, ids=named)
def test_help_says_what_a_verb_takes(verb: Verb, language: Language, terminal: Terminal) -> None:
    done = terminal(*verb.name.split(), "--help", lang=language)
    assert done.status == 0
    assert done.error == ""
    assert words(verb.about.to(language)) in words(done.out)
    assert verb.about.ja != verb.about.en
    for asked in verb.asked.values():
        assert words(asked.param.about.to(language)) in words(done.out)
        assert asked.param.about.ja != asked.param.about.en
        shown = asked.param.shown or asked.name.upper()
        assert (shown if asked.param.word else f"--{asked.option}") in done.out


def wrong_values() -> Iterator[Any]:
    """Every parameter of every verb with a value that means nothing."""
    for verb in EVERY:
        for asked in verb.asked.values():
            if asked.takes != "flag" and not (asked.takes == "text" and asked.param.free):
                yield pytest.param(verb, asked, id=f"{verb.name}-{asked.name}")


@pytest.mark.parametrize(("verb", "asked"), list(wrong_values()))
def test_a_wrong_value_is_refused_in_words(
    verb: Verb,
    asked: Asked,
    read_once: Path,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.chdir(tmp_path)
    root = read_once
    if verb.kind != "ask":
        root = tmp_path / "workspace"
        shutil.copytree(read_once, root)
    call = Terminal(monkeypatch, root)
    given = typed([*examples(verb, but=asked.name), (asked, NOWHERE)])
    more = ["--by", "Hana"] if verb.kind == "decide" else []
    more += ["--out", f"new{verb.makes[-1]}"] if verb.makes else []
    said = []
    for language in LANGUAGES:
        done = call(*verb.name.split(), *given, *more, lang=language)
        if asked.takes == "path":  # a file among others that is not there is listed
            assert done.status == 1
            said.append(done.out)
            continue
        assert done.status == 2, done.out + done.error
        assert done.error.strip()
        assert "Traceback" not in done.error
        said.append(done.error)
    assert said[0] != said[1]


def test_listing_verbs_is_light() -> None:
    code = (
        "import sys; from kaigai.verbs.index import VERBS; assert len(VERBS) > 20;"
        "[each.asked for each in VERBS.values()];"
        "heavy = {'ibis', 'altair', 'django', 'pyarrow', 'pandas', 'numpy', 'lxml', 'rich'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout.strip() == "[]", done.stderr


def test_every_verb_is_listed_for_what_people_do(terminal: Terminal) -> None:
    for language in LANGUAGES:
        listed = said(terminal("--help", lang=language)).out
        assert said(terminal(lang=language)).out == listed
        for verb in EVERY:
            assert re.search(rf"^  {verb.name}\b", listed, re.MULTILINE), verb.name
        used = {each.purpose for each in EVERY}
        assert all(text.to(language) in listed for name, text in PURPOSES.items() if name in used)


@pytest.mark.parametrize("encoding", ["cp932", "utf-8"])
def test_the_program_speaks_in_any_encoding(encoding: str, read_once: Path) -> None:
    program = Path(sys.executable).with_name("kaigai")
    environ = {**os.environ, "PYTHONIOENCODING": encoding, "KAIGAI_WORKSPACE": str(read_once)}
    for words_ in (["share", "--lang", "ja"], ["show", "潮見かなた"], ["no-such-verb"]):
        done = subprocess.run([program, *words_], capture_output=True, env=environ)
        assert b"Traceback" not in done.stderr
        assert done.returncode == (2 if words_ == ["no-such-verb"] else 0)


def said(done: Called) -> Called:
    """A call that ended well, or with something refused."""
    assert done.status in (0, 1), done.out + done.error
    return done
