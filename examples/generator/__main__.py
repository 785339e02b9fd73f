"""Makes the example label: `python -m examples.generator --seed 1 --artists 12 --out DIR`."""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from examples.generator import broken, output, plan, truth


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the label that the options ask for."""
    options = _options(arguments)
    label = plan.label(options.seed, options.artists, options.scale)
    for message in options.out.glob("ern/*.xml"):
        message.unlink()  # of an earlier label: its messages may have other names
    count = write(options.out, output.files(label))
    print(f"{count} files in {options.out}: {len(label.recordings):,} recordings on "
          f"{len(label.releases):,} releases, {len(label.videos):,} videos")  # fmt: skip
    beside = options.truth or options.out.with_name(options.out.name + ".truth.json")
    beside.write_bytes(truth.truth(label))
    if options.broken:
        print(f"{write(options.broken, broken.files())} files in {options.broken}")


def write(folder: Path, files: Iterator[tuple[str, bytes]]) -> int:
    """Write files into a folder; returns how many."""
    count = 0
    for name, content in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        count += 1
    return count


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m examples.generator", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="the folder to write into")
    parser.add_argument("--seed", type=int, default=1, help="another seed, another label")
    parser.add_argument("--artists", type=int, default=12)
    parser.add_argument(
        "--scale", type=int, default=1, help="rounds of five releases for each artist"
    )
    parser.add_argument("--truth", type=Path, help="the list of faults (default: OUT.truth.json)")
    parser.add_argument("--broken", type=Path, help="a folder for files that cannot be read")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
