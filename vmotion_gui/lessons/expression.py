"""Expressions of lesson files: comparisons and sums over a closed vocabulary. They are read here, never run as code.

    expression = conjunction { "or" conjunction }
    conjunction = negation { "and" negation }
    negation = "not" negation | comparison
    comparison = sum [ ("<" | "<=" | ">" | ">=" | "==" | "!=") sum ]
    sum = product { ("+" | "-") product }
    product = factor { ("*" | "/") factor }
    factor = "-" factor | number | text | name [ "(" expression { "," expression } ")" ] | "(" expression ")"

Truth is a kind of its own: a number is not true or false.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable
from typing import Literal

from vmotion_gui.messages import Message, message

Kind = Literal["number", "text", "truth"]
Value = float | str | bool

LONGEST = 400
"""Characters of one expression."""
DEEPEST = 24
_TOKEN = re.compile(
    r"""\s*(?:(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|"([^"]*)"|([A-Za-z_][A-Za-z0-9_]*)|(<=|>=|==|!=|[-+*/<>(),]))"""
)


class ExpressionError(ValueError):
    """What is wrong with an expression, and the cure."""

    def __init__(self, text: Message) -> None:
        self.text = text
        super().__init__(text.key)


@dataclasses.dataclass(frozen=True, slots=True)
class Constant:
    value: float | str


@dataclasses.dataclass(frozen=True, slots=True)
class Call:
    """A word of the vocabulary with its arguments."""

    name: str
    arguments: tuple[Node, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Operation:
    """An operator with one or two operands."""

    operator: str
    operands: tuple[Node, ...]


Node = Constant | Call | Operation


def parse(text: str) -> Node:
    """The tree of an expression. ExpressionError if it is none."""
    if len(text) > LONGEST:
        raise ExpressionError(message("lesson.expression.tooLong", n=len(text), allowed=LONGEST))
    return _Parser(text).whole()


def calls(node: Node) -> Iterable[Call]:
    """Every use of the vocabulary in a tree."""
    if isinstance(node, Call):
        yield node
    for part in _parts(node):
        yield from calls(part)


def _parts(node: Node) -> tuple[Node, ...]:
    match node:
        case Call(arguments=parts) | Operation(operands=parts):
            return parts
        case _:
            return ()


class _Parser:
    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = list(self._split(text))
        self._position = self._depth = 0

    def _split(self, text: str) -> Iterable[tuple[str, str]]:
        position, text = 0, text.rstrip()
        while position < len(text):
            found = _TOKEN.match(text, position)
            if found is None:
                raise ExpressionError(message("lesson.expression.character", found=text[position:].strip()[:1]))
            position = found.end()
            number, quoted, word, sign = found.groups()
            if number is not None:
                yield "number", number
            elif quoted is not None:
                yield "text", quoted
            elif word is not None:
                yield ("sign" if word in ("and", "or", "not") else "word"), word
            else:
                yield "sign", sign

    def whole(self) -> Node:
        node = self._any()
        if self._position < len(self._tokens):
            raise ExpressionError(message("lesson.expression.rest", found=self._tokens[self._position][1]))
        return node

    def _sign(self, *signs: str) -> str:
        """The next token if it is one of these, and go on."""
        if self._position < len(self._tokens):
            kind, token = self._tokens[self._position]
            if kind == "sign" and token in signs:
                self._position += 1
                return token
        return ""

    def _chain(self, operand: Callable[[], Node], *signs: str) -> Node:
        node = operand()
        while sign := self._sign(*signs):
            node = Operation(sign, (node, operand()))
        return node

    def _any(self) -> Node:
        self._depth += 1
        if self._depth > DEEPEST:
            raise ExpressionError(message("lesson.expression.tooDeep", allowed=DEEPEST))
        node = self._chain(self._conjunction, "or")
        self._depth -= 1
        return node

    def _conjunction(self) -> Node:
        return self._chain(self._negation, "and")

    def _negation(self) -> Node:
        if self._sign("not"):
            return Operation("not", (self._deeper(self._negation),))
        return self._comparison()

    def _comparison(self) -> Node:
        left = self._sum()
        if sign := self._sign("<", "<=", ">", ">=", "==", "!="):
            return Operation(sign, (left, self._sum()))
        return left

    def _sum(self) -> Node:
        return self._chain(self._product, "+", "-")

    def _product(self) -> Node:
        return self._chain(self._factor, "*", "/")

    def _deeper(self, operand: Callable[[], Node]) -> Node:
        self._depth += 1
        if self._depth > DEEPEST:
            raise ExpressionError(message("lesson.expression.tooDeep", allowed=DEEPEST))
        node = operand()
        self._depth -= 1
        return node

    def _factor(self) -> Node:
        if self._sign("-"):
            return Operation("negative", (self._deeper(self._factor),))
        if self._sign("("):
            node = self._any()
            self._close()
            return node
        if self._position >= len(self._tokens):
            raise ExpressionError(message("lesson.expression.ends"))
        kind, token = self._tokens[self._position]
        self._position += 1
        if kind == "number":
            return Constant(float(token))
        if kind == "text":
            return Constant(token)
        if kind == "word":
            return Call(token, self._arguments())
        raise ExpressionError(message("lesson.expression.unexpected", found=token))

    def _arguments(self) -> tuple[Node, ...]:
        if not self._sign("("):
            return ()
        found = [self._any()]
        while self._sign(","):
            found.append(self._any())
        self._close()
        return tuple(found)

    def _close(self) -> None:
        if not self._sign(")"):
            raise ExpressionError(message("lesson.expression.unclosed"))
