//! What pictures say, and the tables beside them.
