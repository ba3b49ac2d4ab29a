"""The figures: what is counted of groups, and how it becomes reports and files."""
