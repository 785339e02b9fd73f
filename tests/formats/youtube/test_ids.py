"""Ids out of whatever people paste."""

import pytest

from kaigai.formats.youtube.ids import channel_id, video_id

VIDEO, CHANNEL = "cW8VLC9nnTo", "UCDGmojLIoWpXok597xYo8cg"


@pytest.mark.parametrize(
    "text",
    [
        VIDEO,
        f" {VIDEO} ",
        f"https://www.youtube.com/watch?v={VIDEO}",
        f"https://www.youtube.com/watch?list=PLx&v={VIDEO}&t=10s",
        f"https://youtu.be/{VIDEO}?si=abc",
        f"youtube.com/shorts/{VIDEO}",
        f"https://music.youtube.com/watch?v={VIDEO}",
        f"https://www.youtube.com/embed/{VIDEO}",
        "ｃＷ８ＶＬＣ９ｎｎＴｏ",
    ],
)
def test_videos(text: str) -> None:
    assert video_id(text) == VIDEO


@pytest.mark.parametrize(
    "text",
    ["", "short", f"{VIDEO}x", f"https://example.com/watch?v={VIDEO}", "https://youtu.be/short",
     f"https://notyoutube.com.example/watch?v={VIDEO}", CHANNEL],
)  # fmt: skip
def test_what_is_no_video(text: str) -> None:
    assert video_id(text) is None


@pytest.mark.parametrize(
    "text", ["{}", "https://www.youtube.com/channel/{}", "youtube.com/channel/{}/videos"]
)
def test_channels(text: str) -> None:
    assert channel_id(text.format(CHANNEL)) == CHANNEL


@pytest.mark.parametrize("text", ["", "@handle", "https://www.youtube.com/@handle", VIDEO, "UCx"])
def test_what_is_no_channel(text: str) -> None:
    assert channel_id(text) is None
