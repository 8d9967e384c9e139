"""Every rule's example."""

from __future__ import annotations

from tests.compatibility import examples, examples_details
from tests.compatibility.examples import Example

EXAMPLES: dict[str, Example] = {**examples.EXAMPLES, **examples_details.EXAMPLES}
