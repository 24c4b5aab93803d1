"""What was deleted of a module stays as long as somebody goes through an edition that shows it."""
import io

from lti_tool.db.chores import do_chores
from tests.support.files import picture
from tests.support.rows import rows


def test_pictures_of_a_deleted_step_stay_for_those_whose_edition_shows_it(module, aino, app, clock):
    unit, other = module.unit(), module.unit("Toinen")
    step, kept = module.step(unit, title="Kuvallinen"), module.step(other, title="Pysyvä")
    seen = module.marja.ask("POST", f"/steps/{step}/attachments", data={"file": (io.BytesIO(picture()), "kuva.jpg"), "decorative": "yes"})
    assert seen.status == 303, seen.text
    module.publish()
    module.begin(aino)
    module.marja.post(f"/units/{unit}/deletion")
    module.publish()
    clock.forward(days=31)
    assert not do_chores(app)
    for visitor in (aino, module.marja):
        visitor.launch()
    page = module.page(aino, step)
    assert "<img" in page.html and rows(app, "SELECT count(*) FROM attachment") == [(1,)], "Aino goes through the edition that has it"
    aino.post(f"{module.path}/learner/edition")
    assert not do_chores(app)
    assert rows(app, "SELECT count(*) FROM attachment") == [(0,)] and rows(app, "SELECT id FROM step") == [(kept,)] and rows(app, "SELECT id FROM unit") == [(other,)]
