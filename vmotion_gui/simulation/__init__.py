"""What happens over time: the engine, its events and samples, and the port through which a window drives it."""
