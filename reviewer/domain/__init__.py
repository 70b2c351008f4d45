"""What the words of the field mean: frozen values and pure functions, no toolkit, no database."""
