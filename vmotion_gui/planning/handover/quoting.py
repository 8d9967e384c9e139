"""Names of an estate as literals of other languages: no name can end its literal, hold a command or be a pattern."""

from __future__ import annotations

import shlex
import unicodedata

_POWERSHELL_QUOTES = "'\u2018\u2019\u201a\u201b"
"""All of them end a single-quoted string in PowerShell, and doubled none of them does."""
_GLOB = "\\*?["


def bash(text: str) -> str:
    """A literal word for a shell. ValueError for a NUL, which no argument can hold."""
    if "\0" in text:
        raise ValueError("an argument cannot hold a NUL")
    return shlex.quote(text)


def powershell(text: str) -> str:
    """A single-quoted string, in which PowerShell replaces nothing."""
    return "'" + "".join(char * 2 if char in _POWERSHELL_QUOTES else char for char in text) + "'"


def yaml(text: str) -> str:
    """A double-quoted scalar that Ansible does not take for a template."""
    return '!unsafe "' + "".join(map(_yaml_char, text)) + '"'


def _yaml_char(char: str) -> str:
    if char in '"\\':
        return "\\" + char
    code = ord(char)
    if (0x20 <= code < 0x7F or code >= 0xA0) and unicodedata.category(char) not in ("Cc", "Cf", "Zl", "Zp", "Cs", "Cn"):
        return char
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"


def glob(name: str) -> str:
    """A name as vCenter's API tells it (slashes and backslashes by number), in which no letter is a wildcard."""
    stored = name.replace("/", "%2f").replace("\\", "%5c")
    return "".join("\\" + char if char in _GLOB else char for char in stored)


def comment(text: str) -> str:
    """A line's rest: one line, without control characters."""
    return "".join(" " if unicodedata.category(char) in ("Cc", "Zl", "Zp") else char for char in text)
