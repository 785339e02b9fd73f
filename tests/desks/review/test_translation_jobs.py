"""Each text is asked for once, with its terms protected; what is known is not asked again."""

from kaigai.desks.review.candidate import Form
from kaigai.desks.review.slots import Slot
from kaigai.desks.review.translation.glossary import Term
from kaigai.desks.review.translation.lookup import glossaries
from kaigai.desks.review.translation_jobs import answers, plan

TERMS = glossaries([Term("夜明け楽団", "Yoake Gakudan"), Term("海の歌", "Umi no Uta")])
ASK = Form(None, "people")


def slot(id: str, original: str, *, kind: str = "video", slot: str = "english") -> Slot:
    """A slot of the same artist."""
    return Slot(kind, id, slot, original, "Jpan", artist_id="a", artist="夜明け楽団")


def planned(*slots: tuple[Slot, Form], **options: object) -> list[str]:
    """The texts that would be sent."""
    made = plan(
        [(each, [found]) for each, found in slots],
        TERMS,
        marks="plain",
        origin="deepl",
        earlier={("空", "en"): "Sky"},
        **options,  # type: ignore[arg-type]
    )
    return [job.piece.text for job in made.jobs]


def test_a_text_that_many_wait_for_is_sent_once() -> None:
    every = [(slot(str(n), "夜明け楽団の海"), ASK) for n in range(3)]
    assert planned(*every) == ["⟦0⟧の海"]


def test_romanisations_known_and_remembered_texts_are_not_sent() -> None:
    assert planned(
        (slot("1", "夜", slot="latin"), ASK),
        (slot("2", "空"), ASK),
        (slot("3", "海"), Form("Sea", "memory", 0.96)),
        (slot("4", "山"), Form("Mountain", "memory", 0.9)),
        (slot("5", "長" * 10_001), ASK),
    ) == ["山"]


def test_a_title_is_translated_and_not_protected_from_itself() -> None:
    assert planned((slot("1", "海の歌", kind="recording"), ASK)) == ["海の歌"]
    assert planned((slot("1", "海の歌", kind="cue"), ASK)) == ["⟦0⟧"]


def test_what_may_not_leave_stays() -> None:
    made = plan(
        [(slot("1", "ラララ"), [ASK])], TERMS, marks="plain", origin="deepl", earlier={},
        may_send=lambda each: False,
    )  # fmt: skip
    assert (made.items, made.kept_back) == ([], 1)


def test_an_answer_reaches_everybody_and_lost_terms_are_told() -> None:
    pairs = [(slot(str(n), "夜明け楽団の海の歌"), [ASK]) for n in range(2)]
    made = plan(pairs, TERMS, marks="xml", origin="deepl", earlier={})
    item = made.items[0]
    good = answers(item, 'the <x id="1">?</x> of <x id="0"/>', "deepl")
    assert [(each.subject_id, found.text) for each, found in good] == [
        ("0", "the Umi no Uta of Yoake Gakudan"),
        ("1", "the Umi no Uta of Yoake Gakudan"),
    ]
    assert good[0][1].faults == ()
    bad = answers(item, 'Song of the Sea of <x id="0"/>', "deepl")
    assert bad[0][1].faults == ("term:Umi no Uta",)
    assert answers(item, " ", "deepl") == []
