"""Log lines of the migration that is shown, as an administrator would find them."""
