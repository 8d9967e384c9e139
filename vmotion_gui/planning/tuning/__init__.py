"""What a person turns to see what a migration depends on: knobs, and the textbook's formula beside the engine."""
