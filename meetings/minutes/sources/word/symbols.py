"""The fonts of symbols, whose letters are pictures: which character the picture is."""

BULLET = "•"
_PRIVATE = range(0xE000, 0xF900)
_SYMBOL_FONTS = ("symbol", "wingdings", "webdings", "marlett", "zapf", "monotype sorts")
_SYMBOL = {
    0x20: " ", 0x2D: "−", 0xA3: "≤", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷",
    0xB9: "≠", 0xBB: "≈", 0x6D: "µ", 0x70: "π", 0xA0: "€", 0xD2: "®", 0xD3: "©", 0xD4: "™",
}  # fmt: skip
_WINGDINGS = {
    0x20: " ", 0x28: "☎", 0x2A: "✉", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x75: "◆", 0x76: "❖",
    0x9F: "•", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢", 0xE0: "→", 0xE8: "➔", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip


def is_symbol_font(font: str | None) -> bool:
    return font is not None and font.lower().startswith(_SYMBOL_FONTS)


def is_picture(text: str, font: str | None) -> bool:
    """Whether a bullet is drawn by a font of symbols."""
    return any(ord(character) in _PRIVATE for character in text) or is_symbol_font(font)


def pictured(font: str | None, code: int) -> str:
    """The character that stands at this place of the font; the place itself where nobody has said."""
    place = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    named = (font or "").lower()
    if named.startswith("wingdings"):
        return _WINGDINGS.get(place, chr(code))
    return _SYMBOL.get(place, chr(code)) if named.startswith("symbol") else chr(code)
