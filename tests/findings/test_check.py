"""A check is known by its name, and a name that is not by the nearest."""

import pytest

from kaigai.findings.check import NoCheck, check_named


def test_a_check_by_its_name() -> None:
    assert check_named("no-isrc").name == "no-isrc"


@pytest.mark.parametrize(
    ("wrong", "en", "ja"),
    [
        ("no-latin-titel", "Did you mean: no-latin-title", "もしかして: no-latin-title"),
        ("zzzzzz", "there is no check zzzzzz. `kaigai checks` lists them.", "zzzzzz という検査"),
    ],
)
def test_another_name_is_refused_with_the_nearest(wrong: str, en: str, ja: str) -> None:
    with pytest.raises(NoCheck) as caught:
        check_named(wrong)
    assert en in caught.value.text.en
    assert ja in caught.value.text.ja
