"""Pointer, keyboard, panels, exports, address, language, colours."""
import csv
import io
import re
import struct
import xml.etree.ElementTree as ElementTree


def pointer(view, data):
    """hovering tells, a click chooses, dragging moves, the wheel zooms around the pointer"""
    page = view.page
    hub = data.hub()
    x, y = view.node_point(hub)
    page.mouse.move(x, y)
    assert view.until(lambda: page.is_visible("#tip"), 5)
    assert data.names[hub] in page.inner_text("#tip")
    page.mouse.click(x, y)
    assert view.snapshot()["selection"] == {"kind": "node", "index": hub}
    assert page.is_visible("#details")
    page.click("#details-close")
    view.settle()
    before = view.snapshot()["camera"]
    box = page.locator("#stage").bounding_box()
    start = box["x"] + 40, box["y"] + box["height"] / 2
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move(start[0] + 30, start[1] + 40, steps=4)
    page.mouse.up()
    after = view.snapshot()["camera"]
    assert abs((before["x"] - after["x"]) * after["scale"] - 30) < 0.5
    assert abs((before["y"] - after["y"]) * after["scale"] - 40) < 0.5
    x, y = view.node_point(hub)
    page.mouse.move(x, y)
    page.mouse.wheel(0, -200)
    assert view.until(lambda: view.snapshot()["camera"]["scale"] > after["scale"] * 1.2)
    now = view.node_point(hub)
    assert abs(now[0] - x) < 1 and abs(now[1] - y) < 1
    for button, grows in [("#zoom-out", False), ("#zoom-in", True)]:
        scale = view.snapshot()["camera"]["scale"]
        page.click(button)
        assert (view.snapshot()["camera"]["scale"] > scale) == grows
    page.click("#zoom-fit")
    view.settle()


def evidence(view, data):
    """a link opens to the quotes of its documents; a click on a line shows the statement"""
    page = view.page
    hub = data.hub()
    edge = next(
        edge for edge in range(data.edge_count)
        if hub in (data.source[edge], data.target[edge]) and data.quotes_of(edge))
    open_thing(view, data, hub)
    row = page.locator(f"details.link[data-edge='{edge}']")
    while row.count() == 0:
        page.locator(".link-group .more:visible").first.click()
    row.locator("summary").focus()
    page.keyboard.press("Enter")
    assert view.until(lambda: row.locator(".claims > *").count() > 0, 20)
    quotes = row.locator("blockquote").all_inner_texts()
    assert [quote.strip("“”\n ") for quote in quotes] == data.quotes_of(edge)
    titles = row.locator(".source").all_inner_texts()
    for document in data.documents[edge]:
        assert any(data.graph["documents"][document]["title"] in title for title in titles)
    notes = " ".join(row.locator(".notes").all_inner_texts())
    assert re.search(r"characters [\d,]+–[\d,]+", notes) and "rule contoh/" in notes
    assert "confidence" in notes and re.search(r"claim [0-9a-f]{16}", notes)
    page.click("#details-close")


def lines(view, data):
    """a line can be pointed at and chosen"""
    page = view.page
    edge = next(
        edge for edge in range(data.edge_count)
        if data.quotes_of(edge) and data.degree[data.source[edge]] + data.degree[data.target[edge]] < 9
        and data.source[edge] != data.target[edge])
    ends = [data.blocks["facts"]["iri"][node] for node in (data.source[edge], data.target[edge])]
    predicate = data.graph["predicates"][data.predicate[edge]]["iri"].rsplit("#", 1)[1]
    # Among very many lines there is no telling which one is meant: the view is a near one.
    middle = [(place[data.source[edge]] + place[data.target[edge]]) / 2 for place in (data.x, data.y)]
    set_address(view, f"edge={ends[0]},{ends[1]},{predicate}&view={middle[0]},{middle[1]},3")
    assert view.until(lambda: (view.snapshot()["selection"] or {}).get("kind") == "edge")
    chosen = view.snapshot()["selection"]["index"]
    assert page.locator("#details blockquote").count() == len(data.quotes_of(chosen))
    assert page.locator("#details .statement .item").count() == 2
    page.click("#details-close")
    view.settle()
    x, y = view.edge_point(chosen)
    page.mouse.move(x, y)
    if view.until(lambda: page.is_visible("#tip"), 3):
        assert page.inner_text("#tip") != ""
    page.mouse.click(x, y)
    assert view.snapshot()["selection"] is not None
    page.keyboard.press("Escape")


def contradictions(view, data):
    """both claims of a contradiction are told, with the one that was taken"""
    page = view.page
    page.click("#conflicts summary")
    wanted = len(data.graph["conflicts"])
    assert view.until(lambda: page.locator("#conflicts .item").count() == wanted, 20)
    page.locator("#conflicts .item").first.click()
    card = page.locator("#details .conflict").first
    assert card.locator(".rival strong").all_inner_texts() == ["2015", "2016"]
    assert card.locator(".badge").all_inner_texts() == ["taken", "not taken"]
    assert card.locator("blockquote").count() == 2
    page.click("#details-close")
    page.click("#conflicts summary")


def keyboard(view, data):
    """everything on the stage can be done without a mouse"""
    page = view.page
    page.focus("#stage")
    start = view.snapshot()["camera"]
    page.keyboard.press("ArrowRight")
    assert view.snapshot()["camera"]["x"] > start["x"]
    page.keyboard.press("+")
    assert view.snapshot()["camera"]["scale"] > start["scale"]
    page.keyboard.press("-")
    page.keyboard.press("0")
    view.settle()
    assert abs(view.snapshot()["camera"]["x"] - start["x"]) < 1e-6 * max(1, abs(start["x"])) + 0.01
    page.keyboard.press("Enter")
    first = view.snapshot()["selection"]
    assert first == {"kind": "node", "index": data.hub()} or first["kind"] == "node"
    assert data.names[first["index"]] in page.inner_text("#live")
    page.keyboard.press("n")
    second = view.snapshot()["selection"]["index"]
    ends = set(zip(data.source, data.target))
    assert (first["index"], second) in ends or (second, first["index"]) in ends
    page.keyboard.press("p")
    page.keyboard.press("Shift+ArrowLeft")
    moved = view.snapshot()["selection"]["index"]
    assert moved != second
    page.keyboard.press("1")
    assert view.snapshot()["depth"] == 1
    page.keyboard.press("a")
    assert view.snapshot()["depth"] == 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "details"
    page.keyboard.press("Escape")
    assert view.snapshot()["selection"] is None
    assert page.evaluate("document.activeElement.id") == "stage"
    page.keyboard.press("f")
    assert page.is_hidden("#filters")
    page.keyboard.press("f")
    assert page.is_visible("#filters")
    page.keyboard.press("?")
    assert page.is_visible("#help-dialog")
    page.keyboard.press("Escape")
    view.settle()


def table(view, data):
    """the list says what the picture shows, sorts, filters, and leads to a thing"""
    page = view.page
    page.keyboard.press("l")
    assert page.is_visible("#table-dialog")
    assert f"{len(data.left()[0]):,}" in page.inner_text("#table-foot")
    assert page.locator("#table-body tbody tr").count() == min(50, len(data.left()[0]))
    numbers = [int(text.replace(",", "")) for text in page.locator("#table-body .number").all_inner_texts()]
    assert numbers == sorted(numbers, reverse=True)
    page.click("[data-order=name]")
    assert page.get_attribute("th:has([data-order=name])", "aria-sort") == "ascending"
    page.fill("#table-filter", "zurich")
    rows = page.locator("#table-body tbody tr").all_inner_texts()
    assert rows and all("Zürich" in row for row in rows)
    page.locator("#table-body .item").first.focus()
    page.keyboard.press("Enter")
    assert page.is_hidden("#table-dialog")
    assert "Zürich" in page.inner_text("#details-title")
    page.keyboard.press("Escape")
    view.settle()


def exports(view, data):
    """the exports hold the view: SVG, PNG and two tables"""
    root = ElementTree.fromstring(view.download("svg"))
    space = "{http://www.w3.org/2000/svg}"
    titles = [title.text for title in root.iter(f"{space}title")]
    nodes, edges = view.counts()
    if edges <= 6000:
        assert len(titles) == 1 + nodes + edges, (len(titles), nodes, edges)
    else:
        # Very many lines are few paths.
        lines = sum(path.get("d").count("M") for path in root.iter(f"{space}path"))
        assert lines == edges and len(titles) > nodes, (lines, edges, len(titles), nodes)
    png = view.download("png")
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", png[16:24])
    box = view.page.locator("#stage").bounding_box()
    assert (width, height) == (round(2 * box["width"]), round(2 * box["height"]))
    assert len(png) > 20_000
    links = rows(view.download("links"))
    assert len(links) == 1 + edges
    kept = data.left()[1]
    base = data.graph["about"]["base"]
    iris = [iri.replace("*", base, 1) for iri in data.blocks["facts"]["iri"]]
    assert [(row[9], row[11]) for row in links[1:]] == [
        (iris[data.source[edge]], iris[data.target[edge]]) for edge in kept]
    things = rows(view.download("nodes"))
    assert len(things) == 1 + nodes
    assert {row[5] for row in things[1:]} == {iris[node] for node in data.left()[0]}
    view.page.click("#export-button")
    view.page.keyboard.press("ArrowDown")
    assert view.page.evaluate("document.activeElement.dataset.export") == "png"
    view.page.keyboard.press("Escape")
    assert view.page.is_hidden("#export-menu")


def rows(data):
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def language(view, _):
    """every word changes with the language"""
    page = view.page
    assert page.evaluate("document.documentElement.lang") == "en"
    page.click("#language-button")
    assert page.evaluate("document.documentElement.lang") == "id"
    assert "Jenis hal" in page.inner_text("#legend") and "Perjanjian" in page.inner_text("#legend")
    assert "tautan" in page.inner_text("#tally")
    assert page.title().startswith("Contoh")
    page.click("#language-button")
    assert "Kinds of things" in page.inner_text("#legend")


def colours(view, _):
    """light and dark, with a contrast of 4.5 : 1 for all text"""
    page = view.page
    for _ in range(2):
        values = page.evaluate("""() => {
          const style = getComputedStyle(document.documentElement);
          return Object.fromEntries(['page', 'surface', 'raised', 'hover', 'tint', 'text', 'muted', 'accent', 'on-accent',
            'warning', 'warning-tint', 'good', 'good-tint', 'edge']
            .map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
        }""")
        for front, back, least in [
            ("text", "page", 4.5), ("text", "surface", 4.5), ("text", "hover", 4.5), ("text", "tint", 4.5),
            ("text", "warning-tint", 4.5), ("muted", "page", 4.5), ("muted", "surface", 4.5), ("muted", "raised", 4.5),
            ("muted", "hover", 4.5), ("muted", "tint", 4.5), ("accent", "surface", 4.5), ("accent", "hover", 4.5),
            ("on-accent", "accent", 4.5), ("warning", "warning-tint", 4.5), ("warning", "surface", 4.5),
            ("good", "good-tint", 4.5), ("page", "text", 4.5), ("edge", "surface", 3),
        ]:
            ratio = contrast(values[front], values[back])
            assert ratio >= least, f"{front} on {back}: {ratio:.2f}"
        before = view.snapshot()["theme"]
        page.click("#theme-button")
        assert view.snapshot()["theme"] != before


def contrast(one, other):
    """WCAG 2.2: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio"""
    def luminance(colour):
        parts = [int(colour[place:place + 2], 16) / 255 for place in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    dark, light = sorted([luminance(one), luminance(other)])
    return (light + 0.05) / (dark + 0.05)


def names_of_controls(view, _):
    """every control has a name for screen readers, and no id stands twice"""
    unnamed = view.page.evaluate("""() => [...document.querySelectorAll('button, input, a, [role=application], [role=listbox], dialog')]
      .filter((one) => one.offsetParent !== null)
      .filter((one) => {
        const labelled = one.getAttribute('aria-labelledby');
        const name = one.getAttribute('aria-label') || (labelled && document.getElementById(labelled)?.textContent)
          || one.textContent.trim() || one.closest('label')?.textContent.trim();
        return !name;
      }).map((one) => one.outerHTML.slice(0, 120))""")
    assert unnamed == [], unnamed
    doubled = view.page.evaluate("""() => {
      const ids = [...document.querySelectorAll('[id]')].map((one) => one.id);
      return ids.filter((id, place) => ids.indexOf(id) !== place);
    }""")
    assert doubled == [], doubled


def open_thing(view, data, node):
    set_address(view, f"node={data.blocks['facts']['iri'][node]}")
    assert view.until(lambda: view.snapshot()["selection"] == {"kind": "node", "index": node})


def set_address(view, fragment):
    view.page.evaluate("(hash) => { location.hash = hash; }", fragment)
    view.settle()


CHECKS = [
    pointer, evidence, lines, contradictions, keyboard, table, exports, language, colours,
    names_of_controls,
]
