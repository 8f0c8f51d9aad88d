"""The committee paper: assembled as at a date, then written out."""
