"""The launch doctor: how the connection between a course and its platform is, line by line, and what to change where something is not good.

What is looked at: what the latest launch said (report.py), this very request, what is stored here, and, when somebody asks for it, the
platform itself. What only the browser can tell is filled in by its script (frontend/js/doctor.js).
"""
