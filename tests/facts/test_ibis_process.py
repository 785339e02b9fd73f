"""In a program of Kaigai alone only the compiler that is asked for is imported: Ibis' own."""

import subprocess
import sys

SPARED = """
import sys
from kaigai.facts.ibis_process import PACKAGE, spare_compilers
spare_compilers()
import ibis
from ibis.backends.duckdb import Backend
assert Backend.compiler.dialect
loaded = sorted(n.rpartition(".")[2] for n in sys.modules if n.startswith(PACKAGE + "."))
compilers = __import__("importlib").import_module(PACKAGE)
from ibis.backends.sql.compilers import PySparkCompiler, TrinoCompiler
assert compilers.PySparkCompiler is PySparkCompiler
assert PySparkCompiler.__module__ == PACKAGE + ".pyspark", PySparkCompiler.__module__
assert not hasattr(compilers, "__wrapped__")
try:
    compilers.NoSuchCompiler
except ImportError:
    pass
table = ibis.memtable({"n": [1, 2]})
assert table.n.sum().execute() == 3
print(*loaded)
"""


def test_only_what_is_asked_for_is_imported() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SPARED], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["_compat", "base", "duckdb"]
