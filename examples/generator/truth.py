"""The faults that were planted, as a list to hold findings against."""

import json

from examples.generator.model import DAY, Label


def truth(label: Label) -> bytes:
    """truth.json: per check the ids of the subjects that it must find, and no others."""
    content = {
        "about": "The findings of the example label: every one of them, and nothing else, on "
        "the day given here.",
        "day": str(DAY),
        "seed": label.seed,
        "checks": {check: sorted(ids) for check, ids in sorted(label.truth.items())},
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()
