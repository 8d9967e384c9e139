"""Snapshots of virtual machines: taking one, going back, deleting them."""
