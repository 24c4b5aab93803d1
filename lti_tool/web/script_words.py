"""What the script says: a file for each language, which browsers keep for ever, because its name carries a hash of its content."""
import hashlib
import json

from flask import Response, abort, current_app
from flask_babel import force_locale
from flask_babel import gettext as _

from .assets import send_made, versions_of
from .language import current_language, known

FOLDER = "words/"


def script_words() -> dict[str, str]:
    """In the present language. Values in braces are put in by the script."""
    return dict(
        back=_("Connection is back."),
        backNote=_("Your note was sent at {time}."),
        backAll=_("Everything was sent at {time}."),
        allShown=_("The board is up to date."),
        asBoard=_("Shown as a board."),
        asOutline=_("Shown as an outline."),
        cannotOpen=_("That could not be opened. Check the connection and try again."),
        close=_("Close"),
        clientData=_("It was not sent: it may hold a client's data. Look at it and send it again."),
        columnGone=_("This place is no longer here."),
        textKept=_("What you were writing is kept here:"),
        columnsChanged=_("columns have changed"),
        failed=_("That could not be sent. Your text is still here; try again in a moment."),
        heldNote=_("Show {n} new note"),
        heldNotes=_("Show {n} new notes"),
        heldChanges=_("Show what has changed"),
        holding=_("Updates are held: what others do is shown when you ask for it."),
        notHolding=_("Updates are shown as they come."),
        kept=_("Your unsaved text is still here."),
        keptDrop=_("Begin again from what is saved"),
        language=_("Language of the note: {language}. Change the language"),
        lifted=_("The note is lifted. Arrows move it, Enter puts it down, Esc gives up."),
        lockedColumn=_("The column “{column}” is locked."),
        lost=_("The connection was lost."),
        lostText=_("Your text is safe in this window and is sent by itself when the connection is back."),
        lostCount=_("Waiting: {n}"),
        lostReading=_("What others write appears again when the connection is back."),
        oneNote=_("{n} note"),
        manyNotes=_("{n} notes"),
        news=_("There is something new."),
        reload=_("Show it"),
        newsNewOne=_("{n} new note in “{column}”"),
        newsNewMany=_("{n} new notes in “{column}”"),
        newsMovedOne=_("{n} note moved"),
        newsMovedMany=_("{n} notes moved"),
        newsChangedOne=_("{n} note changed"),
        newsChangedMany=_("{n} notes changed"),
        newsGoneOne=_("{n} note taken away"),
        newsGoneMany=_("{n} notes taken away"),
        newsNew=_("New in “{column}”: {text}"),
        newsMoved=_("Moved to “{column}”: {text}"),
        newsChanged=_("Changed in “{column}”: {text}"),
        newsGone=_("Taken away: {text}"),
        notesOf=_("{shown} of {n} notes"),
        quoted=_("“{words}”"),
        removeFilter=_("Remove the filter {filter}"),
        showing=_("Showing {shown} of {all} notes."),
        position=_("Column “{column}”, place {place} of {count}."),
        moved=_("Moved to “{column}”, {place} of {count}."),
        returned=_("Back in “{column}”, {place} of {count}."),
        sent=_("Sent to “{column}”, {place} of {count}."),
        showNote=_("Show the note"),
        here=_("{n} here"),
        oneHere=_("{n} person has this open"),
        manyHere=_("{n} people have this open"),
        commentLanguage=_("Language of the comment: {language}. Change the language"),
        commentSent=_("Comment sent."),
        writing=_("Somebody is writing here …"),
        returnText=_("Back to the course"),
        signedOut=_("You are no longer signed in here."),
        signedOutText=_("What you have written stays in this window. Open the link in your course again, then try again here."),
        seconds=_("{n} s"),
        sending=_("Being sent"),
        waiting=_("Waiting for the connection"),
        takeBack=_("Put it back into the form"),
        tooLong=_("{over} characters too long."),
        tryNow=_("Try now"),
    )


def files_here() -> dict[str, tuple[str, dict[str, bytes]]]:
    """For each language the file's name and its content, as it is and compressed. Made once for an application."""
    return current_app.extensions.setdefault("script_words", {})


def file_of(language: str) -> tuple[str, dict[str, bytes]]:
    files = files_here()
    if language not in files:
        with force_locale(language):
            content = f"globalThis.words={json.dumps(script_words(), ensure_ascii=False)}".encode()
        name = f"{FOLDER}{language}-{hashlib.sha256(content).hexdigest()[:8]}.js"
        files[language] = name, versions_of(content)
    return files[language]


def script_words_address() -> str:
    return f"/static/{file_of(current_language())[0]}"


def send_script_words(name: str) -> Response:
    """Raises NotFound for a language that is not there, and for the words of another version."""
    language = name.removeprefix(FOLDER).partition("-")[0]
    if language != known(language) or file_of(language)[0] != name:
        abort(404)
    return send_made(file_of(language)[1], "text/javascript")


def register_script_words(app) -> None:
    app.jinja_env.globals["script_words_address"] = script_words_address
