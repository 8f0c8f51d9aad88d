"""How a list draws its numbers: a, b ... z, aa; i, ii, iii."""

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


def letters(number: int) -> str:
    """1 is a, 26 is z, 27 is aa."""
    printed = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        printed = chr(ord("a") + rest) + printed
    return printed


def roman(number: int) -> str:
    """Numbers past 3,999 have no roman form and stay figures."""
    if number > 3999:
        return str(number)
    printed = ""
    for value, letter in _ROMAN:
        while number >= value:
            printed += letter
            number -= value
    return printed
