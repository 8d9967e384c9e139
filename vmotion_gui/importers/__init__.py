"""Where inventories come from: each importer makes a lab and a report of what it had to assume."""
