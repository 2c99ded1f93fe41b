#!/usr/bin/env python3
"""Draws the pictures of docs/viewers from the exports, with programs that run without a person.

    draw_pictures.py PROGRAM PACK EXPORTS PICTURES

The page and the lineage are drawn by Chromium, the graph by networkx with matplotlib and in Tulip's
window. Pictures are made small enough to stand beside the documentation.
"""

import pathlib
import shutil
import subprocess
import sys
import tempfile

import matplotlib
import networkx

import tulip_window

matplotlib.use("Agg")
from matplotlib import pyplot  # noqa: E402 - after the choice of what draws

# Pixels.
WIDTH = 1000
# Seconds for one program.
LIMIT = 180


def run(*command, **options):
    return subprocess.run([str(part) for part in command], check=True, timeout=LIMIT, **options)


def shrink(picture, target, width=WIDTH, crop=()):
    """A picture with a palette, no wider than asked for, without times and other remarks."""
    run("convert", picture, *crop, "-strip", "-resize", f"{width}x>", "+dither", "-colors", "96", f"PNG8:{target}")


def chromium(address, size, picture):
    """What Chromium shows of a file, as software draws it."""
    found = (shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome"))
    program = next(filter(None, found), None)
    if program is None:
        sys.exit("draw_pictures: no chromium found; run sh Scripts/setup.sh browser")
    with tempfile.TemporaryDirectory() as home:
        run(program, "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--use-gl=angle",
            "--use-angle=swiftshader", "--enable-unsafe-swiftshader", f"--user-data-dir={home}",
            f"--window-size={size[0]},{size[1]}", "--virtual-time-budget=8000", f"--screenshot={picture}", address,
            stderr=subprocess.DEVNULL)


def draw_page(exports, folder, pictures):
    chromium(f"{(exports / 'graph.html').resolve().as_uri()}#language=en&theme=light", (1400, 900), folder / "page.png")
    shrink(folder / "page.png", pictures / "page.png")


def draw_lineage(program, pack, exports, folder, pictures):
    drawing = folder / "lineage.svg"
    with open(drawing, "wb") as file:
        run(program, "lineage", "UU 23/2014", "--at", "2016-11-01", "--to", "svg:layers", "--data",
            exports / "graph.nq", "--ontology", pack, stdout=file)
    head = drawing.read_text(encoding="utf-8").split(">", 1)[0]
    width, height = (round(float(head.split(f'{name}="')[1].split('"')[0])) for name in ("width", "height"))
    chromium(drawing.resolve().as_uri(), (width, height), folder / "lineage.png")
    shrink(folder / "lineage.png", pictures / "lineage.png", width=1400)


def draw_networkx(exports, folder, pictures):
    """As docs/viewers/README.md tells it."""
    graph = networkx.read_graphml(exports / "graph.graphml", force_multigraph=True)
    places = {node: (data["x"], -data["y"]) for node, data in graph.nodes(data=True)}
    colours = [data["color"] for _, data in graph.nodes(data=True)]
    figure = pyplot.figure(figsize=(10, 7.2), dpi=100)
    networkx.draw(graph, places, node_color=colours, node_size=12, width=0.3, arrowsize=4)
    figure.savefig(folder / "networkx.png", metadata={"Software": None})
    shrink(folder / "networkx.png", pictures / "networkx.png")


def draw_tulip(program, pack, exports, folder, pictures):
    file = folder / "graph.static.gexf"
    run(program, "convert", exports / "graph.nq", "--to", "gexf:static", "-o", file, "--ontology", pack)
    _, came = tulip_window.picture(file, folder / "tulip.png", lambda colours: len(colours) > 20)
    if not came:
        sys.exit("draw_pictures: Tulip's window does not come")
    # Without the menu and the names of the views, which hold the name of a folder of this run.
    width, height = tulip_window.SIZE
    crop = ("-crop", f"{width}x{height - 50}+0+50", "+repage")
    shrink(folder / "tulip.png", pictures / "tulip.png", crop=crop)


def main(arguments):
    program, pack, exports, pictures = map(pathlib.Path, arguments)
    pictures.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        draw_page(exports, folder, pictures)
        draw_lineage(program, pack, exports, folder, pictures)
        draw_networkx(exports, folder, pictures)
        draw_tulip(program, pack, exports, folder, pictures)
    for picture in sorted(pictures.glob("*.png")):
        print(f"{picture}: {picture.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main(sys.argv[1:])
