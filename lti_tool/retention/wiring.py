"""Registers what this room gives to the others."""


def register_retention(app) -> None:
    pass
