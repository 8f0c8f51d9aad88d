"""What a form says of bad input where its field says nothing of its own: what to do, and not what is “valid”."""

from typing import Any

from django import forms

INSTEAD = {
    forms.Field: {"required": "Fill this in."},
    forms.CharField: {"max_length": "It has %(show_value)d characters and may have %(limit_value)d. Shorten it."},
    forms.SlugField: {"invalid": "Write it with letters, figures and hyphens only, for example northmoor-fire."},
    forms.EmailField: {"invalid": "Give a whole address, for example libraries@northmoor.example."},
    forms.URLField: {"invalid": "Give a whole address, for example https://www.northmoor.example/report."},
    forms.ChoiceField: {
        "required": "Choose one.",
        "invalid_choice": "That cannot be chosen here. Choose one of those that are offered.",
    },
}
"""By kind of field, the particular after the general."""


class PlainWords(forms.BaseForm):
    """A form whose fields say what to do. What a field was given to say stays."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for field in self.fields.values():
            field.error_messages = field.error_messages | _missing(field)


def _missing(field: forms.Field) -> dict[str, Any]:
    """The messages for which the field still has those of the framework."""
    theirs: dict[str, Any] = {}
    for kind in reversed(type(field).__mro__):
        theirs |= getattr(kind, "default_error_messages", {})
    ours: dict[str, str] = {}
    for kind, messages in INSTEAD.items():
        ours |= messages if isinstance(field, kind) else {}
    return {code: text for code, text in ours.items() if field.error_messages.get(code) == theirs.get(code)}


class PlainModelForm(PlainWords, forms.ModelForm[Any]):
    """For the administration, whose fields are made from the model."""
