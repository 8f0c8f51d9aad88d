"""The days of the demo: counted in weeks from the Monday of the week in which it is loaded.

So what is late is late, and what comes next is still to come, whenever somebody loads it. “Tue -24” is the Tuesday 24
weeks before that of the loading week, “Wed +2” the Wednesday two weeks after. The texts of the minutes bear such days
in braces.
"""

import datetime
import re
from dataclasses import dataclass

from django.utils import timezone

from recommendations.deadlines import EXECUTIVE_MONTHS, months_beginning_with

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_IN_BRACES = re.compile(r"\{(?:(full|month of|two months from) )?(\w{3} [+-]\d+)\}")


@dataclass(frozen=True, slots=True)
class Days:
    monday: datetime.date

    @classmethod
    def around(cls, on: datetime.date) -> "Days":
        """Those of a demo that is loaded on that day."""
        return cls(on - datetime.timedelta(days=on.weekday()))

    def on(self, day: str) -> datetime.date:
        """The date of a day such as “Tue -24”."""
        weekday, weeks = day.split()
        return self.monday + datetime.timedelta(weeks=int(weeks), days=_WEEKDAYS.index(weekday))

    def at(self, day: str, hour: int = 11, minute: int = 0) -> datetime.datetime:
        """A moment of that day, by the council's clock."""
        time = datetime.time(hour, minute)
        return timezone.make_aware(datetime.datetime.combine(self.on(day), time))

    def written_into(self, text: str) -> str:
        """The text with its days printed: {Tue -24} as “9 June 2026”, {full Tue -24} with the weekday before it."""
        return _IN_BRACES.sub(lambda found: self._printed(found[1], found[2]), text)

    def _printed(self, form: str | None, day: str) -> str:
        date = self.on(day)
        match form:
            case "full":
                return f"{date:%A, %-d %B %Y}"
            case "month of":
                return f"{date:%B %Y}"
            case "two months from":
                return f"{months_beginning_with(date, EXECUTIVE_MONTHS):%-d %B %Y}"
            case _:
                return f"{date:%-d %B %Y}"
