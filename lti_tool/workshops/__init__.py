"""Workshops: what is led, prepared and made of a board with phases. Boards keep what stands on the paper, and know nothing of this room."""
