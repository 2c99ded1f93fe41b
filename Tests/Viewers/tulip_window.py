"""Opens a file in Tulip's window on a screen that is in memory only, and takes its picture."""

import collections
import contextlib
import os
import pathlib
import re
import signal
import subprocess
import tempfile
import time

SIZE = (1600, 1100)
# Seconds: Tulip draws without a graphics processor here, and the machine may be busy.
PATIENCE = 180


@contextlib.contextmanager
def screen():
    """The name of a screen, which is gone afterwards."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24", "-nolisten", "tcp"],
        pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise RuntimeError("Xvfb does not start")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


@contextlib.contextmanager
def tulip(file, display):
    """Tulip with a file open; its environment is yielded, and it is ended afterwards."""
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {"DISPLAY": display, "HOME": home, "XDG_RUNTIME_DIR": home,
                                    "LIBGL_ALWAYS_SOFTWARE": "1"}
        # It starts a second program, which a group of their own ends with it.
        program = subprocess.Popen(["tulip", str(file)], env=environment, start_new_session=True,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            yield environment
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(program.pid, signal.SIGKILL)
            program.wait()


def window(file, environment):
    """The number of the window that has the file open; None where it does not come."""
    for _ in waiting():
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", re.escape(str(file))],
                               env=environment, capture_output=True, text=True, check=False).stdout.split()
        if found:
            return found[-1]
    return None


def waiting():
    """One turn a second, as long as patience lasts."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        yield
        time.sleep(1)


def colours(picture):
    """How many points of a picture have each colour, written #rrggbb in small letters."""
    lines = subprocess.run(["convert", str(picture), "-depth", "8", "-alpha", "off", "-format", "%c", "histogram:info:-"],
                           capture_output=True, text=True, check=True).stdout
    found = collections.Counter()
    for count, colour in re.findall(r"^\s*(\d+):.*?#([0-9A-Fa-f]{6})", lines, re.MULTILINE):
        found["#" + colour.lower()] += int(count)
    return found


def picture(file, path, is_drawn):
    """Takes a picture of the file in Tulip into `path` once `is_drawn` holds of its colours.

    Returns the colours of the last picture, and whether the window came at all.
    """
    file = pathlib.Path(file).resolve()
    with screen() as display, tulip(file, display) as environment:
        number = window(file, environment)
        if number is None:
            return collections.Counter(), False
        previous = None
        for _ in waiting():
            # The window sets its own size while it opens.
            subprocess.run(["xdotool", "windowmove", number, "0", "0", "windowsize", number, *map(str, SIZE)],
                           env=environment, check=True)
            subprocess.run(["import", "-window", "root", str(path)], env=environment, check=True)
            found = colours(path)
            # Twice the same: nothing is being drawn.
            if is_drawn(found) and found == previous:
                break
            previous = found
        return found, True
