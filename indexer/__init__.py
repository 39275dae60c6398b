"""How text becomes findable and trusted: readers, passages, analysis, BM25, publications."""
