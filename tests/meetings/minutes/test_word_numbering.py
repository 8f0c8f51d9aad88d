"""The numbers that Word makes itself, as Word prints them. Each document is a few paragraphs long."""

import pytest

from meetings.minutes.sources.word import lines
from tests.wordprocessing import (
    abstract,
    begins_anew,
    document,
    level,
    listed,
    number,
    paragraph,
    style,
    styled,
)

PLAIN = abstract(0, level(0, "%1."), level(1, "%1.%2"), level(2, "(%3)", "lowerLetter")) + number(1, 0)
BY_LIST = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="{}"/></w:numPr>'


def printed(content: bytes) -> list[str]:
    return [line.text for line in lines(content, []) if line.text]


def numbered(numbering: str, *levels: int | tuple[int, int]) -> list[str]:
    """What is printed before paragraphs on these levels of list 1, or of the list that is named first."""
    at = [(1, one) if isinstance(one, int) else one for one in levels]
    body = "".join(listed(list_, "x", one) for list_, one in at)
    return [text.removesuffix("x").rstrip() for text in printed(document(body, numbering=numbering))]


def test_numbers_stand_before_the_text_with_the_gap_that_word_prints() -> None:
    numbering = abstract(
        0,
        level(0, "%1.", more='<w:suff w:val="space"/>'),
        level(1, "(%2)", more='<w:suff w:val="nothing"/>'),
        level(2, "%3)"),
    )
    body = listed(1, "Apologies") + listed(1, "None.", 1) + listed(1, "Two members.", 2)
    assert printed(document(body, numbering=numbering + number(1, 0))) == [
        "1. Apologies",
        "(1)None.",
        "1)\tTwo members.",
    ]


def test_levels_count_within_the_level_above_and_begin_again_under_the_next() -> None:
    assert numbered(PLAIN, 0, 1, 1, 2, 2, 1, 2, 0, 1) == ["1.", "1.1", "1.2", "(a)", "(b)", "1.3", "(a)", "2.", "2.1"]


def test_a_level_above_that_was_not_used_prints_its_start() -> None:
    numbering = abstract(0, level(0, "%1.", start=33), level(1, "%1.%2")) + number(1, 0)
    assert numbered(numbering, 1, 1, 0, 1) == ["33.1", "33.2", "33.", "33.1"]


@pytest.mark.parametrize(
    ("format_", "expected"),
    [
        ("decimal", ["1", "2", "3", "4"]),
        ("decimalZero", ["01", "02", "03", "04"]),
        ("lowerLetter", ["a", "b", "c", "d"]),
        ("upperLetter", ["A", "B", "C", "D"]),
        ("lowerRoman", ["i", "ii", "iii", "iv"]),
        ("upperRoman", ["I", "II", "III", "IV"]),
        ("ordinal", ["1st", "2nd", "3rd", "4th"]),
        ("cardinalText", ["One", "Two", "Three", "Four"]),
        ("ordinalText", ["First", "Second", "Third", "Fourth"]),
        ("numberInDash", ["- 1 -", "- 2 -", "- 3 -", "- 4 -"]),
        ("chicago", ["*", "†", "‡", "§"]),
        ("thaiLetters", ["1", "2", "3", "4"]),
        ("none", ["", "", "", ""]),
    ],
)
def test_every_format_of_english_minutes(format_: str, expected: list[str]) -> None:
    assert numbered(abstract(0, level(0, "%1", format_)) + number(1, 0), 0, 0, 0, 0) == expected


@pytest.mark.parametrize(
    ("format_", "start", "expected"),
    [
        ("lowerLetter", 26, ["z", "aa", "bb"]),
        ("lowerLetter", 780, ["z" * 30, "a", "b"]),
        ("upperRoman", 1999, ["MCMXCIX", "MM", "MMI"]),
        ("ordinal", 11, ["11th", "12th", "13th"]),
        ("ordinal", 101, ["101st", "102nd", "103rd"]),
        ("cardinalText", 20, ["Twenty", "Twenty-one", "Twenty-two"]),
        ("cardinalText", 999, ["Nine hundred ninety-nine", "One thousand", "One thousand one"]),
        ("ordinalText", 19, ["Nineteenth", "Twentieth", "Twenty-first"]),
        ("ordinalText", 112, ["One hundred twelfth", "One hundred thirteenth", "One hundred fourteenth"]),
        ("decimalZero", 9, ["09", "10", "11"]),
        ("lowerLetter", 0, ["0", "a", "b"]),
    ],
)
def test_formats_far_into_a_list(format_: str, start: int, expected: list[str]) -> None:
    assert numbered(abstract(0, level(0, "%1", format_, start=start)) + number(1, 0), 0, 0, 0) == expected


def test_a_format_of_the_councils_own_is_as_wide_as_its_pattern() -> None:
    own = (
        '<w:lvl w:ilvl="0"><w:start w:val="7"/><mc:AlternateContent><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback>'
        '<w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="SC/%1"/></w:lvl>'
    )
    assert numbered(abstract(0, own) + number(1, 0), 0, 0) == ["SC/007", "SC/008"]


def test_a_level_without_a_start_begins_at_nought() -> None:
    bare = '<w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl>'
    assert numbered(abstract(0, bare) + number(1, 0), 0, 0) == ["0.", "1."]


def test_lists_of_one_abstract_list_go_on_counting_and_others_do_not() -> None:
    numbering = PLAIN.replace("<w:num ", abstract(9, level(0, "%1)")) + "<w:num ", 1) + number(2, 0) + number(3, 9)
    assert numbered(numbering, (1, 0), (3, 0), (2, 0), (3, 0), (1, 0)) == ["1.", "1)", "2.", "2)", "3."]


def test_a_list_begins_anew_once() -> None:
    numbering = PLAIN + number(2, 0, begins_anew(0, 5))
    assert numbered(numbering, (1, 0), (1, 0), (2, 0), (2, 0), (1, 0), (2, 0)) == ["1.", "2.", "5.", "6.", "7.", "8."]


def test_a_list_that_begins_anew_below_its_top_goes_on_above() -> None:
    numbering = PLAIN + number(2, 0, begins_anew(0, 1), begins_anew(1, 1))
    assert numbered(numbering, (1, 0), (1, 1), (1, 1), (2, 1), (2, 0)) == ["1.", "1.1", "1.2", "1.1", "2."]


def test_a_changed_level_of_one_list() -> None:
    changed = f'<w:lvlOverride w:ilvl="0">{level(0, "Item %1:", start=4)}</w:lvlOverride>'
    assert numbered(PLAIN + number(2, 0, changed), (2, 0), (2, 0)) == ["Item 4:", "Item 5:"]


@pytest.mark.parametrize(
    ("restart", "expected"),
    [
        (0, ["1.", "1.1", "(a)", "2.", "2.1", "(b)", "2.2", "(c)"]),
        (1, ["1.", "1.1", "(a)", "2.", "2.1", "(a)", "2.2", "(b)"]),
        (2, ["1.", "1.1", "(a)", "2.", "2.1", "(a)", "2.2", "(a)"]),
        (7, ["1.", "1.1", "(a)", "2.", "2.1", "(a)", "2.2", "(a)"]),
    ],
)
def test_which_level_makes_a_deeper_one_begin_again(restart: int, expected: list[str]) -> None:
    third = level(2, "(%3)", "lowerLetter", more=f'<w:lvlRestart w:val="{restart}"/>')
    numbering = abstract(0, level(0, "%1."), level(1, "%1.%2"), third) + number(1, 0)
    assert numbered(numbering, 0, 1, 2, 0, 1, 2, 1, 2) == expected


def test_legal_numbering_is_in_figures_throughout() -> None:
    roman = level(0, "Part %1", "upperRoman")
    numbering = abstract(0, roman, level(1, "%1.%2", more="<w:isLgl/>"), level(2, "%1.%2.%3")) + number(1, 0)
    assert numbered(numbering, 0, 1, 2) == ["Part I", "1.1", "I.1.1"]


def test_numbers_by_style_and_by_the_styles_it_is_based_on() -> None:
    styles = (
        style("Para", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
        + style("Narrow", based_on="Para")
        + style("Bare", '<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>', based_on="Para")
    )
    body = styled("Para", "a") + styled("Narrow", "b") + styled("Bare", "c") + styled("Nowhere", "d")
    assert printed(document(body, styles=styles, numbering=PLAIN)) == ["1.\ta", "2.\tb", "c", "d"]


def test_numbers_of_headings_that_levels_are_linked_to() -> None:
    styles = (
        style("H1", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
        + style("H2", '<w:pPr><w:numPr><w:ilvl w:val="7"/><w:numId w:val="1"/></w:numPr></w:pPr>', based_on="H1")
        + style("H3", based_on="H2")
    )
    linked = abstract(
        0,
        level(0, "%1", start=12, more='<w:pStyle w:val="H1"/>'),
        level(1, "%1.%2", more='<w:pStyle w:val="H2"/>'),
        level(2, "(%3)", "lowerRoman", more='<w:pStyle w:val="H3"/>'),
    )
    body = "".join(styled(name, "x") for name in ("H1", "H2", "H3", "H3", "H2", "H1", "H2"))
    found = printed(document(body, styles=styles, numbering=linked + number(1, 0)))
    assert found == ["12\tx", "12.1\tx", "(i)\tx", "(ii)\tx", "12.2\tx", "13\tx", "13.1\tx"]


def test_the_level_may_be_the_paragraphs_and_the_list_its_styles() -> None:
    styles = style("Para", '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>')
    deeper = paragraph("y", properties='<w:pStyle w:val="Para"/><w:numPr><w:ilvl w:val="2"/></w:numPr>')
    found = printed(document(styled("Para", "x") + deeper, styles=styles, numbering=PLAIN))
    assert found == ["1.1\tx", "(a)\ty"]


def test_a_style_of_lists_is_followed_to_the_list_it_names() -> None:
    styles = style("Minutes", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', kind="numbering")
    linked = '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="Minutes"/></w:abstractNum>'
    named = abstract(0, '<w:styleLink w:val="Minutes"/>', level(0, "%1."), level(1, "%1.%2"))
    numbering = named + linked + number(1, 0) + number(2, 5)
    body = listed(2, "x") + listed(2, "y", 1)
    assert printed(document(body, styles=styles, numbering=numbering)) == ["1.\tx", "1.1\ty"]


def test_a_circle_of_links_numbers_nothing() -> None:
    styles = style("A", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', based_on="B") + style(
        "B", based_on="A"
    )
    circle = '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="A"/></w:abstractNum>'
    assert printed(document(styled("B", "x"), styles=styles, numbering=circle + number(1, 0))) == ["x"]


def test_a_paragraph_may_be_taken_off_its_list() -> None:
    body = listed(1, "a") + listed(0, "b") + listed(77, "c") + listed(1, "d", 8) + listed(1, "e")
    assert printed(document(body, numbering=PLAIN)) == ["1.\ta", "b", "c", "d", "2.\te"]


@pytest.mark.parametrize(
    ("sign", "font", "expected"),
    [
        ("\uf0b7", "Symbol", "•"),
        ("\uf0a7", "Wingdings", "•"),
        ("§", "Wingdings", "•"),
        ("o", "Courier New", "o"),
        ("–", "Calibri", "–"),
        ("", "Calibri", ""),
    ],
)
def test_bullets_of_symbol_fonts_are_bullets(sign: str, font: str, expected: str) -> None:
    bullet = level(0, sign, "bullet", more=f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr>')
    assert numbered(abstract(0, bullet) + number(1, 0), 0) == [expected]


def test_an_empty_paragraph_bears_its_number_but_not_its_bullet() -> None:
    lists = abstract(0, level(0, "%1.")) + abstract(1, level(0, "•", "bullet")) + number(1, 0) + number(2, 1)
    body = listed(1, "a") + listed(1, "") + listed(2, "") + listed(1, "b")
    assert printed(document(body, numbering=lists)) == ["1.\ta", "2.", "3.\tb"]


def test_a_paragraph_that_only_ends_a_section_is_not_counted() -> None:
    ends = paragraph(properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:sectPr/>')
    assert printed(document(listed(1, "a") + ends + listed(1, "b"), numbering=PLAIN)) == ["1.\ta", "2.\tb"]


def test_numbers_in_cells_go_on_in_the_order_of_reading() -> None:
    rows = [[listed(1, "a"), listed(1, "b", 1)], [listed(1, "c", 1), listed(1, "d")]]
    cells = "".join(f"<w:tr>{''.join(f'<w:tc>{one}</w:tc>' for one in row)}</w:tr>" for row in rows)
    found = printed(document(f"<w:tbl>{cells}</w:tbl>{listed(1, 'e')}", numbering=PLAIN))
    assert found == ["1. a | 1.1 b", "1.2 c | 2. d", "3.\te"]


def test_the_depth_of_a_list_is_the_level_of_its_line() -> None:
    found = lines(document(listed(1, "a") + listed(1, "b", 2) + paragraph("c"), numbering=PLAIN), [])
    assert [line.level for line in found if line.text] == [1, 3, 0]


def test_a_document_without_lists_or_styles_is_read_all_the_same() -> None:
    assert printed(document(listed(1, "a") + styled("Heading1", "b"))) == ["a", "b"]


@pytest.mark.parametrize("odd", ["", "x", "-1", "99999999999999999999", "²"])
def test_odd_values_number_nothing_and_raise_nothing(odd: str) -> None:
    levels = (
        f'<w:lvl w:ilvl="{odd}"><w:start w:val="{odd}"/><w:lvlText w:val="%1"/><w:lvlRestart w:val="{odd}"/></w:lvl>'
    )
    numbering = f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>' + number(1, 0)
    body = paragraph("x", properties=BY_LIST.format(odd, 1)) + paragraph("y", properties=BY_LIST.format(0, odd))
    assert printed(document(body, numbering=numbering)) == ["x", "y"]
