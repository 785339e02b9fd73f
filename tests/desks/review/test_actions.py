"""Suggestions on a real store, with a real service on the loopback."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from kaigai.desks.review.actions import suggest, suggest_captions
from kaigai.desks.review.result import Suggested
from kaigai.desks.review.scope import ReviewError
from kaigai.desks.review.translation.provider import PROVIDERS
from kaigai.facts.store import Facts
from kaigai.formats.captions.document import NotOpened
from kaigai.terms.text import Refused
from tests.conftest import NOON
from tests.desks.review.service import Service
from tests.desks.review.suggested import copy_of
from tests.small_catalogue import DAWN, small_catalogue

KEY = "never-to-be-seen"
CAPTIONS = """WEBVTT

1
00:00:01.000 --> 00:00:03.000
夜明け楽団です

2
00:00:04.000 --> 00:00:06.000
♪ 海はひろいな ♪
""".encode()


@pytest.fixture
def service() -> Iterator[Service]:
    """A LibreTranslate of this test's own, that writes an English word in front."""
    made = Service()
    yield made
    made.close()


def echo(service: Service) -> Callable[[], bytes]:
    """An answer made from what was asked."""
    return lambda: json.dumps(
        {"translatedText": [f"The {text}" for text in service.asked[-1][1]["q"]]}
    ).encode()


@pytest.fixture
def label(tmp_path: Path, service: Service, monkeypatch: pytest.MonkeyPatch) -> Facts:
    """A small catalogue that asks that service, one text at a time."""
    monkeypatch.setenv("KAIGAI_TRANSLATE_KEY", KEY)
    facts = small_catalogue(tmp_path / "label")
    settings = f'[translate]\nprovider = "libretranslate"\nurl = "{service.url}"\n'
    (facts.root / "settings.toml").write_text(f"{settings}price_per_million = 2500\n")
    return Facts.open(facts.root)


def rows(facts: Facts) -> list[dict[str, Any]]:
    """All suggestions."""
    found: list[dict[str, Any]] = facts.arrow("suggestions").to_pylist()
    return found


def run(facts: Facts, *, days: int = 0, **options: Any) -> Suggested:
    """Suggest English titles of recordings."""
    given = {"kinds": ["title"], "languages": "en", "pause": lambda _: None}
    return suggest(facts, at=NOON + timedelta(days=days), **{**given, **options})


def test_no_service_is_the_default(suggested: Path, tmp_path: Path) -> None:
    facts = copy_of(suggested, tmp_path / "label")
    found = rows(facts)
    assert {"Yoake", None} <= {row["text"] for row in found if row["subject_id"] == DAWN}
    assert {row["origin"].partition(":")[0] for row in found} <= {
        "romaniser", "memory", "catalogue", "people",
    }  # fmt: skip
    assert all(row["tier"] in ("suggest", "must review") for row in found)
    again = suggest(facts, at=NOON + timedelta(days=1))
    assert (again.estimate, again.written) == (None, 0)


def test_sending_is_told_before_kept_in_batches_and_never_done_twice(
    label: Facts, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = replace(PROVIDERS["libretranslate"], pieces=2)
    monkeypatch.setitem(PROVIDERS.plugins, "libretranslate", small)
    dry = run(label, send=True, dry_run=True)
    assert dry.estimate is not None
    assert (dry.estimate.texts, dry.estimate.batches, dry.estimate.cost_minor) == (4, 2, 1)
    assert (service.asked, "suggestions" in label) == ([], False)

    service.answers = [(200, {}, echo(service)), (403, {}, b"no")]
    first = run(label, send=True)
    assert first.sent == 2
    assert first.stopped is not None
    assert "key" in first.stopped.en

    service.answers = [(200, {}, echo(service))]
    second = run(label, days=1, send=True)
    assert (second.sent, second.reused, second.stopped) == (2, 2, None)
    kept = {row["source_text"]: row for row in rows(label) if row["origin"] == "libretranslate"}
    sent = [text for _, body in service.asked for text in body["q"]]
    assert sorted(sent[:2] + sent[4:]) == sorted(kept)
    assert kept["風"]["text"] == "The 風"
    assert (kept["風"]["tier"], kept["風"]["confidence"]) == ("must review", None)

    assert service.asked[0][1]["api_key"] == KEY
    for path in label.root.rglob("*"):
        assert path.is_dir() or KEY.encode() not in path.read_bytes()


def test_names_are_protected_and_lyrics_stay_here(label: Facts, service: Service) -> None:
    service.answers = [(200, {}, echo(service))]
    made = suggest_captions(
        label, data=CAPTIONS, name="a.ja.vtt", at=NOON, artist="Yoake Gakudan", send=True,
        pause=lambda _: None,
    )  # fmt: skip
    assert [body["q"] for _, body in service.asked] == [["⟦0⟧です"]]
    assert (made.sent, made.kept_back) == (1, 1)
    (kept,) = [row for row in rows(label) if row["origin"] == "libretranslate"]
    assert kept["text"] == "The Yoake Gakudanです"
    lyrics = [row for row in rows(label) if row["is_lyrics"]]
    assert [row["source_text"] for row in lyrics] == ["♪ 海はひろいな ♪"]


def test_two_senders_at_once_are_one(label: Facts, service: Service) -> None:
    with FileLock(label.root / "sending.lock"):
        made = run(label, send=True)
    assert made.stopped is not None
    assert "another call" in made.stopped.en
    assert service.asked == []


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"languages": "qqq1"}, "no language"),
        ({"kinds": ["song"]}, "there is no kind song"),
        ({"artist": "夜明け楽屋"}, "Did you mean: 夜明け楽団"),
        ({"provider": "babelfish"}, "no translation service"),
    ],
)
def test_a_word_that_means_nothing(label: Facts, options: dict[str, Any], says: str) -> None:
    with pytest.raises(Refused, match=says):
        run(label, **options)


def test_nothing_was_read_or_it_is_no_captions_file(tmp_path: Path) -> None:
    empty = Facts.open(tmp_path / "new", create=True)
    with pytest.raises(ReviewError, match="read a catalogue"):
        suggest(empty, at=NOON)
    with pytest.raises(NotOpened, match="WEBVTT"):
        suggest_captions(empty, data=b"nothing", name="a.vtt", at=NOON)
