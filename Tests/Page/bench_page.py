"""Processor time of a page beside libraries that draw graphs: bench_page.py SAMPLES.

For each size, seconds of all Chromium processes, after the browser has started: up to the first
picture at rest, the page's loading included, and for one frame of a slow zoom into the middle. The
libraries draw the same nodes and edges at the same places, in turn with the page.
"""
import contextlib
import os
import statistics
import sys
import tempfile
import time

from browser import View, chromium, processor_seconds
from pagedata import PageData
from peers import pages

RUNS = 3
ZOOM_FRAMES = 31
PATIENCE = 90


class Drawing:
    """A page of a library; it counts its frames and zooms when asked."""

    def __init__(self, browser, path):
        self.page = browser.new_page(viewport={"width": 1400, "height": 900})
        self.faults = []
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.goto(f"file://{path}", wait_until="commit")
        self.until(lambda: self.frames() > 0)

    def frames(self):
        if self.faults:
            sys.exit(f"page: {self.faults[0]}")
        return self.page.evaluate("window.frames_drawn ?? 0")

    def zoom(self):
        self.page.evaluate("zoom_in()")

    def until(self, holds):
        while not holds():
            self.page.wait_for_timeout(15)


class Page:
    """Our own page, zoomed by the wheel."""

    def __init__(self, browser, path):
        self.view = View(browser, path)
        self.page = self.view.page
        self.view.settle()
        box = self.page.locator("#stage").bounding_box()
        self.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

    def frames(self):
        return self.view.snapshot()["frames"]

    def zoom(self):
        self.page.mouse.wheel(0, -60)


def measure(kind, path):
    """Seconds to the first picture and of one frame; None for what is not done in time."""
    with chromium() as browser:
        warm = browser.new_page()
        warm.goto("about:blank")
        warm.wait_for_timeout(1000)
        began = processor_seconds()
        drawing = kind(browser, path)
        if not at_rest(drawing.page):
            return None, None
        first = processor_seconds() - began
        began, deadline = processor_seconds(), time.monotonic() + PATIENCE
        for _ in range(ZOOM_FRAMES):
            frames = drawing.frames()
            drawing.zoom()
            while drawing.frames() == frames:
                drawing.page.wait_for_timeout(5)
                if time.monotonic() > deadline:
                    return first, None
        at_rest(drawing.page)
        return first, (processor_seconds() - began) / ZOOM_FRAMES


def at_rest(page):
    """Waits until Chromium has nothing left to do; false if that takes too long."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        before = processor_seconds()
        page.wait_for_timeout(300)
        if processor_seconds() - before < 0.03:
            return True
    return False


def median(values):
    """The median of runs, as text; that of runs which were not done is not done."""
    if None in values:
        return "not done"
    return f"{statistics.median(values):.3f}"


def main():
    print("nodes   drawn by      first picture (s)   zoom frame (s)")
    for size in [300, 5000, 50000]:
        sample = os.path.abspath(os.path.join(sys.argv[1], f"sample-{size}.html"))
        with contextlib.ExitStack() as stack:
            folder = stack.enter_context(tempfile.TemporaryDirectory())
            drawn = {"simpul": (Page, sample)}
            for name, text in pages(PageData(sample)).items():
                path = os.path.join(folder, f"{name}.html")
                with open(path, "w", encoding="utf-8") as file:
                    file.write(text)
                drawn[name] = (Drawing, path)
            runs = {name: [] for name in drawn}
            for _ in range(RUNS):
                for name, (kind, path) in drawn.items():
                    runs[name].append(measure(kind, path))
        for name, values in runs.items():
            first, zoom = (median(column) for column in zip(*values))
            print(f"{size:5}   {name:11}   {first:>17}   {zoom:>14}", flush=True)


if __name__ == "__main__":
    main()
