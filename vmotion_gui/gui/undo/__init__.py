"""What the user did, and how it is taken back: steps as data on an undo stack."""
