"""The domain in frozen types: what an area, an indicator, a period, a figure is. No reading, no writing, no wording."""
