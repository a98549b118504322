//! What the first page says, and the one that begins an audit.
