"""Runs commands as whole processes and tells what they cost."""

import os
import statistics
import sys
import time
from typing import NamedTuple

# Linux counts peak memory in kB, macOS in bytes.
MEMORY_UNIT = 1 if sys.platform == "darwin" else 1024


class Failure(Exception):
    """A command did not do what it must."""


class Measurement(NamedTuple):
    """What a process used: seconds, and bytes of resident memory at its peak."""

    processor: float
    wall: float
    memory: int


class Sample:
    """Measurements of the same command."""

    def __init__(self):
        self.measurements = []

    def add(self, measurement):
        self.measurements.append(measurement)

    @property
    def processor(self):
        """The median of user and system time, added up."""
        return statistics.median(one.processor for one in self.measurements)

    @property
    def processor_range(self):
        times = [one.processor for one in self.measurements]
        return min(times), max(times)

    @property
    def wall(self):
        return statistics.median(one.wall for one in self.measurements)

    @property
    def memory(self):
        return max(one.memory for one in self.measurements)


def measure(command, output=os.devnull):
    """Runs a command with its standard output in a file.

    The system counts the memory of this process, which starts the command, as the least that the
    command used: this program therefore holds no data, and tells the floor (`memory_floor`).
    """
    to_file = (os.POSIX_SPAWN_OPEN, 1, output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
    begin = time.perf_counter()
    process = os.posix_spawnp(command[0], command, os.environ, file_actions=[to_file])
    _, status, usage = os.wait4(process, 0)
    wall = time.perf_counter() - begin
    exit_status = os.waitstatus_to_exitcode(status)
    if exit_status != 0:
        raise Failure(f"status {exit_status} from: {' '.join(command)}")
    return Measurement(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * MEMORY_UNIT)


def memory_floor():
    """The least peak memory, in bytes, that `measure` can tell apart."""
    return measure(["true"]).memory


def measure_in_turn(commands, runs, output=os.devnull):
    """Measures commands A B A B …, so that what else the machine does meets all of them alike.

    Takes a dictionary of commands and returns one of samples with the same keys.
    """
    samples = {key: Sample() for key in commands}
    for _ in range(runs):
        for key, command in commands.items():
            samples[key].add(measure(command, output))
    if output != os.devnull:
        os.remove(output)
    return samples
