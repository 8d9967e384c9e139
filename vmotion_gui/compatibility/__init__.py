"""What is allowed: one table of rules, the verdicts for one VM or thousands of hosts, and their reasons."""
