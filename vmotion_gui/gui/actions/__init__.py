"""The context menus: what can be done with the selected objects."""
