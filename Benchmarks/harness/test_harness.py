"""Tests of the harness: python3 -m unittest discover -s Benchmarks/harness"""

import os
import pathlib
import sys
import tempfile
import unittest

import bench_build
import bench_changes
import bench_graph
import report
from measurement import Failure, Measurement, Sample, measure, measure_in_turn, memory_floor
from statements import fingerprint
from verification import count_lines

GRAPH = [
    b'<a:s> <a:p> "T\xc3\xbcr \\"q\\" \\\\u00FC"@en .\n', b"_:x <a:p> <a:o> .\n",
    b"<a:s> <a:p> _:x .\n"]


class Fingerprints(unittest.TestCase):
    def test_ignore_order_and_labels_and_numeric_escapes(self):
        same = [
            b"_:b0 <a:p> <a:o> .\n", b"<a:s> <a:p> _:b0 .\n",
            b'<a:s> <a:p> "T\\u00FCr \\"q\\" \\\\u00FC"@en .\n']
        self.assertEqual(fingerprint(GRAPH), fingerprint(same))

    def test_see_another_statement_a_missing_one_and_a_repeated_one(self):
        for other in (GRAPH[:2] + [b"<a:s> <a:q> _:x .\n"], GRAPH[:2], GRAPH + GRAPH[:1]):
            self.assertNotEqual(fingerprint(GRAPH), fingerprint(other))

    def test_see_that_two_blank_nodes_became_one(self):
        two = [b"_:x <a:p> <a:o> <a:g> .\n", b"<a:s> <a:p> _:y <a:g> .\n"]
        one = [b"_:x <a:p> <a:o> <a:g> .\n", b"<a:s> <a:p> _:x <a:g> .\n"]
        self.assertNotEqual(fingerprint(two), fingerprint(one))

    def test_see_text_that_looks_like_a_blank_node(self):
        texts = [b'<a:s> <a:p> "see _:x ." .\n'], [b'<a:s> <a:p> "see _:y ." .\n']
        self.assertNotEqual(*map(fingerprint, texts))


class Measuring(unittest.TestCase):
    def test_counts_processor_time_and_memory_of_the_command_alone(self):
        work = "x = bytearray(200_000_000); sum(range(3_000_000))"
        measured = measure([sys.executable, "-c", work])
        self.assertGreater(measured.memory, 200_000_000)
        self.assertGreater(measured.processor, 0.005)
        self.assertLess(memory_floor(), 100_000_000)

    def test_writes_the_output_to_the_file(self):
        with tempfile.TemporaryDirectory() as folder:
            output = os.path.join(folder, "output")
            measure(["printf", "one\\ntwo\\n"], output)
            self.assertEqual(count_lines(output), 2)

    def test_refuses_a_command_that_fails(self):
        with self.assertRaises(Failure):
            measure(["false"])

    def test_runs_commands_in_turn(self):
        with tempfile.TemporaryDirectory() as folder:
            log = os.path.join(folder, "log")
            commands = {name: ["sh", "-c", f"echo {name} >> {log}"] for name in "ab"}
            samples = measure_in_turn(commands, 3)
            with open(log, encoding="utf-8") as file:
                self.assertEqual(file.read().split(), ["a", "b"] * 3)
            self.assertEqual([len(sample.measurements) for sample in samples.values()], [3, 3])

    def test_takes_the_median_of_times_and_the_peak_of_memory(self):
        sample = Sample()
        for measurement in (Measurement(3, 5, 10), Measurement(1, 4, 30), Measurement(2, 9, 20)):
            sample.add(measurement)
        self.assertEqual((sample.processor, sample.wall, sample.memory), (2, 5, 30))
        self.assertEqual(sample.processor_range, (1, 3))


class Reports(unittest.TestCase):
    def test_marks_memory_at_the_floor(self):
        self.assertEqual(report.memory(16_200_000, 16_000_000), "≤ 16 MB")
        self.assertEqual(report.memory(27_000_000, 16_000_000), "27 MB")

    def test_renews_what_stands_between_the_markers_of_a_target(self):
        for target in ("bench-rdf", "bench-graph"):
            begin, end = report.markers(target)
            document = f"before\n{begin}\nold\n{end}\nafter\n"
            renewed = report.renew(document, "new", target)
            self.assertEqual(renewed, f"before\n{begin}\n\nnew\n\n{end}\nafter\n")
            self.assertEqual(report.renew(renewed, "new", target), renewed)

    def test_refuses_a_document_without_markers(self):
        begin, end = report.markers("bench-rdf")
        for document in ("", begin, end + begin):
            with self.assertRaises(ValueError):
                report.renew(document, "new")


class Graphs(unittest.TestCase):
    def test_are_the_same_each_time_and_have_the_size_asked_for(self):
        with tempfile.TemporaryDirectory() as folder:
            paths = [pathlib.Path(folder) / name for name in ("one.nt", "two.nt")]
            for path in paths:
                bench_graph.make(path, 20, 50)
            lines = paths[0].read_text(encoding="utf-8").splitlines()
            self.assertEqual(lines, paths[1].read_text(encoding="utf-8").splitlines())
            self.assertEqual(len(lines), 20 * 3 + 50)
            self.assertEqual(len(set(lines)), len(lines))

    def test_count_elements_by_their_whole_name(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "graph.gexf"
            path.write_text("<nodes>\n<node id='a'>\n</node><node>\n</nodes>", encoding="utf-8")
            self.assertEqual(bench_graph.count(path, b"node"), 2)


class BuildCorpora(unittest.TestCase):
    def test_grow_to_the_bytes_asked_for_under_names_of_their_own(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            (folder / "in").mkdir()
            for file, text in (("a.txt", "satu"), (".hidden", "tidak"), ("b.txt", "duadua")):
                (folder / "in" / file).write_text(text, encoding="utf-8")
            copies = bench_build.replicate([folder / "in"], folder / "out", 25)
            files = list(bench_build.text_files([copies]))
            self.assertEqual(len(files), 6)
            self.assertEqual(len({file.relative_to(copies) for file in files}), 6)
            self.assertEqual(sum(file.stat().st_size for file in files), 30)
            # What was made before is made anew.
            self.assertEqual(len(list(bench_build.text_files([bench_build.replicate([folder / "in"], copies, 1)]))), 2)

    def test_refuse_places_without_texts(self):
        with tempfile.TemporaryDirectory() as name:
            with self.assertRaises(Failure):
                bench_build.replicate([pathlib.Path(name)], pathlib.Path(name) / "out", 1)

    def test_are_told_apart_by_a_byte_and_by_a_name(self):
        digests = set()
        for file, text in (("a", "x"), ("a", "y"), ("b", "x")):
            with tempfile.TemporaryDirectory() as name:
                (pathlib.Path(name) / file).write_text(text, encoding="utf-8")
                digests.add(bench_build.digest(pathlib.Path(name)))
        self.assertEqual(len(digests), 3)


class Changes(unittest.TestCase):
    def test_are_put_right_by_the_update(self):
        lines = [f"<http://e/s{number}> <http://e/p> \"{number}\" .\n" for number in range(900)]
        lines += [f"<http://e/s{number}> <http://e/q> <http://e/o> .\n" for number in range(900)]
        lines += ["_:b <http://e/p> _:c .\n"] * 100
        with tempfile.TemporaryDirectory() as folder:
            paths = [os.path.join(folder, name) for name in ("source", "before", "request")]
            with open(paths[0], "w", encoding="utf-8") as file:
                file.writelines(lines)
            count = bench_changes.parted(*paths)
            before = pathlib.Path(paths[1]).read_text(encoding="utf-8").splitlines(keepends=True)
            request = pathlib.Path(paths[2]).read_text(encoding="utf-8")
        taken, put = [
            part[part.index("{\n") + 2:part.rindex("}")].splitlines(keepends=True)
            for part in request.split(" ;\n")]
        self.assertEqual(count, len(taken) + len(put))
        self.assertEqual((len(taken), len(put)), (9, 9))
        self.assertTrue(set(taken) <= set(before))
        self.assertFalse(set(put) & set(before))
        self.assertEqual(sorted(set(before) - set(taken) | set(put)), sorted(set(lines)))


if __name__ == "__main__":
    unittest.main()
