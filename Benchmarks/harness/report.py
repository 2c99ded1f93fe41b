"""Renders results as Markdown, and renews them in a document."""

import os
import platform
import subprocess

BEGIN = "<!-- bench-rdf: written by make bench-rdf -->"
END = "<!-- /bench-rdf -->"


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


def renew(document, text):
    """The document with the text between its markers.

    Raises ValueError if the markers are not there exactly once and in order.
    """
    if document.count(BEGIN) != 1 or document.count(END) != 1:
        raise ValueError(f"the document must hold {BEGIN} and {END} once")
    before, rest = document.split(BEGIN)
    if END not in rest:
        raise ValueError(f"{END} must stand after {BEGIN}")
    return f"{before}{BEGIN}\n\n{text}\n\n{END}{rest.split(END)[1]}"
