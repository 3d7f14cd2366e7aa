"""Is it an article at all?"""
