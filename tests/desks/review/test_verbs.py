"""`kaigai localise …` from the first suggestion to the last decision, as people call it."""

import json
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

import kaigai
from kaigai.desks.review.sheets.actions import give_out
from kaigai.desks.review.sheets.columns import FORM
from kaigai.desks.review.sheets.verdicts import judged
from kaigai.desks.review.verbs import CAPTIONS
from kaigai.facts.store import Facts
from kaigai.formats.captions import kinds
from tests.desks.review.service import Service
from tests.desks.review.suggested import copy_of, filled
from tests.doors.calls import Terminal
from tests.small_catalogue import DAWN, LAMP, WIND

EXAMPLES = Path(__file__).parents[3] / "examples" / "review"
FILL = {
    f"recording|{DAWN}|latin": {"decision": "approve"},
    f"recording|{LAMP}|latin": {"approved form": "Lamplight", "note": "as on the sleeve"},
    f"recording|{WIND}|latin": {"decision": "×"},
}
CLIP = """WEBVTT

1
00:00:01.000 --> 00:00:03.000
夜明けの海

2
00:00:04.000 --> 00:00:06.000
♪ 海はひろいな ♪
"""


@pytest.fixture
def label(suggested: Path, tmp_path: Path) -> Facts:
    """A copy of the small catalogue with suggestions."""
    return copy_of(suggested, tmp_path / "label")


@pytest.fixture
def terminal(label: Facts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """`kaigai` in a folder of its own, asking that workspace."""
    monkeypatch.chdir(tmp_path)
    return Terminal(monkeypatch, label.root)


@pytest.fixture
def service(label: Facts) -> Iterator[Service]:
    """A translation service on the loopback, chosen in the settings."""
    made = Service()
    settings = f'[translate]\nprovider = "libretranslate"\nurl = "{made.url}"\n'
    (label.root / "settings.toml").write_text(settings)
    yield made
    made.close()


def test_a_review_from_sheet_to_status(label: Facts, terminal: Terminal) -> None:
    sheet, other = Path("review.xlsx"), Path("other.xlsx")
    out = terminal("localise", "export", "--to", str(sheet), lang="ja")
    assert (out.status, "kaigai localise import review.xlsx --by NAME" in out.out) == (0, True)
    given = sheet.read_bytes()
    assert openpyxl.load_workbook(sheet).worksheets[0].title == "確認"
    sheet.write_bytes(filled(given, FILL))
    other.write_bytes(filled(given, {f"recording|{LAMP}|latin": {"decision": "○"}}))

    first = terminal("localise", "import", str(sheet), "--by", "葵", lang="ja")
    assert first.status == 0
    assert "案のまま承認" in first.out
    assert "判断した人: 葵" in first.out

    second = terminal("localise", "import", str(other), "--by", "Ken")
    assert second.status == 1
    assert "nothing was overwritten" in second.out
    assert "Lamplight" in second.out
    decided = {row["subject_id"]: row for row in label.arrow("name_decisions").to_pylist()}
    assert decided[LAMP]["text"] == "Lamplight"
    assert (decided[LAMP]["by"], decided[LAMP]["origin"]) == ("葵", "reviewer")
    assert decided[WIND]["status"] == "rejected"

    status = terminal("localise", "status", lang="ja")
    assert "競合" in status.out
    rows = {row["id"]: row for row in give_out(label).rows}
    assert f"recording|{DAWN}|latin" not in rows
    assert rows[f"recording|{WIND}|latin"]["suggestion"] != "Kaze"
    assert rows[f"recording|{LAMP}|latin"]["now"] == "Lamplight"


def test_what_is_open_is_listed_where_no_sheet_is_asked_for(terminal: Terminal) -> None:
    listed = terminal("localise", "export", "--kind", "title", "--language", "latin")
    assert listed.status == 0
    assert "Yoake" in listed.out
    assert "kaigai localise export --out review.xlsx" in listed.out
    sheet = terminal("localise", "export", "--kind", "title", "--language", "latin", "--out",
                     "titles.json")  # fmt: skip
    rows = json.loads(Path("titles.json").read_bytes())
    assert f"{len(rows)} of {len(rows)}" in listed.out
    assert "kaigai localise import titles.json --by NAME" in sheet.out


def test_where_all_is_decided_no_file_is_made(label: Facts, terminal: Terminal) -> None:
    sheet = filled(give_out(label).file("x.xlsx"), {row["id"]: {"approved form": "Form"}
                                            for row in give_out(label).rows})  # fmt: skip
    Path("all.xlsx").write_bytes(sheet)
    assert terminal("localise", "import", "all.xlsx", "--by", "葵").status == 0
    done = terminal("localise", "export", "--out", "left.xlsx")
    assert "Nothing is open" in done.out
    assert "kaigai localise suggest" in done.out
    assert (done.status, Path("left.xlsx").exists()) == (0, False)


def test_status_as_a_page_and_a_table(terminal: Terminal) -> None:
    assert terminal("localise", "status", "--out", "s.html", lang="ja").status == 0
    assert terminal("localise", "status", "--out", "s.json").status == 0
    html = Path("s.html").read_text()
    assert html.startswith("<!doctype html>")
    assert "確認の進み具合" in html
    assert "決めるのは人です" in html
    assert {row["state"] for row in json.loads(Path("s.json").read_bytes())} == {"suggested"}


def test_captions_go_out_and_come_back(label: Facts, terminal: Terminal) -> None:
    Path("clip.ja.vtt").write_text(CLIP)
    made = terminal("localise", "suggest", "clip.ja.vtt", "--lyrics", "--language", "en,ko")
    assert made.status == 0
    assert "localise export --language en --captions clip.ja.vtt --lyrics --out" in made.out
    assert all(row["is_lyrics"] for row in label.arrow("suggestions").to_pylist()
               if row["subject_kind"] == "cue")  # fmt: skip

    of = ("--captions", "clip.ja.vtt", "--language", "en")
    assert "夜明けの海" in terminal("localise", "export", *of).out
    out = terminal("localise", "export", *of, "--to", "clip.xlsx")
    back = "localise import clip.xlsx --captions clip.ja.vtt --language en --out NEW --by NAME"
    assert back in out.out
    sheet = Path("clip.xlsx")
    sheet.write_bytes(filled(sheet.read_bytes(), {
        "1": {"translation": "Sea at dawn"}, "2": {"translation": "The sea is wide"},
    }))  # fmt: skip

    take = ("localise", "import", "clip.xlsx", *of, "--by", "葵", "--out", "clip.en.srt")
    dry = terminal(*take, "--dry-run")
    assert "nothing was written" in dry.out
    assert not Path("clip.en.srt").exists()
    assert "translation_memory" not in label
    done = terminal(*take)
    assert done.status == 0
    assert "kaigai captions check clip.en.srt" in done.out
    assert "captions convert clip.en.srt --for youtube --work ID --territory" in done.out
    cues = kinds.read(Path("clip.en.srt").read_bytes(), "clip.en.srt").captions.cues
    assert [cue.text for cue in cues] == ["Sea at dawn", "♪ The sea is wide ♪"]


def test_captions_are_made_in_every_format() -> None:
    assert {each.removeprefix(".") for each in CAPTIONS} == set(kinds.ENDINGS)


def test_the_cost_is_told_and_nothing_is_sent_without_yes(
    terminal: Terminal, service: Service
) -> None:
    call = ("localise", "suggest", "--kind", "title", "--language", "en", "--limit", "1")
    told = terminal(*call)
    assert "libretranslate: 1 texts" in told.out
    assert "nothing was sent; add --yes" in told.out
    assert service.asked == []
    service.answers = [(200, {}, b'{"translatedText": ["Song of the Sea"]}')]
    sent = terminal(*call, "--yes")
    assert "1 were sent and kept" in sent.out
    # The limit is of names that are looked for, and so of what is sent and paid for.
    assert [len(body["q"]) for _, body in service.asked] == [1]
    rows = json.loads(terminal(*call, "--json").bytes)
    assert [row["text"] for row in rows] == ["Song of the Sea"]
    assert len(service.asked) == 1


def test_a_service_that_refuses_is_told(terminal: Terminal, service: Service) -> None:
    service.answers = [(403, {}, b"no")]
    done = terminal("localise", "suggest", "--language", "en", "--limit", "1", "--yes", lang="ja")
    assert done.status == 1
    assert "中断: 127.0.0.1 がキーを受け付けません" in done.out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("export", "--to", "x.pdf"), ".xlsx .csv .json"),
        (("import", "nowhere.xlsx", "--by", "A"), "cannot be read"),
        (("import", "a.csv", "--by", "A"), "a.csv lacks the columns id"),
        (("import", "a.csv", "--by", "A", "--out", "a.vtt"), "name the captions"),
        (("import", "a.csv", "--by", "A", "--captions", "a.vtt"), "--out song.en.vtt"),
        (("suggest", "--kind", "captions"), "name it"),
        (("suggest", "--lyrics"), "name it"),
        (("suggest", "a.vtt", "--kind", "title"), "has captions only"),
        (("suggest", "a.vtt"), "expected"),
        (("suggest", "--language", "qqq1"), "no language"),
        (("glossary", "add", "夜", "--by", "A", "--artist", "nobody"), "no artist"),
        (("glossary", "remove", "夜", "--by", "A"), "no term of the glossary"),
        (("memory", "import", "nowhere.tmx", "--by", "A"), "cannot be read"),
    ],
)
def test_a_wrong_call_is_told_what_to_do(
    terminal: Terminal, words: tuple[str, ...], says: str
) -> None:
    for name in ("a.csv", "a.vtt"):
        Path(name).write_text("a,b\n")
    done = terminal("localise", *words)
    assert done.status == 2, done.out
    assert says in done.error


def test_services_and_terms(
    label: Facts, terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    (label.root / "settings.toml").write_text('[translate]\nprovider = "deepl"\n')
    monkeypatch.setenv("KAIGAI_TRANSLATE_KEY", "never-to-be-seen")
    listed = terminal("localise", "providers")
    assert "In use: deepl" in listed.out
    assert "key: set" in listed.out
    assert "never-to-be-seen" not in listed.out
    monkeypatch.delenv("KAIGAI_TRANSLATE_KEY")
    assert "キー: 未設定" in terminal("localise", "providers", lang="ja").out
    added = terminal("localise", "glossary", "add", "推し", "--form", "oshi", "--by", "葵")
    assert "oshi" in added.out
    assert "oshi" in terminal("localise", "glossary", "list", lang="ja").out
    removed = terminal("localise", "glossary", "remove", "推し", "--by", "葵", lang="ja")
    assert "「推し」を用語集から外しました" in removed.out
    assert "oshi" not in terminal("localise", "glossary", "list").out
    Path("m.csv").write_bytes("日本語,英語\n夜明けの海,Sea at Dawn\n".encode("cp932"))
    assert "1 pairs" in terminal("localise", "memory", "import", "m.csv", "--by", "葵").out
    assert "Sea at Dawn" in terminal("localise", "memory", "find", "夜明けの海").out


def test_a_list_of_terms_is_a_sheet_that_comes_back(label: Facts, terminal: Terminal) -> None:
    for word, *more in (("推し", "--form", "oshi", "--language", "en"), ("聖地", "--note", "x")):
        terminal("localise", "glossary", "add", word, *more, "--by", "葵")
    before = terminal("localise", "glossary", "list", "--json").bytes
    terminal("localise", "glossary", "list", "--out", "terms.xlsx", lang="ja")
    terminal("localise", "glossary", "remove", "聖地", "--by", "葵")
    done = terminal("localise", "glossary", "import", "terms.xlsx", "--by", "葵")
    assert done.status == 0, done.out
    kept = ("word", "form", "language", "artist", "note")
    after = terminal("localise", "glossary", "list", "--json").bytes
    assert [[row[name] for name in kept] for row in json.loads(after)] == [
        [row[name] for name in kept] for row in json.loads(before)
    ]


def test_the_examples_can_be_taken_in(terminal: Terminal) -> None:
    memory = terminal("localise", "memory", "import", str(EXAMPLES / "pairs.csv"), "--by", "葵")
    assert "6 pairs, 6 of them new" in memory.out
    terms = terminal("localise", "glossary", "import", str(EXAMPLES / "terms.csv"), "--by", "葵")
    assert (terms.status, "4 terms" in terms.out) == (0, True)
    # The sheet is of the example label, whose names this catalogue does not have.
    lines = FORM.lines((EXAMPLES / "names.csv").read_bytes(), "names.csv")
    (said,) = {each.expected.en for each in judged(lines, {}, {}).bad}
    assert said == "an id as it was given out: the workspace has no suggestion for it"


def test_the_same_in_a_notebook(label: Facts, tmp_path: Path) -> None:
    notebook = kaigai.open(label.root, language="ja")
    looked = notebook.localise_suggest(language="ko", limit=2, dry_run=True)
    assert looked.result.slots == 2
    sheet = tmp_path / "review.xlsx"
    notebook.localise_export(out=sheet)
    sheet.write_bytes(filled(sheet.read_bytes(), FILL))
    done = notebook.localise_import(sheet, by="葵")
    assert len(done.result.judged.of("approved", "changed", "rejected")) == 3
    assert {"approved", "changed"} <= set(notebook.localise_status().pandas()["state"])
