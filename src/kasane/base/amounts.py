"""Amounts of money as people read them. Pure."""


def yen(amount: int | None) -> str:
    """「38,000円」; an empty string for no amount."""
    return "" if amount is None else f"{amount:,}円"
