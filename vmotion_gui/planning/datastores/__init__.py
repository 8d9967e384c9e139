"""What should go where when datastores have to be empty."""
