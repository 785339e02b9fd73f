"""Settings are read with their sections, and what is wrong is named."""

import pytest

from kaigai.facts.settings import DEFAULTS, WHY, BadSettings, load_settings


def test_a_section_is_read_and_the_rest_stays() -> None:
    read = load_settings(
        b'hole_max = 3\n[translate]\nprovider = "deepl"\nprice_per_million = 20\n'
    )
    assert (read.hole_max, read.home) == (3, DEFAULTS.home)
    assert (read.translate.provider, read.translate.price_per_million) == ("deepl", 20.0)
    assert read.translate.key_env == "KAIGAI_TRANSLATE_KEY"
    assert load_settings(b"") == DEFAULTS


@pytest.mark.parametrize(
    ("content", "name", "says"),
    [
        (b"translate = 3", "translate", r"write \[translate\]"),
        (b"[translate]\nkey = 'secret'", "translate.key", "unknown; known are provider"),
        (b"[translate]\ntimeout_seconds = 'long'", "translate.timeout_seconds", "expected int"),
        (b"[home]\nx = 1", "home", "expected str"),
        (b"nothing = 1", "nothing", "unknown"),
        (b"[[[", "settings.toml", "not valid TOML"),
        (b"\xff\xfe", "settings.toml", "not valid TOML"),
        (b"home = " + b"[" * 5_000 + b"]" * 5_000, "settings.toml", "not valid TOML"),
    ],
)
def test_what_is_wrong_is_named(content: bytes, name: str, says: str) -> None:
    with pytest.raises(BadSettings, match=says) as raised:
        load_settings(content)
    assert raised.value.name == name


def test_a_mark_that_windows_puts_before_text_is_none_of_it() -> None:
    assert load_settings(b"\xef\xbb\xbfhole_max = 3\n").hole_max == 3


def test_every_setting_of_a_section_is_explained() -> None:
    assert {"hole_max", "translate.provider", "translate.key_env"} <= set(WHY)
    assert "translate" not in WHY
