"""The example label: the same bytes every time, made of codes and names that belong to nobody."""

import re
from pathlib import Path

import pytest

from examples.generator import broken, output, plan, truth
from examples.generator.__main__ import main
from examples.generator.model import Label
from kaigai.findings.check import CHECKS
from kaigai.terms import gtin, isni, isrc

EXAMPLES = Path(__file__).parents[2] / "examples"
REAL_REGISTRANTS = re.compile("JP(?!ZZ9|X0X)")


@pytest.fixture(scope="module")
def label() -> Label:
    return plan.label(1, 12)


@pytest.fixture(scope="module")
def made(label: Label) -> dict[str, bytes]:
    return dict(output.files(label))


def test_examples_are_what_the_command_makes(made: dict[str, bytes]) -> None:
    folder = EXAMPLES / "label"
    kept = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert kept == set(made)
    assert [
        name for name, content in made.items() if (folder / name).read_bytes() != content
    ] == []


def test_truth_is_what_the_command_makes(label: Label) -> None:
    assert (EXAMPLES / "label.truth.json").read_bytes() == truth.truth(label)


def test_broken_files_are_what_the_command_makes() -> None:
    folder = EXAMPLES / "broken"
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == dict(broken.files())


def test_command_writes_label_truth_and_broken_files(tmp_path: Path) -> None:
    out, spoilt = tmp_path / "label", tmp_path / "broken"
    main(["--out", str(out), "--artists", "1", "--seed", "7", "--broken", str(spoilt)])
    assert (out / "catalogue_cp932.csv").exists()
    assert (tmp_path / "label.truth.json").exists()
    assert len(list(spoilt.iterdir())) == 4


def test_another_seed_is_another_label(label: Label) -> None:
    other = plan.label(2, 12)
    assert {song.title.native for song in other.recordings[:20]} != {
        song.title.native for song in label.recordings[:20]
    }


def test_whole_is_small(made: dict[str, bytes]) -> None:
    assert sum(map(len, made.values())) < 6_000_000


def test_page_about_it_counts_right(label: Label) -> None:
    page = (EXAMPLES / "README.md").read_text()
    line = (
        f"{len(label.artists)} artists, {len(label.releases)} releases, "
        f"{len(label.recordings)} recordings, {len(label.videos)} videos."
    )
    assert line in page


def test_codes_are_well_formed_and_nobodys(label: Label) -> None:
    for song in label.recordings:
        assert isrc.normalise(song.isrc) == song.isrc
        assert not REAL_REGISTRANTS.match(song.isrc)
    for release in label.releases:
        assert gtin.normalise(release.gtin) == release.gtin
        assert release.gtin.startswith("952")
    for artist in label.artists:
        assert artist.isni is None or isni.normalise(artist.isni) == artist.isni


def test_codes_spoilt_on_purpose_are_not_well_formed(label: Label) -> None:
    given = [s.isrc_given for s in label.recordings if s.subject_id.startswith("own:")]
    assert len(given) == 5
    assert [code for code in given if code and isrc.normalise(code)] == []
    wrong = [r.gtin_given for r in label.releases if r.gtin_given and r.gtin_given != r.gtin]
    assert len(wrong) == 2
    assert [code for code in wrong if gtin.normalise(code)] == []


def test_ids_of_videos_and_channels_have_the_platforms_shape(label: Label) -> None:
    assert all(re.fullmatch(r"KGex\d{7}", video.video_id) for video in label.videos)
    assert all(
        re.fullmatch(r"UCkaigaiexample\d{9}", channel.channel_id) for channel in label.channels
    )


def test_every_check_has_a_fault_or_two(label: Label) -> None:
    assert set(label.truth) == set(CHECKS)
    assert {check for check, found in label.truth.items() if len(found) < 2} == set()


def test_bigger_labels_have_more_faults_at_the_same_rate() -> None:
    small, big = plan.label(3, 12), plan.label(3, 24, rounds=2)
    assert len(big.releases) == pytest.approx(4 * len(small.releases), rel=0.1)
    for check, found in small.truth.items():
        about_artists = check in ("no-latin-artist-name", "artist-spelt-differently",
                                  "old-catalogue-closed")  # fmt: skip
        factor = 2 if about_artists else 4
        assert len(big.truth[check]) == pytest.approx(factor * len(found), rel=0.25), check


@pytest.mark.parametrize("artists", [1, 2, 5, 13])
def test_any_number_of_artists(artists: int) -> None:
    label = plan.label(1, artists)
    assert len(label.artists) == artists
    assert dict(output.files(label))["catalogue_cp932.csv"].decode("cp932")
