//! What the pages of a team say.
