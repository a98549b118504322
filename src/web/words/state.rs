//! What is said of what has happened: in notices, and of saving, undoing and bringing in.
