"""Every rule is one file with its name, its sentence in both languages, and its test."""

import re
from pathlib import Path

import pytest

from kaigai.desks.captions.rule import RULES, STEPS, Rule

HERE = Path(__file__).parent
FOLDER = HERE.parents[2] / "src/kaigai/desks/captions/rules"
FILES = sorted(path.stem for path in FOLDER.glob("*.py") if path.stem != "__init__")


@pytest.mark.parametrize("stem", FILES)
def test_a_rule_is_one_file_with_its_name_and_a_test(stem: str) -> None:
    assert stem.replace("_", "-") in RULES
    assert (HERE / "rules" / f"test_{stem}.py").exists()


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_a_rule_speaks_both_languages(rule: Rule) -> None:
    assert rule.sentence.en.endswith(".")
    for text in (rule.sentence, rule.todo):
        assert text.en
        assert re.search(r"[ぁ-んァ-ン一-龥]", text.ja)
    named = [set(re.findall(r"{(\w+?)(?:_en|_ja)?}", each)) for each in (rule.say.en, rule.say.ja)]
    assert named[0] == named[1]
    assert rule.step in STEPS
