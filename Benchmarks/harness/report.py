"""Renders results as Markdown, and renews them in a document."""

import os
import platform
import subprocess

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
DOCUMENT = os.path.join(ROOT, "docs", "performance.md")


def table(head, rows):
    """A Markdown table."""
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def seconds(time):
    return f"{time:.3f}" if time < 1 else f"{time:.2f}"


def memory(peak, floor):
    """Bytes in megabytes; what lies at the floor of the measurement is marked as "at most"."""
    sign = "≤ " if peak <= floor * 1.05 else ""
    return f"{sign}{max(peak, floor) / 1e6:.0f} MB"


def ratio(slow, fast):
    return f"{slow / fast:.1f} ×"


def processor_model():
    """The name of the processor, as the system gives it."""
    if platform.system() == "Darwin":
        command = ["sysctl", "-n", "machdep.cpu.brand_string"]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        names = [line.split(":", 1)[1].strip() for line in file if line.startswith("model name")]
    return names[0] if names else platform.machine()


def machine():
    """The machine in a few words, with how busy it is."""
    system = f"{platform.system()} {platform.machine()}"
    load = os.getloadavg()[0]
    return f"{processor_model()}, {os.cpu_count()} cores, {system}, load {load:.1f} at the start"


def commit():
    """The commit that was measured; "and changes" if files differ from it."""
    def git(*arguments):
        command = ["git", *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

    changed = git("status", "--porcelain", "--untracked-files=no")
    return git("rev-parse", "--short", "HEAD") + (" and changes" if changed else "")


def markers(target):
    """What stands around the results that a make target writes."""
    return f"<!-- {target}: written by make {target} -->", f"<!-- /{target} -->"


def renew(document, text, target="bench-rdf"):
    """The document with the text between the markers of a target.

    Raises ValueError if the markers are not there exactly once and in order.
    """
    begin, end = markers(target)
    if document.count(begin) != 1 or document.count(end) != 1:
        raise ValueError(f"the document must hold {begin} and {end} once")
    before, rest = document.split(begin)
    if end not in rest:
        raise ValueError(f"{end} must stand after {begin}")
    return f"{before}{begin}\n\n{text}\n\n{end}{rest.split(end)[1]}"


def renew_file(text, target):
    """Renews the results of a target in docs/performance.md."""
    with open(DOCUMENT, encoding="utf-8") as file:
        renewed = renew(file.read(), text, target)
    with open(DOCUMENT, "w", encoding="utf-8") as file:
        file.write(renewed)
