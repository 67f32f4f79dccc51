"""One module a page; each has a `PAGE`, `find_pages` collects them."""
