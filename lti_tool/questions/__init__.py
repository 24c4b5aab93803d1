"""Questions with feedback to each answer. A question is a value without a table: whoever owns it keeps its JSON (`as_json`, `from_json`).

Its structure (ids, what is right, numbers) stands apart from its words, which it has in one language or several: an answer survives rewording and reads the
same in each of them. What is asked is shown by templates/questions/_ask.html, what came of it by _told.html, the author's form by _edit.html.
"""
from .answering import answer_of, is_arranged
from .authoring import Edited, QuestionIsUnfinished, begin, edited, save
from .kinds import KINDS, kind_words
from .question import Marked, Question, new_id
from .stored import as_json, from_json, read_question
from .words import Fault, PartWords, Words

__all__ = ["Edited", "Fault", "KINDS", "Marked", "PartWords", "Question", "QuestionIsUnfinished", "Words", "answer_of", "as_json", "begin", "edited", "from_json",
           "is_arranged", "kind_words", "new_id", "read_question", "save"]
