"""Marja reads English here, also when the board was made before by another test."""
import pytest


@pytest.fixture
def board(in_english, board):
    board.marja.launch()
    return board
