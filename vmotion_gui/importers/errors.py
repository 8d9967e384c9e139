"""Why a file cannot be imported at all."""

from __future__ import annotations

from vmotion_gui.messages import Message, catalogue


class RvtoolsError(ValueError):
    """A file or folder that is no readable RVTools export; `text` says what is wrong and what to do."""

    def __init__(self, text: Message) -> None:
        self.text = text
        super().__init__(catalogue("en").render(text))
