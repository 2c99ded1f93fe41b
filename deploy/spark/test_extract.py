#!/usr/bin/env python3
"""Runs extract.py on a cluster of two workers, kills one on the way, and compares the exports.

    test_extract.py PROGRAM ONTOLOGY [--documents N]

The cluster is Spark's own on this machine (local-cluster): two workers whose executors are processes
of their own. Needs Java and pyspark. Exit status: 0 the exports are those of a build in one process,
byte for byte, although an executor was lost; 1 they are not, or none was lost.
"""

import argparse
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
CITIES = ["Kawasaki", "Kochi", "Hamamatsu", "Kitakyushu", "Braunschweig", "Fuzhou", "Suwon", "Kisarazu"]
HOMES = ["Bandung", "Surabaya", "Semarang", "Bogor", "Medan"]
LIMIT = 900


def write_corpus(path, documents):
    with path.open("w", encoding="utf-8") as file:
        for number in range(documents):
            home, partner = HOMES[number % len(HOMES)], CITIES[number % len(CITIES)]
            text = (f"Kota {home} dan Kota {partner} menandatangani Memorandum of Understanding pada tahun "
                    f"{1990 + number % 30}. Kota {partner} menghibahkan {number % 7 + 2} ambulans kepada Kota {home}.")
            file.write(json.dumps({"id": f"berita/{number:05}", "text": text}, ensure_ascii=False) + "\n")


def processes():
    """Parent and command line of every process."""
    found = {}
    for entry in pathlib.Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            command = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
        except (FileNotFoundError, ProcessLookupError):
            continue
        found[int(entry.name)] = (parent, command)
    return found


def below(found, process, ancestor):
    while process in found:
        process = found[process][0]
        if process == ancestor:
            return True
    return False


class Killer(threading.Thread):
    """Kills the executor of a process that extracts, once both executors have been seen."""

    def __init__(self, driver, program):
        super().__init__(daemon=True)
        self.driver, self.program = driver, program
        self.seen, self.killed = set(), None

    def run(self):
        while self.driver.poll() is None and self.killed is None:
            found = processes()
            executors = {pid for pid, (_, command) in found.items()
                         if "CoarseGrainedExecutorBackend" in command and below(found, pid, self.driver.pid)}
            self.seen |= executors
            at_work = [executor for executor in sorted(executors)
                       if any(command.startswith(f"{self.program} extract") and below(found, pid, executor)
                              for pid, (_, command) in found.items())]
            if len(self.seen) >= 2 and at_work:
                os.kill(at_work[0], signal.SIGKILL)
                self.killed = at_work[0]
            time.sleep(0.02)


def run_job(folder, program, ontology):
    environment = dict(os.environ, SIMPUL_CACHE="off", PYSPARK_PYTHON=sys.executable,
                       PYSPARK_DRIVER_PYTHON=sys.executable,
                       PYSPARK_SUBMIT_ARGS="--master local-cluster[2,1,1024] --conf spark.ui.enabled=false "
                                           f"--conf spark.local.dir={folder / 'spark'} pyspark-shell")
    with (folder / "log").open("wb") as log:
        driver = subprocess.Popen(
            [sys.executable, str(HERE / "extract.py"), str(folder / "corpus.jsonl"), str(folder / "claims"),
             "--simpul", program, "--ontology", ontology, "--partitions", "12"],
            cwd=folder, env=environment, stdout=log, stderr=subprocess.STDOUT)
        killer = Killer(driver, program)
        killer.start()
        try:
            status = driver.wait(LIMIT)
        finally:
            driver.kill()
        killer.join(10)
    return status, killer


def build(program, ontology, output, *inputs, standard_input=None):
    environment = dict(os.environ, SIMPUL_CACHE="off")
    subprocess.run([program, "build", *map(str, inputs), "-o", str(output), "--ontology", ontology],
                   check=True, env=environment, stdin=standard_input, timeout=LIMIT, stderr=subprocess.DEVNULL)
    return {path.name: path.read_bytes() for path in sorted(output.iterdir())}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("ontology")
    parser.add_argument("--documents", type=int, default=600)
    options = parser.parse_args()
    program, ontology = os.path.abspath(options.program), os.path.abspath(options.ontology)
    with tempfile.TemporaryDirectory(prefix="simpul-spark-") as name:
        folder = pathlib.Path(name)
        write_corpus(folder / "corpus.jsonl", options.documents)
        status, killer = run_job(folder, program, ontology)
        log = (folder / "log").read_text(encoding="utf-8", errors="replace")
        if status != 0:
            print(log[-4000:], file=sys.stderr)
            print(f"the job ended with status {status}", file=sys.stderr)
            return 1
        if killer.killed is None or "Lost executor" not in log:
            print("no executor was lost on the way; take more --documents", file=sys.stderr)
            return 1
        lines = sum(len(path.read_text(encoding="utf-8").splitlines())
                    for path in (folder / "claims").glob("part-*"))
        together = build(program, ontology, folder / "together", "--from-claims", folder / "claims")
        with (folder / "corpus.jsonl").open("rb") as corpus:
            alone = build(program, ontology, folder / "alone", "-", standard_input=corpus)
        differing = sorted(set(together) ^ set(alone)) + [n for n in alone if n in together and together[n] != alone[n]]
        print(f"{lines} lines of claims, {len(killer.seen)} executors seen, one killed; "
              f"{len(alone)} exports, {len(differing)} differ {differing or ''}")
        return 1 if differing or lines != options.documents else 0


if __name__ == "__main__":
    sys.exit(main())
