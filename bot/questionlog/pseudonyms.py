"""Pseudonyms: who asked, without telling who that is."""

import json
from datetime import UTC, datetime
from hashlib import blake2b

SHORTEST_SECRET = 16


def month(at: datetime) -> str:
    """The period in which an asker keeps one pseudonym: the month in UTC, such as `2026-11`."""
    if at.tzinfo is None:
        raise ValueError(f"`{at.isoformat()}` has no time zone; give an aware datetime")
    return at.astimezone(UTC).strftime("%Y-%m")


def pseudonym(user_id: str, channel_kind: str, *, secret: bytes, period: str) -> str:
    """Sixteen hexadecimal characters that stand for a user of a kind of channel during a period.

    Keyed BLAKE2b (RFC 7693) under a key that is derived from the secret and the label of the period: without the
    secret a pseudonym can be neither made nor linked to the one of another period. Raises ValueError if the secret has
    fewer than 16 bytes.
    """
    if len(secret) < SHORTEST_SECRET:
        raise ValueError(f"the secret has {len(secret)} bytes; give it at least {SHORTEST_SECRET}")
    root = blake2b(secret, digest_size=32, person=b"magdat-secret").digest()
    key = blake2b(period.encode(), key=root, digest_size=32, person=b"magdat-period").digest()
    asker = json.dumps([channel_kind, user_id]).encode()
    return blake2b(asker, key=key, digest_size=8, person=b"magdat-asker").hexdigest()
