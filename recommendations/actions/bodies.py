"""Bodies and posts that are first named while something is asked of them."""

from dataclasses import dataclass

from django.utils.text import slugify

from meetings.actions.anchors import free
from recommendations.actions.errors import BodyExists, PostExists
from recommendations.models import Body, Post


@dataclass(frozen=True, slots=True)
class NewBody:
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class NewPost:
    """A post that is made in the body that is asked."""

    title: str


def settle_body(body: Body | NewBody) -> Body:
    """The body itself, made where it is new; inside the transaction of the action that needs it."""
    if isinstance(body, Body):
        return body
    if Body.objects.filter(name__iexact=body.name).exists():
        raise BodyExists
    return Body.objects.create(name=body.name, kind=body.kind, slug=_free_slug(body.name))


def settle_post(post: Post | NewPost | None, *, body: Body) -> Post | None:
    if post is None or isinstance(post, Post):
        return post
    if body.posts.filter(title__iexact=post.title).exists():
        raise PostExists
    return Post.objects.create(body=body, title=post.title)


def _free_slug(name: str) -> str:
    base = slugify(name)[:44].strip("-") or "body"
    taken = set(Body.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    return free(base, taken)
