"""The centre and the inspector: what is known of the selected object."""
