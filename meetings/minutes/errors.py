"""The one exception that reading minutes raises."""


class UnreadableMinutes(ValueError):
    """What was handed over cannot be read as minutes; the message is one line: what is wrong and what to do."""
