"""How numbers, periods and sentences are worded in each language."""
