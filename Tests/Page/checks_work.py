"""Ways, the trail, two documents side by side, corrections."""
import json
import os
import subprocess
import tempfile

from checks_view import open_thing


def steps_from(data, start, edges):
    """The number of steps to each thing over some links, and the neighbours of each."""
    near = {}
    for edge in edges:
        near.setdefault(data.source[edge], set()).add(data.target[edge])
        near.setdefault(data.target[edge], set()).add(data.source[edge])
    steps, ring = {start: 0}, [start]
    while ring:
        ring = sorted({other for node in ring for other in near.get(node, ()) if other not in steps})
        steps.update({node: len_of_ring(steps, near, node) for node in ring})
    return steps


def len_of_ring(steps, near, node):
    return 1 + min(steps[other] for other in near[node] if other in steps)


def way(view, data):
    """the shortest way between two things is told and stands out; filters make it longer or end it"""
    page = view.page
    start = data.hub()
    _, edges = data.left()
    steps = steps_from(data, start, edges)
    end = max(steps, key=lambda node: (min(steps[node], 4), -node))
    open_thing(view, data, start)
    page.click("#way-button")
    assert page.is_visible("#guide") and data.names[start] in page.inner_text("#guide")
    page.click("#guide-close")
    assert page.is_hidden("#guide")
    page.click("#way-button")
    pick(view, data, end)
    assert page.is_hidden("#guide")
    told = view.snapshot()["way"]
    assert told["from"] == start and told["to"] == end and len(told["edges"]) == steps[end]
    node = start
    for edge in told["edges"]:
        assert node in (data.source[edge], data.target[edge])
        node = data.target[edge] if data.source[edge] == node else data.source[edge]
    assert node == end
    assert page.locator("#way [data-way-edge]").count() == steps[end]
    assert page.locator("#way [data-way-node]").count() == steps[end] + 1
    # Without the predicate of its first link the way is another one, or there is none.
    hidden = data.predicate[told["edges"][0]]
    box = page.locator(f"[data-group=predicates] input[data-place='{hidden}']")
    while box.count() == 0:
        page.locator("[data-group=predicates] .more:visible").first.click()
    box.uncheck()
    _, left = data.left(predicates={hidden})
    wanted = steps_from(data, start, left).get(end)
    now = view.snapshot()["way"]["edges"]
    assert (now is None) if wanted is None else (len(now) == wanted), (now, wanted)
    box.check()
    page.locator("#way .quiet").click()
    assert view.snapshot()["way"] is None and page.locator("#way").count() == 0


def pick(view, data, node):
    """Chooses a thing as its second one, by the list of things."""
    page = view.page
    page.click("#table-button")
    page.fill("#table-filter", data.names[node])
    row = page.locator(f"#table-body [data-node='{node}']")
    while row.count() == 0:
        page.locator("#table-foot .quiet").last.click()
    row.click()
    assert view.snapshot()["selection"] == {"kind": "node", "index": node}


def trail(view, data):
    """what was looked at stands above the stage in its order, and leads back"""
    page = view.page
    if page.is_visible("#trail-clear"):
        page.click("#trail-clear")
    seen = sorted(range(data.node_count), key=lambda node: -data.degree[node])[:4]
    for node in seen:
        pick(view, data, node)
    chips = page.locator("#trail .chip")
    # A single thing that was looked at before is no trail to be seen, but is its beginning.
    told, wanted = chips.all_inner_texts()[-4:], [data.names[node] for node in seen]
    assert told == wanted, (told, wanted)
    assert chips.last.get_attribute("aria-current") == "true"
    chips.nth(chips.count() - 3).click()
    assert view.snapshot()["selection"]["index"] == seen[1]
    order = [seen[0], seen[2], seen[3], seen[1]]
    assert page.locator("#trail .chip").all_inner_texts()[-4:] == [data.names[node] for node in order]
    page.click("#trail-clear")
    assert page.is_hidden("#trail")
    page.keyboard.press("Escape")


def comparison(view, data):
    """two documents side by side: what both say, what only one says, where they contradict"""
    page = view.page
    page.click("#compare-button")
    for first, second in [(0, 1), (2, 0)]:
        page.select_option("#compare-first", str(first))
        page.select_option("#compare-second", str(second))
        said = {name: 0 for name in ["both", "only-first", "only-second"]}
        for documents in data.documents:
            one, other = first in documents, second in documents
            if one or other:
                said["both" if one and other else "only-first" if one else "only-second"] += 1
        for name, count in said.items():
            section = page.locator(f"#compare-{name}")
            assert int(section.locator("h3 .count").inner_text().replace(",", "")) == count, name
            assert section.locator("[data-edge]").count() == min(count, 40), name
        told = int(page.locator("#compare-conflicts h3 .count").inner_text().replace(",", ""))
        assert told == len(contradictions(data, first, second)) + len(statuses(data, first, second))
    pairs = [
        (first, second) for first in range(len(data.graph["documents"])) for second in range(first)
        if contradictions(data, first, second)]
    if pairs:
        page.select_option("#compare-first", str(pairs[0][0]))
        page.select_option("#compare-second", str(pairs[0][1]))
        assert page.locator("#compare-conflicts .conflict .rival").count() >= 2
    page.select_option("#compare-second", page.input_value("#compare-first"))
    assert page.locator("#compare-body section").count() == 0
    page.select_option("#compare-first", "0")
    page.select_option("#compare-second", "1")
    page.click("#compare-show")
    assert page.is_hidden("#compare-dialog")
    others = set(range(len(data.graph["documents"]) + 1)) - {0, 1}
    assert view.counts() == data.counts_left(documents=others)
    page.click("#reset-button")


def contradictions(data, first, second):
    """The numbers of contradictions between two documents, reckoned from the data of the page."""
    evidence = data.blocks["evidence"]
    documents, found = data.column_of(evidence["document"]), []
    row = data.column_of(evidence["end"])[-1] if data.edge_count else 0
    for number, conflict in enumerate(evidence["conflicts"]):
        values = {first: set(), second: set()}
        for place, (value, *_) in enumerate(conflict["rivals"]):
            document = documents[row + place] - 1
            if document in values:
                values[document].add(value)
        row += len(conflict["rivals"])
        if values[first] - values[second] and values[second] - values[first]:
            found.append(number)
    return found


def statuses(data, first, second):
    """The links to which two documents give no status in common."""
    evidence = data.blocks["evidence"]
    ends, documents = data.column_of(evidence["end"]), data.column_of(evidence["document"])
    status, found = data.column_of(evidence["status"]), []
    for edge in range(data.edge_count):
        if first not in data.documents[edge] or second not in data.documents[edge]:
            continue
        rows = range(ends[edge - 1] if edge else 0, ends[edge])
        given = [
            {status[row] for row in rows if documents[row] == document + 1 and status[row]}
            for document in (first, second)]
        if all(given) and not given[0] & given[1]:
            found.append(edge)
    return found


def corrections(view, data):
    """decisions about things and claims are gathered, listed, taken back and saved as YAML"""
    page = view.page
    order = sorted(range(data.node_count), key=lambda node: -data.degree[node])
    one, other, third = order[0], order[1], order[2]
    path = [iri.removeprefix("*") for iri in data.blocks["facts"]["iri"]]
    assert page.is_hidden("#corrections-button")
    open_thing(view, data, one)
    page.click("#correct-thing summary")
    page.click("[data-correct=same]")
    assert page.is_visible("#guide")
    pick(view, data, other)
    assert page.inner_text("#corrections-count") == "1"
    open_thing(view, data, third)
    page.click("#correct-thing summary")
    page.fill("#correct-name", 'A "new" name: #1')
    page.click("[data-correct=name]")
    page.click("[data-correct=none]")
    page.click("[data-correct=none]")
    edge = next(edge for edge in range(data.edge_count) if data.quotes_of(edge))
    row = open_link(view, data, edge)
    # The claims of a contradiction stand before; those of the sample have no digits to name them by.
    card = row.locator(".claim:has(.decide)").first
    card.locator(".decide summary").click()
    card.locator("[data-correct=confirm]").click()
    card.locator("[data-correct=reject]").click()
    assert page.inner_text("#corrections-count") == "4"
    page.click("#corrections-button")
    assert page.locator("#corrections-dialog .decision").count() == 4
    page.locator("#corrections-dialog .decision button").nth(2).click()
    assert page.locator("#corrections-dialog .decision").count() == 3
    page.fill("#corrections-by", "Rina")
    with page.expect_download() as found:
        page.click("#corrections-save")
    assert found.value.suggested_filename == "decisions.yaml"
    with open(found.value.path(), encoding="utf-8") as file:
        text = file.read()
    blocks = text.split("- ")[1:] if text.startswith("- ") else []
    assert text.startswith(f'- merge: ["{path[one]}", "{path[other]}"]\n  by: "Rina"\n  on: 20'), text
    assert f'- correct: "{path[third]}"\n  label: "A \\"new\\" name: #1"\n' in text
    assert "- reject: {claim: " in text and f'subject: "{path[data.source[edge]]}"' in text
    assert len([line for line in text.splitlines() if line.startswith("- ")]) == 3, blocks
    page.locator("#corrections-dialog .panel-head button").click()
    page.click("#corrections-button")
    while page.locator("#corrections-dialog .decision button").count() > 0:
        page.locator("#corrections-dialog .decision button").first.click()
    assert page.is_hidden("#corrections-dialog") and page.is_hidden("#corrections-button")


def open_link(view, data, edge):
    """Opens a link of the panel of its source."""
    page = view.page
    open_thing(view, data, data.source[edge])
    row = page.locator(f"details.link[data-edge='{edge}']")
    while row.count() == 0:
        page.locator(".link-group .more:visible").first.click()
    row.locator("summary").first.focus()
    page.keyboard.press("Enter")
    assert view.until(lambda: row.locator(".claims > *").count() > 0, 20)
    return row


def decisions_are_read(view, data, program, corpus):
    """what the page saves is what a build goes by"""
    page = view.page
    cities = [
        node for node in range(data.node_count)
        if data.graph["classes"][data.class_of[node]]["iri"].endswith("#Organization")]
    edge = next(edge for edge in range(data.edge_count) if data.quotes_of(edge))
    open_thing(view, data, cities[0])
    page.click("#correct-thing summary")
    page.fill("#correct-name", "Nama: baru #1")
    page.click("[data-correct=name]")
    page.click("[data-correct=other]")
    pick(view, data, cities[1])
    row = open_link(view, data, edge)
    row.locator(".claim .decide summary").first.click()
    row.locator("[data-correct=confirm]").first.click()
    page.click("#corrections-button")
    with page.expect_download() as found:
        page.click("#corrections-save")
    with tempfile.TemporaryDirectory() as folder:
        decisions = os.path.join(folder, "decisions.yaml")
        found.value.save_as(decisions)
        output = os.path.join(folder, "exports")
        command = [program, "build", corpus, "-o", output, "--decisions", decisions, "--formats", "nquads"]
        built = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
        assert built.returncode == 0, built.stderr
        assert "has no effect" not in built.stderr, built.stderr
        with open(os.path.join(output, "graph.nq"), encoding="utf-8") as file:
            assert json.dumps("Nama: baru #1") in file.read()
    page.locator("#corrections-dialog .panel-head button").click()


def pictures(view, data, folder):
    """Pictures of the controls, for a person to look at."""
    page = view.page
    view.home()
    order = sorted(range(data.node_count), key=lambda node: -data.degree[node])
    open_thing(view, data, order[0])
    page.click("#way-button")
    pick(view, data, order[7])
    pick(view, data, order[3])
    page.click("#correct-thing summary")
    page.fill("#correct-name", "Kota")
    page.click("[data-correct=name]")
    view.settle()
    page.screenshot(path=f"{folder}/exports-way.png")
    page.click("#corrections-button")
    page.screenshot(path=f"{folder}/exports-corrections.png")
    page.locator("#corrections-dialog .panel-head button").click()
    page.click("#compare-button")
    page.screenshot(path=f"{folder}/exports-compare.png")
    page.keyboard.press("Escape")


CHECKS = [way, trail, comparison, corrections]
