#!/usr/bin/env python
"""Runs the commands of the site: `python manage.py help` lists them."""

import os
import secrets
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "scrutiny.settings")
    if sys.argv[1:2] == ["read_minutes"]:  # prints what a file says: no site starts, so it asks for no key
        os.environ.setdefault("SECRET_KEY", secrets.token_urlsafe(50))
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
