"""The lab document on disk: read with every problem named at once, written atomically."""

from __future__ import annotations

import codecs
import errno
import functools
import json
import os
import tempfile
from pathlib import Path
from typing import Any

import msgspec

from vmotion_gui.inventory.commands import TimedCommand
from vmotion_gui.inventory.entities import Entity
from vmotion_gui.inventory.estate import COLLECTIONS
from vmotion_gui.inventory.lab import FORMAT, VERSION, Lab, LabDocument
from vmotion_gui.inventory.problems import LabError, Problem, found
from vmotion_gui.inventory.typecheck import converts, type_problems
from vmotion_gui.inventory.validation import Material, validate
from vmotion_gui.messages import Message, message

_decoder = msgspec.json.Decoder(LabDocument)


def load(path: str | os.PathLike[str]) -> Lab:
    """The lab of a file. LabError with every problem if it cannot be read or is no valid lab."""
    return loads(read_bytes(path), name=str(path))


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    """A document's file. LabError if it cannot be read."""
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise LabError([Problem("", _file_text("read", Path(path), error))], str(path)) from error


def loads(data: bytes, name: str = "") -> Lab:
    """The lab of a document's bytes; `name` is for the error's text only. LabError with every problem."""
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        document = _decoder.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise LabError(_all_problems(data, str(error)), name) from error
    problems = validate(Material.of_document(document))
    if problems:
        raise LabError(problems, name)
    return Lab.from_document(document)


def dumps(lab: Lab) -> bytes:
    """The document of a lab: UTF-8 JSON, indented, always the same bytes for the same lab."""
    return msgspec.json.format(msgspec.json.encode(lab.to_document()), indent=2) + b"\n"


def save(lab: Lab, path: str | os.PathLike[str]) -> None:
    """Write a lab, atomically: whatever happens, the file holds either the old lab or the new one, whole.

    LabError if it cannot be written (no permission, no space, no such folder); the old file is then
    untouched.
    """
    target = Path(path)
    try:
        write_atomically(target, dumps(lab))
    except OSError as error:
        raise LabError([Problem("", _file_text("write", target, error))], str(path)) from error


def write_atomically(target: Path, data: bytes) -> None:
    """Replace a file's content in one step. OSError if that fails; nothing is left behind then.

    A symbolic link stays one: what it points at is replaced. An existing file's permissions are kept.
    """
    target = target.resolve()
    mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
    handle, temporary = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, mode)
        os.replace(temporary, target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


_KNOWN_FAILURES: dict[type[OSError], str] = {
    FileNotFoundError: "notFound",
    PermissionError: "notPermitted",
    IsADirectoryError: "isFolder",
}


_NO_SPACE = (errno.ENOSPC, errno.EDQUOT)


def _file_text(action: str, path: Path, error: OSError) -> Message:
    kind = "noSpace" if error.errno in _NO_SPACE else _KNOWN_FAILURES.get(type(error))
    if kind is None:
        return message(f"inventory.file.{action}.failed", path=str(path), reason=error.strerror or str(error))
    return message(f"inventory.file.{action}.{kind}", path=str(path))


# --- the slow path: everything that is wrong ----------------------------------------------------------------


class _NotFiniteError(ValueError):
    """A NaN or an infinity, which JSON does not have."""


def _all_problems(data: bytes, first_error: str) -> list[Problem]:
    plain, problems = parsed(data)
    if problems:
        return problems
    if not isinstance(plain, dict) or plain.get("format") != FORMAT:
        return [Problem("$", message("inventory.document.notALab", format=FORMAT))]
    if isinstance(version := plain.get("version"), int) and version > VERSION:
        return [Problem("$.version", message("inventory.document.newer", found=version, known=VERSION))]
    problems = type_problems(plain, LabDocument)
    problems += validate(_material(plain))
    return problems or [Problem("$", message("inventory.document.notDecodable", reason=first_error))]


def parsed(data: bytes) -> tuple[Any, list[Problem]]:
    """What the json module reads (any JSON value), or None and why it does not."""
    try:
        return json.loads(data.decode("utf-8"), parse_constant=_refuse_constant), []
    except UnicodeDecodeError as error:
        text = message("inventory.document.notUtf8", position=error.start)
    except json.JSONDecodeError as error:
        text = message(
            "inventory.document.notJson",
            line=error.lineno,
            column=error.colno,
            found=_near(error),
            reason=_reason(error),
        )
    except _NotFiniteError as error:
        text = message("inventory.document.notFinite", found=str(error))
    except RecursionError:
        text = message("inventory.document.tooDeep")
    except ValueError:
        text = message("inventory.document.hugeNumber")
    return None, [Problem("$", text)]


def _refuse_constant(constant: str) -> Any:
    raise _NotFiniteError(constant)


def _near(error: json.JSONDecodeError) -> Any:
    return (
        found(error.doc[error.pos : error.pos + 20]) if error.pos < len(error.doc) else message("inventory.found.end")
    )


_SYNTAX_ERRORS = {
    "Expecting value": "value",
    "Expecting property name": "name",
    "Expecting ',' delimiter": "comma",
    "Expecting ':' delimiter": "colon",
    "Extra data": "extraData",
    "Unterminated string": "unterminatedText",
    "Invalid control character": "controlCharacter",
    "Invalid \\": "escape",
    "Illegal trailing comma": "trailingComma",
}
"""How the json module's messages begin, and our sentences for them."""


def _reason(error: json.JSONDecodeError) -> Message:
    kind = next((kind for start, kind in _SYNTAX_ERRORS.items() if error.msg.startswith(start)), "other")
    return message(f"inventory.syntax.{kind}")


def _material(plain: dict[str, Any]) -> Material:
    """What can be understood of a broken document, so that its other faults are named too."""
    material = Material()
    for name, kind in COLLECTIONS.items():
        for index, raw in enumerate(_list(plain.get(name))):
            entity = converts(raw, kind)
            if entity is not None:
                material.add(name, index, entity)
            elif isinstance(raw, dict) and isinstance(raw.get("id"), str):
                material.add_broken(name, index, raw["id"], _without_faults(raw, kind))
    for index, raw in enumerate(_list(plain.get("commands"))):
        command = converts(raw, TimedCommand)
        if command is not None:
            material.commands.append((index, command))
    return material


_STAND_INS: dict[str, Any] = {"name": "?", "capacity_bytes": 1, "free_bytes": 1, "bandwidth_bits_per_s": 1.0}
"""For required fields that are faulty; a reference is left empty."""


@functools.cache
def _fields(kind: type[Entity]) -> tuple[msgspec.structs.FieldInfo, ...]:
    return msgspec.structs.fields(kind)


def _without_faults(raw: dict[str, Any], kind: type[Entity]) -> Entity | None:
    """The entity without the fields that are wrong, so that its references can be looked at."""
    fields = _fields(kind)
    types = {field.encode_name: field.type for field in fields}
    sound = {name: value for name, value in raw.items() if name in types and not type_problems(value, types[name])}
    required = {field.encode_name: _STAND_INS.get(field.encode_name, "") for field in fields if field.required}
    return converts(required | sound, kind)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
