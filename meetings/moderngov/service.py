"""Asks ModernGov's web service, politely: one question at a time, with a pause, and never more than it must."""

import datetime
import re
import time
from dataclasses import dataclass
from types import TracebackType
from typing import Self
from urllib.parse import urlencode, urlsplit
from urllib.request import getproxies, proxy_bypass

import urllib3
from urllib3 import exceptions

from meetings.minutes.errors import UnreadableMinutes

from .answers import ListedMeeting, TheirCommittee, committees_in, meetings_in

LARGEST = 20_000_000
"""Bytes of one answer."""
_LONGEST = 300
"""Seconds that one answer may take to arrive, however steadily it drips."""
_TRIES, _READS, _REDIRECTS, _WAITED_AT_MOST = 4, 2, 3, 120
_AGAIN = frozenset({429, 500, 502, 503, 504})
_CHUNK = 65_536
_SERVICE = re.compile(r"/[^/]*\.asmx\b.*\Z", re.IGNORECASE | re.DOTALL)
_SWITCHED_OFF = re.compile(rb"request format is unrecogni[sz]ed|(?:is|has been) disabled", re.IGNORECASE)


class ServiceFailed(Exception):
    """The service gave no answer that can be used; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Answer:
    """`content` is None where nothing has changed since the answer that bore the entity tag that was shown."""

    url: str
    content: bytes | None
    etag: str = ""


class Service:
    """`url` is the site's own address or that of its mgWebService.asmx; `agent` is what we call ourselves; `pause` and
    `timeout` are seconds. To be used in a `with`. Raises ServiceFailed only.
    """

    def __init__(self, url: str, *, agent: str, pause: float = 1.0, timeout: float = 60.0) -> None:
        self.address = _address(url)
        self.host = urlsplit(self.address).hostname or ""
        self._pause, self._asked_at = pause, 0.0
        retries = urllib3.Retry(
            total=_TRIES,
            read=_READS,
            redirect=_REDIRECTS,
            status_forcelist=_AGAIN,
            backoff_factor=pause,
            retry_after_max=_WAITED_AT_MOST,
            raise_on_status=False,
        )
        self._pool = _pool(self.address, {"User-Agent": agent, "Accept": "text/xml, application/xml"}, timeout, retries)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.clear()

    def committees(self) -> list[TheirCommittee]:
        content = self._ask(self._url("GetCommittees")).content or b""
        try:
            return committees_in(content)
        except UnreadableMinutes as error:
            raise ServiceFailed(f"{self.host} gave no list of committees: {error}") from None

    def meetings(self, committee: str, *, since: datetime.date, until: datetime.date) -> list[ListedMeeting]:
        """Those of a committee, by its id, from one day to another, both included."""
        url = self._url(
            "GetMeetings", lCommitteeId=committee, sFromDate=f"{since:%d/%m/%Y}", sToDate=f"{until:%d/%m/%Y}"
        )
        content = self._ask(url).content or b""
        try:
            found = meetings_in(content)
        except UnreadableMinutes as error:
            raise ServiceFailed(f"{self.host} gave no list of meetings: {error}") from None
        return [meeting for meeting in found if since <= meeting.date <= until]

    def url_of_meeting(self, key: str) -> str:
        return self._url("GetMeeting", lMeetingId=key)

    def meeting(self, key: str, *, etag: str = "") -> Answer:
        """The answer of GetMeeting as it came. `etag` is the entity tag of the answer that is known already."""
        return self._ask(self.url_of_meeting(key), etag)

    def _url(self, operation: str, **asked: str) -> str:
        return f"{self.address}/{operation}" + (f"?{urlencode(asked)}" if asked else "")

    def _ask(self, url: str, etag: str = "") -> Answer:
        time.sleep(max(0.0, self._asked_at + self._pause - time.monotonic()))
        headers = {**self._pool.headers, "If-None-Match": etag} if etag else None
        try:
            response = self._pool.request("GET", url, headers=headers, preload_content=False)
            try:
                return self._answer(url, response)
            finally:
                response.close()
                response.release_conn()
        except exceptions.HTTPError as error:
            raise ServiceFailed(self._unreachable(error)) from None
        finally:
            self._asked_at = time.monotonic()

    def _answer(self, url: str, response: urllib3.BaseHTTPResponse) -> Answer:
        tag = response.headers.get("ETag", "")
        if response.status == 304:
            return Answer(url, None, tag)
        content = self._content(response)
        if response.status != 200:
            raise ServiceFailed(self._refused(url, response.status, content))
        if _is_page(content):
            raise ServiceFailed(
                f"{self.host} answered with a web page instead of XML: its web service is probably switched off. "
                f"{_BY_HAND.format(url=url)}"
            )
        return Answer(url, content, tag)

    def _content(self, response: urllib3.BaseHTTPResponse) -> bytes:
        until = time.monotonic() + _LONGEST
        content = bytearray()
        for chunk in response.stream(_CHUNK, decode_content=True):
            content += chunk
            if len(content) > LARGEST:
                raise ServiceFailed(
                    f"{self.host} answered with more than {LARGEST // 1_000_000} MB, which is no meeting."
                )
            if time.monotonic() > until:
                raise ServiceFailed(f"{self.host} was still answering after {_LONGEST // 60} minutes; try again later.")
        return bytes(content)

    def _refused(self, url: str, status: int, content: bytes) -> str:
        by_hand = _BY_HAND.format(url=url)
        if status in (401, 403):
            return f"{self.host} does not let this machine in ({status}). {by_hand}"
        if status == 404:
            return f"There is no web service at {self.address} (404). Give the address of the council’s ModernGov site."
        if _SWITCHED_OFF.search(content[:_CHUNK]):
            return f"{self.host} has its web service switched off ({status}). {by_hand}"
        if status in _AGAIN:
            return f"{self.host} still answered {status} after {_TRIES + 1} tries; try again later."
        return f"{self.host} answered {status}, which is no answer to “{url}”."

    def _unreachable(self, error: exceptions.HTTPError) -> str:
        reason = error.reason if isinstance(error, exceptions.MaxRetryError) else error
        if isinstance(reason, exceptions.NameResolutionError):
            return f"There is no machine called {self.host}; look at the address."
        if isinstance(reason, exceptions.SSLError):
            return f"The certificate of {self.host} could not be checked, so nothing was fetched."
        if isinstance(reason, exceptions.TimeoutError) and not isinstance(reason, exceptions.NewConnectionError):
            return f"{self.host} did not answer in time; self-hosted sites take a minute, so try again later."
        if isinstance(reason, exceptions.ResponseError):
            return f"{self.host} sends us from one address to another; give the address it ends at."
        return f"{self.host} could not be reached; try again later, or save the XML in a browser and bring that in."


_BY_HAND = (
    "Ask the council’s web team or Civica to open it to this machine; or open {url} in a browser, "
    "save what it shows, and bring that file in."
)


def _address(url: str) -> str:
    """Of the service, from that of the site, of the service or of one of its answers."""
    parts = urlsplit(url.strip())
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ServiceFailed(f"“{url}” is not the address of a site: begin it with https://")
    path = _SERVICE.sub("", parts.path).rstrip("/")
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{path}/mgWebService.asmx"


def _pool(address: str, headers: dict[str, str], timeout: float, retries: urllib3.Retry) -> urllib3.PoolManager:
    """Through the proxy that the environment names for such addresses, where it names one."""
    waits = urllib3.Timeout(connect=min(timeout, 20.0), read=timeout)
    parts = urlsplit(address)
    proxy = getproxies().get(parts.scheme)
    if proxy and not proxy_bypass(parts.netloc):
        return urllib3.ProxyManager(proxy, headers=headers, timeout=waits, retries=retries)
    return urllib3.PoolManager(headers=headers, timeout=waits, retries=retries)


def _is_page(content: bytes) -> bool:
    return re.match(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html)\b", content[:_CHUNK], re.IGNORECASE) is not None
