"""Who can go where: every VM against every host as a table, with the reasons and their cures."""
