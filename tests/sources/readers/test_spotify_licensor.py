"""Spotify to licensors: who is paid stands on top, the currency in a column's name."""

import pytest

from kaigai.sources.reader import RefusedFile
from tests.sources.reports.reports import said
from tests.sources.reports.samples import SPOTIFY_LICENSOR


def test_rows() -> None:
    read = said("spotify-licensor")
    assert read.refused == []
    assert read.scopes == ["spotify-licensor:Namioto:2026-04"]
    assert read.column("territory", "offer", "quantity") == [
        ("ID", "Spotify Premium", 120.0),
        ("WORLD", "Spotify Free", 5.0),
    ]
    assert read.money() == {"USD": 362_000}


def test_another_currency() -> None:
    assert said("spotify-licensor", SPOTIFY_LICENSOR.replace("USD Pay", "JPY Pay")).money() == {
        "JPY": 362_000
    }


def test_without_its_preamble_it_has_no_period() -> None:
    text = SPOTIFY_LICENSOR.partition("\n\n")[2]
    with pytest.raises(RefusedFile) as error:
        said("spotify-licensor", text, "spotify_2026.txt")
    assert "from which day" in error.value.refused.expected.en
