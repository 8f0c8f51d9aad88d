"""Addresses inside a meeting: short where they may be, unique always, never changed."""

import pytest

from meetings.actions.anchors import Anchors, hyphened, item_slug


@pytest.mark.parametrize(
    ("number", "address"),
    [("33.6", "33-6"), ("a(i)", "a-i"), ("ESC/16/25", "esc-16-25"), ("107/20", "107-20"), ("", ""), ("—", "")],
)
def test_a_number_in_an_address(number: str, address: str) -> None:
    assert hyphened(number) == address


def test_a_passage_is_called_by_its_number() -> None:
    anchors = Anchors([])
    assert anchors.paragraph("33.6", item="33", order=6) == "p33-6"
    assert anchors.resolution("2", item="33", order=2) == "r2"
    assert anchors.resolution("a(i)", item="33", order=3) == "ra-i"


def test_where_another_item_has_it_the_item_comes_in_between_and_then_a_count() -> None:
    anchors = Anchors(["p1"])
    assert [anchors.paragraph("1", item="29", order=n) for n in (1, 2, 3)] == ["p29-1", "p29-1-2", "p29-1-3"]


def test_what_bears_no_number_is_counted_in_its_item() -> None:
    anchors = Anchors([])
    assert anchors.paragraph("", item="online-crime", order=4) == "ponline-crime-para-4"
    assert anchors.resolution("", item="29", order=1) == "r29-res-1"
    assert anchors.resolution("", item="29", order=1) == "r29-res-1-2"


def test_no_anchor_is_longer_than_its_column() -> None:
    anchors = Anchors([])
    long = [anchors.paragraph("9" * 30, item="x" * 80, order=1) for _ in range(3)]
    assert len(set(long)) == 3
    assert max(map(len, long)) <= 60


def test_an_item_is_called_by_its_number_else_by_its_title_else_by_its_place() -> None:
    assert item_slug("33", "Online crime", order=1, taken=[]) == "33"
    assert item_slug("", "Online crime", order=1, taken=[]) == "online-crime"
    assert item_slug("", "…", order=7, taken=[]) == "item-7"
    assert item_slug("33", "Online crime", order=2, taken=["33"]) == "33-2"


def test_a_long_title_is_cut_between_words() -> None:
    slug = item_slug(
        "",
        "Progress of the recommendations that followed the review of young people and online crime",
        order=1,
        taken=[],
    )
    assert slug == "progress-of-the-recommendations-that-followed-the-review-of"


def test_an_item_does_not_take_the_address_of_a_page() -> None:
    assert item_slug("", "Publish", order=1, taken=[]) == "item-publish"
