"""How a form becomes an action: what the action refuses stands beside the field it is about, and nothing is lost."""

from collections.abc import Callable
from typing import Any, TypeVar

from django import forms
from django.http import HttpRequest

from meetings.actions.refusals import Refused
from recommendations.actions.errors import CannotBeDone
from recommendations.forms.decisions import DecisionForm

AnyForm = TypeVar("AnyForm", bound=forms.Form)


def form_of(request: HttpRequest, form_class: type[AnyForm], **options: Any) -> AnyForm:
    """Empty when asked for, filled when sent; filled but not judged when only a resolution was looked for."""
    if request.method != "POST":
        return form_class(**options)
    if "look" in request.POST and issubclass(form_class, DecisionForm):
        return form_class(**options | {"initial": options.get("initial", {}) | request.POST.dict()})
    return form_class(request.POST, request.FILES, **options)


def done(form: forms.Form, act: Callable[[], object]) -> bool:
    """Whether the form was right and the action done."""
    if not form.is_bound or not form.is_valid():
        return False
    try:
        act()
    except CannotBeDone as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        return False
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    return True
