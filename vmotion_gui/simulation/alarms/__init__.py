"""vCenter's alarms: what is watched, when it turns yellow or red, and what was acknowledged; all in simulated time."""
