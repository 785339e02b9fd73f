"""Opening a file: its language, and refusals that say what to do."""

import pytest

from kaigai.formats.captions.document import BY_LETTERS, IN_FILE, IN_NAME, NotOpened, opened
from kaigai.terms.text import Text

SRT = "1\n00:00:01,000 --> 00:00:02,000\n{}\n"


@pytest.mark.parametrize(
    ("text", "name", "language", "known_by"),
    [
        ("x", "song.ja.srt", "ja", IN_NAME),
        ("x", "song.zh-Hant.srt", "zh-Hant", IN_NAME),
        ("港に灯が", "song.srt", "ja", BY_LETTERS),
        ("항구에", "song.srt", "ko", BY_LETTERS),
    ],
)
def test_the_language_is_found(text: str, name: str, language: str, known_by: Text) -> None:
    found = opened(SRT.format(text).encode(), name)
    assert (found.language, found.known_by) == (language, known_by)


def test_what_is_given_is_strongest_and_the_file_before_its_name() -> None:
    vtt = b"WEBVTT\nLanguage: ko\n\n00:01.000 --> 00:02.000\nx\n"
    assert opened(vtt, "a.ja.vtt", "en").language == "en"
    found = opened(vtt, "a.ja.vtt")
    assert (found.language, found.known_by) == ("ko", IN_FILE)
    assert opened(SRT.format("hello").encode(), "song.srt").language == ""


@pytest.mark.parametrize(
    ("data", "name", "language", "said"),
    [
        (b"", "a.srt", "", "a.srt: expected a file with captions"),
        (b"prose", "a.srt", "", "a.srt:1"),
        (b"1\n00:00:01,000 --> 00:00:02,000\nx", "a.srt", "jaja", "no language"),
    ],
)
def test_a_refusal_says_where_and_what_to_do(
    data: bytes, name: str, language: str, said: str
) -> None:
    with pytest.raises(NotOpened) as refused:
        opened(data, name, language)
    assert said in refused.value.text.en
    assert any("ぁ" <= letter <= "ん" for letter in refused.value.text.ja)
