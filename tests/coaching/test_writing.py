"""The writing table: parts and steps in their order, what is refused, what comes back."""
import json

from lti_tool.coaching.kinds.scenario import END, ways_wrong


def order(module):
    return [item.text_content().strip() for item in module.marja.open(f"{module.path}/writing").all("h3")]


def test_steps_are_ordered_moved_deleted_and_restored(module):
    first, second = module.unit("Yksi"), module.unit("Kaksi")
    a, b, c = (module.step(first, title=title) for title in "ABC")
    module.marja.post(f"/steps/{c}/position", later="no")
    assert order(module) == ["A", "C", "B"]
    module.marja.post(f"/steps/{a}/position", unit=second, after="")
    assert order(module) == ["C", "B", "A"]
    module.marja.post(f"/steps/{b}/deletion")
    assert order(module) == ["C", "A"]
    module.marja.post(f"/steps/{b}/restoration")
    assert order(module) == ["C", "B", "A"]
    module.marja.post(f"/units/{second}/position")
    assert order(module) == ["A", "C", "B"]


def test_two_facilitators_do_not_write_over_each_other(module):
    step = module.step(module.unit())
    page = module.marja.open(f"/steps/{step}").form(f"/steps/{step}").values
    module.write(step, **{"text-fi": "Ensimmäisen teksti"})
    late = module.marja.post(f"/steps/{step}", **{**page, "text-fi": "Toisen teksti"})
    assert late.status == 409 and "Toisen teksti" in late.text
    assert "Ensimmäisen teksti" in module.marja.open(f"/steps/{step}").text


def test_what_is_not_ready_is_not_published_and_its_place_is_shown(module):
    unit = module.unit()
    step = module.step(unit, **{"text-fi": ""})
    refused = module.marja.post(f"{module.path}/editions")
    assert refused.status == 409 and f"/steps/{step}" in refused.html
    module.write(step, **{"text-fi": "Nyt on tekstiä"})
    module.publish()


def test_hostile_text_is_only_text(module, aino):
    step = module.step(module.unit())
    form = module.marja.open(f"/steps/{step}").form(f"/steps/{step}").values
    nasty = "<p>Hei</p><script>alert(1)</script><img src=x onerror=alert(1)><a href=\"javascript:alert(1)\">tästä</a>"
    assert module.marja.post(f"/steps/{step}", **{**form, "text-fi": nasty, "text-fi-format": "html"}).status == 303
    assert module.marja.post(f"/steps/{step}", **{**form, "version": 99, "video": "javascript:alert(1)"}).status in (409, 422)
    module.publish()
    module.begin(aino)
    seen = module.page(aino, step).html
    assert "Hei" in seen and "onerror" not in seen and "javascript:alert" not in seen and "<script>alert" not in seen


def part(key, *ways):
    return {"key": key, "text": {"fi": "Jotain"}, "choices": [{"words": {"fi": "Niin"}, "told": {}, "to": to} for to in ways]}


def test_a_case_that_leads_in_a_circle_or_nowhere_is_told_with_its_place(app):
    with app.test_request_context(headers={"Accept-Language": "en"}):
        assert ways_wrong([part("1", "2", END), part("2", END)]) == []
        assert "1, 2, 1" in ways_wrong([part("1", "2"), part("2", "1")])[0]
        assert "Part 1, choice 2" in ways_wrong([part("1", END, "7")])[0]
        assert "part 3" in ways_wrong([part("1", "2"), part("2", END), part("3", END)])[0]


def test_a_case_is_written_and_gone_through(module, aino):
    step = module.step(module.unit(), "scenario", "Ovella", **{"part-0-fi": "Kukaan ei avaa.", "choice-0-0-fi": "Lähden", "told-0-0-fi": "Asiakas jää yksin.", "choice-0-1-fi": "Soitan"})
    module.marja.press(module.marja.open(f"/steps/{step}"), f"/steps/{step}", button=("add", "part"))
    module.write(step, **{"to-0-1": "2", "part-1-fi": "Hän vastaa puhelimeen.", "choice-1-0-fi": "Kirjaan"})
    circle = module.marja.press(module.marja.open(f"/steps/{step}"), f"/steps/{step}", **{"to-1-0": "1"})
    assert circle.status == 422 and "1, 2, 1" in circle.text
    module.publish()
    module.begin(aino)
    module.do(aino, step, choice=1)
    seen = module.page(aino, step).text
    assert "Hän vastaa puhelimeen." in seen and "Asiakas jää yksin." not in seen
    assert aino.post(f"{module.path}/steps/{step}/work", choice=9).status == 422
    module.do(aino, step, choice=0)
    assert "100 %" in aino.open(module.path).text
    module.do(aino, step, again="yes")
    module.do(aino, step, choice=0)
    assert "Asiakas jää yksin." in module.page(aino, step).text


def test_a_copy_holds_what_is_written_and_nobodys_work(module, aino, app):
    step = module.step(module.unit())
    module.publish()
    module.begin(aino)
    module.do(aino, step)
    module.marja.post(f"/activities/{module.id}/copy")
    from lti_tool.coaching import Learner, Module
    from lti_tool.db import db, transaction
    with app.app_context(), transaction(writes=False):
        copy = db.session.query(Module).order_by(Module.id.desc()).first()
        assert copy.id != module.id and [one.title["fi"] for one in copy.contents().steps] == ["Mitä havainto on"]
        assert db.session.query(Learner).filter_by(module_id=copy.id).count() == 0 and copy.edition() is None
        assert json.dumps(copy.contents().kept(), ensure_ascii=False).count("minkä näit tai kuulit") == 1
