"""What the launch's roles mean here. Only these exact names count; LTI core appendix A.2.

A sub-role of Instructor (also the teaching assistant) is an Instructor. `membership/Learner#Instructor` is a sub-role of Learner.
"""
VOCABULARY = "http://purl.imsglobal.org/vocab/lis/v2"
SUB_ROLES_OF_INSTRUCTOR = (
    "ExternalInstructor", "Grader", "GuestInstructor", "Lecturer", "PrimaryInstructor", "SecondaryInstructor", "TeachingAssistant",
    "TeachingAssistantGroup", "TeachingAssistantOffering", "TeachingAssistantSection", "TeachingAssistantSectionAssociation",
    "TeachingAssistantTemplate",
)
FACILITATORS = frozenset({
    "Instructor",  # short names are roles in the course only (A.2.3)
    f"{VOCABULARY}/membership#Instructor",
    f"{VOCABULARY}/membership#TeachingAssistant",  # as platforms send it that keep the older vocabulary
    *(f"{VOCABULARY}/membership/Instructor#{name}" for name in SUB_ROLES_OF_INSTRUCTOR),
})
ADMINS = frozenset({
    f"{VOCABULARY}/system/person#Administrator",
    f"{VOCABULARY}/institution/person#Administrator",
})


def is_facilitator(roles) -> bool:
    return not FACILITATORS.isdisjoint(roles)


def is_admin(roles) -> bool:
    return not ADMINS.isdisjoint(roles)
