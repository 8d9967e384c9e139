"""A lesson as a sheet to print: blanks where the run's numbers stand, boxes to tick, lines to write on."""

from __future__ import annotations

from vmotion_gui.lessons.checking import PLACEHOLDER
from vmotion_gui.lessons.document import Prediction, Text
from vmotion_gui.lessons.pages.frame import page, table
from vmotion_gui.lessons.pages.lesson import about, headed, sources
from vmotion_gui.lessons.pages.markup import Markup, element, joined, paragraphs
from vmotion_gui.lessons.pages.telling import Telling, ToldStep
from vmotion_gui.messages import Catalogue, catalogue, message

_BLANK = element("span", "\u00a0", class_="blank")
_BOX = element("span", class_="box")
_LINE = element("div", class_="line")


def worksheet_page(telling: Telling, *, answers: bool = False) -> str:
    """The sheet in the language in which the lesson was told; with `answers`, a sheet of its own has them."""
    words, lesson = catalogue(telling.language), telling.lesson
    title = lesson.title.of(telling.language)
    name, date = (words.render(message(f"page.worksheet.{what}")) for what in ("name", "date"))
    who = element("div", element("span", f"{name}:"), element("span", f"{date}:"), class_="who")
    how = element("p", words.render(message("page.worksheet.how", title=title)))
    steps = (_step(words, telling, step) for step in telling.steps)
    solved = _answers(words, telling) if answers else ""
    heading = words.render(message("page.worksheet", title=title))
    body = (who, how, *steps, sources(words, lesson.sources), solved)
    return page(words, heading, about(words, telling), *body)


def _say(words: Catalogue, key: str) -> Markup:
    return element("p", words.render(message(key)))


def _with_blanks(text: Text, language: str) -> Markup:
    """A text of the lesson with room for the numbers that the student reads off the run."""
    shown = []
    for paragraph in text.of(language).strip().split("\n\n"):
        plain = PLACEHOLDER.split(" ".join(paragraph.split()))  # texts and names in turn
        shown.append(element("p", *(_BLANK if index % 2 else part for index, part in enumerate(plain))))
    return joined(*shown)


def _step(words: Catalogue, telling: Telling, told: ToldStep) -> Markup:
    step, language = told.step, telling.language
    parts = [_with_blanks(step.narration, language)]
    asked = [action.text.of(language) for action in step.actions if action.by == "user" and action.text]
    if asked:
        parts.append(element("ul", *(element("li", _BOX, text) for text in asked), class_="tick"))
    if step.prediction is not None:
        parts.append(_question(words, step.prediction, language))
    if step.resolves:
        parts.append(_lines(words, "page.worksheet.saw"))
    if step.exercise is not None:
        goals = (element("li", _BOX, goal.text.of(language)) for goal in step.exercise.goals)
        parts += [element("ul", *goals, class_="tick"), _lines(words, "page.worksheet.goals")]
    if step.hint is not None:
        hint = element("strong", words.render(message("page.worksheet.hint")))
        parts.append(element("p", hint, ": ", _with_blanks_in_line(step.hint, language), class_="note"))
    return headed(told, language, *parts)


def _with_blanks_in_line(text: Text, language: str) -> Markup:
    plain = PLACEHOLDER.split(" ".join(text.of(language).split()))
    return joined(*(_BLANK if index % 2 else part for index, part in enumerate(plain)))


def _lines(words: Catalogue, key: str) -> Markup:
    return element("div", _say(words, key), _LINE, _LINE, class_="question")


def _question(words: Catalogue, prediction: Prediction, language: str) -> Markup:
    if prediction.choices:
        choices = (element("li", _BOX, choice.text.of(language)) for choice in prediction.choices)
        answer = element("ul", *choices, class_="tick")
    else:
        answer = element("p", words.render(message("page.worksheet.number")), ": ", _BLANK)
    question = element("p", element("strong", prediction.question.of(language)))
    return element("div", question, answer, _say(words, "page.worksheet.why"), _LINE, class_="question")


# --- for the trainer ------------------------------------------------------------------------------------------


def _answers(words: Catalogue, telling: Telling) -> Markup:
    sheets = (_answer(words, telling.language, told) for told in telling.steps)
    heading = element("h1", words.render(message("page.worksheet.answers")))
    return element("div", heading, _say(words, "page.worksheet.fromRun"), *sheets, class_="answers")


def _answer(words: Catalogue, language: str, told: ToldStep) -> Markup:
    parts = []
    if PLACEHOLDER.search(told.step.narration.of(language)):
        parts.append(paragraphs(told.narration))
    if told.right:
        parts.append(element("p", element("strong", words.render(message("page.lesson.says", right=told.right)))))
    if told.step.exercise is not None:
        rows = [(words.quantity(event.time_s, "seconds"), words.render(event.text)) for event in told.events]
        columns = ("page.column.when", "page.column.event")
        parts += [_say(words, "page.worksheet.solution"), table(words, columns, rows)]
    if told.step.notes is not None:
        parts.append(element("p", told.step.notes.of(language), class_="note"))
    return headed(told, language, *parts) if parts else Markup("")
