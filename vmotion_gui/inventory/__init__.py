"""What exists: entities, their graph and the lab document; values that know neither time nor windows."""
