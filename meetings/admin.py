"""Committees and meetings in the administration. Minutes are read there, never written: that is done on their pages."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString

from meetings.actions.sittings import create_meeting
from meetings.forms.days import DayField
from meetings.models import AgendaItem, Committee, Meeting
from meetings.querysets import STILL_SAID, AgendaItemQuerySet


class NothingIsDeleted(admin.ModelAdmin[Any]):
    """What others link to stays."""

    formfield_overrides: ClassVar[Any] = {models.DateField: {"form_class": DayField}}

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False


@admin.register(Committee)
class CommitteeAdmin(NothingIsDeleted):
    list_display = ("name", "prefix", "kind", "founded_on", "ended_on")
    list_filter = ("kind",)
    search_fields = ("name", "prefix")
    prepopulated_fields: ClassVar[dict[str, Any]] = {"slug": ("prefix",)}

    def get_readonly_fields(self, request: HttpRequest, obj: Committee | None = None) -> tuple[str, ...]:
        """Its short name is in addresses and its prefix in references: both are for good."""
        return ("slug", "prefix") if obj else ()

    def get_prepopulated_fields(self, request: HttpRequest, obj: Committee | None = None) -> dict[str, Any]:
        return {} if obj else self.prepopulated_fields


class AgendaItemInline(admin.TabularInline[AgendaItem, Meeting]):
    """The items with the size of their minutes, to be read."""

    model = AgendaItem
    fields = readonly_fields = ("place", "counts", "is_exempt")
    verbose_name_plural = "agenda and minutes"
    extra = 0
    can_delete = False
    ordering = ("order",)

    def get_queryset(self, request: HttpRequest) -> AgendaItemQuerySet:
        # the stubs give a plain queryset, the manager gives the model's own
        rows: AgendaItemQuerySet = super().get_queryset(request).filter(STILL_SAID)  # type: ignore[assignment]
        said, resolved = (models.Q(**{f"{rows}__taken_out_at": None}) for rows in ("paragraphs", "resolutions"))
        return rows.select_related("meeting__committee").annotate(
            paragraph_count=models.Count("paragraphs", filter=said, distinct=True),
            resolution_count=models.Count("resolutions", filter=resolved, distinct=True),
        )

    @admin.display(description="item")
    def place(self, item: AgendaItem) -> SafeString:
        return format_html('<a href="{}">{}</a>', item.get_absolute_url(), item)

    @admin.display(description="paragraphs and resolutions")
    def counts(self, item: Any) -> str:
        return f"{item.paragraph_count} and {item.resolution_count}"

    def has_add_permission(self, request: HttpRequest, obj: Meeting | None = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whoever keeps meetings here sees their agenda; exempt items too, which `see_exempt` allows."""
        user: Any = request.user
        return bool(user.has_perm("meetings.view_meeting") and user.has_perm("meetings.see_exempt"))


@admin.register(Meeting)
class MeetingAdmin(NothingIsDeleted):
    """A coming meeting is added here. How far its minutes are is changed on its page, where history is written."""

    list_display = ("held_on", "committee", "minutes_stage", "approved_on")
    list_filter = ("minutes_stage", "committee")
    list_select_related = ("committee",)
    date_hierarchy = "held_on"
    inlines = (AgendaItemInline,)
    add_fields = ("committee", "held_on", "starts_at", "place")
    kept_fields = ("committee", "held_on", "slug", "minutes_stage", "approved_on")
    """What its address and its history say already."""

    def get_fields(self, request: HttpRequest, obj: Meeting | None = None) -> tuple[str, ...]:
        return (*self.kept_fields, "starts_at", "place", "present", "apologies") if obj else self.add_fields

    def get_readonly_fields(self, request: HttpRequest, obj: Meeting | None = None) -> tuple[str, ...]:
        return self.kept_fields if obj else ()

    def get_inlines(self, request: HttpRequest, obj: Meeting | None) -> list[Any]:
        return list(self.inlines) if obj else []

    def save_model(self, request: HttpRequest, obj: Meeting, form: forms.ModelForm[Meeting], change: bool) -> None:
        """A new one gets its address from the action."""
        if change:
            super().save_model(request, obj, form, change)
            return
        made = create_meeting(committee=obj.committee, held_on=obj.held_on, starts_at=obj.starts_at, place=obj.place)
        obj.__dict__.update(made.__dict__)
