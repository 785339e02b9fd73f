"""Both readers read for many threads as for one."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from kaigai.romanise.readers import by_sudachi, by_unidic

TEXTS = (
    "夜に駆ける",
    "東京の空の下で、君を待っている",
    "潮見かなた 一〇周年記念公演のお知らせ",
    "星降る夜のパレードと古い時計台",
)


@pytest.mark.parametrize("read", [by_unidic, by_sudachi])
def test_threads_read_as_one_does(read: Callable[[str], object]) -> None:
    alone = {text: read(text) for text in TEXTS}
    with ThreadPoolExecutor(8) as threads:
        for text, found in zip(TEXTS * 300, threads.map(read, TEXTS * 300), strict=True):
            assert found == alone[text]
