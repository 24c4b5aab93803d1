"""Workshop boards, peer-sharing walls and coaching modules, launched from a learning platform over LTI 1.3.

The rooms, from the ground up; each imports only from those before it:

    settings    config/*.toml and LTI_TOOL_... variables
    db          the database object, transactions, instants, positions, wordings
    web         HTTP floor: refusals, headers, language, text that enters
    jobs        what is done without anybody waiting
    mail        letters that leave by SMTP
    live        topics, change log, streams and polling
    people      persons, courses, memberships, what is held about a person
    access      visits (sessions), policy, `find` = load and check in one step
    activities  what boards, walls and modules share: acts, anonymity; what links open
    files       what people attach: kinds of file, their bytes outside the database, what refers to them
    documents   what leaves as a file and comes back: pages, text documents, tables, and JSON from strangers
    questions   questions with feedback to each answer: values without tables, their forms, GIFT
    lti         login, launch, keys, platforms: the only importer of pylti1p3
    grades      what the platform is told of people's results
    feedback    forms with a scale of five, answers that are nobody's
    home        the course's home, its people and settings, my data
    notices     privacy notice, accessibility statement, feedback
    retention   how long a course is kept
    search      words of what stands in a course, kept for finding; the page on which it is searched
    moderation  reports, hiding, the queue, the log, pauses: of what boards and walls hold
    recall      cards that return, spaced; what was put into practice: of what modules, boards and walls hold
    boards      board, phase, column, note
    walls       wall, theme, field, post, adoption
    coaching    module, unit, step, edition, learner, certificate
    workshops   leading, groups, series, summary: what is made of a board with phases
    console     what course admins and operators look after
    app         wires them; server stands beside it
    operating   backups and the doctor, from the command line: cli

docs/tour.md follows one note and one launch through the files.
"""
from .app import create_app

__all__ = ["create_app"]
