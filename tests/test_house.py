"""The rules of the house that no linter knows."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from kaigai.desks.captions.rule import RULES
from kaigai.desks.markets.signal import SIGNALS
from kaigai.facts.settings import WHY
from kaigai.facts.table import TABLES, Table
from kaigai.findings.check import CHECKS, GIVEN, Check
from kaigai.findings.run import VIEWS
from kaigai.sources.reader import READERS
from kaigai.terms.text import Text
from tools import reference

ROOT = Path(__file__).parents[1]
CODE = [
    path
    for folder in ("src", "tests", "tools", "examples", "benchmarks")
    for path in sorted((ROOT / folder).rglob("*.py"))
    if path.name != "__init__.py" or path.stat().st_size
]
FORBIDDEN = {"utils", "helpers", "common", "misc", "base", "manager", "processor"}
PERSONAL = re.compile(r"e_?mail|phone|birth|address|surname|given_name|passport|gender")
LONGEST = 400
REGISTRIES: dict[str, Mapping[str, object]] = {
    "facts/tables": TABLES,
    "sources/readers": READERS,
    "findings/checks": CHECKS,
    "desks/markets/signals": SIGNALS,
    "desks/captions/rules": RULES,
}


def named(path: Path) -> str:
    """A path as a test's name."""
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", CODE, ids=named)
def test_a_file_opens_with_a_sentence_and_is_short(path: Path) -> None:
    text = path.read_text()
    sentence = ast.get_docstring(ast.parse(text))
    assert sentence, "opens with no sentence"
    first = sentence.split("\n\n")[0]
    assert not first[0].islower(), first
    assert first.rstrip().endswith((".", "?", "…")), first
    assert len(text.splitlines()) <= LONGEST
    assert path.stem not in FORBIDDEN


def plugins() -> Iterator[tuple[str, Path]]:
    """Every plugin file with its folder."""
    for folder in REGISTRIES:
        for path in sorted((ROOT / "src/kaigai" / folder).glob("*.py")):
            if path.stem != "__init__":
                yield folder, path


@pytest.mark.parametrize(
    ("folder", "path"),
    list(plugins()),
    ids=lambda value: value.stem if isinstance(value, Path) else "",
)
def test_a_plugin_is_one_file_with_its_name_and_a_test(folder: str, path: Path) -> None:
    name = path.stem if folder == "facts/tables" else path.stem.replace("_", "-")
    assert name in REGISTRIES[folder]
    if folder != "facts/tables":
        assert (ROOT / "tests" / folder / f"test_{path.stem}.py").exists()


def texts(check: Check) -> list[Text]:
    """All that a check says."""
    return [check.sentence, check.say, check.todo]


def values(sentence: str) -> set[str]:
    """The evidence that a sentence names; `home_en` and `home_ja` are the same thing."""
    return {re.sub("_(en|ja)$", "", name) for name in re.findall(r"{(\w+)", sentence)}


@pytest.mark.parametrize("check", CHECKS.values(), ids=list(CHECKS))
def test_a_check_speaks_both_languages_and_asks_for_tables_that_exist(check: Check) -> None:
    views = set(VIEWS)
    for text in texts(check):
        assert text.en.rstrip().endswith((".", "?", "}")), text.en
        assert re.search(r"[ぁ-んァ-ン一-龥]", text.ja), text.ja
        assert values(text.en) == values(text.ja)
    for name in check.needs:
        assert name.removeprefix("all_") in TABLES or name in views, name
    assert not set(check.needs) & set(GIVEN)


@pytest.mark.parametrize("table", TABLES.values(), ids=list(TABLES))
def test_facts_hold_nothing_about_fans(table: Table) -> None:
    assert not [column for column in table.columns if PERSONAL.search(column)]


@pytest.mark.parametrize("page", reference.PAGES)
def test_the_reference_is_fresh(page: str) -> None:
    written = (ROOT / "docs/reference" / page).read_text(encoding="utf-8")
    assert written == reference.PAGES[page](), "stale: run `make docs`"


def test_every_setting_is_explained_in_both_languages() -> None:
    for text in WHY.values():
        assert text.en
        assert text.ja


@pytest.mark.parametrize("command", reference.COMMANDS)
def test_every_command_is_in_the_readme(command: str) -> None:
    assert f"kaigai {command}" in (ROOT / "README.md").read_text()


def test_the_import_rules_hold() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([linter], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-3000:]


def test_links_in_the_docs_lead_somewhere() -> None:
    for page in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text()):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"
