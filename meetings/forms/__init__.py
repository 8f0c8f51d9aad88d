"""What is asked of a clerk, one file for each idea."""
