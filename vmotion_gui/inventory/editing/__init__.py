"""What a form needs to know to edit an entity: its fields, and whether what was entered fits the estate."""
