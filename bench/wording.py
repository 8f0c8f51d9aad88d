"""Minutes of a council that does not exist, as long as one likes, the same each time."""

import random
from html import escape

SUBJECTS = ("libraries", "online crime", "bus passes", "flood wardens", "school meals", "road repairs", "young carers")
SPEAKERS = ("The Chair", "The Cabinet Member", "The Director of Libraries", "A member", "The police partner")
VERBS = ("reported on", "asked about", "welcomed the work on", "was concerned about", "explained the cost of")
ENDINGS = (
    "and said that figures for each division would follow before the summer.",
    "since eleven of the thirty-two towns had not been visited at all.",
    "which had been promised a year earlier and was still not in place.",
    "and members thanked those who had taken part.",
)


def sentence(chance: random.Random) -> str:
    return f"{chance.choice(SPEAKERS)} {chance.choice(VERBS)} {chance.choice(SUBJECTS)} {chance.choice(ENDINGS)}"


def paragraph(chance: random.Random) -> str:
    return " ".join(sentence(chance) for _ in range(chance.randint(1, 5)))


def lines(items: int, paragraphs: int, seed: int = 1) -> list[str]:
    """Minutes line by line: numbered items, numbered paragraphs, and resolutions under each item."""
    chance = random.Random(seed)
    found = [
        "Northmoor County Council",
        "Safer Communities Committee",
        "Minutes of the meeting held on 9 March 2026",
        "",
    ]
    for item in range(1, items + 1):
        found += [f"{item}. {chance.choice(SUBJECTS).capitalize()}", ""]
        found += [f"{item}.{number} {paragraph(chance)}" for number in range(1, paragraphs + 1)]
        found += ["Resolved - That the Committee:"]
        found += [f"{limb}. asks the Cabinet to look again at {chance.choice(SUBJECTS)};" for limb in range(1, 4)]
        found += [""]
    return found


def as_text(items: int, paragraphs: int) -> str:
    return "\n".join(lines(items, paragraphs))


def as_html(items: int, paragraphs: int) -> str:
    body = "\n".join(f"<p>{escape(line)}</p>" for line in lines(items, paragraphs) if line)
    return f"<!doctype html><html lang='en'><head><title>Minutes</title></head><body>{body}</body></html>"
