"""What the reader scripts share: a list of faults that is told at the end."""

import sys


class Faults:
    """Collects faults as lines `file: what is wrong`, and counts what was looked at."""

    # So many faults of one kind are shown; the rest is counted.
    SHOWN = 10

    def __init__(self):
        self.kinds = {}
        self.looked_at = []

    def add(self, where, kind, detail=""):
        self.kinds.setdefault((where, kind), []).append(detail)

    def note(self, text):
        self.looked_at.append(text)

    def finish(self):
        """Prints everything; returns the exit status."""
        for line in self.looked_at:
            print(line)
        for (where, kind), details in self.kinds.items():
            print(f"FAULT {where}: {kind}" + (f" ({len(details)} times)" if len(details) > 1 else ""))
            for detail in details[: self.SHOWN]:
                if detail:
                    print(f"      {detail}")
            if len(details) > self.SHOWN:
                print(f"      and {len(details) - self.SHOWN} more")
        total = sum(len(details) for details in self.kinds.values())
        print(f"{total} faults")
        sys.stdout.flush()
        return 1 if total else 0
