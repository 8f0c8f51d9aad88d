"""PDF, written byte by byte: most pages, letters and objects, lines in the worst places, forms within forms."""

import zlib
from collections.abc import Callable, Sequence
from functools import partial

from bench.attacks import Attacks

_SAID = "The officer said that the cost of it would follow before the summer of that year, and members noted it."
_LINE = "BT /F 10 Tf {x} {y} Td ({text}) Tj ET\n"


def _pdf(contents: Sequence[str], *, more: Sequence[bytes] = (), resources: str = "") -> bytes:
    """A page for each of these contents; what is the same is written once. `more` are objects from number 4 on."""
    objects: list[bytes] = [b"", b"", b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", *more]
    written: dict[str, int] = {}
    pages = []
    for content in contents:
        if content not in written:
            packed = zlib.compress(content.encode("latin-1"), 1)
            objects.append(b"<</Filter/FlateDecode/Length %d>>stream\n%b\nendstream" % (len(packed), packed))
            written[content] = len(objects)
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {written[content]} 0 R"
            f"/Resources<</Font<</F 3 0 R>>{resources}>>>>".encode()
        )
        pages.append(len(objects))
    objects[0] = b"<</Type/Catalog/Pages 2 0 R>>"
    kids = " ".join(f"{page} 0 R" for page in pages)
    objects[1] = f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>".encode()
    return _bound(objects)


def _bound(objects: Sequence[bytes]) -> bytes:
    """The objects with the table of where each stands."""
    parts, at, places = [b"%PDF-1.7\n"], 9, []
    for number, held in enumerate(objects, 1):
        part = b"%d 0 obj\n%b\nendobj\n" % (number, held)
        places.append(at)
        parts.append(part)
        at += len(part)
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    foot = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    foot += f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{at}\n%%EOF\n"
    return b"".join((*parts, foot.encode()))


def _lines(count: int, place: Callable[[int], tuple[float, float]], say: Callable[[int], str]) -> str:
    return "".join(_LINE.format(x=place(n)[0], y=place(n)[1], text=say(n)) for n in range(count))


def _down(number: int) -> tuple[float, float]:
    """One below the other, thirty-four to a page."""
    return 50, 800 - number % 34 * 22


def _ordinary(pages: int) -> bytes:
    return _pdf([_ordinary_page(page) for page in range(pages)])


def _ordinary_page(page: int) -> str:
    return _lines(34, _down, lambda n: f"{page}.{n} {_SAID}")


def _one_page(
    count: int, place: Callable[[int], tuple[float, float]], say: Callable[[int], str] = lambda n: _SAID
) -> bytes:
    return _pdf([_lines(count, place, say)])


def _on_pages(pages: int, count: int, place: Callable[[int], tuple[float, float]], say: Callable[[int], str]) -> bytes:
    return _pdf([_lines(count, place, say)] * pages)


def _forms(depth: int) -> bytes:
    """A form that draws two forms that draw two forms."""
    forms = [_form("/A Do /A Do ", f"/XObject<</A {number + 5} 0 R>>") for number in range(depth)]
    last = _form(_LINE.format(x=50, y=50, text=_SAID), "/Font<</F 3 0 R>>")
    return _pdf(["/A Do"], more=[*forms, last], resources="/XObject<</A 4 0 R>>")


def _form(content: str, resources: str) -> bytes:
    head = f"<</Type/XObject/Subtype/Form/BBox[0 0 595 842]/Length {len(content)}/Resources<<{resources}>>>>"
    return f"{head}stream\n{content}\nendstream".encode()


def _scattered(number: int) -> tuple[float, float]:
    return number * 7919 % 500 + 20, number * 104_729 % 800 + 20


ATTACKS: Attacks = {
    "pdf: 400 pages": partial(_ordinary, 400),
    "pdf: 800 pages": partial(_ordinary, 800),
    "pdf: most pages": lambda: _pdf([_lines(2, _down, lambda n: _SAID)] * 2_000),
    "pdf: too many pages": lambda: _pdf(["BT ET"] * 2_001),
    "pdf: most letters on a page": partial(_one_page, 20_000, lambda n: (50, 800 - n * 0.03)),
    "pdf: words in any place": partial(_one_page, 100_000, _scattered, lambda n: "plan"),
    "pdf: words in any place, on many pages": partial(_on_pages, 100, 2_000, _scattered, lambda n: "plan"),
    "pdf: numbers beside words on one line": partial(
        _one_page, 39_000, lambda n: (560 - n % 90 * 6, 400), lambda n: ("1.", "plan")[n % 2]
    ),
    "pdf: lines that go up at the foot": partial(
        _one_page, 39_000, lambda n: (560 - n % 90 * 6, 50 + n * 0.0005), lambda n: "plan"
    ),
    "pdf: the same line": partial(_one_page, 20_000, lambda n: (50, 400)),
    "pdf: letters far apart": partial(_on_pages, 100, 40, _down, lambda n: "T H A T " * 12),
    "pdf: columns": partial(_one_page, 40_000, lambda n: (n // 400 * 5 + 20, 800 - n % 400 * 2), lambda n: "plan"),
    "pdf: blocks of columns": partial(
        _one_page, 40_000, lambda n: (n // 5 % 2 * 300 + 20, 830 - (n // 10 * 5 + n % 5) * 0.04), lambda n: "plan kept"
    ),
    "pdf: cells": partial(
        _on_pages, 200, 400, lambda n: (n % 10 * 55 + 20, 800 - n // 10 * 18), lambda n: ("a", "12", "x y")[n % 3]
    ),
    "pdf: one paragraph": partial(
        _pdf, [_lines(40, _down, lambda n: _SAID.replace("The", "the").replace(".", " and of the"))] * 500
    ),
    "pdf: words broken": partial(_pdf, [_lines(40, _down, lambda n: "of the " * 14 + "com-")] * 500),
    "pdf: objects": lambda: _pdf([_lines(1, _down, lambda n: _SAID)], more=[b"<</A/B>>"] * 500_000),
    "pdf: forms within forms": partial(_forms, 30),
    "pdf: ten thousand lines to a page": partial(
        _on_pages, 4, 9_900, lambda n: (560 - n % 90 * 6, 830 - n // 90 * 5), lambda n: "plan"
    ),
    "pdf: one operator again": lambda: _pdf([_lines(1, _down, lambda n: _SAID) + "q Q " * 5_000_000]),
    "pdf: text unpacked to 200 MB": lambda: _pdf([_LINE.format(x=50, y=50, text="x" * 200_000_000)]),
}
