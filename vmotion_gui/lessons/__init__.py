"""How vMotion is taught: lesson files, their checks, and the player that runs them on the engine. No Qt."""
