"""What vCenter does with hosts over time: tasks with progress, timeout and cancel, beside the migrations."""
