"""The state of the review as a page that opens anywhere."""

from datetime import datetime

from kaigai.desks.review.board import Board
from kaigai.desks.review.status import status_sections
from kaigai.pictures.page import build
from kaigai.terms.text import Language, Text


def page(found: Board, *, language: Language, at: datetime) -> str:
    """The state of the review as a page that opens anywhere."""
    return build(TITLE, status_sections(found), language=language, lede=LEDE, at=at)


TITLE = Text("Names and their translations: the review", "名称と翻訳の確認状況")
LEDE = Text(
    en="Machines and memories suggest; people decide. Every approved form says who approved it, "
    "when, and from what.",
    ja="機械と翻訳メモリは案を出すだけで、決めるのは人です。承認した表記には、"
    "誰が・いつ・何をもとに決めたかが残ります。",
)
