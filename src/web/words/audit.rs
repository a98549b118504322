//! What the pages of an audit say.
