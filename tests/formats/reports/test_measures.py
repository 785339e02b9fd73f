"""What is counted, by the type of sale that a report gives."""

import pytest

from kaigai.formats.reports.measures import measure_of


@pytest.mark.parametrize(
    ("kind", "measure"),
    [
        ("Streaming", "streams"),
        ("Stream", "streams"),
        ("OnDemandStream", "streams"),
        ("NonInteractiveStream", "streams"),
        ("ストリーミング", "streams"),
        ("サブスクリプション", "streams"),
        ("Download", "downloads"),
        ("Digital Track Sales", "downloads"),
        ("PermanentDownload", "downloads"),
        ("ダウンロード", "downloads"),
        ("単曲", "downloads"),
        ("着うたフル", "ringtones"),
        ("Creation", "creations"),
        ("Video Views", "views"),
        ("ConditionalDownload", "units"),
        ("", "units"),
        ("Fee", "units"),
    ],
)
def test_kinds_of_sale(kind: str, measure: str) -> None:
    assert measure_of(kind) == measure


def test_a_reports_own_rules_come_first() -> None:
    assert measure_of("Song Spotify", {r"^album": "downloads", r".": "streams"}) == "streams"
