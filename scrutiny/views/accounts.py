"""Signing in and out."""

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib import admin, messages
from django.contrib.auth import login, views
from django.contrib.auth.forms import PasswordChangeForm
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, resolve_url
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from meetings.permissions import Visitor, may, role_of
from recommendations.permissions import LOG_PROGRESS, TRACK
from scrutiny.forms.accounts import NewPasswordForm, SignInForm
from scrutiny.models import User

if TYPE_CHECKING:
    from scrutiny.demo.cast import Player

BACKEND = "django.contrib.auth.backends.ModelBackend"


class SignIn(views.LoginView):
    """By e-mail address and password; in the demonstration also as one of its cast, at one press."""

    form_class = SignInForm
    template_name = "scrutiny/sign_in.html"
    redirect_authenticated_user = True

    def get_default_redirect_url(self) -> str:
        return first_page(self.request.user)

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        return super().get_context_data(cast=demo_cast(), **context)


class SignOut(views.LogoutView):
    http_method_names = ["post"]


class ChangePassword(views.PasswordChangeView):
    form_class = NewPasswordForm
    template_name = "scrutiny/password_change.html"

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        return super().get_context_data(role=role_of(self.get_form_kwargs()["user"]), **context)

    def form_valid(self, form: PasswordChangeForm) -> HttpResponse:
        messages.success(self.request, "Your password is changed.")
        return super().form_valid(form)

    def get_success_url(self) -> str:
        return first_page(self.request.user)


@require_POST
def demo_sign_in(request: HttpRequest) -> HttpResponse:
    """Only the demonstration, and only its cast, lets somebody in without a password."""
    email = request.POST.get("email", "")
    if email not in {player.email for player in demo_cast()}:
        raise Http404
    user = get_object_or_404(User, email=email, is_active=True)
    login(request, user, backend=BACKEND)
    onwards = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(onwards, {request.get_host()}, require_https=request.is_secure())
    return HttpResponseRedirect(onwards if is_ours else first_page(user))


@require_safe
def admin_sign_in(request: HttpRequest) -> HttpResponse:
    """The administration has no sign-in of its own. Whoever is signed in goes on to it, or may not administer."""
    if admin.site.has_permission(request):
        return redirect("admin:index")
    if request.user.is_authenticated:
        raise PermissionDenied
    return views.redirect_to_login(request.GET.get("next", reverse("admin:index")))


def demo_cast() -> tuple["Player", ...]:
    """Who plays in the demonstration; nobody on any other site."""
    if not settings.DEMO:
        return ()
    from scrutiny.demo.cast import CAST  # noqa: PLC0415  (a real site never loads the demonstration)

    return CAST


def first_page(visitor: Visitor) -> str:
    """Where somebody goes who has just signed in: to what waits for him, or home."""
    works_here = may(visitor, LOG_PROGRESS) or may(visitor, TRACK)
    return resolve_url("recommendations:waiting" if works_here else "home")
