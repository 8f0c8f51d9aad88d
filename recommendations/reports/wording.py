"""What a paper says where the clerk has written nothing: plain committee English, from the position alone.

Each text holds one paragraph a blank line, as the clerk's own do.
"""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from recommendations.choices import Outcome, Standing
from recommendations.reports.paper import ProgressRow
from recommendations.reports.position import Position

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")

STANDINGS = {
    Standing.COMPLETE: ("is proposed as complete", "are proposed as complete"),
    Standing.ON_TRACK: ("is on track", "are on track"),
    Standing.AT_RISK: ("is at risk", "are at risk"),
    Standing.SLIPPED: ("has slipped", "have slipped"),
    Standing.PAUSED: ("is paused", "are paused"),
    Standing.NOT_STARTED: ("has not been started", "have not been started"),
    Standing.AWAITING_RESPONSE: ("awaits a response", "await a response"),
}
"""What is said of one and of several that are open, in the order in which it is said."""


TITLE_LENGTH = 200
ENDING = ": progress of recommendations"


def proposed_title(review_title: str) -> str:
    return review_title[: TITLE_LENGTH - len(ENDING)] + ENDING


def proposed_texts(position: Position, *, contact: str, appendix: str) -> dict[str, str]:
    """The texts of the cover part by their names; '' where there is nothing to say. `appendix` holds the progress."""
    return {
        "purpose": _purpose(position),
        "background": "\n\n".join(_background(position, appendix)),
        "recommendations": "\n\n".join(_asked_of_the_committee(position, appendix)),
        "background_papers": f"{position.title}: report of the review, {position.report_url}"
        if position.report_url
        else "",
        "contact": contact,
    }


def in_words(number: int) -> str:
    """Small numbers in words, as a paper prints them."""
    return NUMBERS[number] if number < len(NUMBERS) else str(number)


def day(on: datetime.date) -> str:
    return f"{on:%-d %B %Y}"


def listed(parts: Sequence[str]) -> str:
    """“1, 4 and 6”."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def named(rows: Sequence[ProgressRow]) -> str:
    """“recommendations 1, 4 and 6 to 9”; by reference where one of them has no number in its review."""
    numbers = [row.number for row in rows if row.number is not None]
    names = list(_runs(numbers)) if len(numbers) == len(rows) else [row.reference for row in rows]
    return f"recommendation{'s' if len(rows) > 1 else ''} {listed(names)}"


def _runs(numbers: Iterable[int]) -> Iterator[str]:
    """Three and more in a row are said as a run."""
    for _, pairs in groupby(enumerate(sorted(numbers)), key=lambda pair: pair[1] - pair[0]):
        run = [number for _, number in pairs]
        yield from (f"{run[0]} to {run[-1]}",) if len(run) > 2 else map(str, run)


def _purpose(position: Position) -> str:
    return (
        f"To tell members what has been done on the recommendations of the review “{position.title}”, "
        f"as at {day(position.as_at)}."
    )


def _background(position: Position, appendix: str) -> Iterator[str]:
    if agreed := position.agreed:
        cited = agreed.label[:1].lower() + agreed.label[1:]
        yield f"The committee agreed the report of the review at its meeting on {day(agreed.on)} ({cited})."
    if answered := " ".join(_responses(position)):
        yield answered
    yield _counts(position.rows, appendix)
    unreported = [row for row in position.rows if row.update is None and row.standing in _REPORTABLE]
    if unreported:
        yield f"No update has been received on {named(unreported)}."
    if overdue := [row for row in position.rows if row.is_overdue]:
        yield f"{_capital(named(overdue))} {_past_target(overdue)}."


_REPORTABLE = tuple(standing for standing in Standing if standing not in (Standing.CLOSED, Standing.AWAITING_RESPONSE))


def _responses(position: Position) -> Iterator[str]:
    """When the report was received, and who responded when."""
    if position.received_on:
        yield f"The report was received on {day(position.received_on)}."
    rows = sorted((row for row in position.rows if row.needs_response), key=lambda row: row.addressee)
    for addressee, of_one in groupby(rows, key=lambda row: row.addressee):
        yield from _responses_of(addressee, list(of_one), position)


def _responses_of(addressee: str, rows: Sequence[ProgressRow], position: Position) -> Iterator[str]:
    """One sentence on what was answered and one on what was not; nothing on what was not yet asked."""
    answered = [row for row in rows if row.responses]
    waiting = [row for row in rows if _is_unanswered(row) and row.response_due_on]
    untimed = [row for row in rows if _is_unanswered(row) and not row.response_due_on]
    if answered:
        whole = "" if len(answered) == len(rows) else f" to {named(answered)}"
        yield f"{addressee} responded{whole} {_when(answered)}."
    for due_on, of_one_day in groupby(sorted(waiting, key=_due), key=_due):
        what = named(list(of_one_day))
        if due_on < position.as_at:
            yield f"No response to {what} has been received from {addressee}; it was due by {day(due_on)}."
        else:
            yield f"The response of {addressee} to {what} is due by {day(due_on)}."
    if untimed and position.received_on:
        yield f"{addressee} has not responded to {named(untimed)}."


def _is_unanswered(row: ProgressRow) -> bool:
    """Whether a formal response is still wanted, even where work has begun without one."""
    return row.needs_response and not row.responses and row.standing != Standing.CLOSED


def _due(row: ProgressRow) -> datetime.date:
    return row.response_due_on or datetime.date.max


def _when(rows: Sequence[ProgressRow]) -> str:
    """“on 23 May 2018, within the time allowed”; the time is left out for those who have none."""
    days = sorted({row.responses[0].responded_on for row in rows})
    dated = f"on {day(days[0])}" if len(days) == 1 else f"between {day(days[0])} and {day(days[-1])}"
    timed = [row for row in rows if row.response_due_on]
    late = [row for row in timed if row.responses[0].responded_on > _due(row)]
    if not timed:
        return dated
    if not late:
        return f"{dated}, within the time allowed"
    return (
        f"{dated}, after the time allowed, which ended on {listed([day(due) for due in sorted(set(map(_due, late)))])}"
    )


def _counts(rows: Sequence[ProgressRow], appendix: str) -> str:
    """How many stand where, in words."""
    if not rows:
        return "The review has made no recommendations that can be reported in public."
    counts = list(_counted(rows))
    total = len(rows)
    if len(counts) == 1:
        every = {1: "The one recommendation", 2: "Both recommendations"}.get(
            total, f"All {in_words(total)} recommendations"
        )
        said = f"{every} of the review {counts[0][1][min(total, 2) - 1]}."
    else:
        parts = [f"{in_words(n)} {phrases[min(n, 2) - 1]}" for n, phrases in counts]
        said = f"Of the {in_words(total)} recommendations of the review, {listed(parts)}."
    return f"{said} {appendix} gives the position of each."


def _counted(rows: Iterable[ProgressRow]) -> Iterator[tuple[int, tuple[str, str]]]:
    """How many there are of each outcome and standing, with what is said of one and of several."""
    rows = list(rows)
    for outcome in Outcome:
        if n := sum(row.outcome == outcome for row in rows):
            ending = outcome.label.lower()
            yield n, (f"is closed as {ending}", f"are closed as {ending}")
    for standing, phrases in STANDINGS.items():
        if n := sum(row.standing == standing for row in rows):
            yield n, phrases


def _asked_of_the_committee(position: Position, appendix: str) -> Iterator[str]:
    """What the committee is asked to resolve, one thing a paragraph, in the words of a resolution."""
    rows = position.rows
    yield f"That the committee note the progress set out in {appendix}."
    if proposed := [row for row in rows if row.standing == Standing.COMPLETE]:
        yield f"That the committee agree that {named(proposed)}, proposed as complete, be closed."
    if overdue := [row for row in rows if row.is_overdue]:
        dates = "a later date" if len(overdue) == 1 else "later dates"
        which = f"{named(overdue)}, which {_past_target(overdue)}"
        yield f"That the committee consider {which}, and whether to set {dates}."
    unanswered = [row for row in rows if _is_unanswered(row) and _due(row) < position.as_at]
    for addressee, of_one in groupby(sorted(unanswered, key=lambda row: row.addressee), key=lambda row: row.addressee):
        yield f"That the committee ask {addressee} to give its overdue response to {named(list(of_one))}."
    if rows and all(row.standing == Standing.CLOSED for row in rows):
        yield "That the committee agree that monitoring of the review be concluded."


def _past_target(rows: Sequence[ProgressRow]) -> str:
    return "is past its target date" if len(rows) == 1 else "are past their target dates"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
