"""Rolling maintenance of a cluster: planned host by host, shown by the wall clock, and run."""
