"""What a public body has to say: the privacy notice, the accessibility statement, and a way to tell it what does not work."""
