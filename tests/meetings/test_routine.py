"""What tells a reader of decisions nothing, and what only sounds so."""

import pytest

from meetings.routine import is_approval_of_minutes, is_routine

MINUTES = (
    "The minutes of the meeting held on 8 October 2024 were approved as a correct record and signed by the Chair.",
    "RESOLVED – That the minutes of the last meeting be agreed as a true record.",
    "that the public minutes be confirmed",
    "Approves the minutes of the meeting of 4 March 2026 as a correct record.",
    "To approve the minutes of the Economy and Transport Panel of 4 March 2026.",
    "The Committee agreed the minutes of 9 March.",
)
APOLOGIES = (
    "That apologies for absence be received from Councillors Marsh and Holt.",
    "Apologies were noted.",
    "Notes the apologies of Councillor Reid.",
)
NOTED = (
    "That the report be noted.",
    "Resolved: That the update be received and noted;",
    "Noted.",
    "Notes the progress made and thanks the officers.",
    "The Panel noted the position.",
    "That the report be received.",
)
DECISIONS = (
    "That the minutes be approved and the Chair be asked to write to the Trust.",
    "That the position be noted and the changes in Appendix B be approved.",
    "That the responses be noted and that progress be reported in the agreed form.",
    "That the response of Cabinet be noted, with regret that it was late.",
    "Notes with concern that two targets were missed.",
    "Notes the report. Asks the Cabinet for another.",
    "Notes the report and asks for another in six months.",
    "Notes the report, and agrees to close the recommendation on libraries.",
    "Agrees that minutes be taken at every meeting of the working group.",
    "That the work programme be agreed.",
    "That an apology be given to the residents of Fell Lane.",
    "Asks the Cabinet to keep two computers in every library.",
    "",
)


@pytest.mark.parametrize("text", [*MINUTES, *APOLOGIES, *NOTED])
def test_routine(text: str) -> None:
    assert is_routine(text)


@pytest.mark.parametrize("text", DECISIONS)
def test_a_decision_is_no_routine(text: str) -> None:
    assert not is_routine(text)


@pytest.mark.parametrize("text", [*MINUTES, *APOLOGIES, *NOTED, *DECISIONS])
def test_only_minutes_are_approvals_of_minutes(text: str) -> None:
    assert is_approval_of_minutes(text) is (text in MINUTES)
