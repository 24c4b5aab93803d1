"""What shows the tool to people: `platform`, a small learning platform to launch from, and the texts of a lived-in course.

Nothing here is part of the tool: the wheel leaves it out, and the tool imports nothing from it.
"""
