"""Student mode: what is reached is recorded, hints have their price; and the table of a class for the trainer."""
