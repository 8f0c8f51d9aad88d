"""A ModernGov that answers: a real server on this machine, with the answers and the moods of the real ones."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from time import monotonic, sleep
from urllib.parse import parse_qs, urlsplit

from tests.moderngov import TheirMeeting, their_committees, their_meetings

Fault = tuple[int, dict[str, str], bytes]


@dataclass
class Council:
    """`faults` are given before any answer, one for each question; `always` instead of all answers."""

    committees: dict[str, str] = field(default_factory=lambda: {"7": "Ponds Committee", "8": "Rivers Panel"})
    meetings: dict[str, list[TheirMeeting]] = field(default_factory=lambda: {"7": [TheirMeeting()], "8": []})
    faults: list[Fault] = field(default_factory=list)
    always: Fault | None = None
    has_tags: bool = True
    slowness: float = 0.0
    asked: list[str] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    given: list[int] = field(default_factory=list)
    url: str = ""

    def answer(self, operation: str, asked: dict[str, str]) -> str | None:
        if operation == "GetCommittees":
            return their_committees(*self.committees.items())
        if operation == "GetMeetings":
            key = asked["lCommitteeId"]
            return their_meetings(key, self.committees[key], *self.meetings[key])
        there = {meeting.key: meeting for meetings in self.meetings.values() for meeting in meetings}
        found = there.get(asked.get("lMeetingId", ""))
        return found.xml() if operation == "GetMeeting" and found else None

    def operations(self) -> list[str]:
        """What was asked, without the address: “GetMeeting 5001”."""
        said = []
        for each in self.asked:
            parts = urlsplit(each)
            said.append(" ".join([parts.path.rpartition("/")[2], *parse_qs(parts.query).get("lMeetingId", [])]))
        return said

    def was_asked(self, times: int) -> bool:
        """So often and no more; whoever asked may have gone before the last of it was heard here."""
        patience = monotonic() + 10
        while len(self.asked) < times and monotonic() < patience:
            sleep(0.01)
        return len(self.asked) == times

    def forget(self) -> None:
        self.asked.clear()
        self.given.clear()


@contextmanager
def serving(council: Council) -> Iterator[Council]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            council.asked.append(self.path)
            council.agents.add(self.headers["User-Agent"])
            sleep(council.slowness)
            if fault := council.faults.pop(0) if council.faults else council.always:
                self._give(*fault)
                return
            parts = urlsplit(self.path)
            asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
            found = council.answer(parts.path.rpartition("/")[2], asked)
            if found is None or not parts.path.lower().startswith("/mgwebservice.asmx/"):
                self._give(404, {}, b"<html>Not found</html>")
                return
            tag = f'"{sha256(found.encode()).hexdigest()[:12]}"' if council.has_tags else ""
            if tag and self.headers.get("If-None-Match") == tag:
                self._give(304, {"ETag": tag}, b"")
            else:
                self._give(200, {"Content-Type": "text/xml", **({"ETag": tag} if tag else {})}, found.encode())

        def _give(self, status: int, headers: dict[str, str], content: bytes) -> None:
            council.given.append(status)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:
            """Nothing: the test counts what was asked."""

    class Server(ThreadingHTTPServer):
        def handle_error(self, request: object, client_address: object) -> None:
            """Nothing: who asked hung up, which some tests are about."""

    server = Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    council.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield council
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
