"""What is typed into the search box, understood. No row is needed."""

import pytest

from scrutiny.search.words import Alternative, understand


@pytest.mark.parametrize(
    ("text", "alternatives"),
    [
        ("library computers", [(("library", "computers"), ())]),
        ('"young people" library', [(("young people", "library"), ())]),
        ("“young people” library", [(("young people", "library"), ())]),
        ("library -bus", [(("library",), ("bus",))]),
        ('library -"bus stop"', [(("library",), ("bus stop",))]),
        ("library OR bus -stop", [(("library",), ()), (("bus",), ("stop",))]),
        ("library or bus", [(("library", "bus"), ())]),
        ("the library of the future", [(("library", "future"), ())]),
        ('"keep the library"', [(("keep the library",), ())]),
        ("children’s e-mail", [(("children", "e mail"), ())]),
        ("café Llŷn", [(("cafe", "llyn"), ())]),
        ("33.6", [(("33 6",), ())]),
        ('"young people', [(("young people",), ())]),
        ('li"brary', [(("li", "brary"), ())]),
        ("NEAR(a b) text:foo* ^c + {d}", [(("near", "b", "text foo", "c", "d"), ())]),
        ("", []),
        ('"', []),
        ('""', []),
        ("-", []),
        ("- ' \" * ( ) : ^ ;", []),
        ("-library", []),
        ("OR", []),
        ("OR OR library OR", [(("library",), ())]),
        ("the of and", []),
        ("\0\0", []),
        ("a\0library\ud800", [(("library",), ())]),
        ("_ € 🙂", []),
    ],
)
def test_what_is_typed_is_understood(text: str, alternatives: list[tuple[tuple[str, ...], tuple[str, ...]]]) -> None:
    words = understand(text)
    assert words.alternatives == tuple(Alternative(*each) for each in alternatives)
    assert bool(words) is bool(alternatives)


def test_of_a_very_long_text_the_beginning_is_read() -> None:
    words = understand("library " * 10_000)
    assert (len(words.text), words.is_cut) == (200, True)
    assert understand("library").is_cut is False
