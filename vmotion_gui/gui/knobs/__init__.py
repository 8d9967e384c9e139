"""The dock of knobs: what a migration depends on, turned by hand, with what comes of it at once."""
