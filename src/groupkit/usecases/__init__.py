"""What a person comes to do; each call is one unit of work and at most one commit."""
