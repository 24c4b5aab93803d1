"""Registers what questions give to templates."""
from .kinds import kind_words
from .question import PARTS_AT_MOST, POINTS_AT_MOST
from .showing import better_of, lines_of, outcome, said_number, truths
from .words import FEEDBACK_LIMIT, PART_LIMIT, TEXT_LIMIT, TITLE_LIMIT, as_lines, letters_in


def register_questions(app) -> None:
    app.jinja_env.globals.update(question_kind_words=kind_words, question_outcome=outcome, answered_lines=lines_of, better_answers=better_of, question_truths=truths,
                                 said_number=said_number, question_as_lines=as_lines, question_letters=letters_in,
                                 question_limits={"title": TITLE_LIMIT, "text": TEXT_LIMIT, "part": PART_LIMIT, "feedback": FEEDBACK_LIMIT, "parts": PARTS_AT_MOST, "points": POINTS_AT_MOST})
