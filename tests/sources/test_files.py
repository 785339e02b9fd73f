"""Folders are walked and zips opened; what must not be opened is refused, with its name."""

import os
import sys
import zipfile
from pathlib import Path

import pytest

from kaigai.sources import files
from kaigai.sources.files import Found, find
from kaigai.sources.reader import RefusedFile


def names(root: Path, *paths: Path) -> list[str]:
    """What is found, relative to the root."""
    found = find(paths or [root], {})
    return [each.name[len(str(root)) + 1 :] for each in found if isinstance(each, Found)]


def refusals(*paths: Path) -> list[RefusedFile]:
    """What is refused."""
    return [each[1] for each in find(paths, {}) if not isinstance(each, Found)]


def test_folders_are_walked_in_a_stable_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b/two.xml", "a/one.xml", ".hidden/x.xml", "a/.DS_Store"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert names(tmp_path) == ["a/one.xml", "b/two.xml"]


def test_a_folder_under_a_hidden_one_is_read_when_it_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / ".cache").mkdir()
    (tmp_path / ".cache" / "one.xml").write_text("x")
    assert names(tmp_path, tmp_path / ".cache") == [".cache/one.xml"]


def test_members_of_a_zip_are_read_in_place(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "batch.zip", "w") as archive:
        archive.writestr("a/one.xml", "<one/>")
        archive.writestr("../../two.xml", "<two/>")
    found = [each for each in find([tmp_path], {}) if isinstance(each, Found)]
    assert [each.member for each in found] == ["a/one.xml", "../../two.xml"]
    assert [each.source().head() for each in found] == [b"<one/>", b"<two/>"]
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["batch.zip"]


def test_a_workbook_is_one_file_though_it_is_a_zip(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "book.xlsx", "w") as archive:
        archive.writestr("[Content_Types].xml", "")
        archive.writestr("xl/workbook.xml", "")
    assert names(tmp_path) == ["book.xlsx"]


def test_a_zip_that_unpacks_to_many_times_its_size_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.xml", b"\0" * (files.RATIO_FLOOR + 1))
    (refusal,) = refusals(tmp_path)
    assert refusal.refused.place == "bomb.xml"


def test_a_zip_with_too_many_members_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MAX_MEMBERS", 2)
    with zipfile.ZipFile(tmp_path / "many.zip", "w") as archive:
        for number in range(3):
            archive.writestr(f"{number}.xml", "x")
    assert len(refusals(tmp_path)) == 1


@pytest.mark.parametrize("content", [b"PK\x03\x04", b"PK\x03\x04" + b"x" * 100])
def test_a_broken_zip_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "broken.zip").write_bytes(content)
    assert len(refusals(tmp_path)) == 1


def test_a_path_that_is_not_there_is_refused(tmp_path: Path) -> None:
    (refusal,) = refusals(tmp_path / "nothing")
    assert "nothing" in refusal.refused.place


@pytest.mark.skipif(sys.platform != "linux", reason="file names are text elsewhere")
def test_names_that_are_no_utf8_are_read_as_they_were_written(tmp_path: Path) -> None:
    for name in ("夜のうた.xml".encode("cp932"), b"\xff\xfe\x81.xml", "朝.xml".encode()):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_bytes(name)
    found = [each for each in find([tmp_path], {}) if isinstance(each, Found)]
    shown = {each.source().head(): Path(each.name).name for each in found}
    assert shown["夜のうた.xml".encode("cp932")] == "夜のうた.xml"
    assert shown["朝.xml".encode()] == "朝.xml"
    assert all(each.isprintable() for each in shown.values())
    absent = os.fsdecode(os.fsencode(tmp_path) + "/無い.xml".encode("cp932"))
    assert refusals(Path(absent))[0].refused.place == f"{tmp_path}/無い.xml"


@pytest.mark.parametrize("encoding", ["cp932", "utf-8"])
def test_members_of_zips_without_the_flag_have_their_names(tmp_path: Path, encoding: str) -> None:
    with zipfile.ZipFile(tmp_path / "batch.zip", "w") as archive:
        archive.writestr("XXXXXXXXXXXX.xml", "<one/>")
    raw = "夜のうた".encode(encoding)
    name = raw + b"_" * (12 - len(raw))
    batch = tmp_path / "batch.zip"
    batch.write_bytes(batch.read_bytes().replace(b"XXXXXXXXXXXX", name))
    (found,) = (each for each in find([batch], {}) if isinstance(each, Found))
    assert found.name == f"{batch}!/夜のうた{'_' * (12 - len(raw))}.xml"
    assert found.source().head() == b"<one/>"
