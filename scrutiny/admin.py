"""Accounts in admin."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.http import HttpRequest

from scrutiny.models import User


@admin.register(User)
class AccountAdmin(UserAdmin[User]):
    """Accounts: a name, an e-mail address, the groups that say what one may do. Closed by unticking “active”, never
    deleted."""

    ordering = ("last_name", "first_name")
    list_display = ("email", "first_name", "last_name", "is_active", "is_staff")
    list_filter = ("groups", "is_active", "is_staff")
    search_fields = ("email", "first_name", "last_name")
    fieldsets = (
        (None, {"fields": ("email", "password")}),
        ("Name", {"fields": ("first_name", "last_name")}),
        ("What this person may do", {"fields": ("is_active", "is_staff", "is_superuser", "groups")}),
        ("Dates", {"fields": ("last_login", "date_joined")}),
    )
    add_fieldsets: Any = (
        (
            None,
            {
                "fields": (
                    "email",
                    "first_name",
                    "last_name",
                    "usable_password",
                    "password1",
                    "password2",
                    "groups",
                    "is_staff",
                )
            },
        ),
    )
    filter_horizontal = ("groups",)

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """Nobody but a superuser changes one: an administrator who gave him a new password could sign in as him."""
        is_beyond = obj is not None and obj.is_superuser and not getattr(request.user, "is_superuser", False)
        return not is_beyond and super().has_change_permission(request, obj)

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> tuple[str, ...]:
        """Only a superuser makes another: otherwise an administrator could give himself everything."""
        own = ("last_login", "date_joined")
        return own if getattr(request.user, "is_superuser", False) else (*own, "is_superuser")
