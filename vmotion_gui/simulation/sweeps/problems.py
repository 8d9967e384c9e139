"""Why a sweep cannot be made or finished."""

from __future__ import annotations

from vmotion_gui.messages import Message, catalogue


class SweepError(ValueError):
    """A sweep that cannot be made or finished; `text` says why and what to do."""

    def __init__(self, text: Message) -> None:
        self.text = text
        super().__init__(catalogue("en").render(text))

    def __reduce__(self) -> tuple[type[SweepError], tuple[Message]]:
        """Errors come back from worker processes with their text."""
        return type(self), (self.text,)
