"""What the learning platform is told of people's results: that somebody has taken part, or how many points they have. For every kind of activity.

A kind registers once what can be asked for (`register_gradable`). Boards and walls then say `took_part(activity, person)` where somebody did something that may
count; modules say `reached(activity, person, given, maximum)` when somebody is done. Both in the transaction of the act itself, under the topic's lock.
Sending is a job (sending.py); nobody waits for it, and nothing is sent before somebody is done.
"""
from .gradable import Gradable, Rule, register_gradable
from .participation import took_part
from .score import Score, reached

__all__ = ["Gradable", "Rule", "Score", "reached", "register_gradable", "took_part"]
