"""What every table of the administration here has in common."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.contrib.auth.models import AbstractUser
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest

from meetings.forms.days import DayField
from meetings.permissions import Actor, may
from recommendations.forms.words import PlainModelForm
from recommendations.permissions import LOG_PROGRESS


def actor_of(request: HttpRequest) -> Actor:
    """Whoever signed in to the administration."""
    if not isinstance(request.user, AbstractUser):
        raise PermissionDenied
    return request.user


DAYS: dict[type[models.Field[Any, Any]], Any] = {models.DateField: {"form_class": DayField}}
"""A slip in the year is said here too."""


class NothingIsDeleted(admin.ModelAdmin[Any]):
    """What others link to stays."""

    form: type[forms.ModelForm[Any]] = PlainModelForm
    formfield_overrides: ClassVar[Any] = DAYS

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False


class OnlyRead(NothingIsDeleted):
    """Shown to whoever works with it; changed on its own pages, by the actions that write its history."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False

    def has_view_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return may(request.user, LOG_PROGRESS)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)
