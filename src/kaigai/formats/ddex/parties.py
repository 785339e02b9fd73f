"""Reads who is who: parties with their names and identifiers, whole or inline."""

import re

from kaigai.formats.ddex.elements import NAMES, Element, is_true, text_of
from kaigai.formats.ddex.message import Identifier, MessageParty, Party, PartyIds, PartyName
from kaigai.formats.ddex.places import statement

_DPID = re.compile(r"PA-?DPIDA?-?[0-9A-Z]{9,10}-?[0-9A-Z]", re.IGNORECASE)
_NAME_KINDS = {
    "FullName": "full",
    "FullNameIndexed": "indexed",
    "FullNameAsciiTranscribed": "ascii",
    "AbbreviatedName": "abbreviated",
}
_KEY_PARTS = ("NamesBeforeKeyName", "KeyName", "NamesAfterKeyName")


def party_from(element: Element) -> Party:
    """A `Party` of the PartyList, or any element that holds PartyName and PartyId."""
    party = Party(None)
    for child in element:
        name = NAMES[child.tag]
        if name == "PartyName":
            read_names(party.names, child)
        elif name == "PartyId":
            read_ids(party.ids, child)
        elif name == "PartyReference":
            party.reference = text_of(child) or None
    return party


def read_names(names: list[PartyName], element: Element) -> None:
    """Add the spellings of one `PartyName`, the full one first."""
    pieces: dict[str, str] = {}
    found = len(names)
    for child in element:
        tag = NAMES[child.tag]
        text = text_of(child)
        kind = _NAME_KINDS.get(tag)
        if kind and text:
            names.append(PartyName(text, kind, child.get("LanguageAndScriptCode")))
        elif text:
            pieces[tag] = text
    if pieces and not any(name.kind == "full" for name in names[found:]):
        whole = " ".join(pieces[part] for part in _KEY_PARTS if part in pieces)
        if whole:
            names.insert(found, PartyName(whole))
    if element.keys():
        _read_name_attributes(names[found:], element)


def _read_name_attributes(names: list[PartyName], element: Element) -> None:
    language, places, is_default, is_original = statement(element)
    for name in names:
        name.language = name.language or language
        name.places, name.is_default, name.is_original = places, is_default, is_original


def read_ids(ids: PartyIds, element: Element) -> None:
    """Add the identifiers of one `PartyId`: plain text in 3.x, elements in 4.x."""
    text = text_of(element)
    if text:
        _read_plain_id(ids, element, text)
    elif len(element):
        _read_detailed_ids(ids, element)


def _read_detailed_ids(ids: PartyIds, element: Element) -> None:
    for child in element:
        _read_detailed_id(ids, child, NAMES[child.tag], text_of(child))


def _read_plain_id(ids: PartyIds, element: Element, text: str) -> None:
    if is_true(element.get("IsISNI")):
        ids.isni = text
    elif is_true(element.get("IsDPID")) or _DPID.fullmatch(text):
        ids.dpid = text
    else:
        ids.proprietary.append(Identifier(element.get("Namespace") or "", text))


def _read_detailed_id(ids: PartyIds, child: Element, name: str, text: str) -> None:
    if not text:
        return
    if name == "ProprietaryId":
        ids.proprietary.append(Identifier(child.get("Namespace") or "", text))
    elif name == "ISNI":
        ids.isni = text
    elif name == "DPID":
        ids.dpid = text
    elif name == "IpiNameNumber":
        ids.ipi = text
    elif name == "IPN":
        ids.ipn = text


def messaging_party(element: Element) -> MessageParty:
    """Sender or recipient; an id in the wrong form still names who it is."""
    party = party_from(element)
    ids = party.ids
    fallback = ids.proprietary[0].value if ids.proprietary else ids.isni
    return MessageParty(ids.dpid or fallback, party.name)
