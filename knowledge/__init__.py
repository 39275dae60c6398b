"""What the organisation has decided: documents, vocabulary, facts, rules, and how rules become a decision."""
