"""Who may do what: every address with every method, asked by people of every role here and elsewhere, and in every state of a board."""
import pytest

from tests.support.scene import FORM, WHO, Scene, address, routes

WORDS = {200: "ok", 201: "ok", 204: "ok", 302: "ok", 303: "ok", 304: "ok", 403: "not allowed", 404: "nothing here", 409: "not now",
         422: "unsuitable", 501: "no stream on this server"}
ELSEWHERE = {"participant elsewhere": "nothing here", "facilitator elsewhere": "nothing here", "operator": "nothing here"}
HELPERS = ("facilitator", "course admin", "co-facilitator")


def here(everybody, others=None, **some) -> dict:
    """One outcome for facilitators of every kind, another for participants and whoever was a co-facilitator once."""
    return {**dict.fromkeys(WHO, others or everybody), **dict.fromkeys(HELPERS, everybody), **ELSEWHERE, **some}


MEMBERS = here("ok")
FACILITATORS = here("ok", "not allowed")
FACILITATORS_ALONE = here("ok", "nothing here")  # what participants cannot see at all
AUTHOR = here("ok", "not allowed", participant="ok")  # Aino's own; facilitators all
AUTHOR_OUT_OF_SIGHT = here("ok", "nothing here", participant="ok")  # what only its author and facilitators can see at all
NOT_IN_A_STACK = here("not now")  # the scene's note stands by itself
MARJA_ALONE = here("nothing here", facilitator="ok")  # her own question
STREAM = here("no stream on this server")
SIGNED_IN = dict.fromkeys(WHO, "ok")
OPERATORS = dict.fromkeys(WHO, "nothing here") | {"operator": "ok"}
ADMINISTRATORS = OPERATORS | {"course admin": "ok"}
NOTHING_CHOSEN = ADMINISTRATORS | {"course admin": "unsuitable", "operator": "unsuitable"}
REFUSED_TO_ALL = dict.fromkeys(WHO, "not allowed")
HANDSHAKE = None  # tests/lti

TABLE = {
    ("GET", "/courses/<int:course_id>"): MEMBERS,
    ("GET", "/courses/<int:course_id>/changes"): MEMBERS,
    ("GET", "/courses/<int:course_id>/stream"): STREAM,
    ("POST", "/courses/<int:course_id>/welcome"): MEMBERS,
    ("GET", "/courses/<int:course_id>/activities"): FACILITATORS,
    ("POST", "/courses/<int:course_id>/activities"): FACILITATORS,
    ("GET", "/courses/<int:course_id>/deleted"): FACILITATORS,
    ("GET", "/courses/<int:course_id>/people"): FACILITATORS,
    ("GET", "/courses/<int:course_id>/search"): MEMBERS,
    ("GET", "/courses/<int:course_id>/connection"): FACILITATORS,
    ("POST", "/courses/<int:course_id>/connection"): FACILITATORS,
    ("POST", "/courses/<int:course_id>/roster"): FACILITATORS,
    ("GET", "/courses/<int:course_id>/groups"): FACILITATORS,
    ("POST", "/courses/<int:course_id>/groups"): FACILITATORS,
    ("GET", "/courses/<int:course_id>/settings"): FACILITATORS,
    ("GET", "/courses/<int:course_id>/lists"): FACILITATORS,
    ("POST", "/courses/<int:course_id>/lists"): FACILITATORS,
    ("GET", "/courses/<int:course_id>/about-me"): MEMBERS,
    ("POST", "/courses/<int:course_id>/about-me"): MEMBERS,
    ("POST", "/courses/<int:course_id>/settings"): FACILITATORS,
    ("POST", "/memberships/<int:membership_id>/cofacilitation"): FACILITATORS,
    ("GET", "/placements/<int:placement_id>"): MEMBERS,
    ("POST", "/placements/<int:placement_id>"): FACILITATORS,
    ("GET", "/placements/<int:placement_id>/duplicate"): FACILITATORS,
    ("POST", "/placements/<int:placement_id>/duplicate"): here("not now", "not allowed"),  # the scene's link is a copy of none
    ("GET", "/deep-links/<int:request_id>"): MARJA_ALONE,
    ("POST", "/deep-links/<int:request_id>"): MARJA_ALONE,
    ("GET", "/courses/<int:course_id>/origin"): FACILITATORS,
    ("POST", "/courses/<int:course_id>/origin"): here("not now", "not allowed"),  # the scene's course was not copied
    ("POST", "/courses/<int:course_id>/origin/opening"): FACILITATORS,
    ("GET", "/courses/<int:course_id>/archive/<int:activity_id>"): here("nothing here"),  # likewise
    ("GET", "/activities/<int:activity_id>"): MEMBERS,
    ("POST", "/activities/<int:activity_id>"): FACILITATORS,
    ("GET", "/activities/<int:activity_id>/title"): FACILITATORS,
    ("POST", "/activities/<int:activity_id>/state"): FACILITATORS,
    ("POST", "/activities/<int:activity_id>/position"): FACILITATORS,
    ("POST", "/activities/<int:activity_id>/copy"): FACILITATORS,
    ("POST", "/activities/<int:activity_id>/deletion"): FACILITATORS,
    ("POST", "/activities/<int:activity_id>/restoration"): FACILITATORS,
    ("GET", "/activities/<int:activity_id>/grades"): FACILITATORS,
    ("POST", "/activities/<int:activity_id>/grades"): FACILITATORS,
    ("POST", "/activities/<int:activity_id>/grades/sending"): FACILITATORS,
    ("GET", "/activities/<int:activity_id>/participation"): MEMBERS,
    ("POST", "/activities/<int:activity_id>/participation"): here("not now", "ok"),  # who leads is not asked
    ("GET", "/activities/<int:activity_id>/changes"): MEMBERS,
    ("GET", "/activities/<int:activity_id>/stream"): STREAM,
    ("GET", "/boards/<int:board_id>"): MEMBERS,
    ("GET", "/boards/<int:board_id>/parts"): MEMBERS,
    ("GET", "/boards/<int:board_id>/deleted"): MEMBERS,
    ("GET", "/boards/<int:board_id>/history"): MEMBERS,
    ("GET", "/notes/<int:note_id>/look"): here("nothing here", "not allowed"),  # there is nothing to ask of a note with a name
    ("POST", "/notes/<int:note_id>/look"): here("nothing here", "not allowed"),
    ("GET", "/comments/<int:comment_id>/removal"): FACILITATORS,
    ("POST", "/comments/<int:comment_id>/removal"): here("unsuitable", "not allowed"),  # the form says words and the whole at once
    ("GET", "/notes/<int:note_id>/removal"): FACILITATORS,
    ("POST", "/notes/<int:note_id>/removal"): here("unsuitable", "not allowed"),  # the form says words and the whole at once
    ("GET", "/boards/<int:board_id>/keys"): MEMBERS,
    ("GET", "/boards/<int:board_id>/columns"): FACILITATORS,
    ("POST", "/boards/<int:board_id>/columns"): FACILITATORS,
    ("GET", "/boards/<int:board_id>/export"): FACILITATORS,
    ("GET", "/boards/<int:board_id>/export.<any(html, docx, csv, xlsx, json, zip):ending>"): FACILITATORS,
    ("GET", "/boards/<int:board_id>/template"): FACILITATORS,
    ("POST", "/boards/<int:board_id>/template"): FACILITATORS,
    ("GET", "/courses/<int:course_id>/templates"): FACILITATORS,
    ("POST", "/courses/<int:course_id>/templates"): here("unsuitable", "not allowed"),  # without a file
    ("POST", "/courses/<int:course_id>/boards"): here("unsuitable", "not allowed"),
    ("GET", "/templates/<int:template_id>"): FACILITATORS_ALONE,
    ("POST", "/templates/<int:template_id>"): FACILITATORS_ALONE,
    ("GET", "/templates/<int:template_id>/template.json"): FACILITATORS_ALONE,
    ("POST", "/templates/<int:template_id>/deletion"): FACILITATORS_ALONE,
    ("POST", "/templates/<int:template_id>/restoration"): FACILITATORS_ALONE,
    ("GET", "/boards/<int:board_id>/settings"): FACILITATORS,
    ("POST", "/boards/<int:board_id>/settings"): FACILITATORS,
    ("GET", "/boards/<int:board_id>/hiding"): FACILITATORS,
    ("POST", "/boards/<int:board_id>/hiding"): FACILITATORS,
    ("POST", "/boards/<int:board_id>/hiding/end"): MEMBERS,
    ("POST", "/boards/<int:board_id>/freeze"): FACILITATORS,
    ("POST", "/boards/<int:board_id>/timer"): here("unsuitable", "not allowed"),  # without minutes
    ("POST", "/boards/<int:board_id>/shown-phase"): here("not now", "not allowed"),  # without saying which
    ("GET", "/boards/<int:board_id>/voting"): FACILITATORS,
    ("POST", "/boards/<int:board_id>/voting"): FACILITATORS,
    ("GET", "/boards/<int:board_id>/tools"): FACILITATORS,
    ("POST", "/boards/<int:board_id>/tools"): FACILITATORS,
    ("GET", "/boards/<int:board_id>/screen"): FACILITATORS,
    ("POST", "/boards/<int:board_id>/marks"): here("unsuitable"),  # without saying which
    ("POST", "/boards/<int:board_id>/hands"): FACILITATORS,
    # a check-in with a number
    ("POST", "/boards/<int:board_id>/scale"): here("unsuitable"),  # without one
    ("POST", "/notes/<int:note_id>/presented"): FACILITATORS,
    ("POST", "/columns/<int:column_id>/call"): FACILITATORS,
    ("POST", "/boards/<int:board_id>/presented"): FACILITATORS,
    ("POST", "/boards/<int:board_id>/call"): FACILITATORS,
    ("GET", "/boards/<int:board_id>/groups"): FACILITATORS,
    ("POST", "/boards/<int:board_id>/groups"): here("unsuitable", "not allowed"),  # without a number
    ("POST", "/boards/<int:board_id>/groups/plenary"): FACILITATORS,
    ("POST", "/boards/<int:board_id>/groups/places"): here("unsuitable", "not allowed"),  # of nobody
    ("POST", "/boards/<int:board_id>/groups/own"): here("not now", "ok"),  # facilitators are in none
    ("GET", "/work-groups/<int:group_id>"): FACILITATORS,
    ("GET", "/boards/<int:board_id>/preassignment"): here("nothing here", "not allowed"),  # the scene's board has none
    ("GET", "/boards/<int:board_id>/carrying"): FACILITATORS,
    ("POST", "/boards/<int:board_id>/carrying"): here("unsuitable", "not allowed"),  # nothing, and to nowhere
    ("GET", "/notes/<int:note_id>/carrying"): FACILITATORS,
    ("GET", "/notes/<int:note_id>/origin"): here("nothing here"),  # the scene's note was written where it stands
    ("POST", "/notes/<int:note_id>/keeping"): here("not allowed", participant="not now"),  # its author's alone, in a pre-assignment
    ("POST", "/work-groups/<int:group_id>"): FACILITATORS,
    # preparing phases, materials and designs
    ("GET", "/boards/<int:board_id>/phases"): FACILITATORS,
    ("POST", "/boards/<int:board_id>/phases"): here("unsuitable", "not allowed"),  # of a kind that is none of a phase
    ("GET", "/phases/<int:phase_id>"): FACILITATORS_ALONE,
    ("POST", "/phases/<int:phase_id>"): here("unsuitable", "nothing here"),
    ("POST", "/phases/<int:phase_id>/position"): FACILITATORS_ALONE,
    ("POST", "/phases/<int:phase_id>/deletion"): here("not now", "nothing here"),  # the only one
    ("POST", "/phases/<int:phase_id>/restoration"): FACILITATORS_ALONE,
    ("POST", "/phases/<int:phase_id>/materials"): FACILITATORS_ALONE,
    ("GET", "/materials/<int:material_id>"): FACILITATORS,
    ("POST", "/materials/<int:material_id>"): FACILITATORS,
    ("POST", "/materials/<int:material_id>/deletion"): FACILITATORS,
    ("POST", "/materials/<int:material_id>/restoration"): FACILITATORS,
    ("GET", "/courses/<int:course_id>/designs/<key>"): FACILITATORS,
    #
    ("GET", "/columns/<int:column_id>"): FACILITATORS,
    ("POST", "/columns/<int:column_id>"): FACILITATORS,
    ("GET", "/columns/<int:column_id>/position"): FACILITATORS,
    ("POST", "/columns/<int:column_id>/position"): FACILITATORS,
    ("POST", "/columns/<int:column_id>/lock"): FACILITATORS,
    ("POST", "/columns/<int:column_id>/deletion"): FACILITATORS,
    ("POST", "/columns/<int:column_id>/restoration"): FACILITATORS,
    ("POST", "/columns/<int:column_id>/notes"): MEMBERS,
    ("POST", "/columns/<int:column_id>/writing"): MEMBERS,
    ("GET", "/notes/<int:note_id>"): AUTHOR,
    ("POST", "/notes/<int:note_id>"): AUTHOR,
    ("GET", "/notes/<int:note_id>/acts"): MEMBERS,
    ("GET", "/notes/<int:note_id>/position"): MEMBERS,
    ("POST", "/notes/<int:note_id>/position"): MEMBERS,
    ("GET", "/notes/<int:note_id>/stack"): MEMBERS,
    ("POST", "/notes/<int:note_id>/stack"): here("unsuitable"),  # without another note to put it on
    ("GET", "/notes/<int:note_id>/stack/notes"): MEMBERS,
    ("POST", "/notes/<int:note_id>/unstack"): NOT_IN_A_STACK,
    ("POST", "/notes/<int:note_id>/split"): NOT_IN_A_STACK,
    ("POST", "/notes/<int:note_id>/vote"): MEMBERS,
    ("POST", "/notes/<int:note_id>/vote/withdrawal"): MEMBERS,
    ("POST", "/notes/<int:note_id>/deletion"): AUTHOR,
    ("POST", "/notes/<int:note_id>/restoration"): AUTHOR,
    ("GET", "/notes/<int:note_id>/comments"): MEMBERS,
    ("POST", "/notes/<int:note_id>/comments"): MEMBERS,
    ("POST", "/notes/<int:note_id>/reactions"): MEMBERS,
    ("GET", "/comments/<int:comment_id>"): AUTHOR,
    ("POST", "/comments/<int:comment_id>"): AUTHOR,
    ("POST", "/comments/<int:comment_id>/deletion"): AUTHOR,
    ("POST", "/comments/<int:comment_id>/restoration"): AUTHOR,
    ("GET", "/notes/<int:note_id>/attachments"): AUTHOR,
    ("POST", "/notes/<int:note_id>/attachments"): here("unsuitable", "not allowed", participant="unsuitable"),  # without a file
    ("GET", "/attachments/<int:attachment_id>"): MEMBERS,
    ("GET", "/attachments/<int:attachment_id>/<name>"): MEMBERS,
    ("GET", "/attachments/<int:attachment_id>/small"): MEMBERS,
    ("POST", "/attachments/<int:attachment_id>/alternative"): AUTHOR,
    ("POST", "/attachments/<int:attachment_id>/deletion"): AUTHOR,
    ("POST", "/attachments/<int:attachment_id>/restoration"): AUTHOR,
    ("POST", "/acts/<int:act_id>/undo"): AUTHOR_OUT_OF_SIGHT,
    ("GET", "/me"): SIGNED_IN,
    ("GET", "/me/data.html"): SIGNED_IN,
    ("GET", "/me/data.json"): SIGNED_IN,
    ("GET", "/me/erasure"): SIGNED_IN,
    ("GET", "/me/erased"): SIGNED_IN,
    ("POST", "/me/erasure"): dict.fromkeys(WHO, "unsuitable"),  # without the tick that says "I am sure"
    ("POST", "/me/settings"): SIGNED_IN,
    ("POST", "/tickets"): SIGNED_IN,
    ("GET", "/console"): ADMINISTRATORS,
    ("GET", "/console/platforms"): OPERATORS,
    ("GET", "/console/platforms/<int:platform_id>"): ADMINISTRATORS,
    ("POST", "/console/platforms/<int:platform_id>"): ADMINISTRATORS,
    ("POST", "/console/platforms/<int:platform_id>/connection"): OPERATORS,
    ("POST", "/console/platforms/<int:platform_id>/approval"): OPERATORS,
    ("POST", "/console/platforms/<int:platform_id>/enabling"): OPERATORS,
    ("GET", "/console/platforms/<int:platform_id>/launches"): ADMINISTRATORS,
    ("GET", "/console/platforms/<int:platform_id>/courses"): ADMINISTRATORS,
    ("GET", "/console/platforms/<int:platform_id>/administrators"): ADMINISTRATORS,
    ("POST", "/console/platforms/<int:platform_id>/administrators"): NOTHING_CHOSEN,
    ("POST", "/console/administrators/<int:administrator_id>/withdrawal"): ADMINISTRATORS,
    ("GET", "/console/platforms/<int:platform_id>/organisation"): ADMINISTRATORS,
    ("POST", "/console/platforms/<int:platform_id>/organisation"): ADMINISTRATORS,
    ("POST", "/console/platforms/<int:platform_id>/organisation/logo"): ADMINISTRATORS,
    ("POST", "/console/platforms/<int:platform_id>/organisation/logo/removal"): ADMINISTRATORS,
    ("GET", "/organisations/<int:organisation_id>/logo"): SIGNED_IN,  # who are all from courses of that platform
    ("GET", "/console/platforms/<int:platform_id>/feedback"): ADMINISTRATORS,
    ("GET", "/console/feedback"): OPERATORS,
    ("POST", "/console/feedback/<int:feedback_id>/handling"): ADMINISTRATORS,
    ("GET", "/console/invitations"): OPERATORS,
    ("POST", "/console/invitations"): OPERATORS,
    ("POST", "/console/invitations/<int:invitation_id>/withdrawal"): OPERATORS,
    ("GET", "/console/keys"): OPERATORS,
    ("POST", "/console/keys"): OPERATORS,
    # The summary of a workshop
    ("GET", "/boards/<int:board_id>/summary"): MEMBERS,
    ("POST", "/boards/<int:board_id>/summary"): FACILITATORS,
    ("GET", "/boards/<int:board_id>/summary.<any(html, docx, md):ending>"): MEMBERS,
    ("POST", "/boards/<int:board_id>/summary/<any(fi, sv, en):language>"): FACILITATORS,
    ("POST", "/boards/<int:board_id>/summary/<any(fi, sv, en):language>/publication"): FACILITATORS,
    ("GET", "/boards/<int:board_id>/summary/<any(fi, sv, en):language>/versions"): FACILITATORS,
    ("GET", "/boards/<int:board_id>/summary/<any(fi, sv, en):language>/versions/<int:number>"): FACILITATORS,
    ("POST", "/boards/<int:board_id>/summary/<any(fi, sv, en):language>/versions/<int:number>/restoration"): FACILITATORS,
    ("POST", "/window"): REFUSED_TO_ALL,  # without a ticket
    ("GET", "/courses/<int:course_id>/retention"): FACILITATORS,
    ("POST", "/courses/<int:course_id>/retention"): FACILITATORS,
    ("GET", "/courses/<int:course_id>/retention/everything.zip"): FACILITATORS,
    ("GET", "/courses/<int:course_id>/retention/anonymisation"): FACILITATORS,
    ("POST", "/courses/<int:course_id>/retention/anonymisation"): here("unsuitable", "not allowed"),  # without the tick that says "I am sure"
    ("GET", "/courses/<int:course_id>/retention/erasure"): FACILITATORS,
    ("POST", "/courses/<int:course_id>/retention/erasure"): here("unsuitable", "not allowed"),
    ("GET", "/retention/<any(anonymise, erase):way>"): SIGNED_IN,
    ("GET", "/courses/<int:course_id>/privacy"): MEMBERS,
    ("GET", "/courses/<int:course_id>/accessibility"): MEMBERS,
    ("GET", "/courses/<int:course_id>/accessibility/feedback"): MEMBERS,
    ("POST", "/courses/<int:course_id>/accessibility/feedback"): MEMBERS,
    ("GET", "/privacy"): SIGNED_IN,
    ("GET", "/accessibility"): SIGNED_IN,
    ("GET", "/accessibility/feedback"): SIGNED_IN,
    ("POST", "/accessibility/feedback"): SIGNED_IN,
    ("GET", "/healthz"): SIGNED_IN,
    ("GET", "/static/<path:filename>"): SIGNED_IN,
    # Series of workshops
    ("GET", "/courses/<int:course_id>/series"): MEMBERS,
    ("POST", "/courses/<int:course_id>/series"): FACILITATORS,
    ("GET", "/series/<int:series_id>"): MEMBERS,
    ("POST", "/series/<int:series_id>"): FACILITATORS,
    ("GET", "/series/<int:series_id>/words"): FACILITATORS,
    ("POST", "/series/<int:series_id>/position"): FACILITATORS,
    ("POST", "/series/<int:series_id>/deletion"): FACILITATORS,
    ("POST", "/series/<int:series_id>/restoration"): FACILITATORS,
    ("GET", "/series/<int:series_id>/workshops"): FACILITATORS,
    ("POST", "/series/<int:series_id>/workshops"): here("unsuitable", "not allowed"),  # without a board
    ("POST", "/series/<int:series_id>/new-workshop"): FACILITATORS,
    ("POST", "/series/<int:series_id>/order"): here("not now", "not allowed"),  # likewise
    ("POST", "/series/<int:series_id>/removal"): here("not now", "not allowed"),
    ("POST", "/series/<int:series_id>/announcements"): FACILITATORS,
    ("GET", "/announcements/<int:announcement_id>"): FACILITATORS,
    ("POST", "/announcements/<int:announcement_id>"): FACILITATORS,
    ("POST", "/announcements/<int:announcement_id>/deletion"): FACILITATORS,
    ("POST", "/announcements/<int:announcement_id>/restoration"): FACILITATORS,
    ("GET", "/boards/<int:board_id>/occasion"): FACILITATORS,
    ("POST", "/boards/<int:board_id>/occasion"): FACILITATORS,
    ("GET", "/boards/<int:board_id>/workshop.ics"): MEMBERS,
    ("GET", "/notes/<int:note_id>/action"): FACILITATORS,
    ("POST", "/notes/<int:note_id>/action"): FACILITATORS,
    ("POST", "/notes/<int:note_id>/action/done"): FACILITATORS,
    ("POST", "/notes/<int:note_id>/action/removal"): FACILITATORS,
    ("GET", "/lti/cookie"): HANDSHAKE,
    ("GET", "/lti/jwks"): HANDSHAKE,
    ("GET", "/lti/login"): HANDSHAKE,
    ("POST", "/lti/login"): HANDSHAKE,
    ("POST", "/lti/launch"): HANDSHAKE,
    ("GET", "/lti/register"): HANDSHAKE,
    ("POST", "/lti/register"): HANDSHAKE,

    # Feedback
    ("GET", "/courses/<int:course_id>/feedback"): FACILITATORS,
    ("POST", "/courses/<int:course_id>/feedback"): FACILITATORS,
    ("GET", "/feedback/<int:form_id>"): MEMBERS,
    ("POST", "/feedback/<int:form_id>/answers"): here("not allowed", "ok"),
    ("GET", "/feedback/<int:form_id>/questions"): FACILITATORS,
    ("POST", "/feedback/<int:form_id>/questions"): FACILITATORS,
    ("POST", "/feedback/<int:form_id>/state"): FACILITATORS,
    ("POST", "/feedback/<int:form_id>/sharing"): FACILITATORS,
    ("POST", "/feedback/<int:form_id>/reply"): FACILITATORS,
    ("POST", "/feedback/<int:form_id>/removal"): here("not now", "not allowed"),  # the scene's form has no answers
    ("GET", "/feedback/<int:form_id>/results.<any(html, csv):ending>"): FACILITATORS,
    ("POST", "/feedback/<int:form_id>/deletion"): FACILITATORS,
    ("POST", "/feedback/<int:form_id>/restoration"): FACILITATORS,
    ("POST", "/boards/<int:board_id>/feedback"): FACILITATORS,
    # Recall
    ("GET", "/courses/<int:course_id>/recall"): MEMBERS,
    ("POST", "/courses/<int:course_id>/recall"): MEMBERS,
    ("POST", "/memories/<int:memory_id>/reviews"): here("nothing here", participant="ok"),  # nobody answers for another
    ("POST", "/follow-ups/<int:follow_up_id>"): here("nothing here", participant="ok"),
    ("GET", "/courses/<int:course_id>/recall/cards"): FACILITATORS,
    ("GET", "/courses/<int:course_id>/recall/practice"): FACILITATORS,
    ("GET", "/recall/<source_kind>/<int:source_number>/card"): FACILITATORS,
    ("POST", "/recall/<source_kind>/<int:source_number>/card"): FACILITATORS,
    ("GET", "/recall-cards/<int:recall_card_id>"): FACILITATORS_ALONE,
    ("POST", "/recall-cards/<int:recall_card_id>"): FACILITATORS_ALONE,
    ("POST", "/recall-cards/<int:recall_card_id>/deletion"): FACILITATORS_ALONE,
    ("POST", "/recall-cards/<int:recall_card_id>/restoration"): FACILITATORS_ALONE,
    # Walls
    ("GET", "/modules/<int:module_id>"): MEMBERS,
    ("POST", "/modules/<int:module_id>/learner"): here("ok", "unsuitable", participant="ok"),  # who begins says with which group
    ("POST", "/modules/<int:module_id>/learner/edition"): MEMBERS,
    ("GET", "/modules/<int:module_id>/settings"): FACILITATORS,
    ("POST", "/modules/<int:module_id>/settings"): FACILITATORS,
    ("GET", "/modules/<int:module_id>/module.json"): FACILITATORS,
    ("POST", "/courses/<int:course_id>/modules"): here("unsuitable", "not allowed"),  # without a file
    ("GET", "/modules/<int:module_id>/writing"): FACILITATORS,
    ("POST", "/modules/<int:module_id>/units"): FACILITATORS,
    ("POST", "/modules/<int:module_id>/editions"): FACILITATORS,
    ("GET", "/modules/<int:module_id>/steps/<int:step_id>"): MEMBERS,
    ("POST", "/modules/<int:module_id>/steps/<int:step_id>/work"): MEMBERS,
    ("GET", "/steps/<int:step_id>/question"): here("nothing here", "not allowed"),  # the scene's step is a practice task
    ("POST", "/steps/<int:step_id>/question"): here("nothing here", "not allowed"),
    ("GET", "/modules/<int:module_id>/self-assessment"): MEMBERS,
    ("POST", "/units/<int:unit_id>/questions"): here("unsuitable", "nothing here"),  # without a file
    ("GET", "/modules/<int:module_id>/questions"): FACILITATORS,
    ("GET", "/modules/<int:module_id>/questions.<any(gift, json):form>"): FACILITATORS,
    ("GET", "/modules/<int:module_id>/certificate"): here("not now"),  # the scene's learner has not finished
    ("POST", "/modules/<int:module_id>/certificate"): here("not now"),
    ("GET", "/certificates/<int:certificate_id>"): here("ok", "nothing here", participant="ok"),
    ("GET", "/certificates/<int:certificate_id>/certificate.pdf"): here("ok", "nothing here", participant="ok"),
    ("POST", "/certificates/<int:certificate_id>/revocation"): here("ok", "nothing here", participant="not allowed"),
    ("GET", "/verify/<key>"): dict.fromkeys(WHO, "nothing here"),  # the scene's key is none of a certificate
    ("GET", "/modules/<int:module_id>/check"): here("nothing here"),  # and asks nothing at the start
    ("POST", "/modules/<int:module_id>/check"): here("nothing here"),
    ("GET", "/modules/<int:module_id>/learners"): FACILITATORS,
    ("POST", "/modules/<int:module_id>/learners/<int:learner_number>/checks/<int:step_number>"): FACILITATORS,
    ("POST", "/modules/<int:module_id>/learners/<int:learner_number>/cohort"): FACILITATORS,
    ("POST", "/modules/<int:module_id>/cohorts"): FACILITATORS,
    ("POST", "/cohorts/<int:cohort_id>"): FACILITATORS_ALONE,
    ("POST", "/cohorts/<int:cohort_id>/deletion"): FACILITATORS_ALONE,
    ("POST", "/cohorts/<int:cohort_id>/restoration"): FACILITATORS_ALONE,
    ("POST", "/units/<int:unit_id>"): FACILITATORS_ALONE,
    ("POST", "/units/<int:unit_id>/steps"): here("unsuitable", "nothing here"),  # "board" is no kind of step
    ("GET", "/steps/<int:step_id>"): FACILITATORS,
    ("POST", "/steps/<int:step_id>"): FACILITATORS,
    ("GET", "/<any(units, steps):written>/<int:written_id>/position"): FACILITATORS,
    ("GET", "/steps/<int:step_id>/attachments"): FACILITATORS,
    ("POST", "/steps/<int:step_id>/attachments"): here("unsuitable", "not allowed"),  # without a file
    ("POST", "/<any(units, steps):written>/<int:written_id>/position"): FACILITATORS,
    ("POST", "/<any(units, steps):written>/<int:written_id>/deletion"): FACILITATORS,
    ("POST", "/<any(units, steps):written>/<int:written_id>/restoration"): FACILITATORS,
    ("GET", "/walls/<int:wall_id>"): MEMBERS,
    ("GET", "/walls/<int:wall_id>/steps"): MEMBERS,
    ("GET", "/walls/<int:wall_id>/archived"): MEMBERS,
    ("GET", "/walls/<int:wall_id>/deleted"): MEMBERS,
    ("GET", "/walls/<int:wall_id>/settings"): FACILITATORS,
    ("GET", "/walls/<int:wall_id>/export"): FACILITATORS,
    ("GET", "/walls/<int:wall_id>/export.<any(html, docx, csv, xlsx, json, zip):ending>"): FACILITATORS,
    ("GET", "/posts/<int:post_id>/attachments"): AUTHOR,
    ("POST", "/posts/<int:post_id>/attachments"): here("unsuitable", "not allowed", participant="unsuitable"),  # without a file
    ("GET", "/posts/<int:post_id>/page"): MEMBERS,
    ("GET", "/posts/<int:post_id>.docx"): MEMBERS,
    ("GET", "/walls/<int:wall_id>/template"): FACILITATORS,
    ("POST", "/walls/<int:wall_id>/template"): FACILITATORS,
    ("POST", "/courses/<int:course_id>/walls"): here("unsuitable", "not allowed"),  # without a file
    ("GET", "/courses/<int:course_id>/wall-templates"): FACILITATORS,
    ("POST", "/courses/<int:course_id>/wall-templates"): here("unsuitable", "not allowed"),
    ("GET", "/wall-templates/<int:wall_template_id>"): FACILITATORS_ALONE,
    ("POST", "/wall-templates/<int:wall_template_id>"): FACILITATORS_ALONE,
    ("GET", "/wall-templates/<int:wall_template_id>/template.json"): FACILITATORS_ALONE,
    ("POST", "/wall-templates/<int:wall_template_id>/deletion"): FACILITATORS_ALONE,
    ("POST", "/wall-templates/<int:wall_template_id>/restoration"): FACILITATORS_ALONE,
    ("POST", "/walls/<int:wall_id>/settings"): FACILITATORS,
    ("POST", "/walls/<int:wall_id>/freeze"): FACILITATORS,
    ("POST", "/walls/<int:wall_id>/posts"): MEMBERS,
    ("POST", "/walls/<int:wall_id>/themes"): FACILITATORS,
    ("POST", "/themes/<int:theme_id>"): FACILITATORS,
    ("POST", "/walls/<int:wall_id>/fields"): here("unsuitable", "not allowed"),  # without a kind of question
    ("POST", "/fields/<int:field_id>"): FACILITATORS,
    ("POST", "/<any(themes, fields):which>/<int:thing_number>/position"): FACILITATORS,
    ("POST", "/<any(themes, fields):which>/<int:thing_number>/deletion"): FACILITATORS,
    ("POST", "/<any(themes, fields):which>/<int:thing_number>/restoration"): FACILITATORS,
    ("GET", "/posts/<int:post_id>"): MEMBERS,
    ("GET", "/posts/<int:post_id>/edit"): AUTHOR,
    ("POST", "/posts/<int:post_id>/texts/<any(fi, sv, en):language>"): AUTHOR,
    ("POST", "/posts/<int:post_id>/state"): here("unsuitable", "not allowed", participant="unsuitable"),  # "open" is no state of a post
    ("POST", "/posts/<int:post_id>/pin"): FACILITATORS,
    ("POST", "/posts/<int:post_id>/feature"): FACILITATORS,
    ("POST", "/posts/<int:post_id>/deletion"): AUTHOR,
    ("POST", "/posts/<int:post_id>/restoration"): AUTHOR,
    ("POST", "/posts/<int:post_id>/steps"): here("unsuitable"),  # "thanks" is no step
    ("POST", "/posts/<int:post_id>/comments"): MEMBERS,
    ("GET", "/post-comments/<int:post_comment_id>"): AUTHOR,
    ("GET", "/post-comments/<int:post_comment_id>/answer"): MEMBERS,
    ("POST", "/post-comments/<int:post_comment_id>"): AUTHOR,
    ("POST", "/post-comments/<int:post_comment_id>/deletion"): AUTHOR,
    ("POST", "/post-comments/<int:post_comment_id>/restoration"): AUTHOR,
    ("POST", "/post-comments/<int:post_comment_id>/mark"): here("unsuitable"),  # on a wall of practices nothing is answered
    ("GET", "/walls/<int:wall_id>/names"): MEMBERS,
    ("POST", "/walls/<int:wall_id>/following"): MEMBERS,
    ("POST", "/themes/<int:theme_id>/following"): MEMBERS,
    ("POST", "/posts/<int:post_id>/following"): MEMBERS,
    ("POST", "/posts/<int:post_id>/saved"): MEMBERS,
    ("GET", "/courses/<int:course_id>/saved"): MEMBERS,
    ("GET", "/courses/<int:course_id>/new"): MEMBERS,
    # Moderation
    ("GET", "/courses/<int:course_id>/moderation"): FACILITATORS,
    ("GET", "/courses/<int:course_id>/moderation/log"): FACILITATORS,
    ("GET", "/courses/<int:course_id>/moderation/mine"): MEMBERS,
    ("GET", "/moderated/<moderated_kind>/<int:moderated_id>"): MEMBERS,
    ("POST", "/moderated/<moderated_kind>/<int:moderated_id>/reports"): here("ok", participant="not now"),  # the participant wrote it
    ("POST", "/moderated/<moderated_kind>/<int:moderated_id>/reports/withdrawal"): MEMBERS,
    ("POST", "/moderated/<moderated_kind>/<int:moderated_id>/answers"): here("not allowed", participant="ok"),
    **{("POST", f"/moderated/<moderated_kind>/<int:moderated_id>/{act}"): FACILITATORS
       for act in ("hiding", "showing", "dismissal", "publication", "return", "stop", "redaction", "final-removal")},
    ("POST", "/writing-stops/<int:stop_id>/end"): FACILITATORS_ALONE,
    ("POST", "/moderation-log/<int:entry_id>/undo"): FACILITATORS_ALONE,
}

# In other states: (participant who wrote the note, facilitator); the rest is as on an open board.
ABOUT_A_BOARD = ("/activities/", "/modules/", "/units/", "/steps/", "/cohorts/", "/walls/", "/posts/", "/post-comments/", "/themes/", "/fields/", "/boards/", "/phases/", "/materials/", "/columns/", "/notes/", "/comments/", "/acts/", "/attachments/")
WRITES_ON_BOARD = {("POST", rule) for rule in (
    "/modules/<int:module_id>/learner", "/modules/<int:module_id>/learner/edition", "/modules/<int:module_id>/check", "/modules/<int:module_id>/steps/<int:step_id>/work",
    "/posts/<int:post_id>/comments", "/post-comments/<int:post_comment_id>", "/post-comments/<int:post_comment_id>/deletion", "/post-comments/<int:post_comment_id>/restoration",
    "/walls/<int:wall_id>/posts", "/posts/<int:post_id>/attachments", "/posts/<int:post_id>/texts/<any(fi, sv, en):language>", "/boards/<int:board_id>/marks", "/boards/<int:board_id>/scale", "/boards/<int:board_id>/groups/own", "/columns/<int:column_id>/notes", "/notes/<int:note_id>", "/notes/<int:note_id>/position", "/notes/<int:note_id>/deletion",
    "/notes/<int:note_id>/restoration", "/notes/<int:note_id>/stack", "/notes/<int:note_id>/vote", "/notes/<int:note_id>/vote/withdrawal", "/notes/<int:note_id>/comments", "/notes/<int:note_id>/reactions", "/comments/<int:comment_id>",
    "/comments/<int:comment_id>/deletion", "/comments/<int:comment_id>/restoration", "/acts/<int:act_id>/undo", "/notes/<int:note_id>/attachments",
    "/attachments/<int:attachment_id>/alternative", "/attachments/<int:attachment_id>/deletion", "/attachments/<int:attachment_id>/restoration")}
STATES = ("draft", "closed", "archived", "deleted")


@pytest.fixture
def scene(app, enter):
    return Scene(app, enter)


def outcome(scene, who, method, rule, things) -> str:
    status = scene.visitors[who].ask(method, address(rule, things), data=FORM if method == "POST" else None).status
    return WORDS.get(status, str(status))


def test_every_address_is_in_the_table_and_nothing_else(app):
    assert {(method, rule) for method, rule, _endpoint in routes(app)} == set(TABLE)


def test_everybody_may_do_exactly_what_their_role_includes(scene):
    things, wrong = scene.things(), []
    for (method, rule), expected in TABLE.items():
        for who, wanted in (expected or {}).items():
            if (came := outcome(scene, who, method, rule, things)) != wanted:
                wrong.append(f"{who}: {method} {rule} is {came!r}, should be {wanted!r}")
            if method == "POST" and came == "ok":
                things = scene.things()
    assert not wrong, "\n".join(wrong)


def expected_in(state, who, method, rule) -> str:
    if who == "participant" and state in ("draft", "deleted"):
        return "nothing here"
    if (method, rule) in WRITES_ON_BOARD and state in ("closed", "archived", "deleted"):
        return "not now"
    return TABLE[method, rule][who]


@pytest.mark.parametrize("state", STATES)
def test_a_board_that_is_not_open_is_kept_as_it_is(scene, state):
    things, wrong = scene.things(state), []
    for method, rule in TABLE:
        if rule.startswith(ABOUT_A_BOARD):
            for who in ("participant", "facilitator"):
                wanted, came = expected_in(state, who, method, rule), outcome(scene, who, method, rule, things)
                if came != wanted:
                    wrong.append(f"{who}: {method} {rule} is {came!r} when {state}, should be {wanted!r}")
                if method == "POST" and came == "ok":
                    things = scene.things(state)
    assert not wrong, "\n".join(wrong)
