"""Each field of the record that is not its text."""
