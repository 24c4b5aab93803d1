"""From the link in the course to the first note, for somebody new: counted, in the demo platform's frame."""
from .browser import browsers
from .figure import Figure


def measure(bench):
    from tests.browser.stage import Platform, Tool, listening
    from tests.support.browser import Somebody

    taken = listening()
    tool = Tool(taken.getsockname()[1], bench.folder / "tool.db")
    taken.close()
    platform = Platform(bench.folder / "platform", tool.address)
    tool.fill(platform.address)
    tool.start()
    board = tool.make_board()
    acts, questions = [], 0
    try:
        with browsers() as (browser,):
            bench.say("a new participant's way to the first note")
            new = Somebody(browser, platform, tool, "aino")
            page = new.context.new_page()
            page.goto(f"{platform.address}/as/aino/links/{board.link}")
            acts.append("follow the link")
            frame = page.query_selector("#contentframe").content_frame()
            column = frame.locator(".column").first
            column.wait_for()
            questions = frame.locator("dialog[open]").count()
            if not column.locator("textarea").is_visible():
                column.locator("[data-open-composer]").click()
                acts.append("press “Add a note”")
            column.locator("textarea").focus()
            page.keyboard.type("Ensimmäinen lappuni")
            page.keyboard.press("Enter")
            acts.append("write and press Enter")
            column.locator(".note[data-note] .text", has_text="Ensimmäinen lappuni").wait_for()
    finally:
        tool.stop()
        platform.stop()
    yield Figure("link in the platform → first note sent, a new participant", [len(acts)], "acts", "≤ 3 acts, no question before it", len(acts) <= 3 and not questions,
                 f"{questions} questions before it", how="By mouse and keyboard in Chromium, in the platform's frame: " + ", ".join(acts) + ".")
