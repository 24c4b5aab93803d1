"""Feedback: a form with a scale of five and open questions, and answers that nobody can be found by. Workshops use it, and modules will."""
