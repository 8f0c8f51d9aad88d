"""Zips of minutes: bombs, most files, names that lead elsewhere, zips within zips, directories that tell lies."""

import warnings
import zipfile
from collections.abc import Iterable
from functools import partial
from io import BytesIO

from bench.attacks import Attacks

_FILE = b"Tolls\n\nMembers met.\n" * 50


def _zip(files: Iterable[tuple[str, bytes]], level: int = 1) -> bytes:
    file = BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        warnings.simplefilter("ignore")  # of names that stand there twice
        for name, content in files:
            archive.writestr(name, content)
    return file.getvalue()


def _within(depth: int) -> bytes:
    content = _zip([("minutes.txt", bytes(10_000_000))], 9)
    for _ in range(depth):
        content = _zip([("minutes.zip", content), ("minutes.docx", content)], 9)
    return content


def _lying(content: bytes) -> bytes:
    """The same zip, which says that what is in it is a thousand bytes long."""
    size = (20_000_000).to_bytes(4, "little")
    return content.replace(size, (1_000).to_bytes(4, "little"))


ATTACKS: Attacks = {
    "zip: 500 files": lambda: _zip((f"{number}.txt", _FILE) for number in range(500)),
    "zip: ten files of 20 MB": lambda: _zip((f"{number}.txt", bytes(range(256)) * 78_000) for number in range(10)),
    "zip: 100,000 files": lambda: _zip((f"{number}.txt", b"") for number in range(100_000)),
    "zip: 9,000 files": lambda: _zip((f"{number}.txt", b"") for number in range(9_000)),
    "zip: files of one name": lambda: _zip((f"{number % 2}.txt", _FILE) for number in range(2, 500, 2)),
    "zip: a bomb": lambda: _zip([("minutes.txt", bytes(19_000_000))], 9),
    "zip: a bomb that tells lies": lambda: _lying(_zip([("minutes.txt", bytes(20_000_000))], 9)),
    "zip: zips within zips": partial(_within, 6),
    "zip: a name of 60,000 letters": lambda: _zip([("x" * 60_000 + ".txt", _FILE)]),
    "zip: names that lead elsewhere": lambda: _zip([("../" * 20_000 + "etc/passwd", _FILE)]),
    "zip: no directory": lambda: b"PK\x03\x04" * 5_000_000,
    "zip: many ends": lambda: b"PK\x05\x06" * 5_000_000,
}
