"""The four levels of anonymity: who sees the name of whoever wrote. Fixed with the first contribution, never loosened afterwards.

The level stands with each contribution, because it travels with it wherever that goes.
"""
from flask_babel import gettext as _

NAMED, REGION_ONLY, HIDDEN_FROM_PEERS, HIDDEN_FROM_EVERYBODY = LEVELS = ("named", "region", "peers", "everybody")


def level_word(level: str) -> str:
    return {NAMED: _("With names"), REGION_ONLY: _("Only the region"), HIDDEN_FROM_PEERS: _("Hidden from the other participants"),
            HIDDEN_FROM_EVERYBODY: _("Hidden from everybody")}[level]


def level_meaning(level: str) -> str:
    """For facilitators who choose: what is shown, what is kept, and what is given up for it."""
    return {
        NAMED: _("Everybody in the course sees who wrote what."),
        REGION_ONLY: _("Everybody, facilitators too, sees only the region. The author is stored so that they can change and erase what they wrote; "
                       "no view, export or log shows it."),
        HIDDEN_FROM_PEERS: _("Participants see no names. A facilitator can ask for the name of one note at a time, and its author sees each time that it was asked for."),
        HIDDEN_FROM_EVERYBODY: _("No author is stored anywhere, and no time finer than the day. Only the browser in which a note was written can change it later. "
                                 "Stopping one person from writing and giving points for notes are not possible here."),
    }[level]


def who_sees(level: str) -> tuple[str, str]:
    """Said beside the button that sends: what is shown of the name, and what else there is to know."""
    if level == NAMED:
        return _("Everybody in this course sees your name."), ""
    if level == REGION_ONLY:
        return _("Only your region is shown."), _("Not even the facilitators see your name.")
    if level == HIDDEN_FROM_PEERS:
        return _("The other participants do not see your name."), _("A facilitator can ask for it note by note; you see each time.")
    return _("Nobody sees who wrote this."), _("Your name is not stored either. Only this browser can change the note later.")
