"""Every address of the site, as every role: what opens, what stays shut, and that nothing says what is not meant for
its reader.

An address without a row in DOORS or POSTED makes this fail, and so does a table of the administration without one in
KEPT.
"""

import logging
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib import admin
from django.db import transaction
from django.db.models import Model
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, resolve, reverse

from recommendations.models import ProgressUpdate
from scrutiny.models import User
from tests.council_with_secrets import BATCH, COMMON, MAY_SEE, Council, a_council_with_secrets, source_key

pytestmark = pytest.mark.django_db

ROLES = ("resident", "member", "officer", "other officer", "clerk", "administrator")
Outcome = int | str
Outcomes = tuple[Outcome, ...]
"""In the order of ROLES: the status, or SIGN_IN where one is sent there."""

SIGN_IN = "sign in"
EVERYBODY: Outcomes = (200,) * 6
SIGNED_IN: Outcomes = (SIGN_IN, 200, 200, 200, 200, 200)
CLERKS: Outcomes = (SIGN_IN, 403, 403, 403, 200, 200)
ELSEWHERE_FOR_CLERKS: Outcomes = (SIGN_IN, 403, 403, 403, 302, 302)
SEEN_BY_CLERKS: Outcomes = (404, 404, 404, 404, 200, 200)
SEEN_BY_WHO_LEADS: Outcomes = (404, 404, 200, 404, 200, 200)
LOGGED_BY_WHO_LEADS: Outcomes = (SIGN_IN, 403, 200, 404, 200, 200)
STAFF: Outcomes = (SIGN_IN, SIGN_IN, 200, 200, 200, 200)
STAFF_BUT_OFFICERS: Outcomes = (SIGN_IN, SIGN_IN, 403, 403, 200, 200)
ADMINISTRATORS: Outcomes = (SIGN_IN, SIGN_IN, 403, 403, 403, 200)
NO_STAFF: Outcomes = (SIGN_IN, SIGN_IN, 403, 403, 403, 403)

WAITING, RECORDED, CORRECTING = (
    f"/minutes/{source_key(word)}/" for word in ("zwaitingsource", "zrecordedsource", "zcorrectingsource")
)
OPEN, HIDDEN = "/meetings/ssc/2025-03-10/", "/meetings/ssc/2025-03-17/"
LED, FROM_EXEMPT, EXEMPT, DRAFT, PUBLIC = (f"/recommendations/ssc-24-25-0{n}/" for n in range(1, 6))
REVIEW, TRACK = "/reviews/online-crime/", "/track/ssc/"
DRAFT_PAPER, PAPER = f"{REVIEW}papers/2025-03-10/", f"{REVIEW}papers/2025-05-01/"
WORK = ("respond", "close", "keep-open", "reopen", "extend", "correct-wording", "details", "exempt")
"""A clerk's forms on a recommendation."""

DOORS: dict[str, Outcomes] = {
    "/": EVERYBODY,
    "/committees/": EVERYBODY,
    "/committees/ssc/": EVERYBODY,
    f"/search/?q={COMMON}": EVERYBODY,
    f"/search/?q={COMMON}&page=2": EVERYBODY,
    f"/search/?q={COMMON}&in=paragraphs": EVERYBODY,
    f"/search/?q={COMMON}&in=resolutions": EVERYBODY,
    f"/search/?q={COMMON}&in=recommendations": EVERYBODY,
    f"/search/?q={COMMON}&in=items": EVERYBODY,
    "/search/?q=31.2": EVERYBODY,
    "/search/?q=item+32": EVERYBODY,
    "/search/?q=ssc+24/25+1": EVERYBODY,
    "/search/?q=ssc2425+3": EVERYBODY,
    "/sign-in/": (200, 302, 302, 302, 302, 302),
    "/admin/login/": (SIGN_IN, 403, 302, 302, 302, 302),
    "/account/password/": SIGNED_IN,
    "/accessibility/": EVERYBODY,
    "/healthz": EVERYBODY,
    "/robots.txt": EVERYBODY,
    # minutes
    "/minutes/bring-in/": CLERKS,
    "/minutes/suggestions/": CLERKS,
    "/minutes/suggestions/?of=ssc&state=dismissed": CLERKS,
    WAITING: CLERKS,
    RECORDED: ELSEWHERE_FOR_CLERKS,
    f"{WAITING}discard/": CLERKS,
    f"{RECORDED}discard/": ELSEWHERE_FOR_CLERKS,
    f"{WAITING}source/": CLERKS,
    f"{RECORDED}source/": CLERKS,
    CORRECTING: CLERKS,
    f"{RECORDED}bring-in-corrected/": CLERKS,
    f"{WAITING}bring-in-corrected/": ELSEWHERE_FOR_CLERKS,
    f"{CORRECTING}compare/": CLERKS,
    f"{RECORDED}compare/": ELSEWHERE_FOR_CLERKS,
    f"{WAITING}compare/": ELSEWHERE_FOR_CLERKS,
    f"/minutes/batches/{BATCH}/": CLERKS,
    "/meetings/": EVERYBODY,
    "/meetings/?committee=ssc": EVERYBODY,
    OPEN: EVERYBODY,
    f"{OPEN}31/": EVERYBODY,
    f"{OPEN}32/": SEEN_BY_CLERKS,
    f"{OPEN}39/": EVERYBODY,
    f"{OPEN}approve/": CLERKS,
    f"{OPEN}exempt/": CLERKS,
    f"{OPEN}exempt/?item=32": CLERKS,
    f"{OPEN}exempt/?passage=p31-2": CLERKS,
    f"{OPEN}exempt/?passage=r2": CLERKS,
    HIDDEN: EVERYBODY,
    f"{HIDDEN}41/": SEEN_BY_CLERKS,
    f"{HIDDEN}approve/": ELSEWHERE_FOR_CLERKS,
    f"{HIDDEN}exempt/": CLERKS,
    # recommendations
    "/recommendations/": EVERYBODY,
    "/recommendations/?overdue=yes": EVERYBODY,
    "/recommendations/?committee=ssc&standing=not_started": EVERYBODY,
    LED: SEEN_BY_WHO_LEADS,
    FROM_EXEMPT: SEEN_BY_WHO_LEADS,
    EXEMPT: SEEN_BY_CLERKS,
    DRAFT: SEEN_BY_CLERKS,
    PUBLIC: EVERYBODY,
    f"{LED}log-progress/": LOGGED_BY_WHO_LEADS,
    f"{EXEMPT}log-progress/": (SIGN_IN, 403, 404, 404, 200, 200),
    f"{PUBLIC}log-progress/": (SIGN_IN, 403, 200, 403, 200, 200),
    f"{PUBLIC}log-progress/?corrects=1": (SIGN_IN, 403, 200, 403, 200, 200),
    f"{PUBLIC}evidence/zexemptfile.txt": SEEN_BY_WHO_LEADS,
    f"{PUBLIC}evidence/draft.txt": SEEN_BY_WHO_LEADS,
    f"{PUBLIC}evidence/open.txt": EVERYBODY,
    **{f"{recommendation}{form}/": CLERKS for recommendation in (LED, EXEMPT, PUBLIC) for form in WORK},
    f"{TRACK}2025-03-10/31/p31-1/": CLERKS,
    f"{TRACK}2025-03-10/31/p31-2/": CLERKS,
    f"{TRACK}2025-03-10/31/r2/": CLERKS,
    f"{TRACK}2025-03-10/32/p32-1/": CLERKS,
    f"{TRACK}2025-03-17/41/p41-1/": CLERKS,
    "/waiting/": SIGNED_IN,
    # reviews and papers
    "/reviews/": EVERYBODY,
    "/reviews/new/": CLERKS,
    REVIEW: EVERYBODY,
    f"{REVIEW}edit/": CLERKS,
    f"{REVIEW}add/": CLERKS,
    f"{REVIEW}papers/": EVERYBODY,
    f"{REVIEW}papers/new/": CLERKS,
    DRAFT_PAPER: SEEN_BY_CLERKS,
    f"{DRAFT_PAPER}edit/": CLERKS,
    PAPER: EVERYBODY,
    f"{PAPER}edit/": ELSEWHERE_FOR_CLERKS,
}
"""What can be looked at."""

POSTED: dict[str, Outcomes] = {
    "/demo/sign-in/": (404,) * 6,
    f"{WAITING}record/": CLERKS,
    f"{RECORDED}record/": ELSEWHERE_FOR_CLERKS,
    f"{WAITING}discard/": ELSEWHERE_FOR_CLERKS,
    f"{RECORDED}discard/": ELSEWHERE_FOR_CLERKS,
    f"/minutes/batches/{BATCH}/read/": ELSEWHERE_FOR_CLERKS,
    f"/minutes/batches/{BATCH}/leave-out-rest/": ELSEWHERE_FOR_CLERKS,
    f"{OPEN}publish/": ELSEWHERE_FOR_CLERKS,
    f"{HIDDEN}publish/": ELSEWHERE_FOR_CLERKS,
    "/track/": ELSEWHERE_FOR_CLERKS,
    f"{LED}publish/": ELSEWHERE_FOR_CLERKS,
    f"{DRAFT}publish/": ELSEWHERE_FOR_CLERKS,
    f"{LED}publish-update/": (SIGN_IN, 403, 403, 403, 404, 404),
    f"{PUBLIC}publish-update/": (SIGN_IN, 403, 403, 403, 404, 404),
    f"{LED}discard-draft/": (SIGN_IN, 403, 404, 404, 404, 404),
    f"{PUBLIC}discard-draft/": (SIGN_IN, 403, 302, 404, 404, 404),
    f"{DRAFT_PAPER}publish/": ELSEWHERE_FOR_CLERKS,
    f"{PAPER}publish/": ELSEWHERE_FOR_CLERKS,
    f"{DRAFT_PAPER}withdraw/": ELSEWHERE_FOR_CLERKS,
    f"{PAPER}withdraw/": ELSEWHERE_FOR_CLERKS,
    "/sign-out/": (302,) * 6,  # the last, because nobody is signed in after it
}
"""What can only be done, with a form that says nothing."""

KEPT: dict[str, Outcomes] = {
    "auth.group": NO_STAFF,
    "scrutiny.user": ADMINISTRATORS,
    "meetings.committee": STAFF_BUT_OFFICERS,
    "meetings.meeting": STAFF_BUT_OFFICERS,
    "recommendations.body": STAFF_BUT_OFFICERS,
    "recommendations.holding": STAFF_BUT_OFFICERS,
    "recommendations.post": STAFF_BUT_OFFICERS,
    "recommendations.progressupdate": STAFF,
    "recommendations.recommendation": STAFF,
    "recommendations.review": STAFF_BUT_OFFICERS,
}
"""The lists of the administration."""

ADMINISTRATION = {
    *("index", "login", "logout", "password_change", "password_change_done", "autocomplete", "jsi18n", "view_on_site"),
    *("app_list", "auth_user_password_change"),
}
"""Addresses of the administration that are not of one table; none of them shows a text of ours."""


@pytest.fixture(autouse=True)
def quietly(caplog: pytest.LogCaptureFixture) -> None:
    """Hundreds of refusals, each with its traceback, would bury the one that is wrong."""
    caplog.set_level(logging.CRITICAL, logger="django.request")


class Visit:
    """One role on its way through the site: what opened, and what was said that should not have been.

    Whoever works for the council is let into the administration, so that it has something to refuse.
    """

    def __init__(self, role: str, council: Council) -> None:
        self.role = role
        self.client = Client()
        self.outcomes: dict[str, Outcome] = {}
        self.told: dict[str, set[str]] = {}
        self.heard: set[str] = set()
        people = council.people
        User.objects.filter(pk__in=[people.tom.pk, people.iris.pk, people.dev.pk]).update(is_staff=True)
        visitor = people.everyone()[role]
        if isinstance(visitor, User):
            self.client.force_login(visitor)

    def look(self, address: str) -> None:
        self._take(address, self.client.get(address))

    def send(self, address: str) -> None:
        """Posts an empty form, and takes back what that did."""
        with transaction.atomic():
            self._take(address, self.client.post(address))
            transaction.set_rollback(True)

    def _take(self, address: str, response: Any) -> None:
        content = b"".join(response.streaming_content) if response.streaming else response.content
        text = content.decode() + str(response.headers)
        location = response.headers.get("Location", "")
        is_sent_to_sign_in = location.startswith(("/sign-in/?", "/admin/login/?"))
        self.outcomes[address] = SIGN_IN if is_sent_to_sign_in else response.status_code
        words = {word for word in MAY_SEE if word in text}
        self.heard |= words
        if forbidden := {word for word in words if self.role not in MAY_SEE[word]} - {*re.findall(r"z\w+", address)}:
            self.told[address] = forbidden


def of_role(table: dict[str, Outcomes], role: str) -> dict[str, Outcome]:
    return {address: outcomes[ROLES.index(role)] for address, outcomes in table.items()}


def kept_addresses(model: type[Model]) -> Iterator[str]:
    """Every page of every row of a table in the administration."""
    place = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    yield reverse(f"{place}_changelist") + f"?q={COMMON}"
    yield reverse(f"{place}_add")
    for row in model._default_manager.all():
        for verb in ("change", "history", "delete"):
            yield reverse(f"{place}_{verb}", args=[row.pk])


def routes(patterns: list[Any], prefix: str = "") -> Iterator[str]:
    """Every address there is, but for the administration's own."""
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            yield prefix + str(pattern.pattern)
        elif pattern.namespace != "admin":
            yield from routes(pattern.url_patterns, prefix + str(pattern.pattern))


def test_every_address_has_a_row() -> None:
    walked = {resolve(address.partition("?")[0]).route for address in (*DOORS, *POSTED)}
    assert walked == set(routes(get_resolver().url_patterns))


def test_every_address_of_the_administration_has_a_row() -> None:
    (resolver,) = [
        each for each in get_resolver().url_patterns if isinstance(each, URLResolver) and each.namespace == "admin"
    ]
    names = {name for name in resolver.reverse_dict if isinstance(name, str)}
    verbs = ("changelist", "add", "history", "delete", "change")
    tables = {f"{label.replace('.', '_')}_{verb}" for label in KEPT for verb in verbs}
    assert {model._meta.label_lower for model in admin.site._registry} == set(KEPT)
    assert names == ADMINISTRATION | tables


@pytest.mark.parametrize("role", ROLES)
def test_each_role_finds_the_doors_that_are_his(role: str) -> None:
    visit = Visit(role, a_council_with_secrets())
    for address in DOORS:
        visit.look(address)
    assert visit.told == {}
    assert visit.outcomes == of_role(DOORS, role)
    for address in kept_addresses(ProgressUpdate):  # where a clerk reads what somebody else has only drafted
        visit.look(address)
    assert visit.heard == {word for word, roles in MAY_SEE.items() if role in roles}, "each could have been told"


@pytest.mark.parametrize("role", ROLES)
def test_no_shut_door_opens_by_posting(role: str) -> None:
    visit = Visit(role, a_council_with_secrets())
    shut = {address: outcome for address, outcome in of_role(DOORS, role).items() if outcome in (SIGN_IN, 403, 404)}
    for address in (*shut, *POSTED):
        visit.send(address)
    assert visit.told == {}
    only_looked_at = {address: 405 for address in shut if visit.outcomes[address] == 405}
    assert visit.outcomes == shut | of_role(POSTED, role) | only_looked_at


@pytest.mark.parametrize("role", ROLES)
def test_the_administration_shows_each_what_the_site_shows_him(role: str) -> None:
    visit = Visit(role, a_council_with_secrets())
    lists = {
        model._meta.label_lower: reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
        for model in admin.site._registry
    }
    for address in lists.values():
        visit.look(address)
    assert {label: visit.outcomes[address] for label, address in lists.items()} == of_role(KEPT, role)
    for model in admin.site._registry:
        for address in kept_addresses(model):
            visit.look(address)
    visit.look(reverse("admin:index"))
    assert visit.told == {}
    assert {outcome for outcome in visit.outcomes.values() if outcome not in (200, 302, 403, 404, SIGN_IN)} == set()
