"""A plan for the people who run the real estate: scripts in other tools' languages, and tables."""
