"""Static files by the hash of what they hold, so that browsers may keep them for ever."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # whitenoise says no types
    """Scripts import each other by those names, too: an old module never meets a new one."""

    support_js_module_import_aggregation = True
