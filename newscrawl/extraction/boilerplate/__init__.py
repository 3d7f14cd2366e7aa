"""What on a page is not the article, and the reason why."""
