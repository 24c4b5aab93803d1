"""Where the services are. As in Moodle a line item's address ends in a query: what comes below it has to be put before that."""


def roster_address(issuer, course, tool):
    return f"{issuer}/services/CourseSection/{course}/bindings/{tool}/memberships"


def line_items_address(issuer, course, tool):
    return f"{issuer}/services/{course}/lineitems?type_id={tool}"


def line_item_address(issuer, item, below=""):
    return f"{issuer}/services/{item.course}/lineitems/{item.id}/lineitem{below}?type_id={item.tool}"
