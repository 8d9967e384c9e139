"""What moves would take, told before they start."""
