"""The parts of a spider's run: what it may ask, where it looks, what becomes of each answer."""
