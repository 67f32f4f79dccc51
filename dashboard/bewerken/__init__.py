"""Pages that write: plain forms, drawn by the server, that work by keyboard alone."""
