"""The demo council: Northmoor County Council, which does not exist. Its texts, its people, and what came of it all."""
