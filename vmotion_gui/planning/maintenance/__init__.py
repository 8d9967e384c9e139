"""What moves where when hosts have to be empty: the planner behind maintenance mode."""
