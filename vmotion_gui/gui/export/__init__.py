"""What is shown, handed to others: pages, pictures, animations, sheets to print."""
