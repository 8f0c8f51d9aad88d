"""Forms of signing in."""

from django import forms
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm


class SignInForm(AuthenticationForm):
    username = forms.EmailField(
        label="E-mail address",
        widget=forms.EmailInput(attrs={"autocomplete": "username", "spellcheck": "false"}),
        error_messages={
            "required": "Enter your e-mail address",
            "invalid": "Enter an e-mail address like name@example.org",
        },
    )

    error_messages = {
        "invalid_login": "The e-mail address or the password is wrong. Check both and try again. "
        "If you have forgotten your password, ask an administrator for a new one.",
        "inactive": "This account is closed. Ask an administrator to open it again.",
    }

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["password"].error_messages["required"] = "Enter your password"


class NewPasswordForm(PasswordChangeForm):
    field_order = ["old_password", "new_password1", "new_password2"]

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        for name, label in (
            ("old_password", "Your password now"),
            ("new_password1", "New password"),
            ("new_password2", "The new password again"),
        ):
            self.fields[name].label = label
            self.fields[name].widget.attrs.pop("autofocus", None)
