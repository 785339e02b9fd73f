"""Reads what a message says about itself: version, sender, recipients, time, test or live."""

import re

from kaigai.formats.ddex.elements import NAMES, Element, text_of
from kaigai.formats.ddex.faults import BAD_DATE, Faults
from kaigai.formats.ddex.message import Head
from kaigai.formats.ddex.parties import messaging_party
from kaigai.formats.ddex.times import when_from

_NAMESPACE = re.compile(r"\{[^}]*/ern(?:-main)?/([0-9]+)\}")
_SCHEMA = re.compile(r"ern(?:-main)?/([0-9]+)")
_CONTROL = {"LiveMessage": "Live", "TestMessage": "Test"}


def head_from(root: Element, kind: str) -> Head:
    """The Head of a message as far as its root's attributes go."""
    return Head(
        kind,
        _version_of(root),
        root.get("LanguageAndScriptCode"),
        root.get("ReleaseProfileVersionId"),
    )


def _version_of(root: Element) -> str:
    """The digits of the namespace, else of @MessageSchemaVersionId, else ""."""
    match = _NAMESPACE.match(root.tag) or _SCHEMA.search(root.get("MessageSchemaVersionId") or "")
    return match.group(1) if match else ""


def read_header(head: Head, element: Element, faults: Faults) -> None:
    """Read `MessageHeader` into `head`; a bad time of creation is noted and left None."""
    for child in element:
        name = NAMES[child.tag]
        if name == "MessageId":
            head.message_id = text_of(child)
        elif name == "MessageThreadId":
            head.thread_id = text_of(child)
        elif name == "MessageSender":
            head.sender = messaging_party(child)
        elif name == "SentOnBehalfOf":
            head.sent_on_behalf_of = messaging_party(child)
        elif name == "MessageRecipient":
            head.recipients.append(messaging_party(child))
        elif name == "MessageControlType":
            head.control_type = _CONTROL.get(text_of(child))
        elif name == "MessageCreatedDateTime":
            _read_created(head, child, faults)


def _read_created(head: Head, element: Element, faults: Faults) -> None:
    when = when_from(text_of(element))
    if when is None or when.at is None:
        faults.add(element, text_of(element), BAD_DATE)
    if when is not None:
        head.created_at = when.at
