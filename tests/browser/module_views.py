"""Views of modules: one that is only written, one that nobody has begun, one that Aino has finished; the demo's, with learners on their way; and what comes back as recall cards."""
import sqlalchemy as sa

from lti_tool.coaching.certificate import give_certificate
from lti_tool.coaching.feedback_forms import form_of_step
from lti_tool.coaching.kinds.question import answered, asked_in
from lti_tool.coaching.learner import begin
from lti_tool.coaching.module import Module, make_module
from lti_tool.coaching.progress import progress_of
from lti_tool.coaching.recalling import give_cards_after
from lti_tool.coaching.step import add_step
from lti_tool.coaching.work import FACILITATORS, work_at
from lti_tool.db import Wording, now
from lti_tool.feedback.answer import give
from lti_tool.recall.card import CardWords, make_card
from lti_tool.recall.follow_up import FollowUp
from lti_tool.recall.giving import give_all_to
from lti_tool.recall.memory import Memory
from lti_tool.walls.post import Post
from lti_tool.web.days import today_here

from .module_stage import add_module


def set_up_modules(session, course, members) -> dict:
    aino, orjan = members["6"].person_id, members["7"].person_id
    demo = session.scalar(sa.select(Module).order_by(Module.id).limit(1))
    table = make_module(course, Wording({"fi": "Tyhjä valmennus"}))
    fresh, _steps = add_module(course, "Aloittamaton valmennus")
    unasked = add_step(fresh.units[-1], "question", Wording({"fi": "Kysymys, jota ei ole"}), {"text": {}})
    done, steps = add_module(course, "Käyty valmennus")
    learner = begin(done, aino)
    for step in done.contents().steps:
        do(learner, step)
    session.flush()
    progress_of(learner).settle()
    certificate = give_certificate(done, learner, "Aino Sarapuisto", True)
    looked_at = begin(done, orjan)
    do(looked_at, done.contents().step(steps["practice"]))
    return {**recalled(session, course, aino, orjan), **asked_in_demo(demo), **{f"{name}_step": number for name, number in steps.items()}, "module": done.id, "fresh_module": fresh.id,
            "unasked_step": unasked.id, "empty_module": table.id, "demo_module": demo.id, "certificate": certificate.id, "certificate_key": certificate.key}


def do(learner, step) -> None:
    if step.kind == "feedback":
        return give(form_of_step(step.id).id, learner.person_id, [{"question": "useful", "value": 4}])
    work = work_at(learner, step.id)
    if step.kind == "question":
        question = asked_in(step.contents)
        given = question.right_answer() if question.kind == "ordering" else "bsee"  # the other answer is wrong
        answered(work, given, question.mark(given).fraction, question)
    elif step.kind == "scenario":
        work.answer = {"chosen": [0, 0]}
    elif step.kind == "self_assessment":
        work.answer = {"now": {"1": 4}, "back": {"1": 2}}
    elif step.kind != "page":
        work.text, work.language, work.version, work.shared, work.reply = "Kirjoitin havainnot ensin.", "fi", 1, FACILITATORS, "Hyvä alku!"
    work.finish()
    give_cards_after([work], learner.person_id)


def recalled(session, course, aino, orjan) -> dict:
    """Cards of a post for both; today they are asked of Aino, and Örjan is asked what he put into practice."""
    post = session.scalar(sa.select(Post).order_by(Post.id).limit(1))
    card = make_card(course.id, "posts", post.id, CardWords(Wording({"fi": "Mikä teki kirjaamisesta yhteistä?", "sv": "Vad gjorde dokumentationen gemensam?"}), Wording({"fi": "Yksi esimerkki kerrallaan"})))
    make_card(course.id, "posts", post.id, CardWords(Wording({"fi": "Poistettu kortti"}), Wording({"fi": "Vastaus"}))).delete()
    for person in (aino, orjan):
        give_all_to(course.id, person)
    session.execute(sa.update(Memory).where(Memory.person_id == aino).values(due_on=today_here()))
    module = session.scalar(sa.select(Module.id).order_by(Module.id).limit(1))
    session.add_all([FollowUp(module_id=module, person_id=orjan, which="week", due_on=today_here(), version=0, text="", language="", shared=False),
                     FollowUp(module_id=module, person_id=aino, which="week", due_on=today_here(), version=1, text="Luen kirjauksen ääneen.", language="fi", shared=True, answered_at=now())])
    return {"card": card.id, "carded_post": post.id}


def asked_in_demo(module) -> dict:
    """A step of each kind of question, by the name of its kind; one whose text has lesser headings only; and a part."""
    contents = module.contents()
    headed = next(step.id for step in contents.steps if "<h3>" in (html := step.contents["text"].get("fi", "")) and "<h2>" not in html)
    return {**{f"{asked_in(step.contents).kind}_step": step.id for step in contents.steps if step.kind == "question"}, "headed_step": headed, "demo_unit": contents.units[1].id}


def show_answer(screen, _numbers):
    screen.locator("details:has(form[action$='/reviews']) > summary").first.click()


def refused_question(screen, _numbers):
    """Nothing is written, and it is sent."""
    screen.locator("form[action$='/question'] button.primary").last.click()
    screen.get_by_role("alert").wait_for()


def open_menu(screen, _numbers):
    screen.locator("[data-step] summary").nth(2).click()


def overtaken(screen, _numbers):
    """Somebody has saved the step since this form was loaded."""
    screen.locator("input[name=version]").evaluate("field => { field.value = 0; }")
    screen.locator("#title-fi").fill("Oma nimi")
    editor = screen.get_by_role("textbox", name="Teksti · suomi")
    editor.click()
    screen.press("Control+End")
    screen.type(" Oma lisäys.")
    screen.locator(".step-form button.primary").click()
    screen.locator("dialog[open] .versions .rich-text").first.wait_for()


def add_cohort(screen, _numbers):
    screen.locator("details:has(form[action$='/cohorts']) > summary").click()


MODULE_VIEWS = [  # name, who, path
    ("module before it is begun", "orjan", "/modules/{fresh_module}"),
    ("module on the way", "aino", "/modules/{demo_module}"),
    ("module when it is finished", "aino", "/modules/{module}"),
    ("module for a facilitator", "marja", "/modules/{demo_module}"),
    ("module being written, for a facilitator", "marja", "/modules/{empty_module}"),
    ("writing table", "marja", "/modules/{demo_module}/writing"),
    ("empty writing table", "marja", "/modules/{empty_module}/writing"),
    ("writing table, the menu of a step", "marja", "/modules/{demo_module}/writing", open_menu),
    ("writing a page of a module", "marja", "/steps/{page_step}"),
    ("writing a page with headings", "marja", "/steps/{headed_step}"),
    ("writing a page that somebody else has saved", "marja", "/steps/{page_step}", overtaken),
    ("writing a reflection", "marja", "/steps/{reflection_step}"),
    ("writing a practice task", "marja", "/steps/{practice_step}"),
    ("writing a scenario", "marja", "/steps/{scenario_step}"),
    ("writing a self-assessment", "marja", "/steps/{self_assessment_step}"),
    ("writing about a question", "marja", "/steps/{question_step}"),
    ("writing a question", "marja", "/steps/{question_step}/question"),
    ("writing a matching question", "marja", "/steps/{matching_step}/question"),
    ("writing a question, refused", "marja", "/steps/{unasked_step}/question", refused_question),
    ("files of a step", "marja", "/steps/{page_step}/attachments"),
    ("moving a step", "marja", "/steps/{page_step}/position"),
    ("moving a part of a module", "marja", "/units/{demo_unit}/position"),
    ("page of a module", "aino", "/modules/{module}/steps/{page_step}"),
    ("question, answered wrong", "aino", "/modules/{module}/steps/{question_step}"),
    ("question, answered again", "aino", "/modules/{module}/steps/{question_step}?again=yes"),
    ("ordering question", "aino", "/modules/{module}/steps/{ordering_step}?again=yes"),
    ("ordering question, answered", "aino", "/modules/{module}/steps/{ordering_step}"),
    ("matching question", "aino", "/modules/{demo_module}/steps/{matching_step}"),
    ("multiple choice question", "orjan", "/modules/{demo_module}/steps/{multiple_choice_step}"),
    ("number question", "aino", "/modules/{demo_module}/steps/{number_step}"),
    ("scenario, gone through", "aino", "/modules/{module}/steps/{scenario_step}"),
    ("scenario at its beginning", "orjan", "/modules/{module}/steps/{scenario_step}"),
    ("reflection with an answer", "aino", "/modules/{module}/steps/{reflection_step}"),
    ("practice task with an answer", "aino", "/modules/{module}/steps/{practice_step}"),
    ("self-assessment", "orjan", "/modules/{module}/steps/{self_assessment_step}"),
    ("feedback of a module", "orjan", "/modules/{module}/steps/{feedback_step}"),
    ("feedback of a module, given", "aino", "/modules/{module}/steps/{feedback_step}"),
    ("writing what feedback asks", "marja", "/steps/{feedback_step}"),
    ("writing a reflection", "marja", "/steps/{reflection_step}"),
    ("looking at a step as a participant", "marja", "/modules/{module}/steps/{question_step}?draft=yes"),
    ("learners of a module", "marja", "/modules/{demo_module}/learners", add_cohort),
    ("what learners sent", "marja", "/modules/{module}/learners"),
    ("settings of a module", "marja", "/modules/{demo_module}/settings"),
    ("short check", "orjan", "/modules/{module}/check"),
    ("what the self-assessments say", "marja", "/modules/{demo_module}/self-assessment"),
    ("one's own self-assessments", "aino", "/modules/{module}/self-assessment"),
    ("name on a certificate", "aino", "/modules/{module}/certificate"),
    ("certificate", "aino", "/certificates/{certificate}"),
    ("whether a certificate is genuine", None, "/verify/{certificate_key}"),
    ("no such certificate", None, "/verify/22222222222222222222"),
    ("questions as a file", "marja", "/modules/{demo_module}/questions"),
    ("home with a recall card, its answer shown", "aino", "/courses/{course}", show_answer),
    ("recall of today", "aino", "/courses/{course}/recall"),
    ("recall, asked what was put into practice", "orjan", "/courses/{course}/recall"),
    ("recall cards for facilitators", "marja", "/courses/{course}/recall/cards"),
    ("what was put into practice", "marja", "/courses/{course}/recall/practice"),
    ("a recall card from a post", "marja", "/recall/posts/{carded_post}/card"),
    ("changing a recall card", "marja", "/recall-cards/{card}"),
]
