"""The first questions of several threads leave no package half imported."""

import subprocess
import sys

CODE = """
import sys, threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from kaigai.verbs.index import VERBS
from kaigai.verbs.verb import Call

def ask(n):
    VERBS["tables"](Call(None, datetime.now(UTC)))
    return "ibis" in sys.modules and hasattr(sys.modules["ibis"], "memtable")

print(ask(0))
with ThreadPoolExecutor(8) as threads:
    print(all(threads.map(ask, range(8))))
"""


def test_threads_ask_when_packages_are_there_whole() -> None:
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True)
    assert done.stdout.split() == ["False", "True"], done.stderr
