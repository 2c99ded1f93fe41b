"""Search and filters: the page must leave what an independent reckoning leaves."""


def search(view, data):
    """finds names without their marks and by other names, and goes there by keyboard"""
    page = view.page
    for written, wanted in [("kitakyushu", "Kitakyūshū"), ("da nang", "Đà Nẵng"), ("LODZ", "Łódź")]:
        page.fill("#search", written)
        assert wanted in page.inner_text("#suggestions li:first-child"), written
        assert page.get_attribute("#search", "aria-expanded") == "true"
    page.fill("#search", "alias surabaya")
    assert "Alias Surabaya" in page.inner_text("#suggestions li:first-child")
    page.fill("#search", "no such thing")
    assert page.locator("#suggestions [role=option]").count() == 0
    page.fill("#search", "bandung")
    page.press("#search", "ArrowDown")
    assert page.get_attribute("#search", "aria-activedescendant") == "suggestion-1"
    chosen = page.inner_text("#suggestion-1 .grow")
    page.press("#search", "Enter")
    assert page.is_hidden("#suggestions")
    selection = view.snapshot()["selection"]
    assert chosen.startswith(data.names[selection["index"]]), (chosen, selection)
    assert page.inner_text("#details-title") == data.names[selection["index"]]
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"
    page.keyboard.type("zur")
    page.keyboard.press("Escape")
    assert page.is_hidden("#suggestions")
    page.fill("#search", "")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert view.snapshot()["selection"] is None


def box(group, place):
    return f"[data-group={group}] input[data-place='{place}']"


def legend(view, data):
    """hides classes, links, statuses and documents, alone and together, and shows them again"""
    page = view.page
    everything = data.counts_left()
    assert view.counts() == everything
    for group in ["classes", "predicates", "statuses", "documents"]:
        page.uncheck(box(group, 1))
        assert view.counts() == data.counts_left(**{group: {1}}), group
        page.check(box(group, 1))
        assert view.counts() == everything, group
    page.uncheck(box("classes", 0))
    page.uncheck(box("predicates", 2))
    page.uncheck(box("statuses", 0))
    page.uncheck(box("documents", len(data.graph["documents"])))
    assert view.counts() == data.counts_left(
        classes={0}, predicates={2}, statuses={0}, documents={len(data.graph["documents"])})
    assert page.inner_text("#tally").replace(",", "").startswith(str(view.counts()[0]))
    page.click("#reset-button")
    assert view.counts() == everything
    assert page.is_checked(box("classes", 0)) and page.is_disabled("#reset-button")


def legend_shortcuts(view, data):
    """“only”, “none” and “all” do what they say, by keyboard too"""
    page = view.page
    only = page.locator("[data-group=predicates] .only").nth(3)
    only.focus()
    page.keyboard.press("Enter")
    others = set(range(len(data.graph["predicates"]))) - {3}
    assert view.counts() == data.counts_left(predicates=others)
    heads = page.locator("[data-group=predicates] .group-head button")
    heads.nth(1).focus()
    page.keyboard.press("Space")
    assert view.counts() == (0, 0)
    assert page.is_visible("#empty")
    heads.nth(0).focus()
    page.keyboard.press("Space")
    assert view.counts() == data.counts_left()
    assert page.is_hidden("#empty")


def confidence(view, data):
    """the slider leaves links of at least that confidence and those without one"""
    page = view.page
    page.focus("#confidence")
    for _ in range(15):
        page.keyboard.press("ArrowRight")
    assert page.get_attribute("#confidence", "aria-valuetext") == "At least 75 %"
    assert view.counts() == data.counts_left(confidence=75)
    page.keyboard.press("Home")
    assert view.counts() == data.counts_left()


def years(view, data):
    """two handles choose years, undated links can be left out"""
    page = view.page
    first, last = data.all_years()
    page.focus("[data-year=from]")
    for _ in range(10):
        page.keyboard.press("ArrowRight")
    page.focus("[data-year=to]")
    for _ in range(12):
        page.keyboard.press("ArrowLeft")
    span = first + 10, last - 12
    assert view.snapshot()["years"] == list(span)
    assert view.counts() == data.counts_left(years=span)
    page.uncheck("#undated")
    assert view.counts() == data.counts_left(years=span, undated=False)
    page.click("#reset-button")
    assert view.snapshot()["years"] is None and page.is_checked("#undated")


def play(view, data):
    """the years play, one after the other, and stop when asked"""
    page = view.page
    first, _ = data.all_years()
    page.click("#play")
    assert page.get_attribute("#play", "aria-label") == "Pause"
    assert view.until(lambda: (view.snapshot()["years"] or [first])[0] >= first + 2, 20)
    page.click("#play")
    stopped = view.snapshot()["years"]
    page.wait_for_timeout(1300)
    assert view.snapshot()["years"] == stopped
    assert view.counts() == data.counts_left(years=stopped, undated=False)
    page.click("#reset-button")


def loose_things(view, data):
    """things without links stand in a list and come into the picture on demand"""
    page = view.page
    loose = [node for node in range(data.node_count) if data.degree[node] == 0]
    page.click("#loose-list summary")
    # The first forty rows, of which one is the box.
    assert view.until(lambda: page.locator("#loose-list .item").count() == min(len(loose), 39), 20)
    page.check("#loose")
    assert view.counts() == data.counts_left(loose=True)
    page.uncheck("#loose")
    assert view.counts() == data.counts_left()
    page.locator("#loose-list .item").first.click()
    selection = view.snapshot()["selection"]
    assert selection["kind"] == "node" and selection["index"] in loose
    # What is chosen is in the picture, whatever the filters say.
    assert view.counts()[0] == data.counts_left()[0] + 1
    page.click("#details-close")
    page.click("#loose-list summary")


def focus(view, data):
    """the neighbourhood of a thing stands alone, at every depth"""
    page = view.page
    hub = data.hub()
    page.evaluate("(hash) => { location.hash = hash; }", f"node={data.blocks['facts']['iri'][hub]}")
    assert view.until(lambda: view.snapshot()["selection"] == {"kind": "node", "index": hub})
    for depth in [1, 2, 3, 0]:
        page.click(f"[data-depth='{depth}']")
        assert page.get_attribute(f"[data-depth='{depth}']", "aria-pressed") == "true"
        wanted = data.neighbourhood(hub, depth) if depth else data.counts_left()
        assert view.counts() == wanted, depth
    page.click("#details-close")


CHECKS = [search, legend, legend_shortcuts, confidence, years, play, loose_things, focus]
