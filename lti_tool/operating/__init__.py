"""What an operator does from the command line beside serving: backups, restoring them, and the doctor who says what is wrong.

Not here: the console's pages (`console`), and the commands about one noun, which stand beside it.
"""
