"""Credits taken apart: lines of charts, titles and channels of videos."""

import pytest

from kaigai.identity.credits import credits_of, credits_of_video
from kaigai.identity.letters import spelling, spelt

KNOWN = {
    spelt(name)
    for name in (
        "King & Prince", "Tyler, The Creator", "IU", "아이유", "ZICO", "Ado", "ヨルシカ", "aespa",
        "BE:FIRST", "Lil Nas X", "櫻坂46",
    )
}  # fmt: skip


def is_known(text: str) -> bool:
    return spelt(text) in KNOWN


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("A, B & C feat. D", ["A", "B", "C", "D"]),
        ("King & Prince", ["King & Prince"]),
        ("Tyler, The Creator & IU", ["Tyler, The Creator", "IU"]),
        ("IU(아이유)", ["IU"]),
        ("Lil Nas X & Jack Harlow", ["Lil Nas X", "Jack Harlow"]),
        ("米津玄師、宇多田ヒカル", ["米津玄師", "宇多田ヒカル"]),
        ("ずっと真夜中でいいのに。", ["ずっと真夜中でいいのに。"]),
        ("", []),
    ],
)
def test_a_line(line: str, names: list[str]) -> None:
    assert [each.name for each in credits_of(line, is_known)] == names


def test_guests_are_featured() -> None:
    roles = {each.name: each.role for each in credits_of("Ado (feat. ZICO & IU)", is_known)}
    assert roles == {"Ado": "main", "ZICO": "featured", "IU": "featured"}


@pytest.mark.parametrize(
    ("title", "channel", "names"),
    [
        ("GOOD MORNING", "Ado - Topic", ["Ado"]),
        ("櫂", "ヨルシカ / n-buna Official", ["ヨルシカ"]),
        ("new single", "櫻坂46 OFFICIAL YouTube CHANNEL", ["櫻坂46"]),
        ("aespa 에스파 'Rich Man' MV", "SMTOWN", ["aespa"]),
        ("[MV] IU(아이유) _ Love", "1theK (원더케이)", ["아이유"]),
        ("うっせぇわ / Ado covered by 誰か", "誰か", []),
        ("【Ado】歌ってみた", "誰か", []),
        ("nothing known", "nobody", []),
    ],
)
def test_a_video(title: str, channel: str, names: list[str]) -> None:
    assert [each.name for each in credits_of_video(title, channel, is_known)] == names


@pytest.mark.parametrize(
    "text", ["Yūki!", "ＡＢＣ　１２", "back number", "(G)I-DLE", "!!!", "なとり / natori", "M!LK"]
)
def test_python_and_the_engine_spell_alike(text: str) -> None:
    import ibis

    assert spelt(text) == spelling(ibis.literal(text)).to_pyarrow().as_py()
