"""The people of the demo council. None of them exists."""

from dataclasses import dataclass

from scrutiny.roles import ADMINISTRATOR, CLERK, MEMBER, OFFICER


@dataclass(frozen=True, slots=True)
class Player:
    """Somebody who may sign in: `about` is the line beside the name on the sign-in page, `posts` are titles."""

    email: str
    first_name: str
    last_name: str
    role: str
    about: str
    posts: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}"


PRIYA = Player(
    "priya@northmoor.example",
    "Priya",
    "Shah",
    CLERK,
    "Scrutiny officer: follows every recommendation and writes the committee’s papers",
)
DEV = Player(
    "dev@northmoor.example",
    "Dev",
    "Patel",
    CLERK,
    "Committee clerk: brings minutes in and has them published and approved",
)
TOM = Player(
    "tom@northmoor.example",
    "Tom",
    "Reid",
    OFFICER,
    "Director of Communities: proposes that the committee close a recommendation",
    ("Director of Communities",),
)
IRIS = Player(
    "iris@northmoor.example",
    "Iris",
    "Holt",
    OFFICER,
    "Strategic manager: took three recommendations over from somebody who left; has an update half written",
    ("Strategic Manager, Community Safety",),
)
MARIAN = Player(
    "marian@northmoor.example",
    "Marian",
    "Okell",
    OFFICER,
    "Headteacher adviser: reports for the schools; what she sent in waits for the clerk",
    ("Headteacher Adviser",),
)
GARETH = Player(
    "gareth@northmoor.example",
    "Gareth",
    "Pryce",
    OFFICER,
    "Head of passenger transport: rural buses, where Cabinet’s answer is late",
    ("Head of Passenger Transport",),
)
OSEI = Player(
    "osei@northmoor.example",
    "Kofi",
    "Osei",
    MEMBER,
    "Councillor, chairs the Safer Communities Committee",
)
ADA = Player(
    "ada@northmoor.example",
    "Ada",
    "Wren",
    ADMINISTRATOR,
    "Looks after accounts, committees and posts",
)

CAST = (PRIYA, DEV, TOM, IRIS, MARIAN, GARETH, OSEI, ADA)
"""Whom the sign-in page offers, in this order."""

PAUL = Player(
    "paul@northmoor.example",
    "Paul",
    "Amery",
    OFFICER,
    "Held Iris’s post before her; his updates stay under his name",
    ("Strategic Manager, Community Safety",),
)
"""Somebody who has left: he signs nothing in any more, and what he said stays."""
