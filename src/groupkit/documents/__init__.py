"""Paper and files: values in, bytes out; and the shipped library of topics."""
