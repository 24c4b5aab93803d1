"""Measures how quick, how small and how safe the tool is, each figure beside its floor of the same run: `python3 dev.py bench`.

One file for each row or family of rows, with `measure(bench)`, which yields figures. Nothing here asserts, and pytest collects nothing here.
"""
