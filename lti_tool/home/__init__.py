"""The places that are not inside one activity: the course's home, its people and settings, unplaced links, and my data."""
