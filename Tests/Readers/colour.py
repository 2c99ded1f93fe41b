"""Colour arithmetic for the checks of style.yaml.

Contrast after WCAG 2, distance after CIE 1976, colour blindness after Machado, Oliveira and
Fernandes (2009) at full severity. Colours are linear sRGB triples in 0...1.
"""

import math
import re

VISION = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
}


def colour(text):
    """The colour of `#rrggbb`, or None if the text is none."""
    if not isinstance(text, str) or not re.fullmatch(r"#[0-9a-f]{6}", text):
        return None
    parts = [int(text[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]


def contrast(a, b):
    """From 1 (the same lightness) to 21 (black on white)."""
    light, dark = sorted((0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in (a, b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def times(matrix, vector):
    return [sum(a * b for a, b in zip(row, vector)) for row in matrix]


def lab(rgb):
    xyz = times(((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505)), rgb)
    x, y, z = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116
               for t in (xyz[0] / 0.9505, xyz[1], xyz[2] / 1.089))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def least_distance(a, b):
    """The smallest distance of two colours over the kinds of vision above."""
    return min(math.dist(*(lab([min(1, max(0, c)) for c in times(matrix, rgb)]) for rgb in (a, b)))
               for matrix in VISION.values())
