"""The questions asked of recommendations, one file for each idea."""
