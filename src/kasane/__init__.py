"""かさね (Kasane): the working system of a municipality for 重層的支援体制整備事業."""
