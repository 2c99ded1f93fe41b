"""Chromium under this program's control: pages, what they did wrong, processor time."""
import contextlib
import os
import shutil
import sys
import time

from playwright.sync_api import sync_playwright

# Software rendering, so that every machine draws the same and a machine without a graphics card
# can run this.
ARGUMENTS = [
    "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader",
    "--ignore-gpu-blocklist",
]
PATIENCE = 90_000


def executable():
    for name in ["chromium", "chromium-browser", "google-chrome"]:
        path = shutil.which(name)
        if path is not None:
            return path
    sys.exit("page: no chromium found; run sh Scripts/setup.sh browser")


@contextlib.contextmanager
def chromium(*more):
    """A browser; the sandbox of Chromium does not work for root."""
    with sync_playwright() as playwright:
        browser = launch(playwright.chromium, *more)
        try:
            yield browser
        finally:
            browser.close()


def launch(kind, *more):
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    return kind.launch(executable_path=executable(), args=ARGUMENTS + sandbox + list(more))


class View:
    """A page in a browser, and all that went wrong in it."""

    def __init__(self, browser, path, fragment="", width=1400, height=900, **options):
        self.context = browser.new_context(
            viewport={"width": width, "height": height}, accept_downloads=True, **options)
        self.page = self.context.new_page()
        self.faults = []
        self.homes = 0
        self.page.on("console", lambda message: self.faults.append(f"console: {message.text}"))
        self.page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        self.page.on("request", self.note_request)
        self.address = f"file://{os.path.abspath(path)}"
        self.page.goto(self.address + fragment, wait_until="commit", timeout=PATIENCE)
        self.page.wait_for_selector("html[data-ready]", state="attached", timeout=PATIENCE)
        self.settle()

    def note_request(self, request):
        if request.url.split("#")[0] != self.address and not request.url.startswith(("data:", "blob:")):
            self.faults.append(f"request: {request.url}")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.context.close()

    def snapshot(self):
        return self.page.evaluate("simpulPage.snapshot()")

    def counts(self):
        now = self.snapshot()
        return now["nodes"], now["edges"]

    def home(self):
        """Forgets every choice and shows everything."""
        self.homes += 1
        # The page has listened for longer, so it has acted on the change before this listener hears of it.
        self.page.evaluate(
            "(hash) => new Promise((done) => {"
            " addEventListener('hashchange', () => done(), { once: true });"
            " location.hash = hash; })",
            f"home={self.homes}",
        )
        self.settle()

    def settle(self):
        """Waits until nothing moves and the last frame is drawn.

        A flight begins with a frame, so a page at rest is looked at again two frames later.
        """
        def rests():
            now = self.snapshot()
            return not now["isMoving"] and now["frames"] > 0

        def rests_still():
            if not rests():
                return False
            self.page.evaluate(
                "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
            return rests()

        self.until(rests_still)

    def until(self, holds, seconds=60):
        """Waits for a condition and tells whether it came true."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if holds():
                return True
            self.page.wait_for_timeout(30)
        return False

    def stage_point(self, place):
        box = self.page.locator("#stage").bounding_box()
        return box["x"] + place["x"], box["y"] + place["y"]

    def node_point(self, node):
        return self.stage_point(self.page.evaluate("(node) => simpulPage.placeOf(node)", node))

    def edge_point(self, edge):
        return self.stage_point(self.page.evaluate("(edge) => simpulPage.middleOf(edge)", edge))

    def download(self, kind):
        """The bytes of an export."""
        self.page.click("#export-button")
        with self.page.expect_download(timeout=PATIENCE) as found:
            self.page.click(f"[data-export={kind}]")
        with open(found.value.path(), "rb") as file:
            return file.read()


def processor_seconds():
    """Processor time of all Chromium processes that this program started, theirs included."""
    children, ticks = {}, {}
    for name in os.listdir("/proc"):
        if not name.isdigit():
            continue
        try:
            with open(f"/proc/{name}/stat", encoding="utf-8") as file:
                head, _, rest = file.read().rpartition(")")
        except OSError:
            continue
        fields = rest.split()
        children.setdefault(int(fields[1]), []).append(int(name))
        is_chromium = "chrom" in head.partition("(")[2]
        ticks[int(name)] = sum(map(int, fields[11:15])) if is_chromium else 0
    total, waiting = 0, [os.getpid()]
    while waiting:
        process = waiting.pop()
        total += ticks.get(process, 0)
        waiting += children.get(process, [])
    return total / os.sysconf("SC_CLK_TCK")
