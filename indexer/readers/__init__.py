"""One reader a format: bytes in, a document with its passages out."""
