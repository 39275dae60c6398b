"""The question log: every question is kept before its answer leaves, with personal data masked."""
