"""References: by committee and municipal year, without gaps, never the same twice."""

import threading

import pytest
from django.db import IntegrityError, connection, transaction

from meetings.models import Committee
from recommendations.actions.recommendations import raise_recommendation
from recommendations.models import Body, Recommendation
from scrutiny.models import User
from tests.cast import Cast
from tests.factories import a_body, a_committee, a_recommendation, a_user
from tests.recommendations.history import AT, day


def raised(committee: Committee, made_on: str, by: User, addressee: Body | None = None) -> Recommendation:
    body = addressee or Body.objects.first() or a_body()
    return raise_recommendation(
        committee=committee,
        kind="action",
        title="Buses",
        wording="That there be buses.",
        made_on=day(made_on),
        addressee=body,
        by=by,
        at=AT,
    )


def test_references_count_within_a_committee_and_a_municipal_year(cast: Cast) -> None:
    ssc, ovs = a_committee(prefix="SSC", slug="ssosc"), a_committee(prefix="OVS", slug="ovs")
    made = [
        raised(ssc, "2018-03-27", cast.dev),
        raised(ssc, "2018-04-30", cast.dev),
        raised(ssc, "2018-05-01", cast.dev),
        raised(ovs, "2018-05-01", cast.dev),
        raised(ssc, "2018-04-02", cast.dev),
    ]
    assert [(r.reference, r.slug) for r in made] == [
        ("SSC (17/18) 01", "ssc-17-18-01"),
        ("SSC (17/18) 02", "ssc-17-18-02"),
        ("SSC (18/19) 01", "ssc-18-19-01"),
        ("OVS (18/19) 01", "ovs-18-19-01"),
        ("SSC (17/18) 03", "ssc-17-18-03"),
    ]


def test_prefixes_that_differ_only_in_signs_still_have_addresses_of_their_own(cast: Cast) -> None:
    first, second = a_committee(prefix="S.C", slug="safer"), a_committee(prefix="SC", slug="schools")
    slugs = [raised(committee, "2026-05-02", cast.dev).slug for committee in (first, second)]
    assert slugs == ["sc-26-27-01", "schools-26-27-01"]


def test_a_prefix_of_signs_borrows_no_more_of_the_slug_than_an_address_holds(cast: Cast) -> None:
    long = "s" * 50
    committees = [a_committee(prefix=prefix, slug=long[:length]) for prefix, length in (("((", 50), ("))", 49))]
    slugs = [raised(committee, "2026-05-02", cast.dev).slug for committee in committees]
    assert slugs == [f"{'s' * 22}-26-27-01", f"{'s' * 22}-2-26-27-01"]


def test_the_database_refuses_the_same_sequence_twice(cast: Cast) -> None:
    committee = a_committee()
    a_recommendation(committee=committee, sequence=7)
    with pytest.raises(IntegrityError), transaction.atomic():
        a_recommendation(committee=committee, sequence=7, slug="another", reference="Another")


@pytest.mark.django_db(transaction=True)
def test_two_clerks_at_once_never_get_the_same_reference() -> None:
    committee, clerk, body = a_committee(prefix="SSC"), a_user(), a_body()
    start = threading.Barrier(4)
    found: list[str] = []
    failed: list[Exception] = []

    def clerk_raises() -> None:
        try:
            start.wait(timeout=60)
            found.extend(raised(committee, "2026-03-09", clerk, addressee=body).reference for _ in range(3))
        except Exception as error:  # noqa: BLE001  (shown below, where the test can see it)
            failed.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=clerk_raises) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert failed == []
    assert sorted(found) == [f"SSC (25/26) {n:02d}" for n in range(1, 13)]
