"""What a student has reached in a lesson: recorded, kept as a file, and collected for a class."""
