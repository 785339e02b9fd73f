"""How long after a cutoff a ranking is held to what came, as people write it: 8w or 56d."""

import re
from typing import Final

from kaigai.terms.digits import to_half_width
from kaigai.terms.text import Refused, Text

WEEK: Final = 7
_FORM: Final = re.compile(r"([0-9]{1,3})\s*(w|d|週間?|日間?)", re.IGNORECASE)


class Horizon(int):
    """Days."""

    def __str__(self) -> str:
        """As it is written: in weeks where they are whole."""
        return f"{int(self)}d" if self % WEEK else f"{self // WEEK}w"


def parse_horizon(text: str) -> Horizon:
    """The days of `8w`, `56d` or `8週間`; raises Refused for what is no length of time."""
    found = _FORM.fullmatch(to_half_width(text).strip())
    days = int(found[1]) * (WEEK if found[2][0] in "wW週" else 1) if found else 0
    if not days:
        raise Refused(
            Text(
                f"{text!r} is no length of time; write weeks as 8w or days as 56d",
                f"{text!r} は期間ではありません。8w(週)または 56d(日)のように書いてください",
            )
        )
    return Horizon(days)


WEEKS_8: Final = Horizon(8 * WEEK)
