"""What attributes say of a title or a name: read once for each wording, and never carried over."""

from lxml import etree

from kaigai.formats.ddex import places
from kaigai.formats.ddex.description import title_from
from kaigai.formats.ddex.message import Resource
from kaigai.formats.ddex.places import Places, Statement, statement
from tests.formats.ddex.messages import message, only, read


def said(attributes: str) -> Statement:
    return statement(etree.fromstring(f'<a xmlns:x="urn:x" {attributes}/>'))


def test_all_that_is_said() -> None:
    words = 'LanguageAndScriptCode="ja-Jpan" ApplicableTerritoryCode="JP KR" IsDefault="true"'
    assert said(words) == ("ja-Jpan", Places(("JP", "KR")), True, None)
    assert said('IsInOriginalLanguage="false" IsDefault="0"') == (None, None, False, False)
    assert said("") == (None, None, None, None)


def test_attributes_of_another_namespace_say_nothing() -> None:
    assert said('x:IsDefault="true" x:LanguageAndScriptCode="ja"') == (None, None, None, None)


def test_the_order_of_attributes_does_not_matter() -> None:
    assert said('IsDefault="true" LanguageAndScriptCode="en"') == said(
        'LanguageAndScriptCode="en" IsDefault="true"'
    )


def test_a_title_that_is_changed_changes_no_other() -> None:
    first = only(Resource, read(message()))
    before = repr(first)
    for title in first.titles:
        title.language, title.places, title.is_default = "xx", Places(("ZZ",)), None
    for name in first.artist_names:
        name.language = "xx"
    assert repr(only(Resource, read(message()))) == before


def test_the_territories_of_a_block_stand_above_those_of_its_titles() -> None:
    element = etree.fromstring(
        '<Title ApplicableTerritoryCode="US"><TitleText>Aoi</TitleText></Title>'
    )
    block = Places(("JP",))
    (mine, own) = (title_from(element, "display", where) for where in (block, None))
    assert [each and each.places for each in (mine, own)] == [block, Places(("US",))]


def test_what_is_remembered_is_bounded() -> None:
    for n in range(5_000):
        said(f'LanguageAndScriptCode="x{n}"')
    known = places._statement.cache_info()
    assert known.currsize == known.maxsize == 4096
