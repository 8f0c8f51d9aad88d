from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    """What was said and resolved."""

    name = "meetings"
