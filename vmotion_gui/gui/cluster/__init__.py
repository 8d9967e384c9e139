"""A cluster's DRS and HA in the window: score, recommendations, rules, settings."""
