"""Drives pages in a browser: check_page.py SIMPUL SAMPLES PICTURES [REAL.html].

SIMPUL is the program, which reads what the page saves; SAMPLES holds the pages that the tests write where SIMPUL_PAGE_SAMPLES is set; the pictures are for
a person to look at. The exit status is 1 if anything is not as it should be.
"""
import os
import sys
import time
import traceback

import checks_charts
import checks_filters
import checks_special
import checks_view
import checks_work
from browser import View, chromium
from pagedata import PageData

CORPUS = "Examples/corpus"

# At this size a full turn of every control takes minutes of software rendering.
FEW_CHECKS = {"search", "legend", "years", "focus", "pointer", "table", "exports", "way", "comparison"}


class Judge:
    def __init__(self):
        self.failures = 0
        self.count = 0

    def run(self, name, check, *arguments):
        self.count += 1
        began = time.monotonic()
        try:
            check(*arguments)
            verdict = "ok  "
        except Exception:  # noqa: BLE001 - whatever went wrong is the finding
            self.failures += 1
            verdict = "FAIL"
            traceback.print_exc()
        print(f"{verdict} {name}: {check.__doc__} ({time.monotonic() - began:.1f} s)", flush=True)


def no_faults(view):
    """no request leaves, nothing on the console"""
    assert view.faults == [], view.faults


def draws(view):
    """WebGL draws, with labels that do not repeat"""
    now = view.snapshot()
    assert now["renderer"] == "webgl" and now["frames"] > 0 and len(now["labels"]) > 5
    view.page.wait_for_timeout(600)
    assert view.snapshot()["frames"] <= now["frames"] + 1, "frames are drawn though nothing changes"


def check_sample(judge, browser, folder, size, pictures):
    path = f"{folder}/sample-{size}.html"
    data = PageData(path)
    with View(browser, path) as view:
        judge.run(f"{size}", draws, view)
        view.page.screenshot(path=f"{pictures}/sample-{size}.png")
        for check in checks_filters.CHECKS + checks_view.CHECKS + checks_work.CHECKS + checks_charts.CHECKS:
            if size > 5000 and check.__name__ not in FEW_CHECKS:
                continue
            view.home()
            judge.run(f"{size} {check.__name__}", check, view, data)
        judge.run(f"{size}", no_faults, view)


def check_real(judge, browser, path, pictures, program):
    """The page of the committed exports: its data differ with each edition, its controls do not."""
    data = PageData(path)
    with View(browser, path) as view:
        judge.run("exports", draws, view)
        view.page.screenshot(path=f"{pictures}/exports.png")
        judge.run("exports legend", whole_graph, view, data)
        judge.run("exports names", checks_view.names_of_controls, view, data)
        view.page.mouse.click(*view.node_point(data.hub()))
        view.settle()
        view.page.screenshot(path=f"{pictures}/exports-thing.png")
        for check in checks_work.CHECKS + checks_charts.CHECKS:
            view.home()
            judge.run(f"exports {check.__name__}", check, view, data)
        view.home()
        judge.run("exports decisions", checks_work.decisions_are_read, view, data, program, CORPUS)
        checks_work.pictures(view, data, pictures)
        checks_charts.pictures(view, pictures)
        judge.run("exports", no_faults, view)


def whole_graph(view, data):
    """shows all that has links"""
    assert view.counts() == data.counts_left()


def main():
    program, folder, pictures, *real = sys.argv[1:]
    os.makedirs(pictures, exist_ok=True)
    judge = Judge()
    with chromium() as browser:
        for size in [300, 5000, 50000]:
            check_sample(judge, browser, folder, size, pictures)
        data = PageData(f"{folder}/sample-300.html")
        for check in checks_special.CHECKS:
            judge.run(check.__name__, check, browser, folder, data, pictures)
        for path in real:
            check_real(judge, browser, path, pictures, program)
    print(f"page: {judge.count - judge.failures} of {judge.count} checks passed")
    sys.exit(1 if judge.failures else 0)


if __name__ == "__main__":
    main()
