"""A form is offered only where it is sure and without faults."""

import pytest

from kaigai.desks.review.candidate import Form, checked, surest, tier


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (Form("Yoru", "romaniser:x", 0.8), "suggest"),
        (Form("Yoru", "romaniser:x", 0.79), "must review"),
        (Form("Night", "deepl"), "must review"),
        (Form("Night", "memory", 1.0, faults=("term:夜",)), "must review"),
        (Form(None, "people", 1.0), "must review"),
    ],
)
def test_tiers(found: Form, expected: str) -> None:
    assert tier(found, suggest_from=0.8) == expected


@pytest.mark.parametrize(
    ("slot", "text", "faults"),
    [
        ("english", "Night", ()),
        ("english", "夜 Night", ("script",)),
        ("english", "99!", ()),
        ("lang:ko", "밤", ()),
        ("lang:ko", "夜あ", ("script",)),
        ("lang:zh-Hant", "夜", ("same",)),
    ],
)
def test_faults(slot: str, text: str, faults: tuple[str, ...]) -> None:
    assert checked(Form(text, "deepl"), "夜", slot).faults == faults


def test_missing_terms_are_faults_once() -> None:
    found = checked(Form("Night", "deepl"), "夜", "english", ["Yoru", "Yoru"])
    assert found.faults == ("term:Yoru",)


def test_the_surest_without_faults_comes_first() -> None:
    forms = [
        Form(None, "people"),
        Form("A", "memory", 0.99, faults=("same",)),
        Form("B", "romaniser:x", 0.6),
        Form("C", "deepl"),
        Form("D", "romaniser:x", 0.1),
    ]
    order = []
    while forms:
        order.append(best := surest(forms))
        forms.remove(best)
    assert [form.text for form in order] == ["B", "C", "D", "A", None]
