"""Pictures into one animated file; knows no Qt, as it runs in a process of its own."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

from PIL import Image

from vmotion_gui.inventory.document import write_atomically

_GIF_COLOURS = 128
_WEBP_QUALITY = 80
Progress = Callable[[float], None]


def encode(folder: str, target: str, frame_ms: int, *, progress: Progress) -> int:
    """Join the pictures of a folder, in the order of their names, to an animation that goes on and on: WebP or GIF, as
    the target's suffix says. Each is shown for `frame_ms` milliseconds, the last one longer. Its size in bytes.

    OSError if the target cannot be written, ValueError if there are no pictures.
    """
    names = sorted(Path(folder).glob("*.png"))
    if not names:
        raise ValueError(f"no pictures in {folder}")
    gif = Path(target).suffix.lower() == ".gif"
    times = [frame_ms] * (len(names) - 1) + [frame_ms * 10]
    frames = _frames(names, progress, gif=gif)
    first, content = next(frames), io.BytesIO()
    if gif:
        first.save(content, "GIF", save_all=True, append_images=frames, duration=times, loop=0, optimize=False)
    else:
        options = {"quality": _WEBP_QUALITY, "method": 2}
        first.save(content, "WEBP", save_all=True, append_images=list(frames), duration=times, loop=0, **options)
    write_atomically(Path(target), content.getvalue())
    return len(content.getvalue())


def _frames(names: list[Path], progress: Progress, *, gif: bool) -> Iterator[Image.Image]:
    for index, name in enumerate(names):
        with Image.open(name) as picture:
            frame = picture.convert("RGB")
        progress((index + 1) / len(names))
        yield frame.quantize(_GIF_COLOURS, dither=Image.Dither.NONE) if gif else frame
