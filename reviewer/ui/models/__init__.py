"""Qt models over values; the session feeds them, the views show them."""
