"""Many runs of one lab: with other values, with other seeds, on all cores or on a cluster; see docs/sweep.md."""
