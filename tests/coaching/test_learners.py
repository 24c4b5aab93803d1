"""What facilitators see of learners, and what not."""


def test_facilitators_read_what_was_sent_to_them_and_nothing_else(module, aino, orjan):
    unit = module.unit()
    thought, task = module.step(unit, "reflection", "Mietittäväksi"), module.step(unit, "practice", "Kokeile")
    module.publish()
    for visitor, shared in ((aino, "myself"), (orjan, "facilitators")):
        module.begin(visitor)
        module.do(visitor, thought, text=f"Kirjoitin {shared}", shared=shared, language="fi")
    module.do(aino, task, text="Kokeilin kirjata yhdessä.", language="fi")
    seen = module.marja.open(f"{module.path}/learners").text
    assert "Kirjoitin facilitators" in seen and "Kokeilin kirjata yhdessä." in seen
    assert "Kirjoitin myself" not in seen


def test_a_task_that_has_to_be_checked_finishes_the_module_when_it_is(module, aino, app):
    task = module.step(module.unit(), "practice", "Kokeile")
    module.marja.press(module.marja.open(f"{module.path}/settings"), f"{module.path}/settings", checked="yes")
    module.publish()
    module.begin(aino)
    module.do(aino, task, text="Kokeilin.", language="fi")
    assert "Olet suorittanut tämän valmennuksen" not in aino.open(module.path).text
    form = next(form for form in module.marja.open(f"{module.path}/learners").all("form") if "/checks/" in form.get("action"))
    assert module.marja.post(form.get("action"), reply="Hienosti tehty").status == 303
    assert "Olet suorittanut tämän valmennuksen" in aino.open(module.path).text
    assert "Hienosti tehty" in module.page(aino, task).text
    assert aino.post(form.get("action"), reply="Minä itse").status == 403


def test_what_one_keeps_for_oneself_cannot_be_answered_by_a_guess(module, aino, app):
    thought = module.step(module.unit(), "reflection", "Mietittäväksi")
    module.publish()
    module.begin(aino)
    module.do(aino, thought, text="Vain minulle", shared="myself", language="fi")
    assert module.marja.post(f"{module.path}/learners/1/checks/{thought}", reply="Näin sen").status == 404


def test_ones_own_data_holds_it_and_erasing_takes_it(module, aino, board):
    thought = module.step(module.unit(), "reflection", "Mietittäväksi")
    module.publish()
    module.begin(aino)
    module.do(aino, thought, text="Vain minulle", shared="myself", language="fi")
    assert "Vain minulle" in aino.open("/me").text
