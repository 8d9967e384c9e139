"""A lesson as a page to read: what is told, what was asked and what came of it, and its run."""

from __future__ import annotations

from collections.abc import Iterable

from vmotion_gui.lessons.document import Source
from vmotion_gui.lessons.pages.frame import page, section
from vmotion_gui.lessons.pages.markup import Markup, element, joined, paragraphs
from vmotion_gui.lessons.pages.run import run_parts
from vmotion_gui.lessons.pages.telling import Telling, ToldStep
from vmotion_gui.messages import Catalogue, catalogue, message


def lesson_page(telling: Telling, parts: Iterable[str] | None = None) -> str:
    """The lesson as one HTML file that needs no other, in the language in which it was told; `parts` as of
    `run_page`."""
    words, lesson = catalogue(telling.language), telling.lesson
    steps = [_step(words, telling, step) for step in telling.steps]
    run = element("h1", words.render(message("page.lesson.run")))
    body = (
        *steps,
        sources(words, lesson.sources),
        run,
        *(run_parts(words, telling.backend) if parts is None else parts),
    )
    return page(words, lesson.title.of(telling.language), about(words, telling), *body)


def about(words: Catalogue, telling: Telling) -> list[str]:
    """What the lesson is about, and for whom."""
    lesson = telling.lesson
    level = message(f"page.level.{lesson.level}")
    facts = message("page.lesson.about", minutes=lesson.minutes, level=level, steps=len(lesson.steps))
    return [lesson.summary.of(words.language), words.render(facts)]


def headed(step: ToldStep, language: str, *parts: str) -> Markup:
    """A step's number and title, and what stands under it."""
    number = element("span", f"{step.number} ", class_="count")
    return element("section", element("h2", number, step.step.title.of(language)), joined(*parts), class_="step")


def sources(words: Catalogue, all_: tuple[Source, ...]) -> Markup:
    """Where it is explained further; only links that a reader clicks leave the page."""
    if not all_:
        return Markup("")
    titles = (
        element("a", source.title, href=source.url, rel="noopener noreferrer")
        if source.url.startswith("https://")
        else source.title
        for source in all_
    )
    return section(words.render(message("page.lesson.sources")), element("ul", *(element("li", it) for it in titles)))


def _step(words: Catalogue, telling: Telling, told: ToldStep) -> Markup:
    step, language = told.step, telling.language
    parts = [paragraphs(told.narration)]
    if told.details:
        summary = element("summary", words.render(message("page.lesson.more")))
        parts.append(element("details", summary, paragraphs(told.details)))
    asked = (action.text.of(language) for action in step.actions if action.by == "user" and action.text)
    parts += [element("p", words.render(message("page.lesson.asked", text=text))) for text in asked]
    if step.prediction is not None:
        parts.append(_question(words, telling, told))
    if told.right:
        parts.append(element("p", element("strong", words.render(message("page.lesson.says", right=told.right)))))
    if told.goals:
        goals = (element("li", f"{'✓' if reached else '○'} {text}") for text, reached in told.goals)
        parts.append(element("p", words.render(message("page.lesson.goals"))))
        parts.append(element("ul", *goals, class_="tick"))
    return headed(told, language, *parts)


def _question(words: Catalogue, telling: Telling, told: ToldStep) -> Markup:
    prediction = told.step.prediction
    if prediction is None:
        return Markup("")
    choices = (element("li", choice.text.of(telling.language)) for choice in prediction.choices)
    given = telling.given(prediction)
    said = words.render(message("page.lesson.given", said=given)) if given else ""
    return element(
        "div",
        element("h3", words.render(message("page.lesson.predict"))),
        element("p", prediction.question.of(telling.language)),
        element("ul", *choices) if prediction.choices else "",
        element("p", said) if said else "",
        class_="question",
    )
