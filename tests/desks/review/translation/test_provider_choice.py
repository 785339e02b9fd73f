"""A service is chosen by name, and never in a way that would give the key away."""

from pathlib import Path

import pytest

from kaigai.desks.review.translation.provider_choice import NotConfigured, choose, is_safe
from kaigai.desks.review.translation.secret import NoKey, read_key
from kaigai.facts.settings import Translate


def test_none_is_the_default() -> None:
    assert choose(Translate()) is None
    assert choose(Translate(provider="deepl"), "none") is None


def test_a_service_with_its_usual_address() -> None:
    chosen = choose(Translate(provider="libretranslate"))
    assert chosen is not None
    assert chosen.url == "http://localhost:5000"
    assert chosen.origin == "libretranslate"


def test_another_service_does_not_inherit_address_and_model() -> None:
    settings = Translate(provider="openai-compatible", url="https://own.example/v1", model="m")
    chosen = choose(settings)
    other = choose(settings, "deepl")
    assert chosen is not None
    assert other is not None
    assert (chosen.url, chosen.origin) == ("https://own.example/v1", "openai-compatible:m")
    assert (other.url, other.model) == ("", "")


def test_a_models_folder_is_named_by_its_last_part() -> None:
    chosen = choose(Translate(provider="ctranslate2", model="/srv/models/opus-ja-en/"))
    assert chosen is not None
    assert chosen.origin == "ctranslate2:opus-ja-en"


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        (Translate(provider="babelfish"), "no translation service called babelfish"),
        (Translate(provider="openai-compatible"), "needs a model"),
        (Translate(provider="deepl", url="http://api.example"), "in the clear"),
        (Translate(provider="deepl", url="https://me:secret@api.example"), "in the clear"),
    ],
)
def test_what_will_not_do(settings: Translate, says: str) -> None:
    with pytest.raises(NotConfigured) as raised:
        choose(settings)
    assert says in raised.value.text.en
    assert "secret" not in raised.value.text.en + raised.value.text.ja


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://api.example/v2", True),
        ("http://127.0.0.1:5000", True),
        ("http://[::1]:5000", True),
        ("http://localhost.example", False),
        ("ftp://localhost", False),
        ("https://", False),
        ("https://[", False),
    ],
)
def test_addresses(url: str, safe: bool) -> None:
    assert is_safe(url) == safe


def test_a_key_is_read_from_the_environment_or_a_file(tmp_path: Path) -> None:
    path = tmp_path / "key"
    path.write_text("from-file\n")
    settings = Translate(key_file=str(path))
    assert read_key(settings, needed=True, environ={"KAIGAI_TRANSLATE_KEY": " own "}) == "own"
    assert read_key(settings, needed=True, environ={}) == "from-file"
    assert read_key(Translate(), needed=False, environ={}) == ""


@pytest.mark.parametrize(
    ("settings", "environ"),
    [
        (Translate(), {}),
        (Translate(key_file="/nowhere/key"), {}),
        (Translate(), {"KAIGAI_TRANSLATE_KEY": "two words"}),
        (Translate(), {"KAIGAI_TRANSLATE_KEY": "キー"}),
    ],
)
def test_a_key_that_is_none(settings: Translate, environ: dict[str, str]) -> None:
    with pytest.raises(NoKey):
        read_key(settings, needed=True, environ=environ)
