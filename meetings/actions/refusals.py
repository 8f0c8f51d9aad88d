"""Why something may not be done to minutes. Each is a sentence that says what to do, fit for a form or a terminal."""


class Refused(Exception):
    """What was asked for would make the minutes wrong; the message says what to do instead."""


class WrongStage(Refused):
    """The minutes are not where they would have to be: published, approved or settled already, or not yet."""
