"""A verb knows its parameters from its signature, and understands what was given."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated, Any, Literal

import pytest

from kaigai.terms.text import Refused, Text
from kaigai.verbs.answer import Answer, File
from kaigai.verbs.params import AsOf, Since, day, instant, language, territory
from kaigai.verbs.verb import Call, Param, Verb, WrongValue, verb

SAID = Text("x", "あ")


@verb("try this", Text("Try.", "試す。"), "find", pictures=True)
def attempt(
    call: Call,
    name: Annotated[str, Param(SAID, word=True, shown="NAME")],
    by: Annotated[Literal["home", "artist"], Param(SAID)] = "home",
    times: Annotated[int, Param(SAID, least=1, most=9)] = 3,
    rate: Annotated[float | None, Param(SAID, least=0)] = None,
    quiet: Annotated[bool, Param(SAID)] = False,
    where: Annotated[tuple[str, ...], territory(SAID, many=True)] = (),
    sheet: Annotated[File | None, Param(SAID)] = None,
    folder: Annotated[Path | None, Param(SAID)] = None,
    since: Since = None,
    as_of: AsOf = None,
) -> Answer:
    """Try."""
    return Answer(SAID, result=dict(locals()))


CALL = Call(None, datetime(2026, 11, 1, tzinfo=UTC))


def asked(**given: Any) -> Any:
    """What the verb was given after all."""
    return attempt(CALL, **{"name": "a", **given}).result


def test_parameters_are_what_the_signature_says() -> None:
    takes = {name: each.takes for name, each in attempt.asked.items()}
    assert takes == {
        "name": "text", "by": "choice", "times": "int", "rate": "float", "quiet": "flag",
        "where": "text", "sheet": "file", "folder": "path", "since": "text", "as_of": "text",
    }  # fmt: skip
    assert [name for name, each in attempt.asked.items() if each.required] == ["name"]
    assert attempt.asked["by"].choices == ("home", "artist")
    assert (attempt.asked["since"].option, attempt.asked["as_of"].option) == ("from", "as-of")
    assert attempt.asked["where"].default == ()


@pytest.mark.parametrize(
    ("given", "value"),
    [
        ({}, ("by", "home")),
        ({"by": "artist"}, ("by", "artist")),
        ({"by": ""}, ("by", "home")),
        ({"times": "４"}, ("times", 4)),
        ({"times": 4}, ("times", 4)),
        ({"rate": "23.976"}, ("rate", 23.976)),
        ({"quiet": "はい"}, ("quiet", True)),
        ({"quiet": "0"}, ("quiet", False)),
        ({"where": "日本"}, ("where", ("JP",))),
        ({"where": ["JP", "Korea"]}, ("where", ("JP", "KR"))),
        ({"since": "2026-04"}, ("since", date(2026, 4, 1))),
        ({"since": date(2026, 4, 1)}, ("since", date(2026, 4, 1))),
        ({"as_of": "令和8年11月1日"}, ("as_of", date(2026, 11, 1))),
    ],
)
def test_what_was_given_is_understood(given: dict[str, Any], value: tuple[str, Any]) -> None:
    name, expected = value
    assert asked(**given)[name] == expected


@pytest.mark.parametrize(
    ("given", "en", "ja"),
    [
        ({"name": ""}, "NAME is missing: x", "NAME を指定してください"),
        ({"by": "planet"}, "--by: planet is none of home, artist", "planet は使えません"),
        ({"times": "x"}, "--times: x is no whole number", "整数ではありません"),
        ({"times": "10"}, "from 1 to 9", "1から9まで"),
        ({"rate": "nan"}, "at least 0", "0以上"),
        ({"rate": "-1"}, "at least 0", "0以上"),
        ({"where": "Atlantis"}, "Atlantis is no territory", "Atlantis という国・地域"),
        ({"since": "soon"}, "write it as 2026-04", "2026-04 のように"),
        ({"as_of": "2026-02-30"}, "is no day", "日付ではありません"),
        ({"planet": "x"}, "takes no planet; it takes: name, by", "planet という指定は"),
    ],
)
def test_what_means_nothing_is_refused_in_both_languages(
    given: dict[str, Any], en: str, ja: str
) -> None:
    with pytest.raises(Refused) as refused:
        asked(**given)
    assert en in refused.value.text.en
    assert ja in refused.value.text.ja


def test_other_parameters_that_many_verbs_share() -> None:
    assert language(SAID).parse is not None
    assert language(SAID).parse("zh-hant") == "zh-Hant"  # type: ignore[misc]
    assert day(SAID).parse("2026/11/1") == date(2026, 11, 1)  # type: ignore[misc]
    assert instant(SAID).parse("2026-11-01") == date(2026, 11, 1)  # type: ignore[misc]
    for param, wrong in ((language(SAID), "klingonese!"), (instant(SAID), "soon")):
        with pytest.raises(Refused):
            param.parse(wrong)  # type: ignore[misc]


def test_an_answer_can_end_in_what_the_verb_says() -> None:
    assert attempt.endings == (
        ".html", ".md", ".svg", ".png", ".csv", ".xlsx", ".json", ".parquet",
    )  # fmt: skip
    lines = [attempt.lines_for(out) for out in ("", "x.html", "X.PNG", "x.csv")]
    assert lines == [30, 100, 100, None]
    maker = Verb("make", SAID, attempt.ask, "fix", makes=(".srt",))
    assert maker.endings == (".srt",)


def test_a_parameter_without_words_is_a_mistake_of_ours() -> None:
    def bare(call: Call, name: str) -> Answer:
        raise AssertionError

    with pytest.raises(TypeError, match="Annotated"):
        _ = Verb("bare", SAID, bare, "find").asked
    with pytest.raises(WrongValue):
        attempt.values({})
