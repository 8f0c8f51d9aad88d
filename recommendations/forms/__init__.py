"""Forms of recommendations, one file for each idea."""
