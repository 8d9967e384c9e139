"""Any text comes out of its literal as it went in."""

from __future__ import annotations

import shutil
import subprocess

import pytest
import tree_sitter_powershell
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from tree_sitter import Language, Parser

from tests.planning.handover.plans import HOSTILE
from vmotion_gui.planning.handover import quoting

_TEXTS = st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(exclude_categories=("Cs",))))
_POWERSHELL = Parser(Language(tree_sitter_powershell.language()))


class Loader(yaml.SafeLoader):
    """Reads Ansible's `!unsafe`."""


Loader.add_constructor("!unsafe", lambda loader, node: loader.construct_scalar(node))


@given(_TEXTS)
def test_yaml(text: str) -> None:
    assert yaml.load(f"key: {quoting.yaml(text)}\n", Loader) == {"key": text}


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
@settings(max_examples=30, deadline=None)
@given(st.lists(_TEXTS.filter(lambda text: "\0" not in text), min_size=1, max_size=30))
def test_bash(texts: list[str]) -> None:
    words = " ".join(map(quoting.bash, texts))
    done = subprocess.run(["bash", "-c", f"printf '%s\\0' {words}"], capture_output=True, check=True)
    assert done.stdout.decode().split("\0")[:-1] == texts


def test_bash_cannot_hold_a_nul() -> None:
    with pytest.raises(ValueError, match="NUL"):
        quoting.bash("a\0b")


@given(st.sampled_from(HOSTILE))
def test_powershell(text: str) -> None:
    literal = quoting.powershell(text)
    tree = _POWERSHELL.parse(f"Find-It {literal}\n".encode())
    assert not tree.root_node.has_error
    command = tree.root_node
    kinds = []
    stack = [command]
    while stack:
        node = stack.pop()
        kinds.append(node.type)
        stack += node.children
    assert kinds.count("command") == 1
    assert literal[1:-1].replace("''", "'") == text or "\u2018" in text


@given(st.text())
def test_a_comment_is_one_line(text: str) -> None:
    assert len(f"# {quoting.comment(text)}".splitlines()) == 1


@given(st.text(st.sampled_from("ab*?[]\\"), max_size=8))
def test_a_pattern_matches_only_its_own_name(text: str) -> None:
    pattern = quoting.glob(text)
    at, seen = 0, ""
    while at < len(pattern):
        at += pattern[at] == "\\"
        assert pattern[at - 1 : at] == "\\" or pattern[at] not in "*?["
        seen, at = seen + pattern[at], at + 1
    assert seen == text.replace("\\", "%5c")
