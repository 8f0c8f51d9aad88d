"""How ModernGov is asked: politely, again where a fault passes, and with a word for whoever has to mend it."""

import time

import pytest

from meetings.models import Committee, Meeting
from meetings.moderngov import Service, ServiceFailed
from tests.cast import Cast
from tests.meetings.taking_over import PONDS, sync
from tests.moderngov_service import Council


def test_we_say_who_we_are(council: Council, ponds: Committee) -> None:
    sync(council, *PONDS)
    assert council.agents == {"scrutiny-tracker (+http://127.0.0.1:8000)"}


@pytest.mark.parametrize("suffix", ["/", "/mgWebService.asmx", "/mgWebService.asmx/GetMeeting?lMeetingId=5"])
def test_the_address_may_be_that_of_the_site_or_of_the_service(council: Council, ponds: Committee, suffix: str) -> None:
    council.url += suffix
    assert sync(council, *PONDS)[2] == ""
    assert council.asked[0] == "/mgWebService.asmx/GetCommittees"


@pytest.mark.parametrize(("status", "headers"), [(500, {}), (503, {"Retry-After": "0"}), (429, {"Retry-After": "0"})])
def test_a_fault_that_passes_is_asked_again(
    council: Council, ponds: Committee, status: int, headers: dict[str, str]
) -> None:
    council.faults = [(status, headers, b"busy")] * 2
    assert sync(council, *PONDS)[2] == ""
    assert council.given[:3] == [status, status, 200]


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ((403, {}, b"Forbidden"), "does not let this machine in (403). Ask the council’s web team or Civica"),
        ((404, {}, b"Not found"), "There is no web service at"),
        ((200, {}, b"<!DOCTYPE html><html><p>Welcome</p></html>"), "answered with a web page instead of XML"),
        ((500, {}, b"<html>Request format is unrecognized for URL</html>"), "has its web service switched off (500)"),
        ((500, {}, b"oh"), "still answered 500 after 5 tries; try again later."),
        ((418, {}, b"teapot"), "answered 418"),
        ((200, {}, b"<committees><committee>"), "gave no list of committees: This XML is broken in line 1"),
        ((200, {}, b"<getmeetings/>"), "answered with <getmeetings> where <committees> was asked for"),
        ((200, {}, b"x" * 20_000_001), "answered with more than 20 MB"),
        ((302, {"Location": "/again"}, b""), "sends us from one address to another"),
        ((302, {"Location": "file:///etc/passwd"}, b""), "could not be reached"),
    ],
)
def test_what_is_no_answer_is_said_with_what_to_do(
    council: Council, ponds: Committee, fault: tuple[int, dict[str, str], bytes], said: str
) -> None:
    council.always = fault
    out, err, end = sync(council, *PONDS)
    assert (out, err) == ("", "")
    assert said in end
    assert "\n" not in end
    assert not Meeting.objects.exists()


def test_a_service_that_takes_its_time_is_not_waited_for_for_ever(council: Council) -> None:
    council.slowness = 0.5
    with (
        Service(council.url, agent="test", pause=0, timeout=0.1) as service,
        pytest.raises(ServiceFailed, match="did not answer in time; self-hosted sites take a minute"),
    ):
        service.committees()
    assert council.was_asked(3)


def test_questions_are_asked_with_a_pause_between(council: Council) -> None:
    start = time.monotonic()
    with Service(council.url, agent="test", pause=0.2) as service:
        for _ in range(3):
            service.meeting("5001")
    assert time.monotonic() - start >= 0.4


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("democracy.elmford.example", "is not the address of a site: begin it with https://"),
        ("file:///etc/passwd", "is not the address of a site"),
        ("http://127.0.0.1:9", "could not be reached"),
    ],
)
def test_an_address_that_leads_nowhere(council: Council, cast: Cast, url: str, said: str) -> None:
    council.url = url
    assert said in sync(council, *PONDS)[2]


def test_it_goes_through_the_proxy_that_the_environment_names(
    council: Council, ponds: Committee, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", council.url)
    council.url = "http://democracy.elmford.example"
    assert sync(council, *PONDS)[2] == ""
    assert council.asked[0] == "http://democracy.elmford.example/mgWebService.asmx/GetCommittees"
