"""Addresses of accounts, and of the pages that every site has."""

from django.urls import path

from scrutiny.views import accounts, pages

urlpatterns = [
    path("sign-in/", accounts.SignIn.as_view(), name="sign_in"),
    path("sign-out/", accounts.SignOut.as_view(), name="sign_out"),
    path("demo/sign-in/", accounts.demo_sign_in, name="demo_sign_in"),
    path("account/password/", accounts.ChangePassword.as_view(), name="password_change"),
    path("admin/login/", accounts.admin_sign_in),
    path("accessibility/", pages.accessibility, name="accessibility"),
    path("healthz", pages.healthz, name="healthz"),
    path("robots.txt", pages.robots, name="robots"),
]
