"""`kaigai localise …` from the first suggestion to the last decision, as people call it."""

import json
from pathlib import Path

import pytest

import kaigai
from kaigai.desks.review.sheets.actions import give_out
from tests.desks.review.suggested import copy_of, filled
from tests.doors.calls import Terminal
from tests.small_catalogue import DAWN, LAMP, WIND

FILL = {
    f"recording|{DAWN}|latin": {"decision": "approve"},
    f"recording|{LAMP}|latin": {"approved form": "Lamplight", "note": "as on the sleeve"},
    f"recording|{WIND}|latin": {"decision": "×"},
}


def test_a_review_from_sheet_to_status(
    suggested: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    label = copy_of(suggested, tmp_path / "label")
    terminal = Terminal(monkeypatch, label.root)
    sheet, other = tmp_path / "review.xlsx", tmp_path / "other.xlsx"

    out = terminal("localise", "export", "--to", str(sheet), lang="ja")
    assert (out.status, "次にすること" in out.out) == (0, True)
    given = sheet.read_bytes()
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
    seen = kaigai.open(label.root, language="ja").review_status()
    assert set(str(seen).split()) <= set(status.out.split())
    rows = {row["id"]: row for row in give_out(label).rows}
    assert f"recording|{DAWN}|latin" not in rows
    assert rows[f"recording|{WIND}|latin"]["suggestion"] != "Kaze"
    assert rows[f"recording|{LAMP}|latin"]["now"] == "Lamplight"


def test_status_as_a_page_and_a_table(
    suggested: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal(monkeypatch, suggested)
    page, table = tmp_path / "s.html", tmp_path / "s.json"
    assert terminal("localise", "status", "--out", str(page), lang="ja").status == 0
    assert terminal("localise", "status", "--out", str(table)).status == 0
    html = page.read_text()
    assert html.startswith("<!doctype html>")
    assert "確認の進み具合" in html
    assert {row["state"] for row in json.loads(table.read_bytes())} == {"suggested"}


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("export", "--to", "x.pdf"), "none of .xlsx"),
        (("import", "nowhere.xlsx", "--by", "A"), "cannot be read"),
        (("import", "x.csv", "--by", "A", "--captions", "a.vtt"), "--out song.en.vtt"),
        (("suggest", "--kind", "captions"), "name it"),
        (("suggest", "--language", "qqq1"), "no language"),
        (("glossary", "add", "夜", "--by", "A", "--artist", "nobody"), "no artist"),
        (("memory", "import", "nowhere.tmx", "--by", "A"), "cannot be read"),
    ],
)
def test_a_wrong_call_is_told_what_to_do(
    suggested: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], says: str
) -> None:
    done = Terminal(monkeypatch, suggested)("localise", *words)
    assert done.status == 2
    assert says in done.error


def test_services_and_terms(
    suggested: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    label = copy_of(suggested, tmp_path / "label")
    (label.root / "settings.toml").write_text('[translate]\nprovider = "deepl"\n')
    monkeypatch.setenv("KAIGAI_TRANSLATE_KEY", "never-to-be-seen")
    terminal = Terminal(monkeypatch, label.root)
    listed = terminal("localise", "providers")
    assert "In use: deepl" in listed.out
    assert "key: set" in listed.out
    assert "never-to-be-seen" not in listed.out
    added = terminal("localise", "glossary", "add", "推し", "--form", "oshi", "--by", "葵")
    assert "oshi" in added.out
    assert "oshi" in terminal("localise", "glossary", "list", lang="ja").out
    assert terminal("localise", "glossary", "remove", "推し", "--by", "葵").status == 0
    assert "oshi" not in terminal("localise", "glossary", "list").out
    pairs = tmp_path / "m.csv"
    pairs.write_bytes("日本語,英語\n夜明けの海,Sea at Dawn\n".encode("cp932"))
    assert "1 pairs" in terminal("localise", "memory", "import", str(pairs), "--by", "葵").out
    assert "Sea at Dawn" in terminal("localise", "memory", "find", "夜明けの海").out
