"""Progress in the administration: an officer adds what happened to what his posts lead, through the same action.

Nothing is changed or deleted here: a wrong update is corrected by another.
"""

import datetime
from itertools import chain
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.validators import MaxLengthValidator
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone

from meetings.permissions import SEE_EXEMPT, Actor, may
from recommendations.actions.errors import CannotBeDone
from recommendations.actions.progress import log_progress
from recommendations.admin.keeping import OnlyRead, actor_of
from recommendations.choices import UpdateStage
from recommendations.forms.evidence import ROWS, EvidenceForm
from recommendations.forms.progress import LONGEST, check_as_at, check_exempt
from recommendations.models import Holding, ProgressUpdate, Recommendation
from recommendations.permissions import LOG_PROGRESS, TRACK
from recommendations.querysets.progress import ProgressUpdateQuerySet
from recommendations.querysets.recommendations import RecommendationQuerySet

GIVEN = ("as_at", "standing", "text", "expected_on", "exempt_text", "exempt_paragraphs", "corrects")


def open_to(by: Actor, *, on: datetime.date) -> RecommendationQuerySet:
    """What this person may log progress on: a clerk on all that is open, an officer on what his posts lead."""
    found = Recommendation.objects.visible_to(by, on=on).filter(published_at__isnull=False)
    found = found if may(by, TRACK) else found.led_by(by, on=on)
    return found.with_position(on=on).open()


def updates_read_by(by: Actor, *, on: datetime.date) -> ProgressUpdateQuerySet:
    """All to those who may read exempt text, to others those of their own posts: the row shows all of its text."""
    seen = ProgressUpdate.objects.visible_to(by, on=on)
    if may(by, SEE_EXEMPT):
        return seen
    return seen.filter(post__in=Holding.objects.current(on=on).of(by).values("post_id"))


def _name(recommendation: Recommendation) -> str:
    return f"{recommendation.reference}: {recommendation.title}"


class ProgressUpdateForm(EvidenceForm, forms.ModelForm[ProgressUpdate]):
    """`by` and `on` are set by the admin, for one request."""

    by: Actor
    on: datetime.date

    class Meta:
        model = ProgressUpdate
        fields = ("recommendation", *GIVEN)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if "recommendation" not in self.fields:
            return
        correctable = updates_read_by(self.by, on=self.on).exclude(stage=UpdateStage.DRAFT)
        self.fields["recommendation"].queryset = open_to(self.by, on=self.on)  # type: ignore[attr-defined]
        self.fields["corrects"].queryset = correctable.filter(  # type: ignore[attr-defined]
            corrected_by__isnull=True
        ).select_related("recommendation")
        self.fields["as_at"].initial = self.on
        for name in ("text", "exempt_text"):
            self.fields[name].validators.append(MaxLengthValidator(LONGEST))
        self.fields["recommendation"].label_from_instance = _name  # type: ignore[attr-defined]
        for name in ("recommendation", "corrects"):
            widget = self.fields[name].widget
            widget.can_add_related = widget.can_view_related = False

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        recommendation, as_at, corrects = (cleaned.get(name) for name in ("recommendation", "as_at", "corrects"))
        if recommendation and as_at:
            try:
                check_as_at(as_at, recommendation, on=self.on)
            except forms.ValidationError as error:
                self.add_error("as_at", error)
        if corrects and recommendation and corrects.recommendation_id != recommendation.pk:
            self.add_error("corrects", "That update is of another recommendation. Choose one of this.")
        check_exempt(self)
        return cleaned


@admin.register(ProgressUpdate)
class ProgressUpdateAdmin(OnlyRead):
    form = ProgressUpdateForm
    list_display = ("recommendation", "as_at", "standing", "stage", "post")
    list_filter = ("standing", "stage")
    list_select_related = ("recommendation", "post")
    date_hierarchy = "as_at"
    search_fields = ("recommendation__reference", "recommendation__title")

    def get_fieldsets(self, request: HttpRequest, obj: ProgressUpdate | None = None) -> Any:
        said = ("recommendation", "as_at", "standing", "text", "expected_on", "corrects")
        exempt = ("exempt_text", "exempt_paragraphs")
        if obj is not None:
            return ((None, {"fields": (*said, "stage", "post", "author", *exempt)}),)
        first, *more = ((f"link_{row}", f"file_{row}", f"label_{row}") for row in range(1, ROWS + 1))
        return (
            (None, {"fields": said}),
            ("Evidence", {"fields": first}),
            ("More evidence", {"fields": tuple(chain.from_iterable(more)), "classes": ("collapse",)}),
            ("Not for publication", {"fields": (*exempt, "exempt_evidence"), "classes": ("collapse",)}),
        )

    def get_queryset(self, request: HttpRequest) -> ProgressUpdateQuerySet:
        return updates_read_by(actor_of(request), on=timezone.localdate())

    def has_add_permission(self, request: HttpRequest) -> bool:
        return may(request.user, LOG_PROGRESS)

    def get_form(
        self, request: HttpRequest, obj: ProgressUpdate | None = None, change: bool = False, **options: Any
    ) -> Any:
        """A class for this request alone, which knows who asks and what day it is."""
        form = super().get_form(request, obj, change, **options)
        return type(form.__name__, (form,), {"by": actor_of(request), "on": timezone.localdate()})

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """What only shows when it is written, such as somebody else's correction just now, is said and no crash."""
        try:
            return super().add_view(request, form_url, extra_context)
        except CannotBeDone as refusal:
            messages.error(request, str(refusal))
            return HttpResponseRedirect(request.get_full_path())

    def save_model(self, request: HttpRequest, obj: models.Model, form: Any, change: bool) -> None:
        given = {name: form.cleaned_data[name] for name in GIVEN}
        written = log_progress(
            form.cleaned_data["recommendation"],
            evidence=form.given_evidence(),
            by=actor_of(request),
            at=timezone.now(),
            **given,
        )
        obj.pk = written.pk
        obj._state.adding = False
