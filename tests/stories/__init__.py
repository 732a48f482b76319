"""Ten people and what they came for."""
