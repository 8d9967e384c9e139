"""Whether a window can be shown at all, found out before Qt is loaded, which would abort the process.

Knows no Qt: it loads Qt's platform plugin as a plain library and tries the display's socket.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import re
import sys
from pathlib import Path

from vmotion_gui import resources
from vmotion_gui.messages import Message, message

_WITHOUT_DISPLAY = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs", "vkkhrdisplay")
_LIBRARY = re.compile(r"(lib[\w.+-]+\.so[.\d]*)")


def complaint() -> Message | None:
    """Why no window can be shown here, with the cure; None if one can."""
    if sys.platform != "linux":
        return None
    platform = os.environ.get("QT_QPA_PLATFORM", "").split(":")[0].split(";")[0]
    headless = platform in _WITHOUT_DISPLAY
    if not headless and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return message("start.noDisplay")
    missing = _missing_library("libqoffscreen.so" if headless else _plugin())
    if missing:
        return message("start.missingLibrary", library=missing, command=install_command())
    if not headless and _plugin() == "libqxcb.so" and not _x_answers():
        return message("start.displayDoesNotAnswer", display=os.environ.get("DISPLAY", ""))
    return None


def install_command() -> str:
    """The line that installs what Qt needs on Debian and its relatives."""
    return f"sudo apt-get install -y --no-install-recommends {' '.join(resources.debian_packages('run'))}"


def _plugin() -> str:
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    wayland = platform.startswith("wayland") or (not platform and not os.environ.get("DISPLAY"))
    return "libqwayland.so" if wayland else "libqxcb.so"


def _missing_library(plugin: str) -> str:
    """The first shared library that Qt's widgets or the plugin lack; "" if none."""
    spec = importlib.util.find_spec("PySide6")
    if spec is None or spec.origin is None:
        return "PySide6"
    qt = Path(spec.origin).parent / "Qt"
    for file in (qt / "lib" / "libQt6Widgets.so.6", qt / "plugins" / "platforms" / plugin):
        try:
            if file.exists():
                ctypes.CDLL(str(file))
        except OSError as error:
            found = _LIBRARY.search(str(error))
            return found.group(1) if found else str(error)
    return ""


def _x_answers() -> bool:
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    failed = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not failed
