"""Who is asked: chosen from the bodies and posts there are, or named anew in the same form."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.db.models.functions import Lower

from recommendations.actions.bodies import NewBody, NewPost
from recommendations.choices import BodyKind
from recommendations.forms.fields import BodyField, PostField
from recommendations.forms.words import PlainWords
from recommendations.models import Body, Post


class AnswererForm(PlainWords, forms.Form):
    """`chosen_body` and `chosen_post` are what the actions take."""

    addressee = BodyField(
        label="Addressee",
        help_text="The body that is asked and must answer.",
        error_messages={"required": "Choose who is asked, or name a new body."},
    )
    new_body = forms.CharField(
        label="Name of the new body", required=False, max_length=200, help_text="For example: Northmoor Fire and Rescue"
    )
    new_body_kind = forms.ChoiceField(
        label="Kind of body",
        required=False,
        choices=[("", "Choose its kind"), *BodyKind.choices],
        help_text="It decides how long it has to respond.",
    )
    lead_post = PostField(label="Lead post", required=False, help_text="Who says what happened, round by round.")
    new_post = forms.CharField(
        label="Title of the new post",
        required=False,
        max_length=200,
        help_text="A post in the addressee, such as Head of Roads",
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["addressee"].required = not (self.is_bound and self["new_body"].value())

    @property
    def new_body_is_open(self) -> bool:
        return any(self[name].errors or self[name].value() for name in ("new_body", "new_body_kind"))

    @property
    def new_post_is_open(self) -> bool:
        return bool(self["new_post"].errors or self["new_post"].value())

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        addressee, new_body = cleaned.get("addressee"), cleaned.get("new_body")
        if addressee and new_body:
            self.add_error("new_body", "Choose a body from the list or name a new one, not both.")
        elif new_body and not cleaned.get("new_body_kind"):
            self.add_error("new_body_kind", "Choose what kind of body it is.")
        if cleaned.get("lead_post") and cleaned.get("new_post"):
            self.add_error("new_post", "Choose a post from the list or name a new one, not both.")
        return cleaned

    def chosen_body(self) -> Body | NewBody:
        body: Body | None = self.cleaned_data["addressee"]
        return body or NewBody(name=self.cleaned_data["new_body"], kind=self.cleaned_data["new_body_kind"])

    def chosen_post(self) -> Post | NewPost | None:
        post: Post | None = self.cleaned_data["lead_post"]
        title = self.cleaned_data["new_post"]
        return NewPost(title=title) if title else post


def known_answerers(owners: Collection[str]) -> dict[str, tuple[Body, Post | None]]:
    """Who answers for these words of minutes, where that is beyond doubt: one post of that title, or the body of that
    name. Two queries."""
    wanted = {owner.lower() for owner in owners if owner}
    if not wanted:
        return {}
    posts: dict[str, list[Post]] = {}
    for post in Post.objects.select_related("body").annotate(words=Lower("title")).filter(words__in=wanted):
        posts.setdefault(post.title.lower(), []).append(post)
    bodies = {body.name.lower(): body for body in Body.objects.annotate(words=Lower("name")).filter(words__in=wanted)}
    known: dict[str, tuple[Body, Post | None]] = {}
    for owner in owners:
        titled = posts.get(owner.lower(), [])
        if len(titled) == 1:
            known[owner] = titled[0].body, titled[0]
        elif not titled and owner.lower() in bodies:
            known[owner] = bodies[owner.lower()], None
    return known


def proposed_answerer(owner: str) -> dict[str, Any]:
    """What the form begins with, from the words a suggestion has for its owner."""
    if not owner:
        return {}
    post = Post.objects.select_related("body").filter(title__iexact=owner).first()
    if post is not None:
        return {"addressee": post.body, "lead_post": post}
    body = Body.objects.filter(name__iexact=owner).first()
    return {"addressee": body} if body is not None else {"new_body": owner}
