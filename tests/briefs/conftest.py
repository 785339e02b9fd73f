"""The report of the small label, made as people make it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from kaigai.doors.page.page import page
from kaigai.facts.store import Facts
from kaigai.terms.text import Language
from kaigai.verbs.answer import Answer
from kaigai.verbs.index import VERBS
from kaigai.verbs.verb import Call
from tests.findings.small_label import AT, small_checks, small_label

LABEL = "波 <script>alert('x')</script> & Co"


@pytest.fixture(scope="package")
def small(tmp_path_factory: pytest.TempPathFactory) -> Facts:
    """A workspace with three artists and one audit."""
    return small_label(tmp_path_factory.mktemp("small"))


@pytest.fixture(autouse=True, scope="package")
def own_checks() -> Iterator[None]:
    """No check but the small label's."""
    with small_checks():
        yield


@pytest.fixture(scope="package")
def call(small: Facts) -> Call:
    """A call for a page in English."""
    return Call(small, AT, out="report.html")


@pytest.fixture(scope="package")
def report(call: Call) -> Answer:
    """The report, under a name that is full of markup."""
    return VERBS["report"](call, label=LABEL)


@pytest.fixture(scope="package")
def pages(call: Call) -> dict[Language, str]:
    """The report's page in each language."""
    languages: tuple[Language, ...] = ("en", "ja")
    return {
        each: page(VERBS["report"](replace(call, language=each), label=LABEL), each, AT)
        for each in languages
    }
