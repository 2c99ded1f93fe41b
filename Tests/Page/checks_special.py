"""Pages opened in a special way: by an address, on a phone, without WebGL, with hostile data."""
from browser import View, launch
from checks_view import names_of_controls, set_address


def addresses(browser, folder, data, pictures):
    """an address restores filters, years, choice, depth, language, colours and view"""
    path = f"{folder}/sample-300.html"
    hub = data.hub()
    with View(browser, path) as view:
        page = view.page
        page.uncheck("[data-group=classes] input[data-place='1']")
        page.uncheck("[data-group=documents] input[data-place='0']")
        page.focus("#confidence")
        for _ in range(4):
            page.keyboard.press("ArrowRight")
        page.focus("[data-year=from]")
        page.keyboard.press("ArrowRight")
        page.uncheck("#undated")
        page.click("#language-button")
        page.click("#theme-button")
        page.mouse.click(*view.node_point(hub))
        page.click("[data-depth='2']")
        view.settle()
        page.click("#zoom-in")
        view.settle()
        page.wait_for_timeout(500)
        fragment = page.evaluate("location.hash")
        before = view.snapshot()
        assert view.faults == [], view.faults
    with View(browser, path, fragment) as view:
        after = view.snapshot()
        for key in ["nodes", "edges", "selection", "depth", "years", "language", "theme"]:
            assert before[key] == after[key], (key, before[key], after[key])
        for key in ["x", "y", "scale"]:
            assert abs(before["camera"][key] - after["camera"][key]) < 0.02
        assert view.page.is_checked("[data-group=classes] input[data-place='1']") is False
        assert view.page.is_checked("#undated") is False
        view.page.screenshot(path=f"{pictures}/address.png")
        for nonsense in [
            "node=no-such-thing&years=9..1&view=a,b,c&class=%E0%A4%A&depth=99", "edge=,,&confidence=1e9",
            "view=1,2,0&years=-5..999999&language=xx&theme=<b>", "%%%", "node", "view=NaN,Infinity,1",
        ]:
            set_address(view, nonsense)
            assert view.snapshot()["selection"] is None
        set_address(view, "")
        assert view.counts() == data.counts_left()
        assert view.faults == [], view.faults


def phone(browser, folder, data, pictures):
    """360 pixels are enough: nothing is cut, panels are sheets, fingers choose and zoom"""
    options = {"width": 360, "height": 740, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}
    with View(browser, f"{folder}/sample-300.html", **options) as view:
        page = view.page
        assert page.evaluate("document.documentElement.scrollWidth") == 360
        assert page.is_hidden("#filters")
        page.tap("#filters-button")
        assert page.is_visible("#filters")
        page.screenshot(path=f"{pictures}/phone-legend.png")
        page.tap("#filters-close")
        hub = data.hub()
        page.touchscreen.tap(*view.node_point(hub))
        assert view.until(lambda: view.snapshot()["selection"] is not None)
        assert page.is_visible("#details")
        sheet = page.locator("#details").bounding_box()
        assert sheet["x"] == 0 and sheet["width"] == 360 and sheet["height"] < 740 * 0.6
        page.screenshot(path=f"{pictures}/phone-details.png")
        small = page.evaluate("""() => [...document.querySelectorAll('button, input')]
          .filter((one) => one.offsetParent !== null).map((one) => one.getBoundingClientRect())
          .filter(({left, right}) => left < -1 || right > 361).length""")
        assert small == 0
        page.tap("#details-close")
        scale = view.snapshot()["camera"]["scale"]
        session = view.context.new_cdp_session(page)
        for kind, spread in [("touchStart", 30), ("touchMove", 60), ("touchMove", 90), ("touchEnd", None)]:
            points = [] if spread is None else [
                {"x": 180 - spread, "y": 300, "id": 0}, {"x": 180 + spread, "y": 300, "id": 1}]
            session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
        assert view.until(lambda: view.snapshot()["camera"]["scale"] > scale * 1.5, 10)
        view.settle()
        page.screenshot(path=f"{pictures}/phone.png")
        assert view.faults == [], view.faults


def still(browser, folder, data, pictures):
    """who wants less motion gets none: the view is there at once"""
    with View(browser, f"{folder}/sample-300.html", reduced_motion="reduce", color_scheme="dark") as view:
        page = view.page
        assert view.snapshot()["theme"] == "dark"
        page.fill("#search", "zurich")
        wanted = page.evaluate("""() => {
          const before = simpulPage.snapshot().camera.x;
          document.querySelector('#suggestions li').click();
          return [before, simpulPage.snapshot().camera.x];
        }""")
        assert wanted[0] != wanted[1]
        end = view.snapshot()["camera"]
        page.wait_for_timeout(400)
        assert view.snapshot()["camera"] == end
        page.screenshot(path=f"{pictures}/dark.png")
        assert view.faults == [], view.faults


def without_webgl(browser, folder, data, pictures):
    """without WebGL the same picture comes from Canvas"""
    plain = launch(browser.browser_type, "--disable-3d-apis")
    try:
        with View(plain, f"{folder}/sample-300.html") as view:
            assert view.snapshot()["renderer"] == "canvas"
            assert view.counts() == data.counts_left()
            share = view.page.evaluate("""() => {
              const canvas = document.getElementById('drawing');
              const {data} = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
              let drawn = 0;
              for (let place = 0; place < data.length; place += 4) if (data[place] < 250 || data[place + 1] < 250) drawn++;
              return drawn / data.length * 4;
            }""")
            assert 0.01 < share < 0.5, share
            view.page.mouse.click(*view.node_point(data.hub()))
            assert view.snapshot()["selection"] == {"kind": "node", "index": data.hub()}
            view.settle()
            view.page.screenshot(path=f"{pictures}/canvas.png")
            # Chromium itself may say that WebGL is off; nothing else may be said.
            assert [fault for fault in view.faults if "WebGL" not in fault] == [], view.faults
    finally:
        plain.close()


def hostile(browser, folder, _, pictures):
    """texts that try to break out do nothing, whatever is opened"""
    with View(browser, f"{folder}/hostile.html") as view:
        page = view.page
        ordinary = page.evaluate("document.querySelectorAll('script').length")
        for node in range(60):
            page.evaluate("(node) => { location.hash = ''; }", node)
            point = page.evaluate("(node) => simpulPage.placeOf(node)", node)
            assert point["x"] == point["x"]
        for control in ["#conflicts summary", "#loose-list summary"]:
            page.click(control)
        assert view.until(lambda: page.locator("#conflicts .item").count() > 0, 20)
        for index in range(page.locator("#loose-list .item").count()):
            page.locator("#loose-list .item").nth(index).click()
        page.locator("#conflicts .item").first.click()
        for row in page.locator("#details .link summary").all()[:10]:
            row.focus()
            page.keyboard.press("Enter")
        page.fill("#search", "script")
        page.wait_for_timeout(50)
        page.fill("#search", "__proto__")
        page.keyboard.press("Enter")
        page.fill("#search", "")
        page.keyboard.press("Escape")
        page.keyboard.press("Escape")
        page.focus("#stage")
        for _ in range(25):
            page.keyboard.press("n")
        page.keyboard.press("?")
        page.wait_for_timeout(50)
        links = page.evaluate("[...document.querySelectorAll('a')].map((link) => [link.href, link.rel])")
        assert all(address.startswith(("http://", "https://")) for address, _ in links), links
        assert all(rel == "noopener noreferrer" for _, rel in links)
        page.keyboard.press("Escape")
        page.click("#table-button")
        page.keyboard.press("Escape")
        for kind in ["svg", "links", "nodes"]:
            content = view.download(kind).decode("utf-8")
            if kind == "svg":
                assert "<script" not in content and "<img" not in content and "\0" not in content
            else:
                assert "\n=HYPERLINK" not in content and ",=HYPERLINK" not in content
                assert "'=HYPERLINK" in content
        for mode in ["overview", "map", "layers"]:
            page.click(f"#modes [data-mode={mode}]")
            assert page.locator("#chart [data-thing]").count() > 0
            names_of_controls(view, None)
        page.click("#modes [data-mode=graph]")
        page.click("#compare-button")
        page.keyboard.press("Escape")
        page.evaluate("location.hash = '#node=<img src=x onerror=window.broken=1>'")
        page.click("#language-button")
        assert page.evaluate("typeof window.broken") == "undefined"
        # Blocks of data go once they are read.
        assert page.evaluate("document.querySelectorAll('script').length") <= ordinary
        assert page.evaluate("document.querySelectorAll('img, iframe, object, embed, base, form').length") == 0
        assert page.evaluate("[...document.querySelectorAll('*')].flatMap((one) => [...one.attributes])"
                             ".filter(({name}) => name.startsWith('on')).length") == 0
        page.screenshot(path=f"{pictures}/hostile.png")
        names_of_controls(view, None)
        assert view.faults == [], view.faults


def very_many(browser, folder, _, pictures):
    """more than 50,000 things open as communities; an address of one thing opens it"""
    path = f"{folder}/sample-50001.html"
    with View(browser, path) as view:
        assert view.snapshot()["mode"] == "overview"
        assert view.page.locator("#chart .community").count() > 10
        view.page.screenshot(path=f"{pictures}/very-many.png")
        view.page.click("#modes [data-mode=graph]")
        view.settle()
        assert view.snapshot()["mode"] == "graph" and view.page.is_hidden("#chart")
        assert view.until(lambda: "mode=graph" in view.page.evaluate("location.hash"), 10)
        assert view.faults == [], view.faults
    with View(browser, path, "#node=*thing/7") as view:
        assert view.snapshot()["mode"] == "graph"
        assert view.snapshot()["selection"] == {"kind": "node", "index": 7}


def empty(browser, folder, _, pictures):
    """a graph of nothing is a page that says so"""
    with View(browser, f"{folder}/empty.html") as view:
        assert view.counts() == (0, 0) and view.page.is_visible("#empty")
        assert view.page.is_hidden("#timeline")
        for key in ["Enter", "n", "0", "l", "Escape", "?", "Escape"]:
            view.page.keyboard.press(key)
        view.page.screenshot(path=f"{pictures}/empty.png")
        assert view.faults == [], view.faults


CHECKS = [addresses, phone, still, without_webgl, hostile, very_many, empty]
