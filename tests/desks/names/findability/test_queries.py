"""What a fan would type: every way once, nothing native, nothing of versions."""

from kaigai.desks.names.findability.queries import KINDS, Known, is_spoken, queries, song_name


def typed(known: Known) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for query in queries(known):
        found.setdefault(query.kind, []).append(query.text)
    return found


def test_a_romanised_title_with_an_english_one_and_an_artist() -> None:
    found = typed(Known(("Kouen wo Sagashite",), ("The Park",), ("Yoru Band",)))
    assert found["romaji"] == ["kouen wo sagashite"]
    assert found["particle"] == ["kouen o sagashite"]
    assert "koen wo sagashite" in found["vowels"]
    assert "kouenwosagashite" in found["joined"]
    assert found["english"] == ["the park", "park"]
    assert found["artist"] == ["yoru band kouen wo sagashite", "yoru band the park"]
    assert set(found) <= set(KINDS)


def test_no_query_comes_twice() -> None:
    texts = [query.text for query in queries(Known(("Sakura", "SAKURA"), ("Sakura",), ()))]
    assert len(texts) == len(set(texts))


def test_nothing_known_is_nothing_typed() -> None:
    assert queries(Known()) == ()
    assert queries(Known((), (), ("Yoru Band",))) == ()


def test_versions_and_guests_are_not_typed() -> None:
    assert song_name("Okujou feat. KOTOHA") == "Okujou"
    assert song_name("残像（2026 Remaster）") == "残像"
    assert song_name("Meiro (Instrumental)") == "Meiro"
    assert song_name("(Instrumental)") == "(Instrumental)"


def test_romaji_is_told_from_english() -> None:
    assert is_spoken("Yoru ni Kakeru")
    assert is_spoken("Homura")
    assert not is_spoken("Idol")
    assert not is_spoken("1999")
