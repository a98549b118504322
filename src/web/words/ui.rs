//! What small parts of every page say.
