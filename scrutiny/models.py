"""Accounts. The name one signs in with is one's e-mail address."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models
from django.db.models.functions import Lower


class AccountManager(UserManager["User"]):
    """Makes accounts from an e-mail address instead of a user name."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":  # type: ignore[override]
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":  # type: ignore[override]
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> "User":
        """E-mail addresses are the same whatever their capitals."""
        return self.get(email__iexact=username)


class User(AbstractUser):
    """Somebody with an account. What he may do follows from his groups, and from the posts he holds."""

    username = None  # type: ignore[assignment]
    email = models.EmailField(
        "e-mail address", unique=True, error_messages={"unique": "Somebody already signs in with this address."}
    )

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["first_name", "last_name"]

    objects = AccountManager()  # type: ignore[misc]

    class Meta:
        ordering = ("last_name", "first_name")
        constraints = (models.UniqueConstraint(Lower("email"), name="email_is_unique_whatever_its_capitals"),)

    def __str__(self) -> str:
        return self.get_full_name() or self.email
