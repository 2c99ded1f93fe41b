"""The map and the layers: what they show must be what an independent reckoning of the data shows."""
from checks_view import set_address


def to_map(view):
    """Opens the map, and closes what is chosen."""
    view.page.click("#modes [data-mode=map]")
    assert view.snapshot()["mode"] == "map" and view.page.is_visible("#chart")
    rest(view)


def rest(view):
    view.page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def map_lines(data, nodes, edges):
    lines = data.graph["map"]
    things, links = data.column_of(lines["thing"]), data.column_of(lines["edge"])
    return sum(
        (thing - 1 in nodes) if thing else (link - 1 in edges) for thing, link in zip(things, links))


def key_of(data, predicate):
    """How an address names a predicate."""
    return data.graph["predicates"][predicate]["iri"].rsplit("#", 1)[-1].rsplit("/", 1)[-1]


def map_view(view, data):
    """the map has all that has a position and the lines between, and filters count there too"""
    page = view.page
    places = data.column_of(data.graph["map"]["node"])
    if not places:
        assert page.locator("#modes [data-mode=map]").count() == 0
        return
    to_map(view)
    nodes, edges = data.left()
    edges = set(edges)
    assert page.locator("#chart .place").count() == sum(node in nodes for node in places)
    assert page.locator("#chart .way").count() == map_lines(data, nodes, edges)
    assert page.locator("#chart .net line").count() > 4
    hidden = max(set(data.predicate), key=data.predicate.count)
    set_address(view, f"mode=map&link={key_of(data, hidden)}")
    rest(view)
    nodes, edges = data.left(predicates={hidden})
    assert page.locator("#chart .place").count() == sum(node in nodes for node in places)
    assert page.locator("#chart .way").count() == map_lines(data, nodes, set(edges))
    set_address(view, "mode=map")
    rest(view)
    place = page.locator("#chart .place").last
    thing = int(place.get_attribute("data-thing").split()[1])
    place.focus()
    page.keyboard.press("Enter")
    assert view.snapshot()["selection"] == {"kind": "node", "index": thing}
    assert page.inner_text("#details-title") == data.names[thing]
    page.click("#details-close")
    rest(view)
    page.click("#zoom-fit")
    rest(view)
    box = box_of(page)
    page.click("#zoom-in")
    rest(view)
    assert box_of(page)[2] < box[2]
    page.focus("#chart")
    page.keyboard.press("ArrowRight")
    rest(view)
    assert box_of(page)[0] > box[0]
    page.click("#zoom-fit")
    rest(view)
    assert abs(box_of(page)[2] - box[2]) < box[2] * 0.01
    assert "mode=map" in address(view)
    page.click("#modes [data-mode=graph]")
    assert page.is_hidden("#chart") and view.snapshot()["mode"] == "graph"


def box_of(page):
    return [float(part) for part in page.get_attribute("#chart > svg", "viewBox").split()]


def address(view):
    view.page.wait_for_timeout(400)
    return view.page.evaluate("location.hash")


def standing(start, end, year):
    """How a regulation stands at the end of a year."""
    day = f"{year:04}-12-31"
    if end and end <= day:
        return "ended"
    if not start:
        return ""
    return "in-force" if start <= day else "not-yet"


def states(page):
    """The standing of each box by the number of its thing."""
    return {
        int(thing.split()[1]): name for thing, name in page.evaluate("""() =>
          [...document.querySelectorAll('#chart .act')].map((one) => [one.dataset.thing,
            ['in-force', 'ended', 'not-yet'].find((name) => one.classList.contains(name)) ?? ''])""")
    }


def layers(view, data):
    """the lineage stands in layers, tells what is in force in the year of the slider, and folds"""
    page = view.page
    written = data.graph["layers"]
    boxes = data.column_of(written["node"])
    if not boxes:
        assert page.locator("#modes [data-mode=layers]").count() == 0
        return
    page.click("#modes [data-mode=layers]")
    rest(view)
    nodes, edges = data.left()
    assert set(states(page)) == {node for node in boxes if node in nodes}
    arrows = [edge for edge in data.column_of(written["edge"]) if edge in set(edges)]
    assert page.locator("#chart .way").count() == len(arrows)
    first, last = data.all_years()
    for year in [first, (first + last) // 2, last]:
        set_address(view, f"mode=layers&years={first}..{year}")
        rest(view)
        shown = states(page)
        for node, start, end in zip(boxes, written["from"], written["until"]):
            if node in shown:
                # The handle at the end leaves all years, and then this year counts.
                if year < last:
                    assert shown[node] == standing(start, end, year), (node, year, shown[node])
        if year < last:
            assert str(year) in page.text_content("#chart .told")
    set_address(view, "mode=layers")
    rest(view)
    fold = page.locator("#chart .fold").first
    if fold.count() == 0:
        return
    place = int(fold.get_attribute("data-fold"))
    below = hidden_below(data, boxes, written, place)
    before = set(states(page))
    fold.focus()
    page.keyboard.press("Enter")
    rest(view)
    assert before - set(states(page)) == {boxes[one] for one in below} & before
    assert page.locator(f"[data-fold='{place}']").get_attribute("aria-expanded") == "false"
    page.locator(f"[data-fold='{place}']").click()
    rest(view)
    assert set(states(page)) == before
    act = page.locator("#chart .act").first
    thing = int(act.get_attribute("data-thing").split()[1])
    act.locator("rect").click()
    assert view.snapshot()["selection"] == {"kind": "node", "index": thing}
    page.keyboard.press("Escape")


def hidden_below(data, boxes, written, folded):
    """What is only below a folded box."""
    y, number = data.column_of(written["y"]), {node: place for place, node in enumerate(boxes)}
    above = {place: set() for place in range(len(boxes))}
    for edge in data.column_of(written["edge"]):
        lower, upper = number[data.source[edge]], number[data.target[edge]]
        if y[upper] < y[lower]:
            above[lower].add(upper)
    hidden = set()
    for place in sorted(above, key=lambda place: y[place]):
        if above[place] and all(upper == folded or upper in hidden for upper in above[place]):
            hidden.add(place)
    return hidden


def overview(view, data):
    """the communities are discs with their members, lines tell their links, and one opens to its things"""
    page = view.page
    community = data.column_of(data.graph["nodes"]["community"])
    sizes = {}
    for number in community:
        sizes[number] = sizes.get(number, 0) + 1
    largest = sorted((number for number in sizes if sizes[number] > 1), key=lambda one: (-sizes[one], one))[:150]
    if len(largest) < 2:
        assert page.locator("#modes [data-mode=overview]").count() == 0
        return
    page.click("#modes [data-mode=overview]")
    rest(view)
    nodes, edges = data.left()
    members = {number: 0 for number in largest}
    for node in nodes:
        if community[node] in members:
            members[community[node]] += 1
    discs = page.locator("#chart .community")
    assert discs.count() == sum(count > 0 for count in members.values())
    told = discs.first.get_attribute("aria-label").replace(",", "")
    first = next(number for number in largest if members[number])
    assert told.endswith(f": {members[first]} things"), told
    pairs = {
        frozenset(community[end] for end in (data.source[edge], data.target[edge])) for edge in edges}
    wanted = sum(len(pair) == 2 and all(one in members for one in pair) for pair in pairs)
    assert page.locator("#chart .between").count() == wanted
    discs.first.focus()
    page.keyboard.press("Enter")
    view.settle()
    assert view.snapshot()["mode"] == "graph"
    sight = view.snapshot()["camera"]
    mine = [node for node in nodes if community[node] == first]
    middle = sum(data.x[node] for node in mine) / len(mine), sum(data.y[node] for node in mine) / len(mine)
    reach = page.locator("#stage").bounding_box()
    assert abs(middle[0] - sight["x"]) * sight["scale"] < reach["width"] / 2
    assert abs(middle[1] - sight["y"]) * sight["scale"] < reach["height"] / 2


def pictures(view, folder):
    """Pictures of the map and the layers, for a person to look at."""
    for mode in ["overview", "map", "layers"]:
        set_address(view, f"mode={mode}")
        rest(view)
        view.page.screenshot(path=f"{folder}/exports-{mode}.png")
    set_address(view, "mode=layers&years=1960..2010")
    rest(view)
    view.page.screenshot(path=f"{folder}/exports-layers-2010.png")
    view.home()


CHECKS = [map_view, layers, overview]
