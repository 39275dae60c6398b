"""What a question says: its language, its kind, what it asks for, and the facts of the case."""
