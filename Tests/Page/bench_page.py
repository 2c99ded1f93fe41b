"""Processor time of a page: bench_page.py SAMPLES.

For each size, seconds of all Chromium processes, after the browser has started: up to the first
picture at rest, the page's loading included, and for one frame of a slow zoom into the middle.
"""
import os
import statistics
import sys

from browser import View, chromium, processor_seconds

RUNS = 3
ZOOM_FRAMES = 31


def measure(path):
    with chromium() as browser:
        warm = browser.new_page()
        warm.goto("about:blank")
        warm.wait_for_timeout(1000)
        began = processor_seconds()
        with View(browser, path) as view:
            at_rest(view)
            first = processor_seconds() - began
            box = view.page.locator("#stage").bounding_box()
            view.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
            at_rest(view)
            began = processor_seconds()
            for _ in range(ZOOM_FRAMES):
                frames = view.snapshot()["frames"]
                view.page.mouse.wheel(0, -60)
                view.until(lambda: view.snapshot()["frames"] > frames)
            at_rest(view)
            return first, (processor_seconds() - began) / ZOOM_FRAMES


def at_rest(view):
    """Waits until Chromium has nothing left to do."""
    view.settle()
    while True:
        before = processor_seconds()
        view.page.wait_for_timeout(300)
        if processor_seconds() - before < 0.03:
            return


def main():
    print("nodes   first picture (s)   zoom frame (s)")
    for size in [300, 5000, 50000]:
        path = os.path.join(sys.argv[1], f"sample-{size}.html")
        runs = [measure(path) for _ in range(RUNS)]
        first, zoom = (statistics.median(column) for column in zip(*runs))
        print(f"{size:5}   {first:17.2f}   {zoom:14.3f}", flush=True)


if __name__ == "__main__":
    main()
