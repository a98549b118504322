//! What the pages of an organisation say.
