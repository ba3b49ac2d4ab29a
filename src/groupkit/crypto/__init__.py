"""Keys: passphrase and recovery sheet in, the keys of a store out, and texts sealed with them."""
