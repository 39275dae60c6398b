"""How people ask: understanding, answering, the question log, rendering and channels."""
