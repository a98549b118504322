//! What the pages of a person say.
