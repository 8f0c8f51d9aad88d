"""What the program costs: `make bench` measures, compares with the limits and writes build/bench.json."""
