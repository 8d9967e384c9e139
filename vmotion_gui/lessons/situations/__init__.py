"""Situations: small estates in which one thing can be seen, each with a goal."""
