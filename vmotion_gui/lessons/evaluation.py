"""Expressions of a lesson: checked against a lab before they are used, and answered by a run."""

from __future__ import annotations

import functools
import operator
import re
from collections.abc import Callable
from typing import Any

from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.problems import similar
from vmotion_gui.lessons.expression import Call, Constant, ExpressionError, Kind, Node, Operation, Value, parse
from vmotion_gui.lessons.vocabulary import WORDS, NotKnownError, Parameter
from vmotion_gui.messages import message
from vmotion_gui.simulation.backend import Backend

_MIGRATION = re.compile(r"migration-[1-9][0-9]{0,3}")
_COLLECTIONS = {"vm": "vms", "host": "hosts", "datastore": "datastores", "link": "links"}
_COMPARISONS = ("<", "<=", ">", ">=")
_EQUALITIES = ("==", "!=")
_LOGIC = ("and", "or", "not")
_OPERATORS: dict[str, Callable[[Any, Any], Value]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "==": operator.eq,
    "!=": operator.ne,
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
}


@functools.lru_cache(maxsize=1024)
def _tree(text: str) -> Node:
    return parse(text)


def check_expression(text: str, wanted: Kind, inventory: Inventory) -> None:
    """ExpressionError if a text is no expression of this kind, or names what is neither a word nor in the lab."""
    found = _kind(_tree(text), inventory)
    if found != wanted:
        raise _unfit(found, wanted)


def _unfit(found: Kind, wanted: Kind) -> ExpressionError:
    return ExpressionError(
        message(
            "lesson.expression.kind",
            found=message(f"lesson.kind.{found}"),
            wanted=message(f"lesson.kind.{wanted}"),
        )
    )


def _kind(node: Node, inventory: Inventory) -> Kind:
    match node:
        case Constant(value=value):
            return "text" if isinstance(value, str) else "number"
        case Call():
            return _kind_of_call(node, inventory)
        case Operation(operator=sign, operands=operands):
            kinds = [_kind(operand, inventory) for operand in operands]
            return _kind_of_operation(sign, kinds)


def _kind_of_operation(sign: str, kinds: list[Kind]) -> Kind:
    if sign in _EQUALITIES:
        if kinds[0] != kinds[1]:
            raise _unfit(kinds[1], kinds[0])
        return "truth"
    wanted: Kind = "truth" if sign in _LOGIC else "number"
    for kind in kinds:
        if kind != wanted:
            raise _unfit(kind, wanted)
    return "truth" if sign in _LOGIC or sign in _COMPARISONS else "number"


def _kind_of_call(call: Call, inventory: Inventory) -> Kind:
    word = WORDS.get(call.name)
    if word is None:
        meant = similar(call.name, sorted(WORDS))
        key = "lesson.expression.unknownWordSimilar" if meant else "lesson.expression.unknownWord"
        raise ExpressionError(message(key, found=call.name, meant=meant))
    if len(call.arguments) != len(word.parameters):
        wanted = list(word.parameters)
        raise ExpressionError(message("lesson.expression.arguments", word=call.name, n=len(wanted), allowed=wanted))
    for argument, parameter in zip(call.arguments, word.parameters, strict=True):
        if parameter == "number":
            kind = _kind(argument, inventory)
            if kind != "number":
                raise _unfit(kind, "number")
        else:
            _check_name(argument, parameter, inventory)
    return word.result


def _check_name(argument: Node, parameter: Parameter, inventory: Inventory) -> None:
    name = argument.value if isinstance(argument, Constant) else None
    if not isinstance(name, str):
        raise ExpressionError(message("lesson.expression.quoted", parameter=parameter))
    if parameter == "migration" and not _MIGRATION.fullmatch(name):
        raise ExpressionError(message("lesson.expression.migration", found=name))
    if parameter in _COLLECTIONS and name not in (known := inventory.collection(_COLLECTIONS[parameter])):
        meant = similar(name, list(known))
        key = "lesson.expression.unknownIdSimilar" if meant else "lesson.expression.unknownId"
        raise ExpressionError(message(key, found=name, kind=parameter, meant=meant))


def value_of(text: str, run: Backend) -> Value:
    """What a checked expression is worth now. NotKnownError where the run has not given it yet."""
    return _value(_tree(text), run)


def truth_of(text: str, run: Backend) -> bool:
    """Whether a checked expression of truth is true now; what is not known yet is not."""
    try:
        return value_of(text, run) is True
    except NotKnownError:
        return False


def number_of(text: str, run: Backend) -> float:
    """A checked expression's number now. NotKnownError where the run has not given it yet."""
    return float(value_of(text, run))


def _value(node: Node, run: Backend) -> Value:
    match node:
        case Constant(value=value):
            return value
        case Call(name=name, arguments=arguments):
            return WORDS[name].find(run, *[_value(argument, run) for argument in arguments])
        case Operation(operator="and", operands=(left, right)):
            return _value(left, run) is True and _value(right, run) is True
        case Operation(operator="or", operands=(left, right)):
            return _value(left, run) is True or _value(right, run) is True
        case Operation(operator="not", operands=(operand,)):
            return _value(operand, run) is not True
        case Operation(operator="negative", operands=(operand,)):
            return -float(_value(operand, run))
        case Operation(operator=sign, operands=(left, right)):
            return _combined(sign, _value(left, run), _value(right, run))
    raise AssertionError(node)


def _combined(sign: str, left: Value, right: Value) -> Value:
    if sign != "/":
        return _OPERATORS[sign](left, right)
    if right == 0.0:
        raise NotKnownError
    return float(left) / float(right)
