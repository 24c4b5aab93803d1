"""Registers what this room gives to the others."""


def register_console(app) -> None:
    pass
