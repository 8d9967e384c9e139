"""The maintenance wizard: from "this host must go offline" to a plan, its run, and what is handed over."""
