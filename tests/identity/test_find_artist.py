"""Which artist a name, in any spelling, means."""

import pytest

from kaigai.identity.find_artist import NoArtist, artists_meant
from kaigai.sources.naming import name_row
from tests.conftest import table


def tables() -> dict:  # type: ignore[type-arg]
    spellings = [("p1", "大野"), ("p1", "Ōno"), ("p2", "Ono Band"), ("p3", "なとり")]
    return {
        "artists": table(
            "artists",
            *({"party_id": id, "artist_id": f"a:{id}"} for id in ("p1", "p2", "p3")),
        ),
        "names": table(
            "names", *(name_row("party", id, text, role="display") for id, text in spellings)
        ),
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("大野", "a:p1"),
        ("oono", "a:p1"),
        ("ONO  band", "a:p2"),
        ("Natori", "a:p3"),
        ("p2", "a:p2"),
    ],
)
def test_any_spelling(text: str, found: str) -> None:
    assert artists_meant(tables(), text) == (found,)


def test_nobody_comes_with_the_nearest() -> None:
    with pytest.raises(NoArtist, match="Ono Band"):
        artists_meant(tables(), "Ono Bond")
