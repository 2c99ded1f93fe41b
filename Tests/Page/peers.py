"""Pages that draw the graph of a sample page with sigma.js and force-graph, places given."""
import glob
import json
import os
import sys

HEAD = """<!doctype html><meta charset="utf-8">
<style>html, body, #stage { margin: 0; width: 100%; height: 100%; }</style><div id="stage"></div>
<script>window.frames_drawn = 0;</script>
"""

SIGMA = """<script type="module">
%(library)s
const { nodes, edges } = %(graph)s;
const graph = new %(graph_class)s({ type: "directed", multi: true, allowSelfLoops: true });
for (const { id, x, y, size, color, label } of nodes) graph.addNode(id, { x, y, size, color, label });
for (const [source, target] of edges) graph.addEdge(source, target, { color: "#9aa0a6" });
const sigma = new %(sigma_class)s(graph, document.getElementById("stage"));
sigma.on("afterRender", () => { window.frames_drawn += 1; });
sigma.refresh();
window.zoom_in = () => {
  const camera = sigma.getCamera();
  camera.setState({ ratio: camera.getState().ratio * 0.94 });
};
</script>"""

FORCE_GRAPH = """<script>%(library)s</script>
<script>
const { nodes, edges } = %(graph)s;
const drawing = ForceGraph()(document.getElementById("stage"))
  .cooldownTicks(0).nodeLabel("label").nodeColor("color").nodeVal("size")
  .linkDirectionalArrowLength(3)
  .graphData({
    nodes: nodes.map((node) => ({ ...node, fx: node.x, fy: node.y })),
    links: edges.map(([source, target]) => ({ source, target })),
  })
  .onRenderFramePost(() => { window.frames_drawn += 1; });
window.zoom_in = () => { drawing.zoom(drawing.zoom() * 1.06); };
</script>"""


def library(*patterns):
    """The text of the one file of this environment that a pattern names and that holds a word."""
    pattern, word = patterns
    found = []
    for path in glob.glob(os.path.join(sys.prefix, pattern), recursive=True):
        with open(path, encoding="utf-8") as file:
            text = file.read()
        if word in text:
            found.append(text)
    if len(found) != 1:
        sys.exit(f"page: {len(found)} files {pattern} with “{word}”, wanted one; "
                 "install Tests/Page/requirements-bench.txt")
    return found[0].replace("</script", "<\\/script")


def exported(text, marker):
    """The name in a module of the class that is exported under a short one."""
    names = text[text.rindex("export{") + len("export{"):text.rindex("}")]
    for pair in names.split(","):
        inner, outer = pair.split(" as ")
        if outer == marker:
            return inner
    sys.exit(f"page: nothing is exported as {marker}")


def graph(data):
    """The nodes and edges of a sample as the libraries take them."""
    colours = ["#3582e1", "#1a8868", "#c26e65", "#aa434a", "#529f8d", "#8f5bd0", "#c26706"]
    nodes = [
        {"id": number, "x": data.x[number], "y": data.y[number], "label": data.names[number],
         "size": 2 + data.degree[number] ** 0.5, "color": colours[data.class_of[number] % 7]}
        for number in range(data.node_count)
    ]
    return json.dumps({"nodes": nodes, "edges": list(zip(data.source, data.target))}).replace("</", "<\\/")


def pages(data):
    """The name of each library and its page."""
    values = graph(data)
    sigma = library("lib/**/garphield/static/app/assets/sigma-*.js", "export{")
    start, end = sigma.rindex("export{"), sigma.rindex("}") + 2
    force_graph = library("share/jupyter/labextensions/@jupyrdf/**/*.js", ").ForceGraph=")
    return {
        "sigma.js": HEAD + SIGMA % {
            "library": sigma[:start] + sigma[end:], "graph": values,
            "sigma_class": exported(sigma, "S"), "graph_class": exported(sigma, "G"),
        },
        "force-graph": HEAD + FORCE_GRAPH % {"library": force_graph, "graph": values},
    }
