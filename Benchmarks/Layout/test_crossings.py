"""Tests of the counting of crossings."""

import unittest

import crossings


def drawing(*paths):
    groups = "".join(f'<g class="edge"><path d="{path}"/></g>' for path in paths)
    return f'<svg xmlns="http://www.w3.org/2000/svg"><g class="node"/>{groups}</svg>'


class CrossingsTest(unittest.TestCase):
    def count(self, *paths):
        return crossings.crossings(drawing(*paths))[0]

    def test_lines_cross_once(self):
        self.assertEqual(self.count("M0 0C0 0 100 100 100 100", "M100 0C100 0 0 100 0 100"), 1)

    def test_parallel_lines_do_not_cross(self):
        self.assertEqual(self.count("M0 0V100", "M5 0V100"), 0)

    def test_lines_that_touch_do_not_cross(self):
        self.assertEqual(self.count("M0 0V100", "M0 0C10 20 30 40 50 60"), 0)

    def test_a_crossing_of_high_lines_counts_once(self):
        self.assertEqual(self.count("M0 0C0 400 100 400 100 800", "M100 0C100 400 0 400 0 800"), 1)

    def test_two_curves_may_cross_twice(self):
        self.assertEqual(self.count("M0 0C80 0 80 100 0 100", "M30 0V100"), 2)

    def test_what_dot_writes_is_read(self):
        self.assertEqual(
            self.count("M27,-36.1C27,-44 27,-53.6 27,-62.3", "M0,-50C10,-50 40,-51 60,-50"), 1
        )

    def test_other_commands_are_refused(self):
        with self.assertRaises(ValueError):
            self.count("M0 0Q1 1 2 2", "M0 0V1")


if __name__ == "__main__":
    unittest.main()
