"""Bodies, their posts and who holds them, as a clerk keeps them."""

from typing import Any, ClassVar

from django.contrib import admin
from django.http import HttpRequest

from recommendations.admin.keeping import DAYS, NothingIsDeleted
from recommendations.forms.words import PlainModelForm
from recommendations.models import Body, Holding, Post


@admin.register(Body)
class BodyAdmin(NothingIsDeleted):
    list_display = ("name", "kind")
    list_filter = ("kind",)
    search_fields = ("name",)
    prepopulated_fields: ClassVar[dict[str, Any]] = {"slug": ("name",)}

    def get_readonly_fields(self, request: HttpRequest, obj: Body | None = None) -> tuple[str, ...]:
        """Its short name is in addresses that others have linked to."""
        return ("slug",) if obj else ()

    def get_prepopulated_fields(self, request: HttpRequest, obj: Body | None = None) -> dict[str, Any]:
        return {} if obj else self.prepopulated_fields


class HoldingInline(admin.TabularInline[Holding, Post]):
    """Who held it, from when until when. A holding is ended, never deleted."""

    model = Holding
    extra = 1
    can_delete = False
    ordering = ("-from_on",)
    form = PlainModelForm
    formfield_overrides: ClassVar[Any] = DAYS


@admin.register(Post)
class PostAdmin(NothingIsDeleted):
    list_display = ("title", "body", "email")
    list_filter = ("body",)
    list_select_related = ("body",)
    search_fields = ("title", "body__name")
    inlines = (HoldingInline,)


@admin.register(Holding)
class HoldingAdmin(NothingIsDeleted):
    list_display = ("post", "holder", "from_on", "to_on")
    list_select_related = ("post__body", "holder")
    search_fields = ("post__title", "holder__first_name", "holder__last_name")
    date_hierarchy = "from_on"
