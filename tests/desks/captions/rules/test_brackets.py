"""What opens also closes."""

from tests.desks.captions.cues import mended, numbers, text_of, track

RULE = "brackets"


def test_what_lacks_its_partner_is_found() -> None:
    assert numbers(RULE, track("ja", "「港に」灯", "「港に", "灯）が", "（波『の』音）")) == [2, 3]


def test_a_quotation_may_go_on_over_some_cues() -> None:
    assert numbers(RULE, track("ja", "「港に", "灯がともる", "帰ろう」")) == []


def test_smileys_and_lists_are_no_brackets() -> None:
    assert numbers(RULE, track("en", "see you :)", "1) first", "(one)")) == []


def test_quotes_of_other_languages_are_left() -> None:
    assert numbers(RULE, track("de", "Er sagte: „Ja“.")) == []


def test_two_widths_of_one_pair_become_alike() -> None:
    given = track("ja", "(波の音）")
    assert numbers(RULE, given) == [1]
    assert text_of(mended(RULE, given)) == "（波の音）"
