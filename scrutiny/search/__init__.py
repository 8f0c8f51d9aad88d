"""Search: `asking` is the way in; `index` is what the databases keep for it, and imports nothing of the rest."""
