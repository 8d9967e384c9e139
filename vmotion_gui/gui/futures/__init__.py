"""One thing changed in the past, and what became of a migration in each branch since, on one chart."""
