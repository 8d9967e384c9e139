"""Brings the window's translations up to date: collects the sources' texts, then compiles what is translated.

    python -m tests.tools.update_translations           collect and compile
    python -m tests.tools.update_translations --check   fail if anything is untranslated or not compiled

Texts that are new stand as unfinished in `resources/translations/vmotion_gui_de.ts` until somebody translates them,
with Qt Linguist or by hand. English texts are their own translation.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("de", "en")


def sources() -> list[Path]:
    """Every file with texts of the window."""
    return sorted((ROOT / "vmotion_gui" / "gui").rglob("*.py"))


def tool(name: str) -> str:
    """The path of one of Qt's tools, beside this Python or on the path."""
    beside = Path(sys.executable).with_name(name)
    found = str(beside) if beside.exists() else shutil.which(name)
    if found is None:
        raise FileNotFoundError(name)
    return found


def collect(folder: Path) -> None:
    """Write or update the .ts files of a folder; texts that no source has any more go."""
    files = [str(path.relative_to(ROOT)) for path in sources()]
    targets = [str(folder / f"vmotion_gui_{language}.ts") for language in LANGUAGES]
    for target, language in zip(targets, LANGUAGES, strict=True):
        command = [tool("pyside6-lupdate"), "-no-obsolete", "-locations", "none", "-source-language", "en"]
        command += ["-target-language", language, *files, "-ts", target]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    _finish_english(Path(targets[1]))


def _finish_english(path: Path) -> None:
    tree = ET.parse(path)
    for entry in tree.iter("message"):
        translation = entry.find("translation")
        assert translation is not None
        translation.attrib.pop("type", None)
        source = entry.findtext("source") or ""
        if entry.get("numerus") == "yes":
            for form, text in zip(translation.findall("numerusform"), _english_forms(source), strict=True):
                form.text = text
        else:
            translation.text = source
    write(tree, path)


def _english_forms(source: str) -> tuple[str, str]:
    """One and many of "%n VM(s)"."""
    return source.replace("(s)", ""), source.replace("(s)", "s")


def write(tree: ET.ElementTree[ET.Element], path: Path) -> None:
    """Write a .ts file as Qt's tools do."""
    ET.indent(tree, "    ")
    body = ET.tostring(tree.getroot(), encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")


def unfinished(path: Path) -> list[tuple[str, str]]:
    """Context and source of every text without a finished translation."""
    found = []
    for context in ET.parse(path).iter("context"):
        for entry in context.iter("message"):
            translation = entry.find("translation")
            assert translation is not None
            if translation.get("type") is not None or not all(form.strip() for form in _forms(translation)):
                found.append((context.findtext("name") or "", entry.findtext("source") or ""))
    return found


def texts(path: Path) -> dict[tuple[str, str], str]:
    """(context, source) -> translation."""
    return {
        (context.findtext("name") or "", entry.findtext("source") or ""): "|".join(_forms(translation))
        for context in ET.parse(path).iter("context")
        for entry in context.iter("message")
        if (translation := entry.find("translation")) is not None
    }


def _forms(translation: ET.Element) -> list[str]:
    """The translation; with a number in it, one for each form of the language."""
    forms = translation.findall("numerusform")
    return [form.text or "" for form in forms] if forms else [translation.text or ""]


def release(folder: Path) -> None:
    """Compile the .ts files of a folder."""
    for language in LANGUAGES:
        source, target = (folder / f"vmotion_gui_{language}.{suffix}" for suffix in ("ts", "qm"))
        command = [tool("pyside6-lrelease"), "-silent", "-nounfinished", str(source), "-qm", str(target)]
        subprocess.run(command, check=True, capture_output=True)


def problems() -> list[str]:
    """What is not up to date."""
    with tempfile.TemporaryDirectory() as name:
        fresh = Path(name)
        for language in LANGUAGES:
            shutil.copy(FOLDER / f"vmotion_gui_{language}.ts", fresh)
        collect(fresh)
        release(fresh)
        open_texts = unfinished(fresh / "vmotion_gui_de.ts")
        found = [f"not translated: {context}: {source!r}" for context, source in open_texts]
        for language in LANGUAGES:
            file = f"vmotion_gui_{language}"
            if texts(fresh / f"{file}.ts") != texts(FOLDER / f"{file}.ts"):
                found.append(f"{file}.ts is not what the sources say")
            if (fresh / f"{file}.qm").read_bytes() != (FOLDER / f"{file}.qm").read_bytes():
                found.append(f"{file}.qm is not what {file}.ts says")
    return found


def main() -> int:
    """The command's exit status."""
    if "--check" in sys.argv[1:]:
        found = problems()
        sys.stdout.writelines(f"{line}\n" for line in found)
        return 1 if found else 0
    collect(FOLDER)
    release(FOLDER)
    left = unfinished(FOLDER / "vmotion_gui_de.ts")
    sys.stdout.write(f"{len(left)} texts wait for a German translation\n")
    sys.stdout.writelines(f"{context}: {source!r}\n" for context, source in left)
    return 0


if __name__ == "__main__":
    sys.exit(main())
