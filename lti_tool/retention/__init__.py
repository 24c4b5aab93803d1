"""How long a course is kept: facilitators are warned, can take everything with them, and then names or everything go."""
