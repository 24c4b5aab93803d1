"""Somebody who has only keys: they come to things with Tab, and always see where they are."""
from playwright.sync_api import expect

# What has the focus, as a person sees it. A field may show its ring around itself (a composer, a swatch, a choice); dates and times show it in their parts.
AT = """() => {
    const a = document.activeElement, box = a.getBoundingClientRect();
    const around = [a, a.parentElement, a.parentElement?.parentElement, a.closest('.composer')].filter(Boolean).map(e => getComputedStyle(e));
    return { there: (globalThis.wanted ?? []).includes(a), lost: a === document.body, what: `${a.tagName.toLowerCase()} “${(a.ariaLabel || a.textContent.trim() || a.id).slice(0, 40)}”`,
             ringed: a.matches('input[type=date]:focus-within, input[type=time]:focus-within') || around.some(s => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2),
             seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth };
}"""
MARK = "found => { globalThis.wanted = found; return Boolean(found[0]) && document.activeElement !== document.body && Boolean(document.activeElement.compareDocumentPosition(found[0]) & 2); }"


class Keys:
    def __init__(self, screen):
        self.screen, self.page, self.fresh, self.last = screen, screen.page, True, "the beginning"
        self.page.on("framenavigated", self.arrive)

    def arrive(self, frame):
        """On a new page the focus is nowhere yet."""
        self.fresh = self.fresh or frame is self.screen.frame

    def find(self, role, name):
        """By its role and a part of its name, as it is read. What opens and closes has no role of its own in HTML."""
        return self.screen.locator("summary:visible", has_text=name) if role == "summary" else self.screen.get_by_role(role, name=name)

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)
        self.last = f"{' '.join(keys)} on {self.last}"

    def type(self, text):
        self.page.keyboard.type(text)

    def is_somewhere(self) -> dict:
        at = self.screen.evaluate(AT)
        assert not at["lost"] or self.fresh, f"the focus was lost after {self.last}"
        assert at["lost"] or at["ringed"] and at["seen"], f"nobody sees the focus on {at['what']}"
        return at

    def to(self, role, name, most=70):
        """With Tab alone, or with Shift and Tab when it lies behind."""
        wanted = self.find(role, name)
        expect(wanted.first).to_be_visible()
        self.walk_to(wanted, f"{role} “{name}”", most)

    def walk_to(self, wanted, words, most):
        at, reached = self.is_somewhere(), []
        back = wanted.evaluate_all(MARK)
        at = self.screen.evaluate(AT)
        while not at["there"]:
            assert len(reached) < most, f"Tab does not reach {words}; it reached {', '.join(reached)}"
            self.page.keyboard.press("Shift+Tab" if back else "Tab")
            at = self.screen.evaluate(AT)
            assert at["lost"] or at["ringed"] and at["seen"], f"nobody sees the focus on {at['what']}"
            reached.append(at["what"])
        self.fresh, self.last = False, words

    def act(self, role, name, key="Enter"):
        self.to(role, name)
        self.press(key)

    def pick(self, name, most=20):
        """One of several: Tab leads to the group, the arrows to the choice."""
        wanted = self.screen.get_by_role("radio", name=name).first
        group = wanted.get_attribute("name")
        self.walk_to(self.screen.locator(f"input[type=radio][name='{group}']"), f"the choices of “{name}”", 70)
        for _step in range(most):
            if wanted.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
            self.is_somewhere()
        raise AssertionError(f"no arrow reaches “{name}”")

    def choose(self, name, option, most=20):
        """In a list of choices, with the arrows."""
        self.to("combobox", name)
        for _step in range(most):
            if self.screen.evaluate("document.activeElement.selectedOptions[0].text.trim()") == option:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"no arrow reaches “{option}”")
