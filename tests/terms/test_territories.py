"""Territory codes, groups and masks: what each spelling grants, and that masks lose nothing."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaigai.terms import tis
from kaigai.terms.territories import (
    ISO,
    SANCTIONED,
    WORLD,
    alpha2_of,
    codes_of,
    complement,
    count,
    expand,
    intersect,
    mask_id,
    mask_of,
    minus,
    name_of,
    name_to_code,
    numeric_of,
    union,
)

SCHEMAS = Path(__file__).parents[3] / "shared/data/ddex-schemas"
SETS = st.frozensets(st.sampled_from(ISO))


def test_iso_is_the_frozen_list() -> None:
    assert len(ISO) == 249
    assert list(ISO) == sorted(set(ISO))
    assert (ISO[0], ISO[-1], ISO.index("JP"), ISO.index("KR")) == ("AD", "ZW", 113, 121)
    assert WORLD == (2**63 - 1, 2**63 - 1, 2**63 - 1, 2**60 - 1)


def test_iso_agrees_with_pycountry() -> None:
    pycountry = pytest.importorskip("pycountry")
    for country in pycountry.countries:
        assert numeric_of(country.alpha_2) == int(country.numeric)
        assert alpha2_of(country.alpha_3) == country.alpha_2


@given(SETS)
def test_mask_round_trip(codes: frozenset[str]) -> None:
    mask = mask_of(codes)
    assert codes_of(mask) == tuple(sorted(codes))
    assert count(mask) == len(codes)
    assert all(0 <= word < 2**63 for word in mask)
    assert 0 <= mask_id(mask) < 2**63
    assert expand(codes).mask == mask


@given(SETS, SETS)
def test_masks_behave_as_sets(left: frozenset[str], right: frozenset[str]) -> None:
    a, b = mask_of(left), mask_of(right)
    assert union(a, b) == mask_of(left | right)
    assert intersect(a, b) == mask_of(left & right)
    assert minus(a, b) == mask_of(left - right)
    assert complement(a) == mask_of(set(ISO) - left)
    assert (mask_id(a) == mask_id(b)) == (left == right)


@given(
    st.lists(st.one_of(st.sampled_from(("2136", "ES-CN", "XK", "AN", "2120", "jp")), st.text()))
)
def test_expand_is_idempotent_and_never_raises(codes: list[str]) -> None:
    granted = codes_of(expand(codes).mask)
    assert codes_of(expand(granted).mask) == granted


def test_mask_id_is_stable_between_runs() -> None:
    assert mask_id(WORLD) == 1508469755246001461


@pytest.mark.parametrize(
    ("code", "granted"),
    [
        ("JP", "JP"),
        ("jp", "JP"),
        (" ＪＰ ", "JP"),
        ("JPN", "JP"),
        ("UK", "GB"),
        ("392", "JP"),
        ("8", "AL"),
        ("008", "AL"),
        ("2110", "BE LU NL"),
        ("2124", "AT CH DE"),
        ("2131", "DK NO SE"),
        ("2111", "GB IE"),
    ],
)
def test_known_codes(code: str, granted: str) -> None:
    found = expand([code])
    assert codes_of(found.mask) == tuple(granted.split())
    assert found.unknown == found.partial == found.withdrawn == found.outside == ()


@pytest.mark.parametrize("code", ["Worldwide", "WORLD", "ww", "2136", "全世界"])
def test_world(code: str) -> None:
    assert expand([code]).mask == WORLD


@pytest.mark.parametrize(
    ("code", "granted"),
    [
        ("AN", "BQ CW SX"),
        ("CS", "ME RS"),
        ("SUHH", "AM AZ BY EE GE KG KZ LT LV MD RU TJ TM UA UZ"),
        ("200", "CZ SK"),
        ("278", ""),
        ("810", "AM AZ BY EE GE KG KZ LT LV MD RU TJ TM UA UZ"),
        ("890", "BA HR ME MK RS SI"),
        ("891", "ME RS"),
    ],
)
def test_withdrawn_codes_grant_their_successors(code: str, granted: str) -> None:
    found = expand([code])
    assert codes_of(found.mask) == tuple(granted.split())
    assert found.withdrawn == (code,)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("ES-CN", "partial"),
        ("GB-SCT", "partial"),
        ("IC", "partial"),
        ("XK", "outside"),
        ("ZZ", "unknown"),
        ("QQ-CN", "unknown"),
        ("2135", "unknown"),
        ("²", "unknown"),
        ("", "unknown"),
        ("JP KR", "unknown"),
    ],
)
def test_codes_that_grant_nothing_are_reported(code: str, kind: str) -> None:
    found = expand([code])
    assert count(found.mask) == 0
    assert getattr(found, kind) == (code,)


def test_groups_are_what_they_say() -> None:
    sizes = {2100: 55, 2101: 36, 2104: 23, 2106: 50, 2114: 53, 2120: 44, 2121: 30, 2123: 27}
    assert {code: len(tis.GROUPS[code]) for code in sizes} == sizes
    for members in tis.GROUPS.values():
        assert set(members) <= set(ISO)
        assert len(members) == len(set(members))


def test_every_code_ddex_allows_is_known() -> None:
    if not SCHEMAS.is_dir():
        pytest.skip("the DDEX schemas are not here")
    for path in SCHEMAS.glob("*/avs.xsd"):
        types = re.findall(
            r'<xs:simpleType name="(\w*TerritoryCode\w*)">(.*?)</xs:simpleType>',
            path.read_text("utf-8"),
            re.DOTALL,
        )
        codes = {
            code
            for name, body in types
            if "CodeType" not in name
            for code in re.findall(r'enumeration value="([^"]+)"', body)
        }
        assert len(codes) >= 500
        assert expand(sorted(codes)).unknown == ()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("USA", "US"), ("United States", "US"), ("米国", "US"), ("ｱﾒﾘｶ", "US"), ("us", "US"),
        ("Spain", "ES"), ("日本", "JP"), ("台湾", "TW"), ("Taiwan, Province of China", "TW"),
        ("South Korea", "KR"), ("Korea, Republic of", "KR"), ("韓国", "KR"), ("香港", "HK"),
        ("Hong Kong SAR China", "HK"), ("英国", "GB"), ("United Kingdom", "GB"), ("UK", "GB"),
        ("The Netherlands", "NL"), ("Viet Nam", "VN"), ("Türkiye", "TR"), ("Turkey", "TR"),
        ("Trinidad and Tobago", "TT"), ("Saint Lucia", "LC"), ("Cote D'Ivoire", "CI"),
        ("コンゴ共和国", "CG"), ("ハイチ", "HT"), ("Kosovo", "XK"), ("Niger", "NE"),
        ("Atlantis", None), ("", None), ("Total", None), ("合計", None),
    ],
)  # fmt: skip
def test_names_in_reports(name: str, code: str | None) -> None:
    assert name_to_code(name) == code


def test_every_name_leads_back_to_its_code() -> None:
    for code in ISO:
        assert name_to_code(name_of(code, "en")) == code
        assert name_to_code(name_of(code, "ja")) == code


def test_names_are_short() -> None:
    assert name_of("HK", "ja") == "香港"
    assert name_of("KR", "en") == "South Korea"
    assert name_of("??", "ja") == "??"


def test_sanctioned_are_territories() -> None:
    assert set(ISO) >= SANCTIONED


@pytest.mark.parametrize("call", [numeric_of, alpha2_of, lambda code: mask_of([code])])
def test_what_is_no_code_is_said_to_be_none(call: object) -> None:
    assert callable(call)
    with pytest.raises(ValueError, match="ISO 3166-1"):
        call("Q1")
